import { grouped } from '../../base/grouped.ts';
import { counted } from '../../base/text.ts';
import { growthOf } from '../../measures/customers/retain-share.ts';
import { measures } from '../../measures/index.ts';
import { ROOT_OFFICE } from '../../model/accountability.ts';
import { mergeAssumptions } from '../../model/assumptions.ts';
import { effortOf } from '../../model/effort.ts';
import { withoutAcquisitionCost } from '../../model/lifetime-value.ts';
import type { Assumption, Organisation } from '../../model/organisation.ts';
import { LINES_NOT_KNOWN, qualityOf } from '../../model/quality.ts';
import type { View } from '../../model/view.ts';
import type { DesignId } from '../../schema/input/designs.ts';

const SILOS = [
  'silos.count',
  'silos.effective',
  'silos.reachable',
  'handoffs.perJourney',
  'handoffs.insideUnit',
  'journey.accountableShare',
  'escalation.distance',
  'expertise.fragmentation',
  'cover.singleHolders',
];
const STRUCTURE = [
  'teams.count',
  'teams.belowMinimum',
  'expertise.fragmentation',
  'change.movedShare',
  'change.newManagerShare',
  'change.newSeats',
  'change.costPerYear',
];

/** A design that was made, or could not be. */
interface DesignOutput {
  readonly id: DesignId;
  readonly organisation: Organisation | null;
}

/** Everything that was filled in: while reading, for the measures, and by the designs that are shown. */
export function assumptionsOf(view: View, designs: readonly DesignOutput[] = []): readonly Assumption[] {
  const { organisation } = view;
  const found: Assumption[] = [];
  const { at, before } = view.accountability();
  if (!at.height.startsWith('declared')) {
    const units = at.units.filter(({ id }) => id !== ROOT_OFFICE).length;
    const deeper =
      before === null ? '' : ', or one level further down where a unit covered two thirds of the hours';
    found.push({
      id: 'accountable-units',
      text: at.height.startsWith('departments')
        ? `No department is declared accountable: ${counted(units, 'department')} with a head who reports outside it, from the top of the tree${deeper}, ${units === 1 ? 'is' : 'are'} taken to answer for ${units === 1 ? 'its' : 'their'} work.`
        : `No department is declared accountable, and too few people have one: each of ${units} heads below the root${deeper} is taken to answer for everybody below.`,
      affects: SILOS,
    });
  }
  const isMade = (wanted: DesignId) =>
    designs.some(({ id, organisation: made }) => id === wanted && made !== null);
  const grouped = isMade('cluster') || isMade('matrix');
  const effort = effortOf(organisation);
  const clustered = [...effort.assumed].filter((index) =>
    ['essential', 'joins'].includes(organisation.capabilities[index]!.role),
  );
  if (grouped && clustered.length > 0)
    found.push({
      id: 'effort-spread',
      text: `${effort.givenShare === 0 ? 'No effort is given' : 'Part of the effort is not given'}: it is spread over customers by ${effort.by === 'revenue' ? 'revenue' : 'number'}, so that ${effort.givenShare === 0 ? '' : 'who gives none needs as much as who does, and of skills without any '}today’s people are at ${Math.round(organisation.policy.utilisation * 100)} % of their hours.`,
      affects: STRUCTURE,
    });
  if (isMade('lifecycle'))
    found.push({
      id: 'phase-shares',
      text: 'How much of each skill works in which phase follows built-in shares, a judgement, where the file gives none.',
      affects: STRUCTURE,
    });
  if (designs.some(({ organisation: made }) => (made?.people.count ?? 0) > organisation.people.count))
    found.push({
      id: 'new-seat-cost',
      text: 'A new seat costs the median of its skill, a lead seat the median of today’s managers; where fewer than five are there, of a larger group, so that nobody can tell whose pay that is.',
      affects: ['change.costPerYear'],
    });
  const lines = qualityOf(organisation).closed.find(({ gate }) => gate === 'lines');
  const drawn = designs.some(({ id, organisation: made }) => id !== 'as-is' && made !== null);
  if (lines !== undefined && drawn && !organisation.assumptions.some(({ id }) => id === LINES_NOT_KNOWN))
    found.push({
      id: LINES_NOT_KNOWN,
      text: `Lines of designs are drawn though it is not known well enough who leads whom today: ${lines.mend}`,
      affects: measures.filter(({ needs }) => needs.includes('lines')).map(({ id }) => id),
    });
  return mergeAssumptions(organisation.assumptions, [...found, ...assumedOfCustomers(view)]);
}

/** What is filled in for the value of customers, and for how many there will be. */
function assumedOfCustomers(view: View): readonly Assumption[] {
  const { organisation } = view;
  const { part, of } = withoutAcquisitionCost(organisation);
  const unpriced = {
    id: 'acquisition-cost',
    text: `What it cost to win ${part === of ? 'customers' : `${grouped(part)} of ${grouped(of)} customers`} is not known and counts as nothing: lifetime values are too high by as much.`,
    affects: ['customers.lifetimeValue'],
  };
  const replaced = {
    id: 'acquisition-rate',
    text: 'How many customers are won in a year is not given (context.acquisitionRate): it is taken to be as many as leave.',
    affects: ['growth.retainShare'],
  };
  return [
    ...(part > 0 ? [unpriced] : []),
    ...(organisation.context.acquisitionRate === undefined && growthOf(view) !== null ? [replaced] : []),
  ];
}
