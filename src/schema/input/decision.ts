import * as z from 'zod';
import { PROFILES } from '../choices.ts';
import { id, isoDate, serves } from './fields.ts';

/** What decisions of a kind are mostly judged by, and how much each counts. */
export type { Profile } from '../choices.ts';

const criterion = z.strictObject({
  id: id.optional().describe('Identifier; the measure if not given.'),
  measure: id.describe('Id of the measure that it is judged by, as `handoffs.perJourney`.'),
  weight: z
    .number()
    .min(0)
    .optional()
    .describe('How much it counts beside the others; weights are scaled to sum to 1.'),
  rank: z
    .number()
    .int()
    .min(1)
    .optional()
    .describe('Its place where only an order is agreed: 1 for the most important.'),
  worst: z.number().optional().describe('Figure from which on a design is of no worth by this criterion.'),
  best: z.number().optional().describe('Figure from which on it could not be better.'),
  agreedBy: z.string().optional().describe('Who agreed to it, where not all did.'),
});

/** What the decision between designs is judged by. */
export const criteria = z
  .strictObject({
    profile: z.enum(PROFILES).optional().describe('Criteria and weights to begin with.'),
    agreedBy: z.string().optional().describe('Who agreed to the criteria.'),
    agreedOn: isoDate.optional().describe('The day on which they did.'),
    list: z
      .array(criterion)
      .default([])
      .describe(
        'Criteria with a weight each, or a rank each; with neither, the first is the most important. Without any, those of the profile.',
      ),
  })
  .describe('What the decision is judged by, who agreed to it, and how much each criterion counts.');
export type CriteriaInput = z.infer<typeof criteria>;

/** Something that could be done, weighed side by side with a reorganisation. Source: Bush. */
export const initiative = z.strictObject({
  id: id.describe('Identifier, as written.'),
  name: z.string().optional().describe('Name; the id if not given.'),
  kind: z
    .enum(['customer', 'operational', 'reorganisation'])
    .describe(
      'Whether it is done for customers or for the company itself, or is the reorganisation, with its cost and what is expected of it.',
    ),
  cost: z.number().min(0).optional().describe('What it costs once.'),
  serves: serves.optional().describe('Customers that it does something for; without it, all of them.'),
  effect: z
    .strictObject({
      costPerYear: z.number().optional().describe('Change of yearly cost: -50000 saves so much a year.'),
      retention: z
        .number()
        .min(-1)
        .max(1)
        .optional()
        .describe('Change of the share of customers kept a year: 0.02 for two points more.'),
      satisfaction: z
        .number()
        .min(-1)
        .max(1)
        .optional()
        .describe('Change of satisfaction as a share of its scale: 0.1 for one point of ten.'),
      effort: z
        .number()
        .min(-1)
        .optional()
        .describe('Change of the hours that these customers need: -0.1 for a tenth less.'),
    })
    .default({})
    .describe('What it is expected to change; what is left out it does not change.'),
});
export type InitiativeInput = z.infer<typeof initiative>;
