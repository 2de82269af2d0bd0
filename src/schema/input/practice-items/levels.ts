import type { Practice } from './practice.ts';

/** More attention for customers, with the company as it is. */
export const FOCUSED = [
  {
    id: 'customer-on-agenda',
    question: 'Are customers a regular topic in meetings at every level?',
    step: 'Make customers a regular topic of meetings at every level.',
    source: 'Focus/Centric/Led',
    level: 'focused',
  },
  {
    id: 'communication-from-the-top',
    question: 'Do those at the top tell everybody, again and again, what customers mean to the company?',
    step: 'Let those at the top tell everybody what customers mean to the company, and keep telling it.',
    source: 'Focus/Centric/Led',
    level: 'focused',
  },
  {
    id: 'customer-listening',
    question: 'Are customers asked regularly, and is something done about the answers?',
    step: 'Ask customers regularly, and tell them what was done about their answers.',
    source: 'Focus/Centric/Led',
    level: 'focused',
    derived: 'Partly, where there is a flow of the kind customer-feedback.',
  },
  {
    id: 'satisfaction-measured',
    question: 'Is satisfaction measured beside efficiency?',
    step: 'Measure satisfaction, and show it beside the figures of efficiency.',
    source: 'Focus/Centric/Led',
    level: 'focused',
    derived:
      'Yes, where nine tenths of the customer rows have a satisfaction; partly, where some have, or only a scorecard has a value.',
  },
  {
    id: 'touchpoints-fixed',
    question: 'Is somebody in charge of repairing weak touchpoints?',
    step: 'Put somebody in charge of repairing the touchpoints that customers complain about.',
    source: 'Focus/Centric/Led',
    level: 'focused',
  },
  {
    id: 'journeys-mapped',
    question: 'Are journeys mapped from end to end, and pain points removed?',
    step: 'Map the journeys from end to end, and remove what hurts customers most.',
    source: 'Focus/Centric/Led',
    level: 'focused',
    derived: 'Yes, where the file has a journey over all three phases; partly, where it has another.',
  },
  {
    id: 'customer-goals-collective',
    question: 'Do several departments share the same customer goals?',
    step: 'Set a goal for customers that several departments share.',
    source: 'Focus/Centric/Led, Jackson',
    level: 'focused',
    derived: 'Yes, where one customer measure has a target on the scorecards of two units or more.',
  },
  {
    id: 'pay-tied-to-customers',
    question: 'Does a noticeable part of executives’ pay depend on customer measures?',
    step: 'Tie a noticeable part of executives’ pay to customer measures, a fifth or more.',
    source: 'Focus/Centric/Led',
    level: 'focused',
    derived:
      'From context.customerPayShare, else the weights on scorecards: yes at a fifth or more, no at 0, partly between.',
  },
  {
    id: 'executive-pay-all',
    question: 'Also for executives who never meet a customer?',
    step: 'Extend that part of pay to executives who never meet a customer.',
    source: 'Focus/Centric/Led',
    level: 'focused',
    derived:
      'From the weights on scorecards of people in enabling functions: yes where all of them have customer measures, partly where some do, no where none does.',
  },
  {
    id: 'insight-shared',
    question: 'Does what one department learns about customers reach the others?',
    step: 'Bring what one department learns about customers to all the others.',
    source: 'Focus/Centric/Led, comment on Jackson',
    level: 'focused',
    derived:
      'Partly, where flows say their kind, and insight reaches one unit that serves customers from another (insight.reach).',
  },
  {
    id: 'customer-advocate',
    question: 'Does somebody at the top speak for the customer?',
    step: 'Let somebody at the top speak for the customer.',
    source: 'Focus/Centric/Led, Bush',
    level: 'focused',
    derived:
      'Yes, where customerOfficer names somebody, or somebody has the title of a Chief Customer Officer or Head of Customer Experience.',
  },
  {
    id: 'exit-communication',
    question: 'Do you stay in contact with customers who leave, and learn why?',
    step: 'Stay in contact with customers who leave, and learn why they did.',
    source: 'Jameane; its place here is our reading',
    level: 'focused',
    derived: 'Partly, where there is a flow of the kind exit-reasons.',
  },
] as const satisfies readonly Practice[];

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

/** A company built for customers and with them. */
export const LED = [
  {
    id: 'jobs-to-be-done',
    question: 'Are offers built on what customers want to get done?',
    step: 'Learn what customers want to get done, and build offers on that.',
    source: 'Focus/Centric/Led, Bush',
    level: 'led',
    condition: 'jobs',
  },
  {
    id: 'co-creation',
    question: 'Do customers take part in developing?',
    step: 'Let customers take part in developing.',
    source: 'Focus/Centric/Led',
    level: 'led',
  },
  {
    id: 'interactions-from-data',
    question: 'Do behaviour and events in customers’ lives shape each contact?',
    step: 'Let behaviour and events in customers’ lives shape each contact.',
    source: 'Focus/Centric/Led',
    level: 'led',
  },
  {
    id: 'shared-vision',
    question: 'Do all departments share one vision and the same goals of impact?',
    step: 'Agree on one vision, and on goals of impact that all departments share.',
    source: 'Focus/Centric/Led',
    level: 'led',
  },
  {
    id: 'teams-decide-on-data',
    question: 'May teams decide by themselves, on data?',
    step: 'Let teams decide by themselves, on data.',
    source: 'Focus/Centric/Led',
    level: 'led',
  },
  {
    id: 'trust-and-learning',
    question: 'Do leaders reward learning, also from failure?',
    step: 'Reward learning, also from failure.',
    source: 'Focus/Centric/Led',
    level: 'led',
  },
  {
    id: 'agile-teams',
    question: 'Do small standing teams deliver from idea to customer?',
    step: 'Form small standing teams that deliver from idea to customer.',
    source: 'Focus/Centric/Led',
    level: 'led',
  },
  {
    id: 'customers-at-the-table',
    question: 'Is a customer on the board, or is there an assembly of customers that management answers?',
    step: 'Invite a customer to the board, or an assembly of customers that management answers.',
    source: 'Focus/Centric/Led',
    level: 'led',
  },
  {
    id: 'ecosystem',
    question: 'Are solutions built with partners around the whole need?',
    step: 'Build solutions with partners around the whole need.',
    source: 'Focus/Centric/Led',
    level: 'led',
  },
  {
    id: 'customers-before-shareholders',
    question: 'Has the company decided that customers come first, before shareholders and employees?',
    step: 'Decide whether customers come first, before shareholders and employees.',
    source: 'Focus/Centric/Led',
    level: 'led',
  },
] as const satisfies readonly Practice[];
