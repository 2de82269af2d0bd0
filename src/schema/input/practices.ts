import * as z from 'zod';
import { CENTRIC } from './practice-items/centric.ts';
import { CENTRIC_STRATEGY } from './practice-items/components.ts';
import { CUSTOMER_FUNCTION } from './practice-items/conditions.ts';
import { FOCUSED } from './practice-items/focused.ts';
import { FOUNDATIONS } from './practice-items/foundations.ts';
import { INFRASTRUCTURE } from './practice-items/infrastructure.ts';
import { LED } from './practice-items/led.ts';
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
