import * as z from 'zod';

export type { DataGate } from '../choices.ts';

const gate = z.strictObject({
  share: z.number().min(0).max(1).describe('What is in order, as a share; what it is of stands in `mend`.'),
  open: z.boolean().describe('Whether figures that need it are shown.'),
});

/** Whether the data can bear what is made of them. */
export const quality = z
  .strictObject({
    lines: gate.describe('People whose manager is in the file, or who are at the top.'),
    capabilities: gate.describe('People of whom is known what they can do for a customer.'),
    customers: gate.describe('Rows of customers, of the fewest there have to be.'),
    mend: z.array(z.string()).describe('What to mend, and how; a sentence for each gate that is closed.'),
    despiteData: z
      .literal(true)
      .optional()
      .describe('Figures are shown all the same, since --despite-data asked for it.'),
  })
  .describe('Whether the data can bear the figures: each gate closes only what needs it.');
export type ReportedQuality = z.infer<typeof quality>;
