import * as z from 'zod';
import { READINESS_PARTS } from '../choices.ts';
import { COMPONENTS, CONDITIONS, LEVELS } from '../input/practice-items/practice.ts';
import { ANSWERS } from '../input/practices.ts';
import { place } from './finding.ts';
import { designId, designStatus, generator, input, organisation } from './header.ts';
import { quality } from './quality.ts';
import { action, fit, officerAdvice, reorganise } from './verdicts.ts';

const count = z.number().int();

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
  stands: z
    .strictObject({
      level: z.enum(LEVELS).nullable().describe('The last level in place with all below it; null for none.'),
      next: z.enum(LEVELS).nullable(),
      separates: z
        .array(z.string())
        .describe('Practices that are missing for the next level, at most three.'),
      sentence: z.string(),
    })
    .describe(
      'Where the company stands between focused, centric and led, and what separates it from the next.',
    ),
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

export type { ReadinessPart } from '../choices.ts';

/** `proposed`: drawn by the design, and by nobody yet in the company. */
export const READINESS_STATES = ['in-place', 'proposed', 'partly', 'open', 'unknown'] as const;
export type ReadinessState = (typeof READINESS_STATES)[number];

const readinessEvidence = z.strictObject({
  text: z.string(),
  state: z.enum(READINESS_STATES),
  at: place,
  change: z.string().optional().describe('What would put it in place.'),
});

const readinessItem = z.strictObject({
  id: z.string(),
  name: z.string(),
  state: z.enum(READINESS_STATES),
  blocks: z.boolean().describe('The source wants it in place before the design.'),
  evidence: z.array(readinessEvidence),
  source: z.string(),
});
export type ReportedReadinessItem = z.infer<typeof readinessItem>;

const readinessPart = z.strictObject({
  id: z.enum(READINESS_PARTS),
  name: z.string(),
  counts: z.strictObject({ inPlace: count, proposed: count, partly: count, open: count, unknown: count }),
  blocking: count.describe('Items that block and are not in place.'),
  summary: z.string(),
  items: z.array(readinessItem),
});
export type ReportedReadinessPart = z.infer<typeof readinessPart>;

/** What has to be there before a design can work, and whether it is. */
export const readiness = z.strictObject({
  design: designId,
  name: z.string(),
  status: designStatus.describe('Of the design that was looked at.'),
  parts: z.array(readinessPart),
});
export type Readiness = z.infer<typeof readiness>;

const question = z.strictObject({
  key: z.string().describe('Where the answer belongs in the file, as `practices.customer-council`.'),
  question: z.string(),
  choices: z.array(z.string()).describe('What may be answered; empty where it is no choice.'),
  feeds: z.array(z.string()).describe('What is not known, or less certain, without it.'),
  source: z.string(),
});
export type OpenQuestion = z.infer<typeof question>;

/** How far a company is with its customers, and how ready for a design. */
export const assessment = z
  .strictObject({
    version: z.literal(1),
    generator,
    input,
    organisation,
    quality,
    reorganise: reorganise.describe(
      'Whether the company should reorganise now, whatever the form; no part of the verdict on a design.',
    ),
    verdicts: z
      .array(z.strictObject({ design: designId, name: z.string(), fit }))
      .describe('Whether each design suits the company, as orgdesign evaluate says it.'),
    actions: z.array(action).describe('What would change the verdicts most, each with those before it done.'),
    readiness: z.array(readiness),
    maturity,
    officer: officerAdvice.describe('Who could own the customer.'),
    questions: z.array(question).describe('What nobody answered and no data answer, the weightiest first.'),
  })
  .describe('What orgdesign assess --format json writes.');
export type Assessment = z.infer<typeof assessment>;
