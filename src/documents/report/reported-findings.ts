import type { Organisation } from '../../model/organisation.ts';
import type { JudgedFinding } from '../../rules/run.ts';
import type { ReportedFinding } from '../../schema/documents/finding.ts';
import { personWriter } from './with-people.ts';

const finite = (value: number | null): number | null =>
  value === null || !Number.isFinite(value) ? null : value;

/** Findings as documents have them, people by id or by name. */
export function reportedFindings(
  findings: readonly JudgedFinding[],
  { people }: Organisation,
  names: boolean,
): ReportedFinding[] {
  const write = personWriter(people, names);
  return findings.map((finding) => {
    const { file, line, column, generated } = finding.at();
    return {
      rule: finding.rule.id,
      severity: finding.severity,
      message: write(finding.message),
      value: finite(finding.value),
      limit: finite(finding.limit),
      count: finding.count ?? 1,
      entity: { ...finding.entity },
      examples: (finding.examples ?? []).slice(0, 5).map(write),
      at: { file, line, column, ...(generated ? { generated } : {}) },
    };
  });
}
