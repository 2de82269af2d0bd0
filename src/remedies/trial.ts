import { findCycles } from '../model/lines.ts';
import type { Organisation } from '../model/organisation.ts';
import { treeOf } from '../model/tree.ts';
import { viewOf } from '../model/view.ts';
import { judge } from '../policy/judge.ts';
import type { CheckPolicy } from '../policy/policy.ts';
import { ratchet } from '../policy/ratchet.ts';
import { causeOf, type Finding, isMoreSevere, memberCause } from '../rules/finding.ts';
import { rules } from '../rules/index.ts';
import { workOverload } from '../rules/structure/work-overload.ts';
import type { Severity } from '../schema/documents/finding.ts';
import { isAcceptable } from './acceptable.ts';
import { remedyFor } from './remedies/index.ts';
import { applied, type Edits, movesIn } from './remedy.ts';

/** What is found in an organisation, by whatever rules and thresholds the caller judges by. */
export type Judge = (organisation: Organisation) => readonly Finding[];

/** An organisation and what is found in it. */
export interface State {
  readonly organisation: Organisation;
  readonly findings: readonly Finding[];
}

export const stateOf = (organisation: Organisation, judge: Judge): State => ({
  organisation,
  // What a change only carries to another unit is not cleared by it.
  findings: judge(organisation).map(({ carried: _, ...finding }) => finding),
});

/** The mildest of severities. */
const mildest = (findings: readonly Finding[]): Severity =>
  findings.reduce<Severity>((so, { severity }) => (isMoreSevere(so, severity) ? severity : so), 'error');

/** Whether everyone still reports, in the end, to the top. */
const isFreeOfCycles = ({ organisation }: Pick<State, 'organisation'>): boolean => {
  const { boss } = treeOf(organisation);
  return findCycles(organisation.people.count, (seat) => boss[seat]!).length === 0;
};

/** Whether a change makes what is found: nobody has more work for a line that is drawn anew where nobody moves. */
const isCausedBy = (edits: Edits, organisation: Organisation, { rule }: Finding): boolean =>
  rule !== workOverload.id || movesIn(edits, organisation) > 0;

/** The organisation with a change made; null where it could not be asked of people. */
export function acceptably(organisation: Organisation, edits: Edits): Organisation | null {
  const after = applied(organisation, edits);
  return isAcceptable(organisation, edits, after) ? after : null;
}

/**
 * What becomes of an organisation by a change that is to clear some findings; null where it does not clear them all, or
 * where something as grave as the mildest of them is new or worse, or where it could not be asked of people: together
 * changes may take from a head what each leaves. `organisation`: with the change made, where that is known to be acceptable.
 * Costs one round of the rules.
 */
export function tryEdits(
  state: State,
  edits: Edits,
  targets: readonly Finding[],
  judge: Judge,
  organisation = acceptably(state.organisation, edits),
): State | null {
  if (organisation === null || !isFreeOfCycles({ organisation })) return null;
  const after = stateOf(organisation, judge);
  const memberCauses = (one: Finding) => one.members?.map((id) => memberCause(one, id)) ?? [causeOf(one)];
  const wanted = new Set(targets.flatMap((one) => [causeOf(one), ...memberCauses(one)]));
  const floor = mildest(targets);
  const helps = ratchet(state.findings, after.findings).every((finding) => {
    if (finding.state === 'new' || finding.state === 'worse')
      return isMoreSevere(floor, finding.severity) || !isCausedBy(edits, state.organisation, finding);
    return finding.state === 'gone' || !memberCauses(finding).some((cause) => wanted.has(cause));
  });
  return helps ? after : null;
}

/** Rules whose findings a move of people can make or clear: on structure, and those on data that there is a remedy for. */
const asked = rules.filter(({ id, about }) => about === 'structure' || remedyFor(id) !== undefined);

/** Finds in an organisation what check would find in its file, as far as moves of people bear on it. */
export const judgeBy =
  (policy: CheckPolicy | null): Judge =>
  (organisation) => {
    const view = viewOf(organisation);
    return judge({ design: 'as-is', view, baseline: view }, policy, asked);
  };
