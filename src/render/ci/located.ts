import { posix } from 'node:path';
import { printable } from '../../base/text.ts';
import { SEVERITIES } from '../../schema/choices.ts';
import type { Check, CheckedFinding, CheckedStructure, FindingState } from '../../schema/documents/check.ts';

/** A finding with the structure it is on; null: on the policy. */
export interface FindingPlace {
  readonly finding: CheckedFinding;
  readonly structure: CheckedStructure | null;
}

/** Findings of all structures and the policy, in these states. */
export const located = (
  { structures, policy }: Pick<Check, 'structures' | 'policy'>,
  states: readonly FindingState[],
): FindingPlace[] =>
  [
    ...structures.flatMap((structure) => structure.findings.map((finding) => ({ finding, structure }))),
    ...(policy?.findings ?? []).map((finding) => ({ finding, structure: null })),
  ].filter(({ finding }) => states.includes(finding.state));

/** Those that are there now. What is gone has no place in the files that are checked. */
export const PRESENT = [
  'new',
  'worse',
  'unchanged',
  'improved',
  'waived',
] as const satisfies readonly FindingState[];

/** What fails the check first, then by severity: readers that show a few of them show the first. */
export const gravestFirst = (findings: readonly FindingPlace[]): FindingPlace[] => {
  const rank = ({ finding: { fails, severity } }: FindingPlace) =>
    (fails ? 0 : SEVERITIES.length) + SEVERITIES.indexOf(severity);
  return [...findings].sort((a, b) => rank(a) - rank(b));
};

/** The text made harmless, and never empty: SARIF on GitHub and rdjson refuse that. */
export const filled = (text: string, otherwise = '–'): string =>
  text.trim() === '' ? otherwise : printable(text);

/** The change that would clear a finding, as a sentence. */
const adviceOf = ({ text }: NonNullable<CheckedFinding['suggestion']>): string => `To clear it: ${text}`;

const WORD = /[\p{L}\p{N}_-]{1,200}/gu;

/** An example that tells more than the message does: which of a few ids is meant, say. */
function exampleOf({ message, examples }: Pick<CheckedFinding, 'message' | 'examples'>): string {
  const [first] = examples;
  const known = new Set(message.match(WORD));
  return first === undefined || (first.match(WORD) ?? []).every((word) => known.has(word))
    ? ''
    : ` E.g. ${first}.`;
}

/** What a finding says where nothing stands beside it: with its design, an example, and the change that would clear it. */
export const sentenceOf = ({ finding, structure }: FindingPlace): string => {
  const { message, rule, suggestion } = finding;
  const design = structure?.design ? `In the design ${structure.design.id}: ` : '';
  const advice = suggestion === undefined ? '' : ` ${adviceOf(suggestion)}`;
  return printable(`${design}${filled(message, rule)}${exampleOf(finding)}${advice}`);
};

/** A path as review tools know files: with slashes, and without a leading `./`. */
export const pathOf = (file: string): string => posix.normalize(printable(file).replaceAll('\\', '/'));

/** By what everything was judged: a nearer file than the one that was meant may have been found. */
export const policyText = ({ policy }: Pick<Check, 'policy'>): string => {
  if (policy === null) return 'Judged by the rules as they are built in: there is no policy.';
  const presets = policy.extends.length === 0 ? '' : `, which extends ${policy.extends.join(', ')}`;
  return printable(`Judged by the policy ${policy.file}${presets} (sha256 ${policy.sha256.slice(0, 7)}).`);
};
