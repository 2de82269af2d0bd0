import { closedGates } from '../../model/quality.ts';
import { remedyFor } from '../../remedies/remedies/index.ts';
import { clearEach } from '../../remedies/search.ts';
import { judgeBy } from '../../remedies/trial.ts';
import { SEVERITIES } from '../../schema/choices.ts';
import type { Suggest } from '../check/tell.ts';
import { reported } from './suggest.ts';

/** Findings of one structure that a change is looked for: who reads more of them needs `orgdesign suggest`. */
const MOST = 20;

/**
 * What check says beside its findings: the smallest change that would clear each by itself. Nothing is done where nothing
 * counts; else it costs a round of the rules on structure for each way that is tried.
 */
export const suggestEach: Suggest = (organisation, findings, policy, names) => {
  const wanted = findings
    .filter(({ rule }) => remedyFor(rule) !== undefined)
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
    .slice(0, MOST);
  if (wanted.length === 0 || closedGates(organisation, ['lines']).length > 0) return new Map();
  const found = clearEach(organisation, { judge: judgeBy(policy), wanted });
  return new Map([...found].map(([finding, one]) => [finding, reported(one, names)]));
};
