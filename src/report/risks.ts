import type { Measure, MeasureResult } from '../measures/measure.ts';
import type { Organisation } from '../model/organisation.ts';
import { answerOf } from '../model/practices.ts';
import type { DesignId } from '../schema/designs.ts';
import type { PracticeId } from '../schema/practices.ts';
import type { Risk } from '../schema/risk.ts';

interface KnownRisk extends Pick<Risk, 'id' | 'text' | 'measure' | 'remedy' | 'source'> {
  readonly designs: readonly DesignId[];
  /** Items of the questionnaire that together cover it; without any, nothing in the file says that it is covered. */
  readonly practices: readonly PracticeId[];
  /** Told even where the figure is no worse than today. */
  readonly always?: true;
}

/** The worst of each design first. */
const RISKS: readonly KnownRisk[] = [
  {
    id: 'less-insight',
    designs: ['cluster'],
    text: 'Clusters may share less of what they learn about customers',
    measure: 'insight.reach',
    practices: ['insight-shared', 'best-practice-exchange'],
    remedy:
      'Flows of the kind best-practice through centres of expertise, and somebody who sees that they are used.',
    source: 'Comment on Jackson',
    always: true,
  },
  {
    id: 'disjointed-experience',
    designs: ['cluster', 'account-team'],
    text: 'What customers experience may differ from unit to unit',
    measure: 'silos.count',
    practices: ['one-message'],
    remedy: 'One message for all, and accounts of one parent kept together.',
    source: 'Comment on Jackson',
  },
  {
    id: 'duplicated-resources',
    designs: ['cluster', 'account-team'],
    text: 'Skills are divided among more units, and resources duplicated',
    measure: 'expertise.fragmentation',
    practices: [],
    remedy: 'Leave a skill common (designs.cluster.exclude), or have fewer clusters.',
    source: 'Comment on Jackson',
  },
  {
    id: 'costs-more',
    designs: ['cluster', 'account-team', 'matrix'],
    text: 'It costs more',
    measure: 'change.costPerYear',
    practices: [],
    remedy: 'Fewer new seats: fewer groups, or heads out of today’s managers.',
    source: 'Comment on Jackson',
  },
  {
    id: 'passed-on',
    designs: ['lifecycle'],
    text: 'Customers are passed on at the border between phases',
    measure: 'journey.mainContactKept',
    practices: [],
    remedy: 'One contact who stays with the customer, and conversion on both scorecards.',
    source: 'Jameane',
  },
  {
    id: 'one-step',
    designs: ['lifecycle'],
    text: 'Many have to learn new ways of working in one step',
    measure: 'change.movedShare',
    practices: [],
    remedy: 'Stages: orgdesign simulate --stages.',
    source: 'Jameane',
  },
  {
    id: 'departments-felt',
    designs: ['functional'],
    text: 'Customers feel the departments',
    measure: 'silos.effective',
    practices: [],
    remedy: 'Somebody who answers for the whole journey.',
    source: 'Jackson; Jameane',
  },
  {
    id: 'two-bosses',
    designs: ['matrix'],
    text: 'Two bosses make conflicting demands, and the stronger one wins',
    measure: 'reporting.dualConflicts',
    practices: [],
    remedy: 'Unequal weights of the two lines.',
    source: 'Jackson',
  },
];

const figureIn = (taken: ReadonlyMap<string, MeasureResult>, id: string): number | null => {
  const value = taken.get(id)?.value;
  return value === undefined || value === null || !Number.isFinite(value) ? null : value;
};

/**
 * What the sources warn of in a design, each with the figure that shows it here, today and in the design. A risk whose
 * figure is no worse than today, or not known on either side, is left out, but for those that are always told.
 */
export function risksOf(
  measures: readonly Measure[],
  { practices }: Pick<Organisation, 'practices'>,
  design: DesignId,
  taken: ReadonlyMap<string, MeasureResult>,
  today: ReadonlyMap<string, MeasureResult>,
): readonly Risk[] {
  return RISKS.flatMap((known) => {
    if (!known.designs.includes(design)) return [];
    const measure = measures.find(({ id }) => id === known.measure);
    if (measure === undefined) return [];
    const [before, after] = [figureIn(today, known.measure), figureIn(taken, known.measure)];
    // What changes is compared with no change at all.
    const from = known.measure.startsWith('change.') ? (before ?? 0) : before;
    const worse =
      from !== null &&
      after !== null &&
      (measure.better === 'higher' ? after < from : after > from) &&
      Math.abs(after - from) > 1e-9;
    if (!worse && known.always !== true) return [];
    const { id, text, measure: shown, remedy, source } = known;
    const covered =
      known.practices.length > 0 &&
      known.practices.every((item) => answerOf({ practices }, item).answer === 'yes');
    return [{ id, text, measure: shown, today: from, design: after, remedy, covered, source }];
  });
}
