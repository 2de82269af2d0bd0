import type { Check, CheckedFinding, CheckedRule } from '../../schema/documents/check.ts';
import type { Severity } from '../../schema/documents/finding.ts';
import { inJson } from '../json.ts';
import {
  type FindingPlace,
  filled,
  gravestFirst,
  located,
  PRESENT,
  pathOf,
  policyText,
  sentenceOf,
} from './located.ts';

/** The most that GitHub takes of one run. */
export const MOST_RESULTS = 25_000;
/** The longest description of a rule that GitHub shows. */
const LONGEST_DESCRIPTION = 1024;

/** How GitHub groups what is no matter of security. */
const PROBLEM_SEVERITY: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'recommendation',
};

const text = (words: string) => ({ text: filled(words) });

const shortened = (words: string) => {
  const { text: all } = text(words);
  return { text: all.length > LONGEST_DESCRIPTION ? `${all.slice(0, LONGEST_DESCRIPTION - 1)}…` : all };
};

const descriptor = ({ id, summary, why, source, help, severity }: CheckedRule) => ({
  id: filled(id),
  shortDescription: shortened(summary),
  fullDescription: shortened(`${why} (${source})`),
  help: text(help),
  defaultConfiguration: { level: severity },
  properties: { tags: ['organisation-design'], 'problem.severity': PROBLEM_SEVERITY[severity] },
});

const encoded = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** A file as a URI: relative to where the command ran, unless its path is from the root. */
function uriOf(file: string): string {
  const path = pathOf(file);
  const [drive, rest] = [/^[a-z]:\//i.exec(path)?.[0], path.slice(3)];
  if (drive !== undefined) return `file:///${drive}${encoded(rest)}`;
  return path.startsWith('/') ? `file://${encoded(path)}` : encoded(path);
}

/** Of what a design made only the line is known; ends are left out where they are not known. */
const physical = ({ file, line, column, endLine, endColumn, generated }: CheckedFinding['at']) => ({
  artifactLocation: { uri: uriOf(file) },
  region: {
    startLine: Math.max(line, 1),
    ...(generated === true || column < 1
      ? {}
      : {
          startColumn: column,
          ...(endLine === undefined ? {} : { endLine }),
          ...(endColumn === undefined ? {} : { endColumn }),
        }),
  },
});

const BASELINE_STATES = {
  new: 'new',
  worse: 'updated',
  improved: 'updated',
  unchanged: 'unchanged',
} as const;

/** What a result is in a baseline. A waived one is said to be unchanged only where the baseline has it so. */
function baselineState({ state, before, severity, value, count }: CheckedFinding): string {
  if (state !== 'waived' && state !== 'gone') return BASELINE_STATES[state];
  if (before === undefined) return 'new';
  const same = before.severity === severity && before.value === value && before.count === count;
  return same ? 'unchanged' : 'updated';
}

const suppression = ({ reason, owner, expires, at }: NonNullable<CheckedFinding['waiver']>) => ({
  kind: 'external',
  status: 'accepted',
  justification: filled(`${reason} (${owner}${expires === null ? '' : `, until ${expires}`})`),
  location: { physicalLocation: physical(at) },
});

const resultOf = (one: FindingPlace, ruleIndex: ReadonlyMap<string, number>, compared: boolean) => {
  const { rule, severity, entity, at, fingerprint, state, fails, waiver } = one.finding;
  const index = ruleIndex.get(rule);
  return {
    ruleId: filled(rule),
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: severity,
    message: text(sentenceOf(one)),
    locations: [
      {
        physicalLocation: physical(at),
        logicalLocations: [{ fullyQualifiedName: filled(entity.id), kind: filled(entity.kind) }],
      },
    ],
    partialFingerprints: {
      'orgdesign/v1': filled(fingerprint),
      // The one that GitHub goes by. Left out, it would be made of the line, and moved lines would be new alerts.
      primaryLocationLineHash: `${filled(fingerprint)}:1`,
    },
    ...(compared ? { baselineState: baselineState(one.finding) } : {}),
    // Either all results of a run have this, or none.
    suppressions: waiver === undefined ? [] : [suppression(waiver)],
    properties: { state, fails },
  };
};

/**
 * SARIF 2.1.0 (OASIS), as code scanning on GitHub reads it: all that is found in the files as they are, with what is waived
 * as suppressed, since an alert that is not told again is closed. Columns are in UTF-16 units.
 */
export const renderSarif = (check: Check): string => {
  const { generator, rules, structures } = check;
  const compared = structures.some(({ baseline }) => baseline !== null);
  const findings = gravestFirst(located(check, PRESENT));
  const left = findings.length - MOST_RESULTS;
  const told = new Set(findings.map(({ finding }) => finding.rule));
  const descriptors = rules.filter(({ id }) => told.has(id));
  const ruleIndex = new Map(descriptors.map(({ id }, index) => [id, index]));
  return inJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'orgdesign',
            version: filled(generator.version),
            rules: descriptors.map(descriptor),
          },
        },
        invocations: [
          {
            executionSuccessful: true,
            ...(left > 0
              ? {
                  toolExecutionNotifications: [
                    { level: 'warning', message: text(`${left} more results are left out.`) },
                  ],
                }
              : {}),
          },
        ],
        columnKind: 'utf16CodeUnits',
        properties: { policy: policyText(check) },
        results: findings.slice(0, MOST_RESULTS).map((one) => resultOf(one, ruleIndex, compared)),
      },
    ],
  });
};
