import { Option } from 'commander';
import type { Severity } from '../../schema/documents/finding.ts';

/** From the most severe; not from the schema, which would load zod before it is needed. */
const SEVERITIES = ['error', 'warning', 'note'] as const satisfies readonly Severity[];

export const failOnOption = (): Option =>
  new Option('--fail-on <severity>', 'exit with 1 on findings of this severity or a higher one')
    .choices(SEVERITIES)
    .default('error');

/** Whether there is a finding as severe as asked, or more so. */
export const fails = (findings: readonly { readonly severity: Severity }[], failOn: Severity): boolean => {
  const failing = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1) as Severity[];
  return findings.some(({ severity }) => failing.includes(severity));
};
