import * as z from 'zod';

const ref = z.strictObject({ id: z.string(), name: z.string().optional() });

/** What changes for one person. */
export const personChange = z.strictObject({
  person: ref.describe('The name only where names were asked for.'),
  department: z
    .strictObject({ from: ref.nullable(), to: ref.nullable() })
    .optional()
    .describe('Left out where it stays.'),
  manager: z
    .strictObject({ from: ref.nullable(), to: ref.nullable() })
    .optional()
    .describe('At the end of the line of greatest weight; left out where it stays.'),
  lines: z
    .array(z.strictObject({ to: ref, kind: z.enum(['solid', 'dotted']), weight: z.number() }))
    .optional()
    .describe('All lines from now on, as in the file; there only where they are redrawn.'),
});

export const suggestion = z.strictObject({
  text: z.string().describe('The change in a sentence.'),
  moves: z.number().int().describe('People who get another department or another manager.'),
  redrawn: z
    .number()
    .int()
    .describe('People who keep department and managers, and whose lines change in weight or kind.'),
  changes: z.array(personChange),
});
export type ReportedSuggestion = z.infer<typeof suggestion>;
export type PersonChange = z.infer<typeof personChange>;
