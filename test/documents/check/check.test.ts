import { describe, expect, test } from 'vitest';
import { check as checkSchema } from '../../../src/schema/documents/check.ts';
import { checked, company, findingsOf, statesOf } from './checked.ts';

const SMALL = 'team-too-small';
const LARGE = 'team-too-large';

describe('without a baseline', () => {
  test('everything counts at its severity, and fails from the one that is asked for', async () => {
    const lax = await checked(company({ one: 2 }));
    expect(statesOf(lax, SMALL)).toEqual(['one new']);
    expect(lax.verdict).toMatchObject({ pass: true, reasons: [], counting: { error: 0, warning: 1 } });
    const strict = await checked(company({ one: 2 }), { failOn: 'warning' });
    expect(strict.verdict).toMatchObject({
      pass: false,
      reasons: ['org.yaml: 1 finding at warning or above.'],
    });
    expect(findingsOf(strict, SMALL)[0]).toMatchObject({ fails: true, state: 'new', value: 3, limit: 4 });
  });

  test('a place goes to the end of its line', async () => {
    const [finding] = findingsOf(await checked(company({ one: 2 })), SMALL);
    const line = company({ one: 2 }).split('\n')[4]!;
    expect(finding!.at).toEqual({
      file: 'org.yaml',
      line: 5,
      column: line.indexOf('{') + 1,
      endLine: 5,
      endColumn: line.length + 1,
    });
  });

  test('rules that findings are of are told once, with why and what to do', async () => {
    const { rules } = await checked(company({ one: 2, two: 2 }));
    expect(rules.map(({ id }) => id)).toContain(SMALL);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(rules.find(({ id }) => id === SMALL)).toMatchObject({
      source: 'Jackson',
      severity: 'warning',
      help: expect.stringContaining('minimumTeam'),
    });
  });

  test('people are ids unless names are asked for', async () => {
    const ids = JSON.stringify(await checked(company({ one: 2 })));
    const names = JSON.stringify(await checked(company({ one: 2 }), { names: true }));
    expect(ids).not.toContain('Winnow');
    expect(names).toContain('Winnow one');
  });

  test('more warnings than are allowed fail', async () => {
    const two = company({ one: 2, two: 2 });
    expect((await checked(two, { maxWarnings: 2 })).verdict.pass).toBe(true);
    expect((await checked(two, { maxWarnings: 1 })).verdict).toMatchObject({
      pass: false,
      reasons: ['2 warnings; at most 1 may be.'],
    });
    expect((await checked(two, { policy: 'maxWarnings: 0', maxWarnings: 2 })).verdict.pass).toBe(true);
  });

  test('the document is as its schema says', async () => {
    for (const given of [{}, { before: company({ one: 3, two: 1 }) }, { design: 'cluster' as const }])
      expect(checkSchema.parse(await checked(company({ one: 2 }), given))).toBeTruthy();
  });
});

describe('with a baseline only what is new or worse fails', () => {
  const by = (before: string) => ({ before, failOn: 'warning' as const, policy: 'extends: recommended' });

  test.each([
    ['as it was', { one: 2 }, { one: 2 }, ['one unchanged'], true],
    ['another one', { one: 2 }, { one: 2, two: 2 }, ['one unchanged', 'two new'], false],
    ['further from the limit', { one: 2 }, { one: 1 }, ['one worse'], false],
    ['nearer to it', { one: 1 }, { one: 2 }, ['one improved'], true],
    ['mended', { one: 2 }, { one: 5 }, ['one gone'], true],
    ['one mended, another broken', { one: 2, two: 5 }, { one: 5, two: 2 }, ['two new', 'one gone'], false],
  ])('%s', async (_, before, after, states, pass) => {
    const check = await checked(company(after), by(company(before)));
    expect(statesOf(check, SMALL)).toEqual(states);
    expect(check.verdict.pass).toBe(pass);
  });

  test('more severe is worse, and so are more places', async () => {
    const policy = `overrides:
  - departments: [core]
    rules: { ${SMALL}: error }`;
    const inside = (parent: string) => `${company({ one: 2 })}departments:
  - { id: core }
  - { id: one${parent} }
`;
    const moved = await checked(inside(', parent: core'), { before: inside(''), policy });
    expect(findingsOf(moved, SMALL)[0]).toMatchObject({
      state: 'worse',
      severity: 'error',
      before: { severity: 'warning', value: 3, count: 1 },
    });
    const empty = (...ids: string[]) =>
      company({ one: 5 }, `departments: [${['one', ...ids].map((id) => `{ id: ${id} }`).join(', ')}]`);
    const more = await checked(empty('a', 'b'), { before: empty('a') });
    expect(findingsOf(more, 'empty-department')[0]).toMatchObject({
      state: 'worse',
      count: 2,
      before: { count: 1 },
    });
  });

  test('both are judged by the thresholds of now, and it is said that they changed', async () => {
    const loosened = `${company({ one: 2 })}policy: { minimumTeam: 3 }\n`;
    const check = await checked(loosened, by(company({ one: 2 })));
    expect(statesOf(check, SMALL)).toEqual([]);
    expect(check.structures[0]!.settings).toEqual([{ id: 'policy.minimumTeam', before: '4', after: '3' }]);
    const tightened = await checked(company({ one: 2 }), by(loosened));
    expect(statesOf(tightened, SMALL)).toEqual(['one unchanged']);
    expect(tightened.verdict.pass).toBe(true);
  });

  test('a new name of a department, a person or the company is no new finding', async () => {
    const before = `${company({ one: 2, two: 1 })}departments: [{ id: one, name: Books }, { id: two }]\n`;
    const after = before
      .replace('Books', 'Ledgers')
      .replace('Ledger & Co', 'Other')
      .replace('Winnow one', 'New');
    const check = await checked(after, by(before));
    expect(new Set(findingsOf(check).map(({ state }) => state))).toEqual(new Set(['unchanged']));
    expect(findingsOf(check).map(({ fingerprint }) => fingerprint)).toEqual(
      findingsOf(await checked(before)).map(({ fingerprint }) => fingerprint),
    );
  });

  test('improvements are listed with the place in the baseline', async () => {
    const check = await checked(company({ one: 5 }), by(`# moved\n${company({ one: 2 })}`));
    expect(findingsOf(check, SMALL)).toMatchObject([{ state: 'gone', fails: false, at: { line: 6 } }]);
    expect(check.verdict.counts.gone).toBe(1);
  });
});

describe('a policy', () => {
  const two = company({ one: 2, two: 14 });

  test('sets severities, and thresholds for one rule alone', async () => {
    const check = await checked(two, {
      policy: `rules: { ${SMALL}: { severity: error, minimumTeam: 3 }, ${LARGE}: off }`,
    });
    expect(findingsOf(check, SMALL)).toEqual([]);
    expect(findingsOf(check, LARGE)).toEqual([]);
    const tighter = await checked(two, { policy: `rules: { ${SMALL}: { minimumTeam: 16 } }` });
    expect(statesOf(tighter, SMALL)).toEqual(['one new', 'two new']);
    expect(findingsOf(tighter, SMALL)[0]!.severity).toBe('warning');
  });

  test.each([
    ['nothing said', '', undefined, 'warning'],
    ['the file', `policy: { rules: { ${SMALL}: note } }`, undefined, 'note'],
    [
      'the policy over the file',
      `policy: { rules: { ${SMALL}: off } }`,
      `rules: { ${SMALL}: error }`,
      'error',
    ],
    ['a preset over the file', `policy: { rules: { ${SMALL}: off } }`, 'extends: recommended', 'warning'],
    [
      'the file where the policy is silent',
      `policy: { rules: { ${SMALL}: note } }`,
      'maxWarnings: 9',
      'note',
    ],
    ['the policy over its preset', '', `extends: strict\nrules: { ${SMALL}: note }`, 'note'],
    ['the later of two presets', '', 'extends: [recommended, strict]', 'error'],
    [
      'an override over all',
      '',
      `extends: strict\noverrides: [{ departments: [one], rules: { ${SMALL}: note } }]`,
      'note',
    ],
  ])('%s wins', async (_, own, policy, severity) => {
    const check = await checked(company({ one: 2 }, own), policy === undefined ? {} : { policy });
    expect(findingsOf(check, SMALL).map((finding) => finding.severity)).toEqual([severity]);
  });

  test('overrides hold for departments with what is below, and for kinds', async () => {
    const file = `${company({ one: 2, two: 2, three: 2, four: 2 })}departments:
  - { id: core }
  - { id: one, parent: core }
  - { id: two, kind: centre-of-expertise }
  - { id: three, parent: two }
  - { id: four }
`;
    const check = await checked(file, {
      policy: `overrides:
  - { departments: [core], rules: { ${SMALL}: error } }
  - { kinds: [centre-of-expertise], rules: { ${SMALL}: off } }`,
    });
    expect(findingsOf(check, SMALL).map(({ entity, severity }) => [entity.id, severity])).toEqual([
      ['one', 'error'],
      ['four', 'warning'],
    ]);
  });

  test('an override with a threshold judges its part by it, and no other', async () => {
    const three = company({ one: 2, two: 2, three: 14 });
    const policy = `rules: { ${LARGE}: off }
overrides:
  - { departments: [one], rules: { ${SMALL}: { minimumTeam: 3 } } }
  - { departments: [three], rules: { ${SMALL}: { minimumTeam: 20, severity: error }, ${LARGE}: note } }`;
    const check = await checked(three, { policy });
    expect(
      findingsOf(check, SMALL).map(({ entity, severity, limit }) => [entity.id, severity, limit]),
    ).toEqual([
      ['three', 'error', 20],
      ['two', 'warning', 4],
    ]);
    expect(findingsOf(check, LARGE).map(({ severity }) => severity)).toEqual(['note']);
  });

  test('an override of a department that is nowhere is told', async () => {
    const check = await checked(two, {
      policy: `overrides: [{ departments: [one, oen], rules: { ${SMALL}: off } }]`,
    });
    expect(check.policy!.findings).toMatchObject([
      { rule: 'override-unused', severity: 'note', entity: { id: 'oen' }, at: { line: 2 } },
    ]);
  });
});

test('an impossible design is a finding', async () => {
  const check = await checked(company({ one: 2 }), { design: 'cluster' });
  expect(check.structures[0]).toMatchObject({
    name: 'org.yaml#cluster',
    measures: [],
    moved: null,
    findings: [
      { rule: 'design-impossible', fails: true, fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/) },
    ],
  });
  expect(check.verdict.pass).toBe(false);
});
