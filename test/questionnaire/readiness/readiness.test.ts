import { describe, expect, test } from 'vitest';
import { viewOf } from '../../../src/model/view.ts';
import { readinessItems, readinessOf } from '../../../src/questionnaire/readiness/readiness.ts';
import { designOf, example, organisationOf } from '../../support/organisations.ts';
import { changes } from './changes.ts';
import { wholeFile } from './whole-file.ts';

type Loaded = Awaited<ReturnType<typeof organisationOf>>;

const readyFor = (organisation: Loaded, id: 'cluster' | 'lifecycle') => {
  const design = designOf(id);
  const result = design.apply(organisation);
  return readinessOf(
    viewOf(organisation),
    design,
    result,
    result.organisation && viewOf(result.organisation),
  )!;
};

const itemsOf = (organisation: Loaded, id: 'cluster' | 'lifecycle' = 'cluster') =>
  readyFor(organisation, id).parts.flatMap(({ items }) => items);

const itemOf = async (file: object | string, id: string, design: 'cluster' | 'lifecycle' = 'cluster') => {
  const found = itemsOf(await organisationOf(file), design).find((item) => item.id === id)!;
  return { ...found, said: found.evidence.map(({ text }) => text).join(' ') };
};

describe('a company with everything', () => {
  test('who is in clusters already has everything in place, and nothing blocks', async () => {
    const { parts, status } = readyFor(await organisationOf(wholeFile()), 'cluster');
    expect(status).toBe('staffed');
    for (const { items, blocking, summary, counts } of parts) {
      expect(items.map(({ state }) => state)).toEqual(items.map(() => 'in-place'));
      expect(items.flatMap(({ evidence }) => evidence).filter(({ change }) => change)).toEqual([]);
      expect(blocking).toBe(0);
      expect(summary).toBe(`${items.length} of ${items.length} in place`);
      expect(counts).toEqual({ inPlace: items.length, proposed: 0, partly: 0, open: 0, unknown: 0 });
    }
    expect(parts.map(({ id }) => id)).toEqual(['foundations', 'design', 'infrastructure']);
  });

  test('who is not has in place only what is so before the design: what that draws is proposed', async () => {
    const states = itemsOf(await example('halden'));
    const before = new Set([
      'ready-foundations-clear',
      'ready-foundations-communicated',
      'ready-ideal-customers',
      'ready-proposition-first',
      'ready-basis-from-data',
      'ready-metrics-cover-focus',
      'ready-common-systems',
      'ready-culture',
    ]);
    expect(states.filter(({ id, state }) => state === 'in-place' && !before.has(id))).toEqual([]);
    expect(states.filter(({ id, state }) => state === 'proposed' && before.has(id))).toEqual([]);
    expect(states.filter(({ state }) => state === 'proposed').length).toBeGreaterThan(3);
  });
});

describe('one thing that is different', () => {
  test.each([...changes].flatMap(([id, list]) => list.map((change) => [id, ...change] as const)))(
    '%s notices %s',
    async (id, _, change, state, said) => {
      const file = wholeFile();
      change(file);
      const item = await itemOf(file, id);
      expect(item.said).toContain(said);
      expect(item.state).toBe(state);
      // What is there in part says what would make it whole.
      if (state === 'partly') expect(item.evidence.some((one) => one.change)).toBe(true);
    },
  );

  test('is tried for every item', () => {
    expect([...changes.keys()]).toEqual(readinessItems.get('cluster')!.map(({ id }) => id));
  });
});

describe('a company of which nothing is known', () => {
  const EMPTY = 'version: 1\nname: Empty\npeople: [{ id: p1 }]\n';

  test('is unknown in what is asked, and never in place', async () => {
    for (const design of ['cluster', 'lifecycle'] as const) {
      const items = itemsOf(await organisationOf(EMPTY), design);
      expect(items.length).toBe(readinessItems.get(design)!.length);
      expect(items.filter(({ state }) => state === 'in-place' || state === 'partly')).toEqual([]);
      expect(items.filter(({ evidence }) => evidence.length === 0)).toEqual([]);
    }
  });

  test('has open what the file could have said of its customers', async () => {
    const open = itemsOf(await organisationOf(EMPTY)).filter(({ state }) => state === 'open');
    expect(open.map(({ id }) => id)).toEqual(['ready-metrics-cover-focus']);
  });

  test('is told that the design is not possible, and what it lacks', async () => {
    const item = await itemOf(EMPTY, 'ready-teams');
    expect(item.said).toMatch(/^The design is not possible here\./);
  });
});

describe('Halden', () => {
  test('has its foundations, and states with the lines that they were read from', async () => {
    const halden = await example('halden');
    const items = new Map(itemsOf(halden).map((item) => [item.id, item]));
    const states = Object.fromEntries([...items].map(([id, { state }]) => [id, state]));
    expect(states).toMatchObject({
      'ready-foundations-clear': 'in-place',
      'ready-foundations-communicated': 'partly',
      'ready-ideal-customers': 'partly',
      'ready-basis-follows-markets': 'proposed',
      'ready-proposition-first': 'unknown',
      'ready-basis-from-data': 'in-place',
      'ready-groups-whole': 'proposed',
      'ready-skills-decided': 'proposed',
      'ready-charters': 'partly',
      'ready-scorecards': 'partly',
      'ready-metrics-cover-focus': 'in-place',
      'ready-common-systems': 'unknown',
      'ready-culture': 'partly',
    });
    const { line } = halden.placeOf(['practices', 'strategy-communicated'])();
    const evidence = items.get('ready-foundations-communicated')!.evidence;
    expect(evidence[0]).toMatchObject({ state: 'partly', at: { file: 'org.yaml', line } });
    expect(items.get('ready-charters')!.evidence[0]!.at).toMatchObject({ generated: true });
  });

  test('says in a line what is in place, in part, open and unknown', async () => {
    const [foundations] = readyFor(await example('halden'), 'cluster').parts;
    expect(foundations!.summary).toBe('1 of 5 in place, 1 proposed, 2 in part, 1 unknown');
    expect(foundations!.blocking).toBe(1);
  });

  test('for phases has heads and flows by the design, and lacks exit communication', async () => {
    const items = itemsOf(await example('halden'), 'lifecycle');
    expect(Object.fromEntries(items.map(({ id, state }) => [id, state]))).toEqual({
      'ready-phase-heads': 'proposed',
      'ready-phase-teams': 'proposed',
      'ready-phase-metrics': 'partly',
      'ready-phase-flows': 'proposed',
      'ready-exit-communication': 'open',
    });
  });
});

describe('what blocks', () => {
  test('is told in the summary, one and several', async () => {
    const file = wholeFile();
    file.practices['strategy-clear'] = 'no';
    const first = readyFor(await organisationOf(file), 'cluster').parts[0]!;
    expect(first.summary).toBe('4 of 5 in place, 1 open that blocks');
    file.practices['strategy-communicated'] = 'no';
    file.practices['ideal-customer-profiles'] = 'no';
    const both = readyFor(await organisationOf(file), 'cluster').parts[0]!;
    expect(both.summary).toBe('2 of 5 in place, 2 open that block, 1 open');
    expect(both.blocking).toBe(2);
  });
});

test('of designs of which the sources say nothing, nothing is said', async () => {
  const organisation = await organisationOf(wholeFile());
  const view = viewOf(organisation);
  const design = designOf('matrix');
  expect(readinessOf(view, design, design.apply(organisation), null)).toBeUndefined();
});
