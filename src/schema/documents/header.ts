import * as z from 'zod';
import { DESIGN_IDS } from '../input/designs.ts';
import { named } from './structure.ts';

/** What made a document. */
export const generator = z.strictObject({ name: z.literal('orgdesign'), version: z.string() });

/** The files that it was made from. */
export const input = z.strictObject({
  file: z.string(),
  sha256: z.string(),
  includes: z.array(z.strictObject({ file: z.string(), sha256: z.string() })),
  set: z.array(z.string()).optional().describe('Options of designs given beside the file, as `minimum=3`.'),
  extract: z
    .string()
    .optional()
    .describe('The command that would write the file, where none was: people came from an extract.'),
  assumed: z
    .array(z.string())
    .optional()
    .describe('Answers that were tried and are not in the file, as `context.collaboration=good`.'),
});

/** The organisation that they describe, in numbers. */
export const organisation = z.strictObject({
  name: z.string(),
  people: z.number().int(),
  seats: z.number().int(),
  vacantSeats: z.number().int(),
  fte: z.number(),
  managers: z.number().int(),
  roots: z.number().int(),
  departments: z.number().int(),
  topLevelDepartments: z.number().int(),
  customers: z.number().describe('Sum of count, prospects left out.'),
  prospects: z.number().optional(),
  customerRows: z.number().int(),
  accountableUnits: z.array(named.extend({ people: z.number() })),
});

export const designId = z.enum(DESIGN_IDS);

/** A design as documents name it. */
export const designName = z.strictObject({ id: designId, name: z.string() });

/** Whether a design can be had with the people there, and whether that can be told. */
export const designStatus = z.enum(['staffed', 'needs-hires', 'impossible', 'cannot-judge']);
export type DesignStatus = z.infer<typeof designStatus>;
