import * as z from 'zod';
import { fraction, id } from './fields.ts';
import { ANSWERS } from './practices.ts';

/** What is known of the company as a whole. */
export const context = z.strictObject({
  staff: z
    .number()
    .int()
    .min(1)
    .optional()
    .describe(
      'People in the whole company, where the file holds a part of it; the people of the file if not given.',
    ),
  market: z
    .enum(['b2b', 'b2c', 'mixed'])
    .optional()
    .describe('The market served, where the customers in the file do not show it.'),
  serviceLevel: z
    .enum(['standard', 'high'])
    .optional()
    .describe(
      '`high` where the offering comes with a high level of service delivery: operations joins the clusters.',
    ),
  offering: z
    .enum(['goods', 'technology', 'services', 'projects'])
    .optional()
    .describe('What is sold; with `technology` product management joins the clusters.'),
  collaboration: z
    .enum(['good', 'mixed', 'poor', 'unknown'])
    .optional()
    .describe('The record of departments working together.'),
  departmentalTradition: z
    .enum(ANSWERS)
    .optional()
    .describe('Whether the company has a traditional departmental focus.'),
  limitedResources: z
    .enum(ANSWERS)
    .optional()
    .describe('Whether people and money are short, as in a small firm.'),
  costPressure: z
    .enum(ANSWERS)
    .optional()
    .describe(
      'Whether costs must fall: it speaks for functions, which need the fewest people for the same service.',
    ),
  technologyPace: z
    .enum(ANSWERS)
    .optional()
    .describe(
      'Whether the technology that the company works with changes fast: it speaks for functions, where experts learn from each other.',
    ),
  targetMarkets: z
    .strictObject({
      attribute: id.describe('The customer attribute that tells them.'),
      values: z.array(z.string()).min(1).optional().describe('Its values that are wanted; all if left out.'),
    })
    .optional()
    .describe('Which customers are wanted: `{ attribute: industry, values: [dairy, pharma] }`.'),
  customerPayShare: fraction
    .optional()
    .describe('Share of executives’ variable pay that depends on customer measures.'),
  acquisitionRate: z
    .number()
    .min(0)
    .optional()
    .describe(
      'Customers won in a year, as a share of those there today: 0.2, or 1.5 where more are won than there are.',
    ),
  paybackYears: z
    .number()
    .gt(0)
    .optional()
    .describe('Years until the reorganisation is expected to have paid for itself.'),
});
export type ContextKey = keyof z.infer<typeof context>;
