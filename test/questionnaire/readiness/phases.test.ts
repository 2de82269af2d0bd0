import { describe, expect, test } from 'vitest';
import { viewOf } from '../../../src/model/view.ts';
import { readinessItems, readinessOf } from '../../../src/questionnaire/readiness/readiness.ts';
import type { ReadinessState } from '../../../src/schema/documents/assessment.ts';
import { designOf, organisationOf } from '../../support/organisations.ts';
import { answer, type Change, drop, inUnit, person } from './changing.ts';
import type { AnyFile } from './whole-file.ts';

const METRICS = {
  identify: ['prospects-found', 'conversion-to-acquire'],
  acquire: ['conversion-to-acquire', 'revenue-against-goal', 'initial-satisfaction'],
  retain: ['retention', 'satisfaction'],
};
const TITLES = {
  identify: 'Marketing Specialist',
  acquire: 'Product Developer',
  retain: 'Customer Support Agent',
};
const PHASES = ['identify', 'acquire', 'retain'] as const;

/** A company in three phases where everything that readiness asks for is in place. */
const phased = (): AnyFile => ({
  version: 1,
  name: 'Phased',
  practices: { 'exit-communication': 'yes' },
  departments: PHASES.map((phase) => ({
    id: phase,
    kind: 'phase',
    phase,
    head: `${phase}-head`,
    accountable: true,
    scorecard: METRICS[phase].map((metric) => ({ metric, value: 1, target: 2, owner: `${phase}-head` })),
  })),
  people: [
    { id: 'chief', title: 'Chief Executive Officer' },
    ...PHASES.flatMap((phase) => [
      { id: `${phase}-head`, title: TITLES[phase], department: phase, manager: 'chief' },
      ...[1, 2, 3, 4].map((n) => ({
        id: `${phase}-${n}`,
        title: TITLES[phase],
        department: phase,
        manager: `${phase}-head`,
      })),
    ]),
  ],
  flows: [
    { from: 'identify', to: 'acquire', what: 'What prospects look for', kind: 'prospect-insight' },
    { from: 'retain', to: 'identify', what: 'What customers say', kind: 'customer-feedback' },
    { from: 'retain', to: 'acquire', what: 'What customers say', kind: 'customer-feedback' },
    { from: 'retain', to: 'acquire', what: 'Why customers left', kind: 'exit-reasons' },
  ],
});

const itemsOf = async (file: AnyFile) => {
  const organisation = await organisationOf(file);
  const design = designOf('lifecycle');
  const result = design.apply(organisation);
  const then = result.organisation && viewOf(result.organisation);
  return readinessOf(viewOf(organisation), design, result, then)!.parts.flatMap(({ items }) => items);
};

test('a company in phases has everything in place', async () => {
  expect((await itemsOf(phased())).filter(({ state }) => state !== 'in-place')).toEqual([]);
});

const CASES: readonly (readonly [
  id: string,
  what: string,
  change: Change,
  state: ReadinessState,
  said: string,
])[] = [
  [
    'ready-phase-heads',
    'an open seat at the head',
    (file) => {
      person(file, 'retain-head').vacant = true;
    },
    'partly',
    'The seat of the head is open: retain.',
  ],
  ['ready-phase-teams', 'three people', ({ people }) => people.splice(-2), 'open', 'has 3 people'],
  [
    'ready-phase-metrics',
    'no targets',
    inUnit('retain', ({ scorecard }) => scorecard.forEach(drop('target'))),
    'partly',
    'The scorecard lacks every target: retain.',
  ],
  ['ready-phase-metrics', 'no scorecard', inUnit('identify', drop('scorecard')), 'open', 'is on a scorecard'],
  [
    'ready-phase-flows',
    'one flow less',
    ({ flows }) => flows.shift(),
    'open',
    'There is no flow: identify tells product development what prospects look for.',
  ],
  ['ready-exit-communication', 'no contact', answer('exit-communication', 'no'), 'open', 'is answered no'],
  [
    'ready-exit-communication',
    'no answer, though reasons are passed on',
    answer('exit-communication', undefined),
    'unknown',
    'exit-communication is not answered: A flow of the kind exit-reasons tells acquire why customers left',
  ],
  [
    'ready-exit-communication',
    'no flow',
    ({ flows }) => flows.pop(),
    'open',
    'There is no flow from retain that tells why customers left.',
  ],
];

describe('one thing that is different', () => {
  test.each(CASES)('%s notices %s', async (id, _, change, state, said) => {
    const file = phased();
    change(file);
    const items = await itemsOf(file);
    const item = items.find((one) => one.id === id)!;
    expect(item.evidence.map(({ text }) => text).join(' ')).toContain(said);
    expect(item.state).toBe(state);
    // One cause shows in one place.
    expect(items.filter((one) => one.id !== id && one.state !== 'in-place')).toEqual([]);
  });

  test('is tried for every item', () => {
    const tried = new Set(CASES.map(([id]) => id));
    expect([...tried].sort()).toEqual(
      readinessItems
        .get('lifecycle')!
        .map(({ id }) => id)
        .sort(),
    );
  });
});
