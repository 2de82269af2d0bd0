import type { Check } from '../../schema/documents/check.ts';
import type { Severity } from '../../schema/documents/finding.ts';
import { inJson } from '../json.ts';
import { filled, located, pathOf, sentenceOf } from './located.ts';

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', note: 'info' };

/**
 * A code quality report. GitLab itself holds it against that of the target branch, by fingerprint: so all that is found is in
 * it, but what is waived.
 */
export const renderGitlab = (check: Check): string =>
  inJson(
    located(check, ['new', 'worse', 'unchanged', 'improved']).map((one) => {
      const { rule, fingerprint, severity, at } = one.finding;
      return {
        description: sentenceOf(one),
        check_name: filled(rule),
        fingerprint: filled(fingerprint),
        severity: SEVERITY[severity],
        location: { path: pathOf(at.file), lines: { begin: Math.max(at.line, 1) } },
      };
    }),
  );
