import type { Rule } from './rule.ts';
import { teamTooSmall } from './team-too-small.ts';

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [teamTooSmall];
