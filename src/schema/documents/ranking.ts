import * as z from 'zod';
import { PROFILES } from '../choices.ts';
import { designId } from './header.ts';

const share = z.number().min(0).max(1);

/** Where the criteria come from. */
export const criteriaSource = z
  .enum(['file', 'profile', 'assumed'])
  .describe('Whether the file lists what counts, a profile is named, or nobody said and one is assumed.');

export const rankedCriterion = z.strictObject({
  id: z.string(),
  measure: z.string(),
  weight: share.describe('How much it counts; all sum to 1.'),
  worst: z.number().describe('Figure from which on a design is of no worth by this criterion.'),
  best: z.number().describe('Figure from which on it could not be better.'),
  agreedBy: z.string().nullable().describe('Who agreed to it; null where nobody is named.'),
});

/** The order of the designs, and how much it depends on what counts. */
export const ranking = z
  .strictObject({
    profile: z.enum(PROFILES).nullable().describe('Null where the file gives a list of its own.'),
    source: criteriaSource,
    criteria: z.array(rankedCriterion),
    leftOut: z
      .array(z.strictObject({ criterion: z.string(), reason: z.string() }))
      .describe('Criteria that could not be judged here.'),
    notRanked: z
      .array(z.strictObject({ design: designId, reason: z.string() }))
      .describe('Designs that are not recommended whatever counts.'),
    winner: designId.describe('Highest total with these weights; of equals the one that changes less.'),
    totals: z.record(z.string(), share).describe('Worth of each design, from 0 to 1, with these weights.'),
    near: z
      .record(z.string(), share)
      .describe('Share of the weightings near these in which a design wins: see `nearness`.'),
    nearness: z
      .enum(['half-to-double', 'in-order'])
      .describe('Each weight from half to double of what it is, or all weights that keep the agreed order.'),
    acceptability: z
      .record(z.string(), z.array(share))
      .describe('Share of all ways to weigh in which a design takes the first rank, the second, and so on.'),
    centralWeights: z
      .record(z.string(), z.array(share))
      .describe('Mean of the weights with which a design wins; left out where it never does.'),
    confidenceFactor: z
      .record(z.string(), share)
      .describe('How often a design wins with its central weights, figures drawn from their ranges.'),
    flips: z
      .array(z.strictObject({ criterion: z.string(), from: share, to: share, winner: designId }))
      .describe('Smallest change of one weight beyond which another design wins, the smallest first.'),
    tornado: z
      .array(z.strictObject({ criterion: z.string(), without: z.number(), doubled: z.number() }))
      .describe(
        'Lead of the winner with the criterion left out and counting twice as much; what moves it most first.',
      ),
    assumed: z
      .array(z.string())
      .describe('Criteria whose figures are more than half assumed: they enter with ranges.'),
    withoutAssumed: designId.nullable().describe('The winner without those; null where none is left.'),
    byConstruction: z.array(z.string()).describe('Criteria that a ranked design fixes by its definition.'),
    withoutByConstruction: designId.nullable().describe('The winner without those; null where none is left.'),
    byProfile: z
      .record(z.string(), designId)
      .describe('The winner by each profile; empty where the file gives a list of its own.'),
    robust: z.boolean().describe('Whether the winner wins in three quarters of the weightings near these.'),
    decides: z.boolean().describe('Whether a design can be recommended by it.'),
    why: z
      .array(z.string())
      .describe('What makes it robust or not, and why it does not decide, in sentences.'),
    draws: z.number().int(),
    seed: z.number().int(),
  })
  .describe('The order of the designs by the criteria of the decision, SMAA-2.');
export type Ranking = z.infer<typeof ranking>;
