import { defineFitRule } from './fit-rule.ts';
import { settleLines, twoBosses, withSecondLines } from './fit-two-bosses-today.ts';
import { NO_TELLING } from './premises.ts';

export const fitMatrixTwoBosses = defineFitRule({
  id: 'fit-matrix-two-bosses',
  summary: 'Two lines of the same weight leave people to settle what their bosses do not agree on.',
  why: {
    text: 'Two equal bosses are a source of confusion and stress, and the more senior one tends to win. The evidence is mixed (Katz & Allen 1985; Larson & Gobeli 1987): ambiguity, not proven harm, and so it weighs no more.',
    source: 'Jackson',
  },
  options: ['conflictRatio'],
  // Each conflict is a finding of its own.
  finding: 'none',
  fit: {
    statements: [
      {
        when: 'people with two equal bosses',
        // Functions, phases and clusters that are there already may have them too; those that are designed have none.
        designs: ['matrix', 'as-is', 'functional', 'lifecycle', 'cluster'],
        certainty: -0.4,
        premises: (fit) => [fit.view === null ? NO_TELLING : twoBosses(fit, fit.view)],
      },
    ],
    reads: [],
    change: 'To change that: clearly unequal weights of the two lines.',
    levers: [settleLines],
  },
  examples: { bad: withSecondLines(0.5, 0.5), good: withSecondLines(0.7, 0.3) },
});
