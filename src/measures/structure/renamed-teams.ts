import { memo } from '../../base/memo.ts';
import { spansOf, type Team } from '../../model/teams.ts';
import type { View } from '../../model/view.ts';
import { matchingOf } from '../change/matching.ts';
import type { MeasureResult } from '../measure.ts';

/** Which teams a measure counts, and how many people one has that it is about. */
interface Counted {
  (view: View): readonly Team[];
  isBeyond(people: number, view: View): boolean;
}

const keyOf = ({ kind, id }: Team['entity']) => `${kind} ${id}`;

/**
 * Leads whose team is counted in the baseline and no more, though it is as small or as large as before: their unit is of a kind
 * that is judged by no such limit, or other teams are declared. Linear in the leads.
 */
export const renamedTeams = memo((counted: Counted, view: View, baseline: View): ReadonlySet<string> => {
  if (view === baseline) return new Set();
  const now = new Set(counted(view).map(({ entity }) => keyOf(entity)));
  const gone = counted(baseline).filter(({ entity }) => entity.kind === 'person' && !now.has(keyOf(entity)));
  if (gone.length === 0) return new Set();
  const { seats } = matchingOf(baseline.organisation, view.organisation);
  const spans = new Map(spansOf(view.organisation).map((span) => [span.lead, span]));
  return new Set(
    gone.flatMap(({ lead, entity }) => {
      const span = spans.get(seats.forward[lead]!);
      return span !== undefined && !span.leadership && counted.isBeyond(span.people, view) ? [entity.id] : [];
    }),
  );
});

/** How many teams are counted, and whether that they are fewer than in the baseline is a matter of names. */
export function countOf(counted: Counted, view: View, baseline: View): MeasureResult {
  const value = counted(view).length;
  const isFewer = view !== baseline && value < counted(baseline).length;
  return isFewer && renamedTeams(counted, view, baseline).size > 0 ? { value, renamed: true } : { value };
}
