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
