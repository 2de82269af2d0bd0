import type { Practice } from './practice.ts';

/** The customer at the heart of the company. */
export const CENTRIC = [
  {
    id: 'listens-beyond-current',
    question: 'Do you learn from people who are not your customers, beyond what you sell now?',
    step: 'Learn from people who are not customers yet, beyond what is sold to them now.',
    source: 'Focus/Centric/Led',
    level: 'centric',
    derived: 'Partly, where there is a flow of the kind prospect-insight.',
  },
  {
    id: 'customer-interest-prevails',
    question: 'In the last hard decision, did the customers’ interest win? (note: which)',
    step: 'In the next hard decision, let the customers’ interest win, and say so.',
    source: 'Focus/Centric/Led',
    level: 'centric',
  },
  {
    id: 'customer-priority-stated',
    question: 'Is it written down who comes first among stakeholders, and is it the customer?',
    step: 'Write down who comes first among stakeholders.',
    source: 'Focus/Centric/Led',
    level: 'centric',
  },
  {
    id: 'lifetime-value-segments',
    question: 'Are customers grouped by lifetime value?',
    step: 'Group customers by lifetime value rather than by single sales.',
    source: 'Focus/Centric/Led, Eccles, Bush',
    level: 'centric',
    component: 'metrics',
    derived:
      'Partly, where margin and retention are given and an attribute separates lifetime values (ω² of 0.3 or more).',
  },
  {
    id: 'one-organisation-felt',
    question: 'Do customers say that they deal with one company and not with departments?',
    step: 'Ask customers whether they deal with one company or with departments.',
    source: 'Focus/Centric/Led',
    level: 'centric',
  },
  {
    id: 'single-customer-view',
    question: 'Does everyone see the same correct record of a customer?',
    step: 'Make one correct record of each customer, which everyone sees.',
    source: 'Focus/Centric/Led, comment on Jackson',
    level: 'centric',
  },
  {
    id: 'crm-in-use',
    question: 'Is one CRM used by all who serve customers?',
    step: 'Let all who serve customers work in one CRM.',
    source: 'Focus/Centric/Led, Eccles',
    level: 'centric',
    component: 'tools',
  },
  {
    id: 'customer-metrics-equal',
    question: 'Do loyalty and lifetime value weigh as much as financial results?',
    step: 'Put loyalty and lifetime value on a level with financial results.',
    source: 'Focus/Centric/Led, Eccles',
    level: 'centric',
    component: 'metrics',
    derived:
      'From the weights on scorecards: yes where retention, lifetime value and customer equity weigh as much as sales and margin, partly where they weigh less, no where nothing.',
  },
  {
    id: 'hire-for-empathy',
    question: 'Are empathy, listening and problem solving criteria of hiring?',
    step: 'Make empathy, listening and problem solving criteria of hiring.',
    source: 'Focus/Centric/Led',
    level: 'centric',
  },
  {
    id: 'customer-council',
    question: 'Does a council check every investment for what customers gain?',
    step: 'Set up a council that checks every investment for what customers gain.',
    source: 'Focus/Centric/Led',
    level: 'centric',
  },
] as const satisfies readonly Practice[];
