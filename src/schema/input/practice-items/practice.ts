/** The three levels of Focus/Centric/Led, in their order. */
export const LEVELS = ['focused', 'centric', 'led'] as const;
export type Level = (typeof LEVELS)[number];

/** What a customer-centric strategy is made of. Source: Eccles. */
export const COMPONENTS = [
  'information',
  'solutions',
  'segments',
  'personalisation',
  'metrics',
  'communications',
  'sales',
  'tools',
] as const;
export type Component = (typeof COMPONENTS)[number];

/** The three conditions of a customer function, and the data that its third one rests on. Source: Bush. */
export const CONDITIONS = ['jobs', 'challenge', 'prioritisation', 'data'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** One item of the questionnaire: what is asked, and what an answer is good for. */
export interface Practice {
  readonly id: string;
  readonly question: string;
  /** What to do where it is not there. */
  readonly step: string;
  readonly source: string;
  readonly level?: Level;
  readonly component?: Component;
  readonly condition?: Condition;
  /** What in the file answers it where nobody did, as a sentence. */
  readonly derived?: string;
}
