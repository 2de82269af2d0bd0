import { renamedTeams } from '../../measures/structure/renamed-teams.ts';
import { teamsOverBest, tooLargeTeams } from '../../measures/structure/teams-above-maximum.ts';
import { smallTeams } from '../../measures/structure/teams-below-minimum.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';
import { matchFindings } from '../../rules/finding.ts';
import { rules } from '../../rules/index.ts';
import type { Rule } from '../../rules/rule.ts';
import { runRules } from '../../rules/run.ts';
import type { ReportedFinding } from '../../schema/documents/finding.ts';
import { reportedFindings } from '../reported-findings.ts';
import type { MadeBy } from '../structure.ts';

interface Side {
  readonly organisation: Organisation;
  readonly design: MadeBy | undefined;
  /** Whether the other side is in the same design, or both are in none. */
  readonly sameDesign: boolean;
  readonly names: boolean;
}

const about = new Map(rules.map((rule) => [rule.id, rule.about]));

const of = (findings: readonly ReportedFinding[], subjects: readonly Rule['about'][]) =>
  findings.filter(({ rule }) => subjects.includes(about.get(rule) ?? 'structure'));

/**
 * Findings of a side of a diff that can be new or gone. What is given is that of the file, also of a design of it: a design
 * mends no data, and what would be found in the file that is written of it is found in it. Whether a design suits the company is another question for each design, so it is left out where the
 * designs differ; `evaluate` answers it for each. Cost: that of the rules, three times for a design.
 */
export function comparableFindings(
  { organisation, design, sameDesign, names }: Side,
  view: (organisation: Organisation) => View,
): ReportedFinding[] {
  const shown: readonly Rule['about'][] = sameDesign ? ['structure', 'fit'] : ['structure'];
  const here = view(organisation);
  const found = (on: View, baseline: View, made?: MadeBy) =>
    reportedFindings(
      runRules(on, { ...made?.result, design: made?.id ?? 'as-is', baseline }),
      on.organisation,
      names,
    );
  if (design === undefined) return of(found(here, here), [...shown, 'data']);
  const file = view(design.baseline);
  const judged = [...of(found(file, file), ['data']), ...of(found(here, file, design), shown)];
  return [...judged, ...matchFindings(judged, of(found(here, here), ['structure', 'data'])).new];
}

/** By rule the teams that its findings are on. */
const TEAMS = new Map([
  ['team-too-small', smallTeams],
  ['team-too-large', tooLargeTeams],
  ['team-large', teamsOverBest],
]);

/** The same without what is gone by name alone: teams that are as they were, in units that are not judged so any more. */
export function withoutRenamed<T extends { readonly gone: readonly ReportedFinding[] }>(
  found: T,
  after: View,
  before: View,
): T {
  const gone = found.gone.filter(({ rule, entity, members = [entity.id] }) => {
    const teams = TEAMS.get(rule);
    const renamed = teams === undefined ? undefined : renamedTeams(teams, after, before);
    return !members.some((id) => renamed?.has(id));
  });
  return { ...found, gone };
}
