import type { Practice } from './practice.ts';

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
