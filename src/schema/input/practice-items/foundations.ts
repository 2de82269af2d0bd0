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

/** What holds clusters together. */
export const INFRASTRUCTURE = [
  {
    id: 'common-processes',
    question: 'Do all who serve customers follow the same core processes?',
    step: 'Agree on the core processes that all who serve customers follow, and on who looks after them.',
    source: 'Jackson',
    derived: 'Partly, where a centre of expertise says what it decides for all.',
  },
  {
    id: 'common-systems',
    question: 'Do they work in the same systems?',
    step: 'Bring all who serve customers into the same systems.',
    source: 'Jackson',
    derived: 'Partly, where a centre of expertise says what it decides for all.',
  },
  {
    id: 'systems-can-change',
    question: 'Can systems and processes change at the pace that customers call for?',
    step: 'Find the system or process that holds most changes for customers back, and replace it first.',
    source: 'Focus/Centric/Led',
    level: 'centric',
  },
  {
    id: 'best-practice-exchange',
    question: 'Does what works in one team reach the others?',
    step: 'Give somebody the task of bringing what works in one team to the others.',
    source: 'Jackson',
    level: 'led',
    derived: 'Partly, where there is a flow of the kind best-practice.',
  },
  {
    id: 'initiatives-coordinated',
    question: 'Does somebody see all customer initiatives before they start?',
    step: 'Let one person see all customer initiatives before they start.',
    source: 'comment on Jackson',
  },
] as const satisfies readonly Practice[];

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
