import * as z from 'zod';
import { DESIGN_IDS } from '../input/designs.ts';
import { action, fit } from './fit.ts';
import { maturity } from './maturity.ts';
import { officerAdvice } from './officer-advice.ts';
import { readiness } from './readiness.ts';
import { report } from './report.ts';

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
    generator: report.shape.generator,
    input: report.shape.input,
    organisation: report.shape.organisation,
    verdicts: z
      .array(z.strictObject({ design: z.enum(DESIGN_IDS), name: z.string(), fit }))
      .describe('Whether each design suits the company, as orgdesign evaluate says it.'),
    actions: z.array(action).describe('What would change the verdicts most, each with those before it done.'),
    readiness: z.array(readiness),
    maturity,
    officer: officerAdvice.describe('Who could own the customer.'),
    questions: z.array(question).describe('What nobody answered and no data answer, the weightiest first.'),
  })
  .describe('What orgdesign assess --format json writes.');
export type Assessment = z.infer<typeof assessment>;
