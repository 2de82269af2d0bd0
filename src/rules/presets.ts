import type { RuleSeverity } from '../schema/input/check-policy.ts';
import { rules } from './index.ts';
import type { Rule } from './rule.ts';

/** Rule id to how severe it is; what a preset does not name stays as it is. */
type Preset = Readonly<Record<string, RuleSeverity>>;

const each = (severity: (rule: Rule) => RuleSeverity): Preset =>
  Object.freeze(Object.fromEntries(rules.map((rule) => [rule.id, severity(rule)])));

type Severities = { readonly severity: Rule['severity']; readonly validateOnly?: true | undefined };

/** How severe a rule is where nobody says: doubts about data that may well be right are for `validate`. */
export const builtIn = ({ severity, validateOnly }: Severities): RuleSeverity =>
  validateOnly === true ? 'off' : severity;

const HIGHER = { note: 'warning', warning: 'error', error: 'error' } as const;

/** What is worth failing a change where customers are served by clusters (Jackson). */
const clusters: Preset = Object.freeze({
  'unit-too-small': 'error',
  'cluster-missing-capability': 'error',
  'enabling-function-in-cluster': 'error',
  'dual-reporting-conflict': 'error',
  'headless-department': 'error',
  'unserved-step': 'error',
  'essential-capability-missing': 'error',
  'customer-without-owner': 'warning',
});

/** What is worth failing a change where departments are phases of the customer's life (Jameane). */
const lifecycle: Preset = Object.freeze({
  'unit-too-small': 'error',
  'headless-department': 'error',
  'joint-heads': 'warning',
  'unserved-step': 'error',
  'essential-capability-missing': 'error',
  'person-without-department': 'error',
  'manager-in-another-department': 'warning',
});

/** Severities to begin with, by the name that a policy extends. */
export const presets: ReadonlyMap<string, Preset> = new Map([
  ['recommended', each(builtIn)],
  ['strict', each(({ severity, validateOnly }) => (validateOnly === true ? severity : HIGHER[severity]))],
  ['clusters', clusters],
  ['lifecycle', lifecycle],
]);
