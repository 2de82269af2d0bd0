import * as z from 'zod';

/** Text that stands for something in the file: kept as written (`00123` stays `00123`), trimmed, in Unicode NFC. */
export const id = z.string().trim().min(1);

/** The three phases of a customer's life, in their order. Source: Jameane. */
export const PHASES = ['identify', 'acquire', 'retain'] as const;
export type Phase = (typeof PHASES)[number];
export const phase = z.enum(PHASES).describe('Phase of the customer lifecycle.');

export const fraction = z.number().min(0).max(1);
export const isoDate = z.iso.date();

/** What customers answered, on whatever scale. */
export const satisfaction = z.strictObject({
  score: z.number().describe('The mean answer.'),
  min: z.number().default(0).describe('Lowest answer of the scale.'),
  max: z.number().default(10).describe('Highest answer of the scale.'),
  n: z.number().int().min(0).optional().describe('How many answered.'),
});

/** Which customers something serves: everyone, nobody, a list of customer ids, or those whose attributes match. */
export const serves = z
  .union([
    z.literal('all'),
    z.literal('none'),
    z.array(id),
    z.strictObject({
      where: z
        .record(z.string(), z.union([z.string(), z.array(z.string())]))
        .describe('Attribute to the value, or values, that a customer must have; all attributes must match.'),
    }),
  ])
  .describe(
    'Customers served: `all`, `none`, a list of customer ids, or `{ where: { industry: [retail] } }`.',
  );
export type ServesInput = z.infer<typeof serves>;

/** Share of something in each phase; normalised to sum to 1. */
export const phaseShares = z
  .strictObject({
    identify: z.number().min(0).default(0),
    acquire: z.number().min(0).default(0),
    retain: z.number().min(0).default(0),
  })
  .refine(({ identify, acquire, retain }) => identify + acquire + retain > 0, {
    error: 'expected at least one share above 0, as in `{ acquire: 1 }`',
  })
  .describe('Share of the capability in each phase; the three are scaled to sum to 1.');
