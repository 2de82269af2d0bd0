import * as z from 'zod';
import { fraction, satisfaction } from './fields.ts';

const people = (what: string) => z.number().min(0).optional().describe(what);

const figures = {
  prospects: people('Prospects found in a year.'),
  qualified: people('Prospects of a year that were qualified.'),
  won: people('Customers won in a year.'),
  awareness: fraction.optional().describe('Share of those who could buy that know the name.'),
  firstSatisfaction: satisfaction
    .optional()
    .describe('Satisfaction of new customers when they have been won.'),
};

/** How prospects become customers, by which the phases identify and acquire are judged. Source: Jameane. */
export const funnel = z
  .strictObject({
    ...figures,
    segments: z
      .array(
        z.strictObject({
          where: z
            .record(z.string(), z.union([z.string(), z.array(z.string())]))
            .describe('Attribute to the value, or values, of its customers.'),
          ...figures,
        }),
      )
      .optional()
      .describe('The same for parts of the market.'),
  })
  .describe('How prospects become customers: how many are found, qualified and won in a year.');
export type FunnelInput = z.infer<typeof funnel>;
