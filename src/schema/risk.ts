import * as z from 'zod';

/** A risk that the sources see in a design, with the figure that shows it here. */
export const risk = z.strictObject({
  id: z.string(),
  text: z.string(),
  measure: z.string().describe('Id of the measure that shows it.'),
  today: z.number().nullable(),
  design: z.number().nullable(),
  remedy: z.string().describe('What is done about it, and where that is read from.'),
  covered: z.boolean().describe('Whether the questionnaire says that this is done.'),
  source: z.string(),
});
export type Risk = z.infer<typeof risk>;
