import { allOf, midSentence, sentenceCase } from '../../base/text.ts';
import type { ReportedDesign } from '../../schema/documents/report.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import { hangsOnPriorities, NO } from '../../verdicts/decision.ts';
import { DESIGN_NAMES } from '../../verdicts/design-names.ts';
import { gainsOf, isSaving, pricesOf, type ReportWithoutAnswer } from './gains-and-prices.ts';

type Ranking = NonNullable<ReportWithoutAnswer['ranking']>;

/** Of the designs that take part in a ranking the one that comes nearest to today. */
const nearest = ({ totals }: Ranking): DesignId | undefined =>
  (Object.keys(totals) as DesignId[])
    .filter((id) => id !== 'as-is')
    .sort((a, b) => totals[b]! - totals[a]!)[0];

/** What keeps a design out of the ranking, as it is said of one and of several. */
const NO_OTHER: readonly (readonly [reasons: readonly string[], one: string, several: string])[] = [
  [['the same as today'], 'would change nothing', 'would change nothing'],
  [['gains nothing'], 'gains nothing by the criteria', 'gain nothing by the criteria'],
  [['suits less well than others'], 'suits less well', 'suit less well'],
  [['rather not', 'does not suit'], 'does not suit the company', 'do not suit the company'],
  [['impossible'], 'is not possible', 'are not possible'],
  [['cannot be judged'], 'cannot be judged', 'cannot be judged'],
];

/** Why no other design is left beside today’s structure. */
function noOther({ notRanked }: Ranking): string {
  const parts = NO_OTHER.flatMap(([reasons, one, several]) => {
    const names = notRanked
      .filter(({ reason }) => reasons.includes(reason))
      .map(({ design }) => DESIGN_NAMES[design]);
    if (names.length === 0) return [];
    const isOne = names.length === 1 && names[0]!.wins === 'wins';
    return [`${allOf(names.map(({ name }) => name))} ${isOne ? one : several}`];
  });
  return parts.length === 0 ? 'No other design suits the company.' : `${sentenceCase(parts.join('; '))}.`;
}

/** "rather does not suit the company: customers divided by departments", of a form whose verdict is no. */
export function unsuitedBy({ fit }: Pick<ReportedDesign, 'fit'>, withReason = true): string {
  const why = withReason ? (fit.limits[0] ?? fit.against[0]?.when) : undefined;
  return `${fit.verdict === 'rather not' ? 'rather does' : 'does'} not suit the company${why === undefined ? '' : `: ${why}`}`;
}

/** Why nothing needs to change, first that today’s form does not suit where it does not, or is too simple to be compared. */
export function whyStay(report: ReportWithoutAnswer, ranking: Ranking, currency: string): string {
  const [today] = report.designs;
  const isUnsuited = NO.includes(today!.fit.verdict);
  const isOne = report.organisation.departments < 2 && today!.measures['work.units']?.value === 1;
  return [
    isUnsuited && `Today’s form ${unsuitedBy(today!)}.`,
    isOne && 'Today everybody is in one unit, within which no hand-off is counted.',
    whyNoOther(report, ranking, currency),
  ]
    .filter((one) => one !== false)
    .join(' ');
}

/** What the design that comes nearest would give, and at what price. */
function whyNoOther(report: ReportWithoutAnswer, ranking: Ranking, currency: string): string {
  const next = nearest(ranking);
  if (next === undefined) return noOther(ranking);
  const [today, design] = [report.designs[0]!, report.designs.find(({ id }) => id === next)!];
  const [gain] = gainsOf(today, design);
  const prices = pricesOf(report, today, design, currency)
    .filter((one) => !isSaving(one))
    .slice(0, 2);
  const { name, wins } = DESIGN_NAMES[next];
  return [
    hangsOnPriorities(ranking)
      ? 'It hangs on what counts most, which the file does not say.'
      : `No design is worth what it changes, ${prioritiesOf(ranking)}.`,
    `${sentenceCase(name)} ${wins === 'wins' ? 'comes' : 'come'} nearest${gain === undefined ? `, and ${wins === 'wins' ? 'gains' : 'gain'} next to nothing` : ''}.`,
    ...(gain === undefined ? [] : [gain.text]),
    ...(prices.length === 0
      ? []
      : [`But ${prices.map(({ text }) => midSentence(text).replace(/\.$/, '')).join('; ')}.`]),
  ].join(' ');
}

const prioritiesOf = ({ profile, source }: Ranking): string => {
  if (profile === null) return 'by the criteria of the file';
  return `with ${profile.replace('-', ' ')}${source === 'assumed' ? ' (assumed: the file does not say)' : ''}`;
};
