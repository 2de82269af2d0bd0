import type { Practice } from './practice.ts';

/** What Jackson wants settled, and known, before clusters are chosen. */
export const FOUNDATIONS = [
  {
    id: 'strategy-clear',
    question: 'Would each executive name the same core strategy?',
    step: 'Put the core strategy on a page that every executive would word alike.',
    source: 'Jackson, Eccles',
  },
  {
    id: 'strategy-communicated',
    question: 'Does everybody who serves customers know it?',
    step: 'Tell the strategy to everybody who serves customers, and ask whether it arrived.',
    source: 'Jackson',
  },
  {
    id: 'value-proposition-clear',
    question: 'Is it settled what you promise to whom?',
    step: 'Write down what is promised to each target market.',
    source: 'Jackson, Bush',
    condition: 'jobs',
    derived: 'Partly, where every unit that serves customers has a charter with a value proposition.',
  },
  {
    id: 'value-proposition-communicated',
    question: 'Does everybody who serves customers know that promise?',
    step: 'Tell the promise to everybody who has to keep it.',
    source: 'Jackson',
  },
  {
    id: 'target-markets-clear',
    question: 'Is it decided which customers you want and which not?',
    step: 'Decide which customers are wanted and which are not, and give each customer that attribute.',
    source: 'Jackson',
    derived: 'Yes, where context.targetMarkets names an attribute that nine tenths of the customers have.',
  },
  {
    id: 'target-markets-communicated',
    question: 'Do marketing, sales and service all work from that list?',
    step: 'Let marketing, sales and service work from one list of target markets.',
    source: 'Jackson',
    derived:
      'Partly, where every unit that serves customers has its own by the attribute of context.targetMarkets.',
  },
  {
    id: 'ideal-customer-profiles',
    question: 'Are there written profiles of ideal customers?',
    step: 'Write a profile of the ideal customer in each target market.',
    source: 'Jackson',
    derived: 'Partly, where a charter says who the customers of a unit are and what they are promised.',
  },
  {
    id: 'account-based-marketing',
    question: 'Do marketing and sales work named accounts together?',
    step: 'Let marketing and sales plan the largest accounts together, by name.',
    source: 'Jackson',
    derived:
      'Partly, where half of the people in marketing serve customers by name or sit in a unit that serves some customers only.',
  },
] as const satisfies readonly Practice[];
