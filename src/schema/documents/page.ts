import * as z from 'zod';
import { isoDate } from '../input/fields.ts';
import { report } from './report.ts';

/** A report to be looked at: what it is made from, and what its readers are told of it. */
export const page = z
  .strictObject({
    date: isoDate.optional().describe('The day that stands on it.'),
    privacy: z
      .array(z.string())
      .describe('What was left out for the sake of the people in it, as sentences.'),
    report,
  })
  .describe('What orgdesign report --format json writes.');
export type Page = z.infer<typeof page>;
