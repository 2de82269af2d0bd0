import * as z from 'zod';
import { CENTRIC_STRATEGY } from './practice-items/components.ts';
import { CUSTOMER_FUNCTION, FOUNDATIONS, INFRASTRUCTURE } from './practice-items/foundations.ts';
import { CENTRIC, FOCUSED, LED } from './practice-items/levels.ts';
import type { Practice } from './practice-items/practice.ts';

export const ANSWERS = ['yes', 'partly', 'no', 'unknown'] as const;
export type Answer = (typeof ANSWERS)[number];

const ITEMS = [
  ...FOUNDATIONS,
  ...INFRASTRUCTURE,
  ...FOCUSED,
  ...CENTRIC,
  ...LED,
  ...CENTRIC_STRATEGY,
  ...CUSTOMER_FUNCTION,
] as const;

export type PracticeId = (typeof ITEMS)[number]['id'];

/** The questionnaire, in the order in which it is asked. */
export const PRACTICES: readonly (Practice & { readonly id: PracticeId })[] = ITEMS;

const answer = z.union([
  z.enum(ANSWERS),
  z.strictObject({
    answer: z.enum(ANSWERS).describe('`yes`, `partly`, `no`, or `unknown` where it was asked in vain.'),
    note: z.string().optional().describe('What the answer rests on.'),
  }),
]);

/** Answers to the questionnaire; what is left out is unknown. */
export const practices = z
  .strictObject(
    Object.fromEntries(
      PRACTICES.map(({ id, question }) => [id, answer.optional().describe(question)]),
    ) as Record<PracticeId, z.ZodOptional<typeof answer>>,
  )
  .describe(
    'How the company deals with customers: `customer-council: no`, or `{ answer: partly, note: … }`; what is left out is unknown.',
  );
