import * as z from 'zod';

/** Which way is better. */
export const better = z.enum(['lower', 'higher', 'none']);

/** A figure, in every document that tells of figures. */
export const figure = z.number().nullable().describe('Never NaN or infinite: null, with a reason beside it.');

/** The same where no reason stands beside it. */
export const plainFigure = z
  .number()
  .nullable()
  .describe('Never NaN or infinite: null where it is not known.');

/** A measure of two structures. */
export const comparedMeasure = z.strictObject({
  id: z.string(),
  label: z.string(),
  unit: z.string(),
  better,
  before: plainFigure,
  after: plainFigure,
});

/** A measure of one structure. */
export const reportedMeasure = z.strictObject({
  value: figure,
  unit: z.string(),
  better,
  byConstruction: z.boolean().describe('The design fixes this figure by its definition.'),
  coverage: figure.describe(
    'Share of the journey hours behind the figure that somebody serves; 1 where it rests on none.',
  ),
  assumedShare: figure.describe('Share of the hours behind the figure that were assumed rather than given.'),
  renamed: z
    .literal(true)
    .optional()
    .describe(
      'It looks better than today by what units and teams are called: what it counts there is as it was, so that it is not called better.',
    ),
  reason: z.string().optional().describe('Why the value is null.'),
  byRevenue: figure.optional().describe('The same mean, customers weighted by revenue instead of by number.'),
  range: z
    .strictObject({ low: z.number(), high: z.number() })
    .optional()
    .describe('Between which figures it lies, where its source gives no more than that.'),
  shown: z
    .enum(['number', 'revenue'])
    .optional()
    .describe(
      'Which of the two tables and answers show: by revenue where nine customers in ten have one and the market is b2b.',
    ),
  byCapability: z.record(z.string(), z.number()).optional().describe('The figure of each capability.'),
  distribution: z
    .strictObject({ p10: figure, median: figure, p90: figure, maximum: figure })
    .optional()
    .describe('Over customers, people, teams or managers, whichever the measure is of.'),
  bands: z.record(z.string(), z.number()).optional().describe('How many fall into each band.'),
  heights: z
    .array(z.strictObject({ height: z.string(), units: z.number(), value: figure }))
    .optional()
    .describe('The figure with the chart cut at other heights.'),
});

export type ReportedMeasure = z.infer<typeof reportedMeasure>;
