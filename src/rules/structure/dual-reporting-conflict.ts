import { precisePercent } from '../../base/figures.ts';
import { groupsBy, inOrder } from '../../base/groups.ts';
import { counted, sentenceCase } from '../../base/text.ts';
import { type Conflict, reportingConflicts } from '../../measures/structure/reporting-conflicts.ts';
import { gradesOf } from '../../model/grades.ts';
import type { Index } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';
import { twoBosses } from '../examples/companies.ts';
import { examplesOf, gathered } from '../finding.ts';
import { defineRule } from '../rule.ts';

const company = (first: number, second: number) =>
  twoBosses('Two bosses', `{ to: m1, weight: ${first} }, { to: m2, weight: ${second} }`);

/** Who will probably prevail, and why: whoever is there, then the more senior, else who is nearer the top; undefined where neither is. */
function prevails(view: View, { first, second }: Conflict): { boss: Index; because: string } | undefined {
  const { vacant } = view.organisation.people;
  const level = gradesOf(view.organisation).value;
  // An open seat has no say.
  if (vacant[first] !== vacant[second])
    return { boss: vacant[first] === 1 ? second : first, because: 'as the other seat is open' };
  if (vacant[first] === 1) return undefined;
  if (level[first]! !== level[second]! && !Number.isNaN(level[first]! + level[second]!))
    return { boss: level[first]! > level[second]! ? first : second, because: 'of the higher grade' };
  const { depth } = view.tree();
  if (depth[first] !== depth[second])
    return { boss: depth[first]! < depth[second]! ? first : second, because: 'nearer the top' };
  return undefined;
}

/** What a disagreement costs: the further apart the bosses, the more so. */
const escalation = (distance: number) =>
  distance <= 1
    ? 'a disagreement goes up 1 level'
    : distance === 2
      ? 'a disagreement goes up 2 levels before anyone stands above both bosses'
      : `a disagreement goes up ${distance} levels, far from the work, before anyone stands above both bosses`;

const most = (conflicts: readonly Conflict[], of: (conflict: Conflict) => number): number =>
  conflicts.reduce((found, one) => Math.max(found, of(one)), 0);

/** Who has two bosses in a unit, whose word will probably count, and how far a disagreement goes up. */
function inWords(view: View, unit: string, conflicts: readonly [Conflict, ...Conflict[]]): string {
  const [only] = conflicts;
  const ratio = precisePercent(most(conflicts, (one) => one.ratio));
  const limit = `from ${precisePercent(view.organisation.policy.conflictRatio)} on that is a conflict`;
  const goesUp = escalation(most(conflicts, ({ distance }) => distance));
  if (conflicts.length > 1)
    return `In ${unit} ${counted(conflicts.length, 'person', 'people')} have two bosses of nearly the same influence: the second line weighs up to ${ratio} of the first; ${limit}. Whose word counts is left open, and ${goesUp}. This is ambiguity, not proven harm.`;
  const stronger = prevails(view, only);
  const outcome =
    stronger === undefined
      ? 'neither is more senior, so whose word counts is left open'
      : `${view.person(stronger.boss)}, ${stronger.because}, will probably prevail`;
  return `In ${unit} ${view.person(only.seat)} reports to both ${view.person(only.first)} and ${view.person(only.second)}, whose line weighs ${ratio} of the first; ${limit}. ${sentenceCase(outcome)}; ${goesUp}. This is ambiguity, not proven harm.`;
}

export const dualReportingConflict = defineRule({
  id: 'dual-reporting-conflict',
  about: 'structure',
  severity: 'warning',
  summary: 'Someone has two bosses of nearly the same influence.',
  why: {
    text: 'With two lines of equal influence people have to arbitrate between conflicting demands, and the stronger or more senior boss prevails. How much harm that does is open: the evidence on matrix structures is mixed (Katz and Allen 1985; Larson and Gobeli 1987).',
    source: 'Jackson',
  },
  options: ['conflictRatio'],
  examples: { bad: company(0.5, 0.5), good: company(0.8, 0.2) },
  *check(view) {
    const { people, policy } = view.organisation;
    const { at } = view.accountability();
    const byUnit = groupsBy(reportingConflicts(view).conflicts, ({ seat }) => at.unitOf(seat));
    for (const [index, conflicts] of inOrder(byUnit)) {
      const unit = at.units[index]!;
      yield gathered(
        conflicts,
        ({ seat }) => people.id[seat]!,
        (some) => ({
          message: inWords(view, unit.name, some),
          value: most(some, ({ ratio }) => ratio),
          limit: policy.conflictRatio,
          examples: examplesOf(
            some,
            ({ seat, first, second }) =>
              `${view.person(seat)}: ${view.person(first)} and ${view.person(second)}`,
          ),
          entity: { kind: 'unit', id: unit.id },
          carried: true,
          at: people.origin(some[0].seat),
        }),
      );
    }
  },
});
