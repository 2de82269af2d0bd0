import type { Severity } from '../schema/documents/finding.ts';

/** A rule of the check itself: on limits, changes and the policy, which no single organisation shows. */
export interface OwnRule {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: string;
  readonly why: { readonly text: string; readonly source: string };
  readonly help: string;
}

const source = 'orgdesign';

export const measureLimit = {
  id: 'measure-limit',
  severity: 'error',
  summary: 'A measure is beyond the limit that the policy sets.',
  why: { text: 'What a company has set itself as a limit is kept, or changed on purpose.', source },
  help: 'Limits stand under `measures:` of the policy. With a baseline it counts only where the measure is worse than there.',
} as const satisfies OwnRule;

export const tooManyMoved = {
  id: 'too-many-moved',
  severity: 'error',
  summary: 'A change moves more people than the policy allows at one time.',
  why: {
    text: 'A change that moves far more people than was meant is often a slip, such as a file of other ids, and costs relationships if it is none.',
    source,
  },
  help: 'The share stands in `--max-moved` or under `maxMoved` of the policy: a higher one lets the change pass on purpose.',
} as const satisfies OwnRule;

export const tooManyGone = {
  id: 'too-many-gone',
  severity: 'error',
  summary: 'A change leaves out more people of the baseline than the policy allows at one time.',
  why: {
    text: 'People who are in a file no longer are mostly a slip, such as an export of one part, and are easily overlooked if it is none.',
    source,
  },
  help: 'The share stands in `--max-gone` or under `maxGone` of the policy: a higher one lets the change pass on purpose.',
} as const satisfies OwnRule;

export const designImpossible = {
  id: 'design-impossible',
  severity: 'error',
  summary: 'A design that is to be checked cannot be built.',
  why: { text: 'What cannot be staffed or formed cannot be judged.', source },
  help: 'The message says what is missing; the options of the design stand under `designs:` of the file.',
} as const satisfies OwnRule;

export const thresholdChanged = {
  id: 'threshold-changed',
  severity: 'warning',
  summary: 'A change of the file sets a threshold otherwise that the file is judged by.',
  why: {
    text: 'What judges a change is not changed with it unseen: a threshold that is relaxed in the file passes what failed before.',
    source,
  },
  help: 'Both sides are judged by what stands after. Set the threshold in the policy, under the rule that reads it, or waive the finding where the change is meant.',
} as const satisfies OwnRule;

export const waiverExpired = {
  id: 'waiver-expired',
  severity: 'warning',
  summary: 'A waiver has expired.',
  why: { text: 'An exception that nobody renews turns into the rule.', source },
  help: 'Mend what it waives and remove it, or give it a later day in `expires`.',
} as const satisfies OwnRule;

export const waiverUnused = {
  id: 'waiver-unused',
  severity: 'warning',
  summary: 'A waiver waives nothing.',
  why: { text: 'It would hide the next fault of that kind that nobody looked at.', source },
  help: 'Remove it; if it is meant for a finding, compare its rule and entity with `orgdesign check --format json`.',
} as const satisfies OwnRule;

export const overrideUnused = {
  id: 'override-unused',
  severity: 'note',
  summary: 'An override names a department that is in none of the files.',
  why: { text: 'A slip in an id leaves the department under the settings of all others.', source },
  help: 'Compare `departments` of the override with the ids in the files.',
} as const satisfies OwnRule;

/** Rules of the check itself, in the order of the documentation. */
export const ownRules: readonly OwnRule[] = [
  measureLimit,
  tooManyMoved,
  tooManyGone,
  designImpossible,
  thresholdChanged,
  waiverExpired,
  waiverUnused,
  overrideUnused,
];
