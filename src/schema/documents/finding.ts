import * as z from 'zod';
import { SEVERITIES } from '../choices.ts';

export type { Severity } from '../choices.ts';

/** A place in a file; lines and columns count from 1. */
export const position = z.strictObject({
  file: z.string(),
  line: z.number().int(),
  column: z.number().int(),
  generated: z
    .boolean()
    .optional()
    .describe('True where a design made the entity; the place is that of the design or file.'),
});

/** A place that nothing but a file can have. */
export const filePosition = position.omit({ generated: true });

/** Where something stands; null where nothing in the file says it. */
export const place = position
  .extend({ generated: z.boolean().optional().describe('True where a design made it.') })
  .nullable();
export type Place = z.infer<typeof place>;

/** What a rule found, in every document that tells of findings. */
export const reportedFinding = z.strictObject({
  rule: z.string(),
  severity: z.enum(SEVERITIES),
  message: z.string(),
  value: z.number().nullable(),
  limit: z.number().nullable(),
  count: z.number().int().describe('How many places one cause shows in.'),
  entity: z.strictObject({ kind: z.string(), id: z.string() }),
  examples: z.array(z.string()).max(5),
  text: z
    .string()
    .optional()
    .describe('With --seats: the message with people by their titles, as readers are told it.'),
  shown: z.array(z.string()).optional().describe('With --seats: the examples, people by their titles.'),
  members: z
    .array(z.string())
    .optional()
    .describe('Ids of all that is gathered in it; left out where it is on one thing.'),
  at: position,
});

export type ReportedFinding = z.infer<typeof reportedFinding>;
