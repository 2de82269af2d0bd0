import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildProgress, type PlannedStage } from '../../../src/documents/progress/progress.ts';
import type { Structure } from '../../../src/documents/structure.ts';
import { structureFrom } from '../../../src/documents/structure.ts';
import { loadOrganisation } from '../../../src/schema/read/load.ts';
import { memoryFiles } from '../../../src/source/memory-files.ts';
import { runs } from '../../support/runs.ts';

type Places = Readonly<Record<string, string>>;

const scorecard = (value: number | undefined, target?: number) => [{ metric: 'retention', value, target }];

/** A company whose people stand in departments, each below the boss. */
const company = async (
  places: Places,
  value?: number,
  target?: number,
  teams: readonly object[] = [],
): Promise<Structure> => {
  const units = [...new Set(['a', 'b', 'c', ...Object.values(places)])].sort();
  const file = {
    version: 1,
    name: 'Small',
    teams,
    departments: units.map((id) => ({
      id,
      name: id.toUpperCase(),
      ...(id === 'a' ? { scorecard: scorecard(value, target) } : {}),
    })),
    people: [
      { id: 'boss', department: 'a' },
      ...Object.entries(places).map(([id, department]) => ({
        id,
        name: `Name of ${id}`,
        department,
        manager: 'boss',
      })),
    ],
  };
  return structureFrom(
    await loadOrganisation('org.yaml', memoryFiles(new Map([['org.yaml', JSON.stringify(file)]]))),
  );
};

const progress = (
  before: Structure,
  plan: Structure,
  now: Structure,
  stages: readonly PlannedStage[] = [],
  today: string | null = null,
) => buildProgress(before, plan, now, { names: false, version: 'test', today, stages });

const places = fc.record({
  p1: fc.constantFrom('a', 'b', 'c'),
  p2: fc.constantFrom('a', 'b', 'c'),
  p3: fc.constantFrom('a', 'b', 'c'),
  p4: fc.constantFrom('a', 'b', 'c'),
});

describe('the share of a plan that is done', () => {
  test('is none where it began, all where it ends, and each move is in one state', async () => {
    await fc.assert(
      fc.asyncProperty(places, places, places, async (was, to, is) => {
        const [before, plan, now] = [await company(was), await company(to), await company(is)];
        const planned = Object.keys(was).filter((id) => was[id as 'p1'] !== to[id as 'p1']);
        const [begun, ended, middle] = [
          progress(before, plan, before),
          progress(before, plan, plan),
          progress(before, plan, now),
        ];
        expect([begun.moves.done, begun.deviations]).toEqual([0, []]);
        expect([ended.moves.done, ended.deviations]).toEqual([planned.length, []]);
        expect(middle.list.map(({ person }) => person.id)).toEqual(planned);
        for (const { person, state } of middle.list) {
          const id = person.id as 'p1';
          expect(state).toBe(is[id] === to[id] ? 'done' : is[id] === was[id] ? 'open' : 'elsewhere');
        }
        const strayed = Object.keys(was).filter(
          (one) => is[one as 'p1'] !== was[one as 'p1'] && is[one as 'p1'] !== to[one as 'p1'],
        );
        expect(middle.deviations.map(({ entity }) => entity.id).sort()).toEqual(strayed.sort());
      }),
      { numRuns: runs(50) },
    );
  });

  test('counts who has left as not done, and says who joined though nobody planned it', async () => {
    const now = await company({ p1: 'b', p9: 'c' });
    const { list, deviations } = progress(
      await company({ p1: 'a', p2: 'a', p3: 'a' }),
      await company({ p1: 'b', p2: 'b', p3: 'a' }),
      now,
    );
    expect(list.map(({ state }) => state)).toEqual(['done', 'gone']);
    expect(deviations.map(({ kind, entity }) => [kind, entity.id])).toEqual([
      ['left', 'p2'],
      ['left', 'p3'],
      ['joined', 'p9'],
    ]);
  });
});

test('a scorecard has gone half of the way from 0.6 to its target of 0.8 at 0.7, and one below where it began less than none', async () => {
  const [before, plan] = [await company({}, 0.6), await company({}, 0.6, 0.8)];
  const of = async (value: number | undefined) =>
    progress(before, plan, await company({}, value, 0.8)).scorecards[0]!;
  expect((await of(0.7)).share).toBeCloseTo(0.5, 12);
  expect((await of(0.5)).share).toBeCloseTo(-0.5, 12);
  expect([(await of(0.8)).state, (await of(0.7)).state, (await of(undefined)).state]).toEqual([
    'reached',
    'not-reached',
    'not-known',
  ]);
});

describe('a stage is late', () => {
  const was = { p1: 'a', p2: 'a' };
  const to = { p1: 'b', p2: 'c' };
  const stages = async (due: string | null): Promise<PlannedStage[]> => [
    { id: 'pilot', name: 'Pilot', due, organisation: (await company({ p1: 'b', p2: 'a' })).organisation },
    { id: 'wave', name: 'Wave', due: null, organisation: (await company(to)).organisation },
  ];
  const late = async (now: Places, due: string | null, today: string | null) =>
    progress(await company(was), await company(to), await company(now), await stages(due), today).stages.map(
      (one) => one.late,
    );

  test('where its day is over and moves of it are not done', async () => {
    expect(await late(was, '2026-01-31', '2026-02-01')).toEqual([
      'It was to be there by 2026-01-31, and 1 of 1 moves are not done on 2026-02-01.',
      null,
    ]);
    expect(await late(was, '2026-01-31', '2026-01-31')).toEqual([null, null]);
    expect(await late(to, '2026-01-31', '2026-02-01')).toEqual([null, null]);
  });

  test('where a later one has begun', async () => {
    expect(await late({ p1: 'a', p2: 'c' }, null, null)).toEqual([
      '"Wave" has begun, and 1 of 1 moves of this stage are not done.',
      null,
    ]);
    expect(await late({ p1: 'b', p2: 'a' }, null, null)).toEqual([null, null]);
  });
});

describe('whom the plan moves, and who is elsewhere', () => {
  test('fails --max-deviations, whether in a third unit or gone', async () => {
    const [before, plan, now] = [
      await company({ p1: 'a', p2: 'a', p3: 'a' }),
      await company({ p1: 'b', p2: 'b', p3: 'b' }),
      await company({ p1: 'c', p2: 'a' }),
    ];
    const { deviations, failed } = buildProgress(before, plan, now, {
      names: false,
      version: 'test',
      today: null,
      stages: [],
      maxDeviations: 0,
    });
    expect(deviations.map(({ kind, entity, planned, now: is }) => [kind, entity.id, planned, is])).toEqual([
      ['moved', 'p1', 'B', 'C'],
      ['left', 'p3', 'B', null],
    ]);
    expect(failed).toEqual(['2 deviate from the plan; at most 0 may.']);
  });

  test('is told with title and the unit before, in the order of ids whatever the order of rows', async () => {
    const { deviations } = progress(
      await company({ p9: 'a', p1: 'a' }),
      await company({ p9: 'b', p1: 'b' }),
      await company({ p9: 'c', p1: 'c' }),
    );
    expect(deviations.map(({ entity, title, from }) => [entity.id, typeof title, from?.name])).toEqual([
      ['p1', 'string', 'A'],
      ['p9', 'string', 'A'],
    ]);
  });

  test('a unit that the plan keeps and that is there no longer deviates', async () => {
    const places = { p1: 'a', p2: 'd' };
    const now = await company({ p1: 'a', p2: 'a' });
    const { deviations } = progress(await company(places), await company(places), now);
    expect(deviations.map(({ kind, entity }) => [kind, entity.id])).toEqual([
      ['moved', 'p2'],
      ['unit-gone', 'd'],
    ]);
  });
});

describe('a plan that makes teams and moves nobody', () => {
  const places = { p1: 'a', p2: 'b', p3: 'c' };
  const team = (id: string, lead: string, ...members: string[]) => ({
    id,
    name: `Team ${id}`,
    lead,
    members,
  });
  const of = (...teams: object[]) => company(places, undefined, undefined, teams);

  test('is carried out as far as the places in teams are, of members and of leads', async () => {
    const [before, plan] = [await of(), await of(team('t', 'p1', 'p1', 'p2'))];
    const stand = (now: Structure) => {
      const { teams, failed } = buildProgress(before, plan, now, {
        names: false,
        version: 'test',
        today: null,
        stages: [],
        minDone: 1,
      });
      return { done: [teams?.planned, teams?.done], failed };
    };
    expect(stand(before)).toEqual({
      done: [3, 0],
      failed: ['0 % of the places in teams are as planned; at least 100 % must be.'],
    });
    expect(stand(await of(team('t', 'p2', 'p1', 'p2'))).done).toEqual([3, 2]);
    expect(stand(plan)).toEqual({ done: [3, 3], failed: [] });
  });

  test('tells who is in a team, leads one or has left one otherwise than planned', async () => {
    const [before, plan] = [await of(team('s', 'p3', 'p3', 'p1')), await of(team('s', 'p3', 'p3', 'p1'))];
    const { deviations } = progress(before, plan, await of(team('s', 'p2', 'p2', 'p3')));
    expect(deviations.map(({ kind, entity, planned, now }) => [kind, entity.id, planned, now])).toEqual([
      ['team', 'p3', 'lead of Team s', null],
      ['team', 'p1', 'Team s', null],
      ['team', 'p2', null, 'Team s'],
      ['team', 'p2', null, 'lead of Team s'],
    ]);
  });
});
