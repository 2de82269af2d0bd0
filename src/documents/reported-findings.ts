import type { Organisation } from '../model/organisation.ts';
import { type Finding, placeOf, reportFinding } from '../rules/finding.ts';
import type { ReportedFinding } from '../schema/documents/finding.ts';
import { type Naming, personWriter } from './with-people.ts';

/**
 * Findings as documents have them, people by id or by name.
 * @param title - Writes people as readers know them, which stands beside the message then.
 */
export function reportedFindings(
  findings: readonly Finding[],
  { people }: Organisation,
  names: Naming,
  title?: (text: string) => string,
): ReportedFinding[] {
  const write = personWriter(people, names);
  return findings.map((finding) => ({
    ...reportFinding(finding, write, (at) => placeOf(at)),
    ...(title === undefined ? {} : { text: title(finding.message), shown: finding.examples.map(title) }),
  }));
}
