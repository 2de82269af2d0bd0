import * as z from 'zod';
import { fraction, id, satisfaction } from './fields.ts';

const MARKETS = ['b2b', 'b2c'] as const;
const STATUSES = ['customer', 'prospect'] as const;

export const customer = z.strictObject({
  id: id.describe('Identifier, as written.'),
  name: z.string().optional().describe('Name; the id if not given.'),
  count: z.number().int().min(1).default(1).describe('How many customers this row stands for.'),
  market: z.enum(MARKETS).optional().describe('`b2b` or `b2c`.'),
  status: z
    .enum(STATUSES)
    .optional()
    .describe('`customer`, or `prospect`: no customer yet, and counted apart.'),
  revenue: z
    .number()
    .optional()
    .describe('What the customer pays this company a year, not its own turnover; total of the row.'),
  margin: z.number().optional().describe('Money a year, not a rate; total of the row.'),
  retention: fraction.optional().describe('Share of such customers kept from one year to the next.'),
  acquisitionCost: z.number().min(0).optional().describe('Money per customer.'),
  satisfaction: satisfaction.optional().describe('Satisfaction with its scale.'),
  effort: z
    .record(z.string(), z.number().min(0))
    .optional()
    .describe('Hours a month for each capability; total of the row.'),
  assumedEffort: z
    .record(z.string(), z.number().min(0))
    .optional()
    .describe('As `effort`, where the hours are an assumption and not known; what `effort` gives counts.'),
  owner: z
    .union([id, z.array(id)])
    .optional()
    .describe('Person, or people, who own the account: they serve it by name.'),
  parent: id.optional().describe('Id of the parent account.'),
  journey: id.optional().describe('Id of the journey this customer goes through.'),
  journeys: z
    .array(
      z.union([
        id,
        z.strictObject({
          id: id.describe('Id of the journey.'),
          share: fraction.optional().describe('How often it is this one, as a share of all.'),
        }),
      ]),
    )
    .min(1)
    .optional()
    .describe(
      'Several journeys in place of `journey`, with how often each is gone through: `{ id: sale, share: 0.2 }`, in a CSV cell `sale:0.2`. Without shares all alike.',
    ),
  attributes: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .optional()
    .describe('Anything else known of the customer: industry, life stage, business model, territory.'),
});
export type CustomerInput = z.infer<typeof customer>;
