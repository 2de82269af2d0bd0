import * as z from 'zod';

/** How good the placing of people in groups is, as the report tells it. */
export const assignment = z
  .strictObject({
    objective: z.number().describe('What the placing of people reaches, with the weights of `goals`.'),
    bound: z.number().describe('Proven: no placing in the same posts reaches more.'),
    gap: z.number().describe('bound - objective; 0 where the placing is proven to be a best one.'),
    relativeGap: z
      .number()
      .nullable()
      .describe('The gap as a fraction of the bound; null where the bound is 0.'),
    method: z
      .enum(['greedy-proven', 'solved', 'time-limit', 'unsolved'])
      .describe(
        'How it was found: by a simple way, proven to be a best one; by the solver; or the best there was when the time was over, or the solver gave no answer that could be used.',
      ),
    goals: z.strictObject({ customers: z.number(), team: z.number(), location: z.number() }),
    seats: z.number().int().describe('Seats that were placed, pinned and open ones included.'),
    classes: z.number().int().describe('Kinds of seats that can be placed in one group as well as another.'),
    crossing: z
      .number()
      .int()
      .describe('People placed where customers are served from other locations than theirs.'),
    left: z
      .number()
      .int()
      .describe('Seats that keep their department, since they must not change location and would have to.'),
  })
  .describe('Placing of people in customer groups.');
export type ReportedAssignment = z.infer<typeof assignment>;
