import { describe, expect, test } from 'vitest';
import { twoClusters } from '../../../src/rules/examples/structures.ts';
import { findingsOf, findingsOfRule } from '../findings.ts';

type Rows = NonNullable<NonNullable<Parameters<typeof twoClusters>[1]>['customers']>;

/** So many customers of each industry and region, whose retention is told by one of the two. */
const rows = (each: number, retention: (industry: string, region: string) => number): Rows =>
  ['retail', 'energy'].flatMap((industry) =>
    ['north', 'south'].flatMap((region) =>
      Array.from(
        { length: each },
        (_, at) => [industry, region, retention(industry, region) + at / 100] as const,
      ),
    ),
  );
const byRegion = rows(4, (_, region) => (region === 'north' ? 0.9 : 0.6));
const byIndustry = rows(4, (industry) => (industry === 'retail' ? 0.9 : 0.6));
const RULE = 'cluster-basis-outdated';

describe('whether the basis of clusters still fits', () => {
  test('is told of another attribute that explains clearly more', async () => {
    const [found] = await findingsOfRule(RULE, twoClusters('Region', { customers: byRegion }));
    expect(found!.message).toContain(
      'nothing (0 %) of how customers differ in retention (mean ω²); region would explain 9',
    );
    expect(found!.value).toBeLessThan(0.05);
    expect(found!.limit).toBeGreaterThan(0.9);
  });

  test('is asked of clusters that list their customers just as well', async () => {
    const ids = (industry: string) =>
      byRegion.flatMap(([own], at) => (own === industry ? [`c${at + 1}`] : [])).join(', ');
    const listed = twoClusters('Region', { customers: byRegion }).replace(
      /\{ where: \{ industry: \[(\w+)\] \} \}/g,
      (_, industry: string) => `[${ids(industry)}]`,
    );
    const [byList] = await findingsOfRule(RULE, listed);
    const [byValue] = await findingsOfRule(RULE, twoClusters('Region', { customers: byRegion }));
    expect(byList!.message).toBe(byValue!.message);
  });

  test('is told where nothing tells customers apart', async () => {
    const [found] = await findingsOfRule(RULE, twoClusters('All alike', { customers: rows(4, () => 0.5) }));
    expect(found!.message).toContain(
      'nothing (0 %) of how customers differ in retention (mean ω²), where 5 % is the least',
    );
    expect(found!.limit).toBe(0.05);
  });

  test('is not told of a little more than the clusters explain', async () => {
    const both = rows(
      4,
      (industry, region) => (industry === 'retail' ? 0.3 : 0) + (region === 'north' ? 0.3 : 0),
    );
    expect(await findingsOfRule(RULE, twoClusters('Both', { customers: both }))).toEqual([]);
  });

  test('is not told of so few customers that chance would do as well', async () => {
    const few = rows(1, (_, region) => (region === 'north' ? 0.9 : 0.6));
    expect(await findingsOfRule(RULE, twoClusters('Few', { customers: few }))).toEqual([]);
  });

  test('is not told of a design, nor without clusters that have customers of their own', async () => {
    const text = twoClusters('Region', { customers: byRegion });
    expect((await findingsOf(text, 'cluster')).filter(({ rule }) => rule === RULE)).toEqual([]);
    expect(await findingsOfRule(RULE, text.replace(/, serves: \{ where[^}]*\} \}/g, ''))).toEqual([]);
  });
});

describe('customers who have come since', () => {
  const come = [...byIndustry, ['solar', 'north', 0.9], ['solar', 'south', 0.9]] as Rows;
  const text = twoClusters('Growth', { customers: come });

  test('are told by the value that no cluster serves', async () => {
    const [found] = await findingsOfRule(RULE, text);
    expect(found).toMatchObject({ value: 2, count: 2, examples: ['industry solar: 2 customers'] });
    expect(found!.message).toContain('2 of 18 customers are in no cluster');
  });

  test('are not, where another unit has them for its own', async () => {
    const served = text.replace(
      'people:\n',
      '  - { id: new-markets, head: s1, serves: { where: { industry: [solar] } } }\npeople:\n  - { id: s1, title: Sales Executive, department: new-markets, manager: chief }\n',
    );
    expect(await findingsOfRule(RULE, served)).toEqual([]);
  });
});

describe('a skill without a centre of expertise', () => {
  const RULE = 'flow-centre-missing';

  test('is told by name', async () => {
    const [found] = await findingsOfRule(RULE, twoClusters('One centre', { centres: ['sales'] }));
    expect(found).toMatchObject({ value: 2, limit: 3 });
    expect(found!.message).toContain('marketing and account management.');
  });

  test('is not, where only one cluster has it, or no centre is wanted', async () => {
    const one = twoClusters('One centre', { centres: ['marketing', 'sales'] });
    expect(
      await findingsOfRule(RULE, one.replaceAll(/ {2}- \{ id: energy-account-management.*\n/g, '')),
    ).toEqual([]);
    expect(await findingsOfRule(RULE, `${one}policy: { centreSize: 0 }\n`)).toEqual([]);
  });
});
