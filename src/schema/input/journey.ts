import * as z from 'zod';
import { id, phase, serves } from './fields.ts';

const step = z.strictObject({
  id: id.optional().describe('Identifier; `1`, `2`, … if not given.'),
  name: z.string().optional().describe('What is done.'),
  phase,
  capability: id.describe('The capability that does it.'),
  hours: z
    .number()
    .min(0)
    .optional()
    .describe('Hours of work for one customer going through it once; 1, listed as assumed, if not given.'),
  rework: z.number().min(0).lt(1).default(0).describe('Probability that the work goes back after this step.'),
  reworkTo: id.optional().describe('Step that it goes back to; the step before if not given.'),
  contact: z
    .boolean()
    .optional()
    .describe(
      'Whether the customer deals with whoever does it. If not given: yes for marketing, communications, lead qualification, pre-sales, sales, account management and support, for operations where `context.serviceLevel` is high, and no for the others.',
    ),
  assumed: z.boolean().default(false).describe('Whether the hours are an assumption and not known.'),
});

export const journey = z.strictObject({
  id: id.describe('Identifier, as written.'),
  name: z.string().optional().describe('Name; the id if not given.'),
  serves: serves
    .optional()
    .describe(
      'Customers who go through it, unless a customer names its journey; the first journey serves the rest.',
    ),
  assumed: z
    .boolean()
    .default(false)
    .describe('Whether the whole journey is an assumption, as the built-in one is.'),
  steps: z.array(step).min(1).describe('What happens, in order.'),
});
export type JourneyInput = z.infer<typeof journey>;
