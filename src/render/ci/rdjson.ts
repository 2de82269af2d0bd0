import type { Check } from '../../schema/documents/check.ts';
import { COUNTING } from '../../schema/documents/check.ts';
import type { Severity } from '../../schema/documents/finding.ts';
import { inJson } from '../json.ts';
import { filled, gravestFirst, located, pathOf, sentenceOf } from './located.ts';

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', note: 'INFO' };

/**
 * What reviewdog posts in a review: what counts. Its columns are in bytes of UTF-8 and ours are not, so lines are all that is
 * known.
 */
export const renderRdjson = (check: Check): string => {
  const { pass } = check.verdict;
  return inJson({
    source: { name: 'orgdesign' },
    severity: pass ? 'INFO' : 'ERROR',
    diagnostics: gravestFirst(located(check, COUNTING)).map((one) => {
      const { at, severity, rule } = one.finding;
      const line = Math.max(at.line, 1);
      return {
        message: sentenceOf(one),
        location: {
          path: pathOf(at.file),
          range: { start: { line }, ...((at.endLine ?? line) > line ? { end: { line: at.endLine } } : {}) },
        },
        severity: SEVERITY[severity],
        code: { value: filled(rule) },
      };
    }),
  });
};
