import * as z from 'zod';
import { DESIGN_IDS } from '../input/designs.ts';
import { OFFICER_MODELS } from '../input/officer.ts';
import { VERDICT_WORDS } from './fit.ts';
import { place } from './maturity.ts';

const certainty = z.number().min(-1).max(1);

const item = z.strictObject({
  statement: z.string(),
  cf: certainty.describe('Certainty of the least certain premise times that of the statement.'),
  premises: z.array(z.strictObject({ text: z.string(), certainty, at: place, derived: z.boolean() })),
  why: z.string(),
  source: z.string(),
});

const model = z.strictObject({
  model: z.enum(OFFICER_MODELS),
  cf: certainty,
  verdict: z.enum(VERDICT_WORDS),
  confidence: z.number().min(0).max(1).describe('Share that is known of what the statements could weigh.'),
  for: z.array(item),
  against: z.array(item),
});

const structure = z.strictObject({
  design: z.enum(DESIGN_IDS),
  name: z.string(),
  best: z
    .enum(OFFICER_MODELS)
    .nullable()
    .describe(
      'The model with the highest certainty, of those within 0.05 of it the one in the middle; null where none suits: no officer yet.',
    ),
  head: z
    .string()
    .nullable()
    .describe('Id of the lowest manager below the top with nine tenths of the customer-facing fte.'),
  units: z.array(z.strictObject({ id: z.string(), name: z.string() })).describe('Units that face customers.'),
  models: z.array(model),
  unknown: z.array(
    z.strictObject({
      key: z.string().describe('Where the answer goes in the file.'),
      question: z.string(),
      weight: z.number().min(0).max(1).describe('The most that the answer could weigh.'),
    }),
  ),
});

/** Who could own the customer, by statements whose certainties are expert judgement. */
export const officerAdvice = z.strictObject({
  person: z.string().nullable().describe('Id of the Chief Customer Officer of today; null without one.'),
  first: z.string().describe('What weighs more than who owns the customer.'),
  structures: z.array(structure).describe('Today’s structure first, then designs.'),
});
export type ReportedOfficer = z.infer<typeof officerAdvice>;
export type ReportedOfficerStructure = ReportedOfficer['structures'][number];
