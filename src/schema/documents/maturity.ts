import * as z from 'zod';
import { COMPONENTS, CONDITIONS, LEVELS } from '../input/practice-items/practice.ts';
import { ANSWERS } from '../input/practices.ts';

const count = z.number().int();

/** Where something stands; null where nothing in the file says it. */
export const place = z
  .strictObject({
    file: z.string(),
    line: count,
    column: count,
    generated: z.boolean().optional().describe('True where a design made it.'),
  })
  .nullable();
export type Place = z.infer<typeof place>;

const STANDINGS = ['largely-in-place', 'in-part', 'not-in-place', 'unknown'] as const;
export type Standing = (typeof STANDINGS)[number];

const tally = z.strictObject({ yes: count, partly: count, no: count, unknown: count });
export type Tally = z.infer<typeof tally>;

const answered = z.strictObject({
  item: z.string().describe('Id of the item, as in `practices:`.'),
  question: z.string(),
  answer: z.enum(ANSWERS),
  derived: z.boolean().describe('Read from the data of the file, since nobody answered.'),
  evidence: z
    .string()
    .describe('The note beside the answer, or what in the data it was read from; or empty.'),
  at: place,
  source: z.string(),
});
export type ReportedAnswer = z.infer<typeof answered>;

const standing = <T extends readonly [string, ...string[]]>(ids: T) =>
  z.strictObject({
    id: z.enum(ids),
    name: z.string(),
    source: z.string(),
    counts: tally,
    derived: count.describe('How many of the answers were read from the data.'),
    state: z
      .enum(STANDINGS)
      .describe(
        '`largely-in-place`: two thirds of all items, `partly` being a half, and no more than one third unknown; `unknown`: more than half unknown.',
      ),
    items: z.array(z.string()),
  });

const step = z.strictObject({
  item: z.string(),
  of: z.string().describe('The level, condition or component that asks for it.'),
  step: z.string(),
  because: z.string(),
  answer: z.enum(ANSWERS),
  source: z.string(),
  at: place,
});
export type NextStep = z.infer<typeof step>;

const remark = z.strictObject({ id: z.string(), text: z.string(), source: z.string() });

/** How far a company is with its customers, as a profile; there is no figure for the whole. */
export const maturity = z.strictObject({
  answers: z.array(answered).describe('Every item of the questionnaire, in its order.'),
  levels: z.array(standing(LEVELS)),
  components: z.array(standing(COMPONENTS)),
  conditions: z.array(standing(CONDITIONS)),
  nextSteps: z.array(step),
  remarks: z.array(remark),
});
export type Maturity = z.infer<typeof maturity>;
export type ReportedStanding =
  | Maturity['levels'][number]
  | Maturity['components'][number]
  | Maturity['conditions'][number];
