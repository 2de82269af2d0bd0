import { viewOf } from '../model/view.ts';
import { judge } from '../policy/judge.ts';
import type { CheckPolicy } from '../policy/policy.ts';
import { rules } from '../rules/index.ts';
import { hasRemedy } from './search.ts';
import type { Judge } from './trial.ts';

/** Rules whose findings a move of people can make or clear: on structure, and those on data that there is a remedy for. */
const asked = rules.filter(({ id, about }) => about === 'structure' || hasRemedy(id));

/** Finds in an organisation what check would find in its file, as far as moves of people bear on it. */
export const judgeBy =
  (policy: CheckPolicy | null): Judge =>
  (organisation) => {
    const view = viewOf(organisation);
    return judge({ design: 'as-is', view, baseline: view }, policy, asked);
  };
