import { grouped } from '../../base/grouped.ts';
import type { Origin } from '../../model/organisation.ts';
import { ruleSet } from '../../policy/judge.ts';
import { measureLimit } from '../../policy/own-rules.ts';
import type { CheckPolicy } from '../../policy/policy.ts';
import { exceeds, standing } from '../../policy/ratchet.ts';
import type { Finding } from '../../rules/finding.ts';
import type { CheckedMeasure } from '../../schema/documents/check.ts';
import type { TakenMeasures } from './measures.ts';

const FEWEST_DIGITS = 2;
const MOST_DIGITS = 8;

/** Figures of one measure, with as many digits as it takes to tell them apart. */
function figures(values: readonly number[], unit: string): string[] {
  const shown = (digits: number) =>
    values.map((value) =>
      unit === 'fraction' ? `${grouped(value * 100 + 0, digits)} %` : grouped(value + 0, digits),
    );
  const distinct = new Set(values).size;
  for (let digits = FEWEST_DIGITS; digits < MOST_DIGITS; digits++)
    if (new Set(shown(digits)).size === distinct) return shown(digits);
  return shown(MOST_DIGITS);
}

function message(
  { label, unit, before, after, reason }: CheckedMeasure,
  limit: number | null,
  upper: boolean,
): string {
  const bound = upper ? 'at most' : 'at least';
  if (after === null && limit !== null)
    return `${label}: beyond what the policy allows, ${bound} ${figures([limit], unit)[0]}. ${reason ?? ''}`.trim();
  if (after === null)
    return `${label}: not known${before === null ? '' : ' any more'}, though limited. ${reason ?? ''}`.trim();
  const [is, allowed, was] = figures([after, limit ?? after, ...(before === null ? [] : [before])], unit);
  return `${label}: ${is}${was === undefined ? '' : `, ${was} in the baseline`}; the policy allows ${bound} ${allowed}.`;
}

/**
 * A finding for each limited measure that is beyond its limit, now or in the baseline, so that a limit fails, is waived and
 * gets better like all else that is found.
 */
export function measureFindings(
  { measures, untold }: TakenMeasures,
  policy: CheckPolicy | null,
  at: Origin,
): Finding[] {
  const { severity } = ruleSet(measureLimit, null, policy);
  if (severity === 'off') return [];
  return measures.flatMap((measure): Finding[] => {
    const { id, before, after, limit, better, status } = measure;
    if (limit === null) return [];
    const { limit: figure, upper, worse } = standing(before, after ?? untold.get(id) ?? null, limit, better);
    const was = standing(null, before, limit, better).status === 'beyond';
    if (status === 'unknown' || (status === 'within' && !was)) return [];
    const finding: Finding = {
      rule: measureLimit.id,
      severity,
      message: message(measure, figure, upper),
      value: status === 'within' ? before : after,
      limit: figure,
      count: 1,
      entity: { kind: 'measure', id },
      examples: [],
      at,
    };
    const state =
      status === 'within'
        ? 'gone'
        : status === 'beyond'
          ? was
            ? 'worse'
            : 'new'
          : worse !== null && exceeds(0, worse)
            ? 'improved'
            : 'unchanged';
    const isOld = was || status === 'tolerated';
    const old = isOld && state !== 'gone' ? { before: { severity, value: before, count: 1 } } : {};
    return [{ ...finding, state, ...old }];
  });
}
