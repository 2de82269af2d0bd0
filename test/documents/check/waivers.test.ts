import { describe, expect, test } from 'vitest';
import { waiversFor, withWaivers } from '../../../src/documents/check/index.ts';
import { checked, company, findingsOf, policyOf, statesOf } from './checked.ts';

const SMALL = 'team-too-small';
const waiver = (entity: string, expires?: string) =>
  `waivers: [{ rule: ${SMALL}, entity: ${entity}, reason: Hiring, owner: Ada${expires === undefined ? '' : `, expires: ${expires}`} }]`;

describe('a waiver', () => {
  test('keeps its finding from counting, and is told with it', async () => {
    const check = await checked(company({ one: 2 }), {
      failOn: 'warning',
      policy: waiver('one', '2026-11-02'),
    });
    expect(findingsOf(check, SMALL)).toMatchObject([
      {
        state: 'waived',
        fails: false,
        waiver: { reason: 'Hiring', owner: 'Ada', expires: '2026-11-02', at: { line: 2 } },
      },
    ]);
    expect(check.verdict).toMatchObject({ pass: true, counts: { waived: 1 } });
    expect(check.policy!.findings).toEqual([]);
  });

  test('ends after its last day, and is then a finding beside what it waived', async () => {
    const check = await checked(company({ one: 2 }), {
      failOn: 'warning',
      policy: waiver('one', '2026-11-01'),
    });
    expect(statesOf(check, SMALL)).toEqual(['one new']);
    expect(check.policy!.findings).toMatchObject([
      {
        rule: 'waiver-expired',
        entity: { kind: 'waiver', id: `${SMALL} one` },
        at: { line: 2 },
        fails: true,
      },
    ]);
    expect(check.verdict.reasons).toHaveLength(2);
  });

  test('that waives nothing is a finding, also where it is for another rule or entity', async () => {
    for (const policy of [waiver('two'), waiver('one').replace(SMALL, 'span-too-wide'), waiver('chief')]) {
      const check = await checked(company({ one: 2 }), { policy });
      expect(statesOf(check, SMALL)).toEqual(['one new']);
      expect(check.policy!.findings).toMatchObject([{ rule: 'waiver-unused', severity: 'warning' }]);
    }
    const gone = await checked(company({ one: 5 }), { before: company({ one: 2 }), policy: waiver('one') });
    expect(statesOf(gone, SMALL)).toEqual(['one gone']);
    expect(gone.policy!.findings).toMatchObject([{ rule: 'waiver-unused' }]);
  });

  test('without an entity is for the organisation as a whole', async () => {
    const file = company({ one: 5 }, 'departments: [{ id: one }, { id: empty }]');
    const policy = 'waivers: [{ rule: empty-department, reason: a, owner: b }]';
    expect(findingsOf(await checked(file, { policy }), 'empty-department')).toMatchObject([
      { state: 'waived' },
    ]);
    expect(
      findingsOf(
        await checked(company({ one: 2 }), { policy: policy.replace('empty-department', SMALL) }),
        SMALL,
      ),
    ).toMatchObject([{ state: 'new' }]);
  });

  test('holds for limits and moved people as well', async () => {
    const check = await checked(company({ one: 2 }), {
      policy: `measures: { teams.belowMinimum: { max: 0 } }
waivers: [{ rule: measure-limit, entity: teams.belowMinimum, reason: a, owner: b }]`,
    });
    expect(findingsOf(check, 'measure-limit')).toMatchObject([{ state: 'waived' }]);
    expect(check.verdict.pass).toBe(true);
  });

  test('can be left alone by turning its rules off', async () => {
    const policy = `${waiver('two')}\nrules: { waiver-unused: off }`;
    expect((await checked(company({ one: 2 }), { policy })).policy!.findings).toEqual([]);
  });
});

describe('waivers that are written for a first adoption', () => {
  test('are for what fails, once each, and make the check pass', async () => {
    const file = company({ one: 2, two: 1, three: 14 });
    const failing = await checked(file, { failOn: 'warning' });
    const written = waiversFor(failing, [], 'Ada');
    expect(written.map(({ rule, entity }) => [rule, entity])).toEqual([
      [SMALL, 'one'],
      [SMALL, 'two'],
      ['team-too-large', 'three'],
    ]);
    expect(written[0]).toMatchObject({ owner: 'Ada', expires: '2027-01-31' });
    const text = withWaivers('version: 1\nfailOn: warning\n', written);
    const { waivers } = await policyOf(text);
    expect(waivers).toEqual(written);
    const after = await checked(file, { policy: text.replace('version: 1\n', '') });
    expect(after.verdict).toMatchObject({ pass: true, counts: { waived: 3 } });
  });

  test('leave alone what has one, be it over', async () => {
    const policy = waiver('one', '2020-01-01');
    const check = await checked(company({ one: 2 }), { failOn: 'warning', policy });
    const { waivers } = await policyOf(`version: 1\n${policy}\n`);
    expect(waiversFor(check, waivers, 'Ada')).toEqual([]);
  });

  test('stand at the end of the list, and comments and order stay', () => {
    const text = `# first
version: 1 # one

# rules
rules: { ${SMALL}: error } # why
waivers:
- rule: a # keep
  reason: a long text that goes on for longer than a line is wide, so that it would be folded
  owner: b

# last
`;
    const written = withWaivers(text, [{ rule: 'c', entity: '00123', reason: 'x: y # z', owner: 'd' }]);
    expect(written.startsWith(text.slice(0, text.indexOf('\n# last')))).toBe(true);
    expect(written.slice(text.indexOf('\n# last'))).toBe(`- rule: c
  entity: "00123"
  reason: "x: y # z"
  owner: d

# last
`);
    expect(withWaivers('version: 1\r\n', [{ rule: 'c', reason: 'r', owner: 'o' }])).toBe(
      'version: 1\r\nwaivers:\r\n  - rule: c\r\n    reason: r\r\n    owner: o\r\n',
    );
  });
});
