import * as z from 'zod';

const shown = {
  today: z.number().nullable(),
  design: z.number().nullable(),
};

/** A risk that the sources see in a design, with what shows it here: figures, facts, or both. */
export const risk = z.strictObject({
  id: z.string(),
  text: z.string(),
  measure: z
    .string()
    .nullable()
    .describe('Id of the measure that shows it most; null where facts alone show it.'),
  ...shown,
  more: z
    .array(z.strictObject({ measure: z.string(), ...shown }))
    .optional()
    .describe('Further measures that show it.'),
  facts: z.array(z.string()).optional().describe('What else shows it, in words.'),
  remedy: z.string().describe('What is done about it, and where that is read from.'),
  covered: z.boolean().describe('Whether the questionnaire says that this is done.'),
  source: z.string(),
});
export type Risk = z.infer<typeof risk>;
