import type { Organisation } from '../../model/organisation.ts';
import { type Finding, placeOf, reportFinding } from '../../rules/finding.ts';
import type { ReportedFinding } from '../../schema/documents/finding.ts';
import { personWriter } from './with-people.ts';

/** Findings as documents have them, people by id or by name. */
export function reportedFindings(
  findings: readonly Finding[],
  { people }: Organisation,
  names: boolean,
): ReportedFinding[] {
  const write = personWriter(people, names);
  return findings.map((finding) => reportFinding(finding, write, (at) => placeOf(at)));
}
