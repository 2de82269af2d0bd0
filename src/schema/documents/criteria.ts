import * as z from 'zod';
import { PROFILES } from '../choices.ts';
import { generator, input, organisation } from './header.ts';
import { better } from './measure.ts';
import { quality } from './quality.ts';
import { criteriaSource, rankedCriterion } from './ranking.ts';

export const criteriaDocument = z
  .strictObject({
    version: z.literal(1),
    generator,
    input,
    organisation,
    quality,
    profile: z.enum(PROFILES).nullable(),
    source: criteriaSource,
    agreedBy: z.string().nullable().describe('Who agreed to the criteria; null where nobody is named.'),
    agreedOn: z.string().nullable().describe('The day on which they did.'),
    weighting: z.enum(['weights', 'order']).describe('Whether weights are given, or only an order.'),
    criteria: z.array(
      rankedCriterion.extend({
        label: z.string(),
        unit: z.string(),
        better,
        definition: z.string().describe('What the measure says.'),
        why: z
          .string()
          .nullable()
          .describe('Why a decision looks at it; null for a criterion of the company’s own.'),
        reason: z
          .string()
          .optional()
          .describe('Why nothing is known to judge by it, so that its endpoints mean nothing.'),
        ownScale: z.boolean().describe('Whether the company gave both endpoints.'),
      }),
    ),
    profiles: z
      .array(
        z.strictObject({
          id: z.enum(PROFILES),
          weights: z.record(z.string(), z.number()).describe('By measure; they sum to 1.'),
        }),
      )
      .describe('What each profile counts, to choose from.'),
    open: z.array(z.string()).describe('What is still to be agreed.'),
  })
  .describe(
    'What orgdesign criteria --format json writes: what the decision is judged by, before any result.',
  );
export type CriteriaDocument = z.infer<typeof criteriaDocument>;
