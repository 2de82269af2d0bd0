import { checking } from './json-schema.ts';

const filled = { type: 'string', minLength: 1 };
const line = { type: 'integer', minimum: 1 };
const lines = {
  type: 'object',
  additionalProperties: false,
  required: ['begin'],
  properties: { begin: line, end: line },
};
const place = {
  type: 'object',
  additionalProperties: false,
  required: ['line'],
  properties: { line, column: line },
};
const positions = {
  type: 'object',
  additionalProperties: false,
  required: ['begin'],
  properties: { begin: place, end: place },
};

interface Violation {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/** GitLab, "Code Quality report format"; there is no public schema. Paths are from the root, and without `./`. */
const checkReport = checking({
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: filled,
      check_name: filled,
      fingerprint: filled,
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        additionalProperties: false,
        required: ['path'],
        properties: { path: { ...filled, not: { pattern: '^\\./' } }, lines, positions },
        oneOf: [{ required: ['lines'] }, { required: ['positions'] }],
      },
    },
  },
});

/** The report, or an error where it is none. Of those that share a fingerprint GitLab shows one, so each is there once. */
export function parseGitlab(text: string): readonly Violation[] {
  const report = JSON.parse(text);
  checkReport(report);
  const violations: readonly Violation[] = report;
  const marks = new Set(violations.map(({ fingerprint }) => fingerprint));
  if (marks.size !== violations.length) throw new Error('a fingerprint is there twice');
  return violations;
}
