import { describe, expect, it } from 'vitest';
import { load } from './load-memory.ts';

const HEAD = 'version: 1\nname: Acme\n';

describe('values of a YAML file', () => {
  it('keeps ids as they are written', async () => {
    const ids = [
      '00123',
      '1e5',
      '0x1F',
      '9000',
      '00009000',
      'yes',
      '2024-01-01',
      'null',
      '~',
      'true',
      '1_000',
      '.5',
    ];
    const { people } = await load(`${HEAD}people:\n${ids.map((id) => `  - id: ${id}\n`).join('')}`);
    expect(people.id).toEqual(ids);
  });

  it('keeps text fields, enums, keys of records and attribute values as they are written', async () => {
    const { customers, input } = await load(`version: 1
name: 2024
capabilities:
  007: { name: on, titles: [1e3] }
people: [{ id: p1, title: 010, capability: 007 }]
customers:
  - id: 1
    owner: 0x1
    effort: { 007: 3 }
    attributes: { 01: 010, size: 1e3, active: true }
designs:
  functional: { pinned: { p1: 007 } }
`);
    expect(input.name).toBe('2024');
    expect(input.capabilities['007']).toEqual({ name: 'on', titles: ['1e3'] });
    expect(input.designs.functional?.pinned).toEqual({ p1: '007' });
    expect(customers.owner.get(0)).toEqual(['0x1']);
    expect(customers.effort.get('007')).toEqual(Float64Array.of(3));
    expect(Object.fromEntries(customers.attributes)).toEqual({
      '01': ['010'],
      size: ['1e3'],
      active: ['true'],
    });
  });

  it('trims text and brings it to NFC', async () => {
    const { people } = await load(`${HEAD}people: [{ id: " Jose\u0301 " }]\n`);
    expect(people.id).toEqual(['Jos\u00e9']);
  });

  it('takes an empty value as not given', async () => {
    const { people, customers } = await load(
      `${HEAD}people:\n  - id: p1\n    manager:\n    fte:\n    vacant: ~\ncustomers:\n`,
    );
    expect(people.manager).toEqual(['']);
    expect([...people.fte, ...people.vacant, customers.count]).toEqual([1, 0, 0]);
  });

  it('reads aliases and merge keys', async () => {
    const { people } = await load(`${HEAD}people:
  - &first { id: p1, title: 01, fte: 0.5 }
  - { <<: *first, id: p2, title: }
  - { <<: [*first], id: p3, fte: 1 }
`);
    expect(people.id).toEqual(['p1', 'p2', 'p3']);
    expect(people.title).toEqual(['01', '', '01']);
    expect([...people.fte]).toEqual([0.5, 0.5, 1]);
  });

  it('knows the place of a value, or of the nearest around it', async () => {
    const loaded = await load(`${HEAD}departments:\n  - id: d1\n    head: p1\npeople: [{ id: p1 }]\n`);
    expect(loaded.at(['departments', 0, 'head'])).toEqual({ file: 'org.yaml', line: 5, column: 11 });
    expect(loaded.at(['departments', 0, 'parent'])).toEqual({ file: 'org.yaml', line: 4, column: 5 });
    expect(loaded.at(['departments', 7])).toEqual({ file: 'org.yaml', line: 4, column: 3 });
    expect(loaded.at(['journeys'])).toEqual({ file: 'org.yaml', line: 1, column: 1 });
    expect(loaded.people.source.position(loaded.people.offset[0]!)).toEqual({
      file: 'org.yaml',
      line: 6,
      column: 10,
    });
  });

  it('fills lines, costs and satisfaction', async () => {
    const { people, customers } = await load(`${HEAD}people:
  - { id: p1, hourlyPay: 10, fte: 0.5 }
  - { id: p2, costPerYear: 7, hourlyPay: 10 }
  - id: p3
    managers:
      - { to: p1, weight: 0.7 }
      - { to: p2, kind: dotted, influence: { pay: 0.2, technical: 0.4 } }
      - { to: p4 }
customers:
  - { id: c1, satisfaction: { score: 8 } }
  - { id: c2, count: 12, satisfaction: { score: 3, min: 1, max: 5 } }
`);
    expect([...people.costPerYear]).toEqual([10400, 7, Number.NaN]);
    expect(people.lines.get(2)).toEqual([
      { to: 'p1', kind: 'solid', weight: 0.7 },
      { to: 'p2', kind: 'dotted', weight: expect.closeTo(0.3) },
      { to: 'p4', kind: 'solid', weight: 0 },
    ]);
    expect([...customers.satisfaction]).toEqual([0.8, 0.5]);
    expect([...customers.customers]).toEqual([1, 12]);
  });

  it('leaves out and counts the rows outside the snapshot', async () => {
    const people =
      'people:\n  - { id: a, start: 2025-01-01, serves: [c] }\n  - { id: b, end: 2023-12-31 }\n  - { id: c, start: 2024-06-01, end: 2024-06-01 }\n';
    const dated = await load(`${HEAD}asOf: 2024-06-01\n${people}`);
    expect([dated.people.id, dated.people.outsideSnapshot, dated.people.serves.size]).toEqual([['c'], 2, 0]);
    const undated = await load(`${HEAD}${people}`);
    expect([undated.people.count, undated.people.outsideSnapshot]).toEqual([3, 0]);
  });

  it('leaves to the rules what can be read but is odd', async () => {
    const { people } = await load(
      `${HEAD}people: [{ id: a, manager: a, serves: [nobody] }, { id: b, manager: gone }]\ncustomers: [{ id: c, owner: gone }]\ndepartments: [{ id: empty }]\n`,
    );
    expect(people.manager).toEqual(['a', 'gone']);
  });
});
