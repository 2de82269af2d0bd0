import { grouped } from '../../base/grouped.ts';
import { settledLines } from '../../model/conflicts.ts';
import { equalBosses, shareOf } from '../company-facts.ts';
import { fitting } from '../examples/companies.ts';
import { defineFitRule } from './fit-rule.ts';
import { read } from './premises.ts';
import type { FitCase, Lever } from './statement.ts';

/** Share of the people who serve customers from which on two bosses are the rule. A judgement. */
const THE_RULE = 0.5;

/** That people who serve customers have two bosses of nearly the same weight in a structure. */
export function twoBosses(fit: FitCase, view: FitCase['baseline']) {
  const { part, of } = equalBosses(view);
  return read(
    fit,
    ['people'],
    `${grouped(part)} of ${grouped(of)} people who serve customers have two bosses of nearly the same weight`,
    shareOf({ part, of }) / THE_RULE,
  );
}

/** The same of today, as far as a structure ends it: what keeps two bosses is no way out of them. */
function endedBosses(fit: FitCase) {
  const today = twoBosses(fit, fit.baseline);
  if (fit.view === null) return today;
  const [before, after] = [fit.baseline, fit.view].map((view) => shareOf(equalBosses(view)));
  const ended = before! > 0 ? Math.max(0, 1 - after! / before!) : 0;
  return { ...today, certainty: today.certainty * ended };
}

/** Ends equal lines without any reorganisation. */
export const settleLines: Lever = {
  key: 'people.managers',
  text: 'Say which of two equal reporting lines counts: give the other one clearly less weight.',
  apply: (facts, { baseline }) => (equalBosses(baseline).part === 0 ? null : facts),
  // Which line is the first does not change by it, and designs end the others: they stay as they are.
  rebuild: settledLines,
};

/** An example in which six of twelve report to a colleague as well, with more or less weight. */
export const withSecondLines = (first: number, second: number): string =>
  fitting('Two bosses', { context: { market: 'mixed' } }).replaceAll(
    /(\{ id: [sa][234], .*), manager: chief \}/g,
    `$1, managers: [{ to: chief, weight: ${first} }, { to: m1, weight: ${second} }] }`,
  );

export const fitTwoBossesToday = defineFitRule({
  id: 'fit-two-bosses-today',
  summary:
    'People who serve customers have two bosses of the same weight, and one reporting line would end that.',
  why: {
    text: 'A single reporting line removes the conflict that is built into two equal ones. Clusters have it by their definition; that functions and phases have it as well is our reading.',
    source: 'Jackson; functions and phases are our reading',
  },
  options: ['conflictRatio'],
  fit: {
    statements: [
      {
        when: 'one boss in place of two',
        designs: ['cluster'],
        certainty: 0.4,
        premises: (fit) => [endedBosses(fit)],
      },
      {
        when: 'one boss in place of two',
        designs: ['functional', 'lifecycle'],
        certainty: 0.2,
        premises: (fit) => [endedBosses(fit)],
      },
    ],
    reads: [],
    change:
      'It would be otherwise if one of the two lines were made the lesser one: then the reason is gone.',
  },
  examples: { bad: withSecondLines(0.5, 0.5), good: withSecondLines(0.7, 0.3), design: 'cluster' },
});
