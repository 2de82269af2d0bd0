import type { Practice } from './practice.ts';

/** What Bush wants in place under a customer function, whatever its form. */
export const CUSTOMER_FUNCTION = [
  {
    id: 'rules-challenged',
    question: 'Can every employee challenge a rule, and must its owner justify it?',
    step: 'Let every employee challenge a rule, and its owner justify it.',
    source: 'Bush',
    condition: 'challenge',
  },
  {
    id: 'prioritisation-forum',
    question: 'Is there a regular forum that weighs customer initiatives against others?',
    step: 'Hold a regular forum that weighs customer initiatives against others.',
    source: 'Bush',
    condition: 'prioritisation',
  },
  {
    id: 'trade-offs-beyond-finance',
    question: 'Does it look at customers’ benefit as well as money?',
    step: 'Look at customers’ benefit as well as money where priorities are set.',
    source: 'Bush',
    condition: 'prioritisation',
  },
  {
    id: 'customer-data-linked',
    question: 'Can you show how customers’ behaviour and opinion move results?',
    step: 'Link what customers do and think to results, with people who can.',
    source: 'Bush',
    condition: 'data',
  },
] as const satisfies readonly Practice[];
