import type { Index } from '../model/organisation.ts';
import type { View } from '../model/view.ts';
import { membersBelow } from '../rules/small-units.ts';
import { unitTooSmall } from '../rules/unit-too-small.ts';
import type { Phase } from '../schema/common.ts';
import { headsIn, phaseScorecards } from './each-unit.ts';
import { fromRule, notPossible } from './evidence.ts';
import { type Evidence, type ReadinessItem, type Subject, stateOf } from './item.ts';

const phaseUnits = ({ organisation: { units } }: View, phase: Phase): ReadonlySet<Index> =>
  new Set(units.flatMap((unit, at) => (unit.kind === 'phase' && unit.phase === phase ? [at] : [])));

/** Units with somebody who develops the product. */
function developing(view: View): ReadonlySet<Index> {
  const { people, capabilities, units } = view.organisation;
  const found = new Set<Index>();
  units.forEach((_, at) => {
    for (const seat of membersBelow(view, at))
      if (capabilities[people.capability[seat]!]?.id === 'product-development') {
        found.add(at);
        return;
      }
  });
  return found;
}

/** The three flows of Jameane: from the market to the product, and from customers to both other phases. */
function feedback({ then, result }: Subject): readonly Evidence[] {
  if (then === null) return [notPossible(result)];
  const { flows } = then.organisation;
  const [identify, acquire, retain] = (['identify', 'acquire', 'retain'] as const).map((phase) =>
    phaseUnits(then, phase),
  ) as [ReadonlySet<Index>, ReadonlySet<Index>, ReadonlySet<Index>];
  if (identify.size === 0 || acquire.size === 0 || retain.size === 0)
    return [{ state: 'unknown', text: 'There are no three phases.' }];
  const wanted = [
    ['identify tells product development what prospects look for', identify, developing(then)],
    ['retain tells identify what customers say', retain, identify],
    ['retain tells acquire what customers say', retain, acquire],
  ] as const;
  return wanted.map(([what, from, to]): Evidence => {
    const there = flows.some((flow) => from.has(flow.from) && to.has(flow.to));
    const state = stateOf(there ? 1 : 0, 1);
    return there
      ? { state, text: `There is a flow: ${what}.` }
      : { state, text: `There is no flow: ${what}.`, change: `Add it to flows: ${what}.` };
  });
}

/** What three phases need, as Jameane sees them. */
export const phaseItems: readonly ReadinessItem[] = [
  {
    id: 'ready-phase-heads',
    part: 'design',
    name: 'Every phase has a head',
    why: 'A phase is a department of its own, and one head answers for how it performs.',
    source: 'Jameane',
    blocks: false,
    look: (subject) => headsIn(subject, 'phase'),
  },
  {
    id: 'ready-phase-teams',
    part: 'design',
    name: 'Every phase has four people',
    why: 'A phase with fewer lacks what makes a team perform. The number is Jackson’s for clusters.',
    source: 'Jackson; for phases our reading',
    blocks: false,
    look: (subject) =>
      subject.then?.organisation.units.some(({ kind }) => kind === 'phase') === false
        ? [{ state: 'unknown', text: 'There is no phase.' }]
        : fromRule(unitTooSmall, subject, 'No phase has too few people.'),
  },
  {
    id: 'ready-phase-metrics',
    part: 'design',
    name: 'Every phase answers for the measures of its phase',
    why: 'Departments by phase are measured by how the phase performs, and by how many customers go on to the next.',
    source: 'Jameane',
    blocks: false,
    look: phaseScorecards,
  },
  {
    id: 'ready-phase-flows',
    part: 'infrastructure',
    name: 'Phases tell each other what they learn',
    why: 'Market research tells product development what prospects look for; retain tells the others what helps them reach their goals.',
    source: 'Jameane',
    blocks: false,
    look: feedback,
  },
  {
    id: 'ready-exit-communication',
    part: 'infrastructure',
    name: 'Customers who leave are not forgotten',
    why: 'To stay in contact with them is the greatest gain of phases.',
    source: 'Jameane',
    blocks: false,
    reads: ['exit-communication'],
  },
];
