import type { Practice } from './practice.ts';

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
