import { sentenceCase } from '../../base/text.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import { type DecisionOnDesign, hangsOnPriorities, leadsByDefinitions, NO } from '../../verdicts/decision.ts';
import { DESIGN_NAMES } from '../../verdicts/design-names.ts';
import { unitsOf } from './design-in-words.ts';
import type { ReportWithoutAnswer } from './gains-and-prices.ts';
import { unsuitedBy, whyStay } from './stay-in-words.ts';

type Ranking = NonNullable<ReportWithoutAnswer['ranking']>;

/** Why the ranking does not decide, or why nothing needs to change. */
export function detailOf(
  { decision, design }: DecisionOnDesign,
  report: ReportWithoutAnswer,
  currency: string,
): string {
  const { ranking } = report;
  if (decision === 'recommend') {
    const units = unitsOf(report.designs.find(({ id }) => id === design)!);
    return ranking?.winner === design && leadsByDefinitions(ranking)
      ? `${units} Without what a design fixes by its definition today’s structure leads, but it ${unsuitedBy(report.designs[0]!, false)}.`
      : units;
  }
  if (ranking === null) return '';
  const isUnsuited = NO.includes(report.designs[0]!.fit.verdict);
  if (decision === 'stay' || (isUnsuited && design === null)) return whyStay(report, ranking, currency);
  if (decision !== 'not-decided') return '';
  if (!ranking.decides) return undecidedBy(ranking, design);
  return design === 'as-is' && hangsOnPriorities(ranking) ? whyStay(report, ranking, currency) : '';
}

/** Why a ranking does not decide. */
function undecidedBy(
  { winner, criteria, assumed, withoutAssumed, withoutByConstruction }: Ranking,
  leading: DesignId | null,
): string {
  const who = (design: DesignId) => `${DESIGN_NAMES[design].name} ${DESIGN_NAMES[design].wins}`;
  if (withoutByConstruction !== winner) {
    const rest = withoutByConstruction === null ? 'nothing is left' : who(withoutByConstruction);
    return `${sentenceCase(who(winner))} only by what a design fixes by its definition; without that ${rest}.`;
  }
  const rest =
    withoutAssumed === null
      ? 'nothing else is known'
      : withoutAssumed === winner
        ? leading === null || leading === winner
          ? `without them ${who(winner)} too`
          : `with them and without ${who(winner)}`
        : `without them ${who(withoutAssumed)}`;
  return `${assumed.length} of ${criteria.length} criteria ${assumed.length === 1 ? 'rests' : 'rest'} on hours that are assumed; ${rest}.`;
}
