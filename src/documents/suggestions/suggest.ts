import { rowsById } from '../../base/columns.ts';
import { lazy } from '../../base/memo.ts';
import { sentenceCase } from '../../base/text.ts';
import type { Organisation } from '../../model/organisation.ts';
import { closedGates, reportedQuality } from '../../model/quality.ts';
import { viewOf } from '../../model/view.ts';
import type { CheckPolicy } from '../../policy/policy.ts';
import { Ground } from '../../remedies/ground.ts';
import { type Clearance, clearFindings, effortOf, hasWay } from '../../remedies/search.ts';
import { changesOf, sentenceOf } from '../../remedies/sentence.ts';
import { judgeBy } from '../../remedies/trial.ts';
import { causeOf, type Finding } from '../../rules/finding.ts';
import { SEVERITIES } from '../../schema/choices.ts';
import type { Severity } from '../../schema/documents/finding.ts';
import type { ReportedSuggestion, Suggestions } from '../../schema/documents/suggestions.ts';
import { headerOf } from '../header.ts';
import type { Structure } from '../structure.ts';
import { personWriter } from '../with-people.ts';

export interface SuggestOptions {
  readonly policy: CheckPolicy | null;
  /** Findings as grave as this, or graver, are to be cleared. */
  readonly severity: Severity;
  readonly names?: boolean;
  readonly version: string;
  readonly onRound?: (open: number) => void;
}

/** A change in words and as data; people in the text as `write` has them: by id, or by name where `names`. */
export function reported(
  one: Clearance,
  names: boolean,
  write = personWriter(one.before.people, names),
): ReportedSuggestion {
  const changes = changesOf(one.before, one.edits, names);
  const text = sentenceOf(changes);
  // An id that begins the sentence stays as it is written.
  return { text: `${write(sentenceCase(text))}.`, ...effortOf([one]), changes };
}

/** Writes people by id, which the file is edited by, with the title, by which a reader knows them. */
function withTitles({ people }: Organisation): (text: string) => string {
  const seats = lazy(() => rowsById(people.id));
  return personWriter(people, (id) => {
    const title = people.title[seats().get(id) ?? -1] ?? '';
    return title === '' ? id : `${id} (${title})`;
  });
}

const tally = (findings: readonly Finding[]): Record<Severity, number> =>
  Object.fromEntries(
    SEVERITIES.map((severity) => [severity, findings.filter((one) => one.severity === severity).length]),
  ) as Record<Severity, number>;

/**
 * The fewest moves found that clear the most findings of a structure, each step judged by the rules, and the organisation
 * with all of them made; see `clearFindings` for how they are found and what that costs.
 */
export function buildSuggestions(
  { loaded, organisation, design }: Structure,
  { policy, severity, names = false, version, onRound }: SuggestOptions,
): { document: Suggestions; after: Organisation } {
  const judge = judgeBy(policy);
  const floor = SEVERITIES.indexOf(severity);
  const isWanted = (finding: Finding) => SEVERITIES.indexOf(finding.severity) <= floor;
  const wanted = judge(organisation).filter(isWanted);
  // Who is to move cannot be said where it is not known who leads whom.
  const cannotJudge = closedGates(organisation, ['lines']).length > 0;
  const { helped, before, after } = clearFindings(organisation, {
    judge,
    wanted: cannotJudge ? [] : wanted,
    ...(onRound === undefined ? {} : { onRound }),
  });
  const ground = new Ground(viewOf(after.organisation));
  const write = names ? personWriter(organisation.people, true) : withTitles(organisation);
  const told = ({ rule, severity: so, message, entity, at }: Finding) => ({
    rule,
    severity: so,
    message: write(message),
    entity: { ...entity },
    at: at(),
  });
  const known = new Map(before.findings.map((finding) => [causeOf(finding), finding]));
  const { file, sha256, includes } = headerOf(loaded, version).input;
  const document: Suggestions = {
    version: 1,
    generator: headerOf(loaded, version).generator,
    input: { file, sha256, includes },
    organisation: organisation.name,
    quality: reportedQuality(organisation),
    design: design === undefined ? null : { id: design.id, name: design.name },
    policy: policy?.source.name ?? null,
    severity,
    people: organisation.people.vacant.reduce((sum, open) => sum - open, organisation.people.count),
    before: tally(before.findings),
    after: tally(after.findings),
    ...effortOf(helped),
    suggestions: helped.map((one) => ({ ...reported(one, names, write), clears: told(one.finding) })),
    left: after.findings.filter(isWanted).map((finding) => ({
      finding: told(known.get(causeOf(finding)) ?? finding),
      why: cannotJudge ? 'cannot-judge' : hasWay(ground, finding) ? 'tried-in-vain' : 'no-remedy',
    })),
  };
  return { document, after: after.organisation };
}
