import * as z from 'zod';
import { designId, generator, input, organisation } from './header.ts';
import { reportedMeasure } from './measure.ts';
import { quality } from './quality.ts';
import { reportedDesign } from './report.ts';

const optionValue = z.union([z.string(), z.number(), z.boolean()]);

const figures = z
  .record(z.string(), reportedMeasure.omit({ distribution: true, bands: true, heights: true }))
  .describe('Measure id to its figure; empty where the design is impossible.');

const outcome = reportedDesign
  .pick({ status: true, hires: true, missing: true })
  .extend({ measures: figures });

/** What trying the options of a design gives, version 1. */
export const sweep = z
  .strictObject({
    version: z.literal(1),
    generator,
    input,
    organisation,
    quality,
    design: z.strictObject({ id: designId, name: z.string() }),
    sweep: z
      .array(z.strictObject({ option: z.string(), values: z.array(optionValue) }))
      .min(1)
      .max(2)
      .describe('The options that are tried, and their values.'),
    rows: z
      .array(
        outcome.extend({
          values: z.record(z.string(), optionValue).describe('Option to its value in this row.'),
          reason: z.string().optional().describe('Why the design is impossible with these values.'),
          best: z
            .record(z.string(), z.array(designId))
            .describe(
              'Measure id to the designs that are best by it, this one with these values; none where no best can be named. Figures that a design fixes by its definition are left out.',
            ),
        }),
      )
      .describe('One for each value, or combination of two, those of the first option in the outer order.'),
    others: z
      .array(outcome.extend({ id: designId, name: z.string() }))
      .describe('Today’s organisation and the other designs, as the file has them.'),
    summary: z.array(z.string()).describe('Where the best design changes, in sentences.'),
  })
  .describe('What orgdesign simulate --sweep --format json writes.');
export type Sweep = z.infer<typeof sweep>;
export type SweepRow = Sweep['rows'][number];
