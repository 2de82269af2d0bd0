import * as z from 'zod';
import { scorecardItem, UNIT_KINDS } from '../input/department.ts';
import { OFFICER_MODELS } from '../input/officer.ts';
import { designId, generator, input } from './header.ts';
import { quality } from './quality.ts';

const PART_STATES = ['given', 'proposed', 'from-file', 'missing'] as const;
export type PartState = (typeof PART_STATES)[number];

const part = z.strictObject({
  id: z.string().describe('What the part is called, as `serviceLevels`.'),
  name: z.string(),
  state: z
    .enum(PART_STATES)
    .describe(
      '`given`: somebody wrote it. `proposed`: the design drew it, and nobody agreed to it yet. `from-file`: worked out, to be confirmed. `missing`: nobody said.',
    ),
  lines: z.array(z.string()).describe('What it says, one statement each; empty where it is missing.'),
  write: z
    .strictObject({ key: z.string(), what: z.string() })
    .optional()
    .describe('Where to write it in the file, and what; left out where it is given.'),
  source: z.string().describe('Article that asks for it.'),
});
export type CharterPart = z.infer<typeof part>;

const measure = scorecardItem.extend({
  state: z.enum(PART_STATES).describe('`missing`: the unit is to answer for it, and the scorecard lacks it.'),
  ofCustomers: z.boolean().describe('Whether it measures customers rather than money.'),
});
export type CharterMeasure = z.infer<typeof measure>;

const unit = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(UNIT_KINDS),
  parts: z.array(part),
  scorecard: z.array(measure),
  customerPayShare: z
    .number()
    .nullable()
    .describe(
      'Share of the variable pay of those who answer for these measures that depends on measures of customers, the mean over them; null where the scorecard gives no weight.',
    ),
});
export type UnitCharter = z.infer<typeof unit>;

const officer = z.strictObject({
  person: z.string(),
  vacant: z.boolean().describe('Whether the seat is still to be filled.'),
  model: z.enum(OFFICER_MODELS).nullable(),
  tenureYears: z.number().nullable(),
  parts: z.array(part),
});
export type OfficerCharter = z.infer<typeof officer>;

/** The business plans of units in outline. */
export const charterDocument = z
  .strictObject({
    version: z.literal(1),
    generator,
    input,
    organisation: z.string().describe('Name of the organisation.'),
    quality,
    design: designId.optional().describe('The design that the units are of, if any.'),
    units: z.array(unit),
    officer: officer.optional().describe('What the Chief Customer Officer owns, where there is one.'),
  })
  .describe('What orgdesign charter --format json writes.');
export type CharterDocument = z.infer<typeof charterDocument>;
