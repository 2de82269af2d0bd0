import { describe, expect, test } from 'vitest';
import { checkFormats } from '../../../src/documents/check/document.ts';
import { checked, company, findingsOf, statesOf } from './checked.ts';

describe('limits of measures', () => {
  const policy =
    'measures: { teams.belowMinimum: { max: 1 }, spans.median: {}, change.movedShare: { max: 0 } }';

  test('fail like findings, and only where they are worse than in the baseline', async () => {
    const alone = await checked(company({ one: 2, two: 2 }), { policy });
    expect(findingsOf(alone, 'measure-limit')).toMatchObject([
      {
        state: 'new',
        value: 2,
        limit: 1,
        entity: { kind: 'measure', id: 'teams.belowMinimum' },
        message: 'Teams below minimum: 2; the policy allows at most 1.',
      },
    ]);
    expect(alone.verdict.pass).toBe(false);
    const { measures, gates } = alone.structures[0]!;
    expect(measures.find(({ id }) => id === 'spans.median')).toMatchObject({
      status: 'not-limited',
      limit: null,
    });
    expect(measures.find(({ id }) => id === 'change.movedShare')).toMatchObject({
      status: 'unknown',
      reason: 'There is no baseline to compare with.',
    });
    expect(gates.find(({ gate }) => gate === 'measures')).toMatchObject({ status: 'fail', value: 1 });

    const same = await checked(company({ one: 2, two: 2 }), { policy, before: company({ one: 2, two: 2 }) });
    expect(statesOf(same, 'measure-limit')).toEqual(['teams.belowMinimum unchanged']);
    expect(same.verdict.pass).toBe(true);
    const worse = await checked(company({ one: 2, two: 2, three: 2 }), {
      policy,
      before: company({ one: 2, two: 2, three: 5 }),
    });
    expect(statesOf(worse, 'measure-limit')).toEqual(['teams.belowMinimum worse']);
    const better = await checked(company({ one: 2, two: 5 }), {
      policy,
      before: company({ one: 2, two: 2 }),
    });
    expect(statesOf(better, 'measure-limit')).toEqual(['teams.belowMinimum gone']);
    expect(better.verdict.pass).toBe(true);
  });

  test('can be set to inform only', async () => {
    const check = await checked(company({ one: 2, two: 2 }), {
      policy: `${policy}\nrules: { measure-limit: warning }`,
    });
    expect(findingsOf(check, 'measure-limit')).toMatchObject([{ severity: 'warning', fails: false }]);
    expect(check.verdict.pass).toBe(true);
  });

  test('no other measure is taken than those limited or shown', async () => {
    const { measures } = (await checked(company({ one: 2 }))).structures[0]!;
    expect(measures.map(({ id }) => id)).toContain('layers.count');
    expect(measures.map(({ id }) => id)).not.toContain('spans.median');
  });
});

describe('what the data cannot bear', () => {
  const good = company({ one: 2, two: 2, three: 5, four: 5 });
  /** Managers of whom most are nowhere in the file. */
  const broken = good.replaceAll(/manager: (?:one|two|three|four) /g, 'manager: nobody ');

  test('is within no limit, whether it was known before or not', async () => {
    const policy = 'measures: { layers.count: { max: 3 }, spans.oneReport: { tolerance: 1 } }';
    expect((await checked(good, { policy })).verdict.pass).toBe(true);
    const alone = await checked(broken, { policy });
    expect(findingsOf(alone, 'measure-limit')).toMatchObject([
      { entity: { id: 'layers.count' }, state: 'new', value: null, fails: true },
    ]);
    expect(findingsOf(alone, 'measure-limit')[0]!.message).toMatch(
      /^Management levels: not known, though limited\./,
    );
    expect((await checked(broken, { policy, before: good })).verdict.pass).toBe(false);
    // Who could not tell before is not worse now.
    expect((await checked(broken, { policy, before: broken })).verdict.pass).toBe(true);
  });

  test('is not told to be gone, and how much of the baseline cannot be judged is said', async () => {
    const check = await checked(broken, { before: good });
    expect(statesOf(await checked(good), 'team-too-small')).toEqual(['one new', 'two new']);
    expect(check.verdict.counts.gone).toBe(0);
    expect(check.structures[0]!.notJudged).toBe(2);
    expect(check.structures[0]!.gates[0]!.message).toContain(
      '2 findings of the baseline cannot be judged any more',
    );
  });
});

test('a limit of the cost a year is judged where it would tell what one person is paid, and the sum is not told', async () => {
  const cost = (text: string) =>
    text
      .replaceAll(/ manager: (\w+) }/g, ' manager: $1, costPerYear: 50000 }')
      .replace('Officer }', 'Officer, costPerYear: 90000 }');
  const [before, after] = [cost(company({ one: 5, two: 5 })), cost(company({ one: 5, two: 6 }))];
  const check = (max: number) =>
    checked(after, { before, policy: `measures: { change.costPerYear: { max: ${max} } }` });
  expect((await check(60_000)).verdict.pass).toBe(true);
  const refused = await check(40_000);
  expect(refused.verdict.pass).toBe(false);
  expect(JSON.stringify(refused)).not.toMatch(/50,?000/);
});

describe('the share of people who may move', () => {
  const before = company({ one: 5, two: 5 });
  const moved = before.replace(
    'id: one-1, title: Accountant, department: one',
    'id: one-1, title: Accountant, department: two',
  );

  test('is refused above, and passes with a higher one on purpose', async () => {
    const refused = await checked(moved, { before, policy: 'maxMoved: 0.05' });
    expect(refused.verdict.pass).toBe(false);
    expect(findingsOf(refused, 'too-many-moved')).toMatchObject([
      { value: 1 / 13, limit: 0.05, state: 'new' },
    ]);
    expect(refused.structures[0]!.moved).toMatchObject({
      inBoth: 13,
      moved: 1,
      joined: 0,
      left: 0,
      between: [{ from: { id: 'one' }, to: { id: 'two' }, people: 1 }],
    });
    expect((await checked(moved, { before, policy: 'maxMoved: 0.05', maxMoved: 0.1 })).verdict.pass).toBe(
      true,
    );
    expect((await checked(moved, { before, maxMoved: 1 / 13 })).verdict.pass).toBe(true);
  });

  test('says who only where names are asked for', async () => {
    const between = async (names: boolean) =>
      (await checked(moved, { before, names })).structures[0]!.moved!.between;
    expect((await between(false))[0]!.who).toBeUndefined();
    expect((await between(true))[0]!.who).toEqual([{ id: 'one-1' }]);
  });

  test('is refused where nobody is known again', async () => {
    const renamed = before.replaceAll('one', 'uno').replaceAll('two', 'due').replaceAll('chief', 'boss');
    const check = await checked(renamed, { before, maxMoved: 1 });
    expect(findingsOf(check, 'too-many-moved')).toMatchObject([{ value: null, fails: true }]);
    expect(check.verdict.reasons[0]).toContain('were the ids changed?');
  });

  test('is told to be unchecked without anything to move from', async () => {
    const check = await checked(before, { policy: 'maxMoved: 0' });
    expect(check.structures[0]!.gates).toContainEqual(
      expect.objectContaining({ gate: 'max-moved', status: 'not-checked' }),
    );
    expect(check.verdict.pass).toBe(true);
  });
});

describe('the share of people who may be gone', () => {
  const before = company({ one: 5, two: 4 });
  const fewer = company({ one: 5, two: 2 });

  test('is refused above, and passes with a higher one on purpose', async () => {
    const refused = await checked(fewer, { before, policy: 'maxGone: 0.1' });
    expect(refused.verdict).toMatchObject({
      pass: false,
      reasons: [
        expect.stringContaining('16.7 % of the people of the baseline are gone, 2 of 12; at most 10 % may.'),
      ],
    });
    expect(findingsOf(refused, 'too-many-gone')).toMatchObject([{ value: 2 / 12, limit: 0.1, fails: true }]);
    for (const options of [{ policy: 'maxGone: 0.1', maxGone: 0.2 }, { maxGone: 2 / 12 }])
      expect((await checked(fewer, { before, ...options })).verdict.pass).toBe(true);
  });

  test('counts who leaves a seat open, and nobody who only moves or joins', async () => {
    const open = before.replace('id: two-1,', 'id: two-1, vacant: true,');
    expect(findingsOf(await checked(open, { before, maxGone: 0 }), 'too-many-gone')).toHaveLength(1);
    const moved = before.replace(
      'id: two-1, title: Accountant, department: two',
      'id: two-1, title: Accountant, department: one',
    );
    expect(findingsOf(await checked(moved, { before, maxGone: 0 }), 'too-many-gone')).toEqual([]);
    expect(findingsOf(await checked(before, { before: fewer, maxGone: 0 }), 'too-many-gone')).toEqual([]);
  });

  test('is told to be unchecked without a baseline', async () => {
    const { gates } = (await checked(before, { policy: 'maxGone: 0' })).structures[0]!;
    expect(gates).toContainEqual(expect.objectContaining({ gate: 'max-gone', status: 'not-checked' }));
  });
});

describe('the policy', () => {
  const rendered = async (format: string, policy?: string): Promise<string> => {
    const check = await checked(company({ one: 5 }), policy === undefined ? {} : { policy });
    const render = await checkFormats.get(format)!.load();
    return render(check, { columns: 200, color: false, quiet: true });
  };

  test.each(['table', 'markdown', 'json', 'sarif', 'junit', 'github'])('is named in %s', async (format) => {
    expect((await rendered(format, 'extends: strict')).replaceAll('\\', '')).toMatch(
      format === 'json'
        ? /"file": "orgdesign.config.yaml"/
        : /the policy orgdesign\.config\.yaml, which extends strict/,
    );
    expect(await rendered(format)).toMatch(
      format === 'json' ? /"policy": null/ : /as they are built in: there is no policy/,
    );
  });
});

describe('a threshold that a change of the file sets otherwise', () => {
  const before = company({ one: 2, two: 5 });
  const relaxed = `${company({ one: 1, two: 5 })}policy: { minimumTeam: 2 }\n`;

  test('is a finding in every format for machines, since it passes what failed', async () => {
    const check = await checked(relaxed, { before, failOn: 'warning' });
    expect(findingsOf(check, 'threshold-changed')).toMatchObject([
      {
        severity: 'warning',
        state: 'new',
        fails: true,
        entity: { kind: 'setting', id: 'policy.minimumTeam' },
        message:
          'The file sets policy.minimumTeam otherwise than the baseline, 4 → 2; both are judged by what stands after. By the thresholds of the baseline 1 more finding would stand.',
      },
    ]);
    expect(check.verdict.pass).toBe(false);
    for (const id of ['github', 'junit', 'gitlab', 'rdjson', 'sarif']) {
      const text = (await checkFormats.get(id)!.load())(check, { columns: 80, color: false, quiet: false });
      expect([id, text]).toEqual([id, expect.stringContaining('policy.minimumTeam')]);
    }
  });

  test('is told once, and waived on purpose', async () => {
    const waivers = `waivers: [{ rule: threshold-changed, entity: policy.minimumTeam, reason: Small teams, owner: Ada, expires: 2027-01-31 }]`;
    const waived = await checked(relaxed, { before, failOn: 'warning', policy: waivers });
    expect(findingsOf(waived, 'threshold-changed')).toMatchObject([{ state: 'waived', fails: false }]);
    expect(findingsOf(await checked(relaxed, { before: relaxed }), 'threshold-changed')).toEqual([]);
    expect(findingsOf(await checked(relaxed), 'threshold-changed')).toEqual([]);
  });
});
