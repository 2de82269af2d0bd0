import { precisePercent } from '../../base/figures.ts';
import { retentionOf } from '../company-facts.ts';
import { clusterable } from '../examples/companies.ts';
import { defineFitRule } from './fit-rule.ts';
import { read } from './premises.ts';
import type { FitCase, Reading } from './statement.ts';

/** Share of customers that is kept below which they leave in numbers, and from which they do not. Judgements. */
const [LOW, HIGH] = [0.7, 0.9] as const;

function leaving(fit: FitCase): Reading {
  const { kept: share, known } = retentionOf(fit.baseline);
  if (known === 0)
    return {
      ask: {
        key: 'customers.retention',
        text: 'What share of the customers is kept from one year to the next?',
      },
    };
  return read(
    fit,
    ['customers'],
    `${precisePercent(share)} of the customers are kept from year to year`,
    (HIGH - share) / (HIGH - LOW),
  );
}

const kept = (retention: number) =>
  clusterable('Kept', {
    context: 'staff: 400, collaboration: good, departmentalTradition: no',
    retention: [
      [retention, retention],
      [0.5, 0.5],
    ],
  });

export const fitRetentionLow = defineFitRule({
  id: 'fit-retention-low',
  summary: 'Customers leave in numbers, and phases make one department answer for keeping them.',
  why: {
    text: 'An organisation by phases has a department that is measured by retention and satisfaction alone, and grows into one of the largest. That matters most where customers leave. Among functions nobody answers for keeping them; that it speaks against functions is our reading.',
    source: 'Jameane; the limits are our judgement',
  },
  fit: {
    statements: [
      {
        when: 'customers who leave in numbers',
        designs: ['lifecycle'],
        certainty: 0.3,
        premises: (fit) => [leaving(fit)],
      },
      {
        when: 'customers who leave in numbers',
        designs: ['as-is', 'functional'],
        certainty: -0.3,
        change: 'It would be otherwise with a head who answers for keeping customers, or once they stay.',
        premises: (fit) => [leaving(fit)],
      },
    ],
    reads: [],
    change: 'It would be otherwise once customers stay: then the reason is gone.',
  },
  examples: { bad: kept(0.6), good: kept(1), design: 'lifecycle' },
});
