import * as z from 'zod';
import { SEVERITIES } from '../choices.ts';
import { designId } from './header.ts';
import { figure } from './measure.ts';

const DECISIONS = ['recommend', 'not-decided', 'stay', 'cannot-judge'] as const;

const difference = z.strictObject({
  measure: z.string(),
  today: figure,
  // biome-ignore lint/suspicious/noThenProperty: what the contract calls it; the value is never awaited.
  then: figure,
  text: z.string().describe('The same as a sentence.'),
});

const question = z.strictObject({
  id: z.string().describe('Where the answer goes in the file, as `context.collaboration`.'),
  text: z.string(),
  moves: z
    .number()
    .describe(
      'How far apart its answers put the certainty that a design suits, of the design that it moves most; 0 to 2.',
    ),
  decides: z.boolean().describe('Whether an answer of its own would change what is decided.'),
  answers: z
    .array(z.string())
    .describe('What can be answered; empty where it takes data and not one answer.'),
  effect: z.string().describe('What the answers would do, in a few words; empty where it cannot be tried.'),
  undoneBy: z
    .array(z.string())
    .optional()
    .describe('Answers with which what is recommended could not be any more; left out where none would.'),
});

const gravest = z.strictObject({
  rule: z.string(),
  severity: z.enum(SEVERITIES),
  text: z.string().describe('With people by their titles, or names where those are asked for.'),
  count: z.number().int(),
  file: z.string(),
  line: z.number().int(),
  more: z
    .number()
    .int()
    .optional()
    .describe('Findings of the same rule and severity that are not told here.'),
});

/** What the report comes to. */
export const answer = z
  .strictObject({
    decision: z.enum(DECISIONS),
    design: designId
      .nullable()
      .describe('The design that is recommended; where nothing is decided, the one that leads.'),
    data: z.string().describe('How good the data are, in a line.'),
    sentence: z.string(),
    conditions: z.array(z.string()).describe('What has to hold for it, where it suits on conditions.'),
    detail: z.string().describe('Its units and their sizes, or why it is so.'),
    gains: z.array(difference).describe('Against today, what it does not fix by its own definition first.'),
    prices: z.array(difference).describe('People first.'),
    against: z.array(z.string()),
    confidence: z
      .strictObject({
        share: z
          .number()
          .min(0)
          .max(1)
          .describe('Of all ways to weigh the criteria, those in which it wins.'),
        changedBy: z.string().describe('What would make another one win; empty where nothing would.'),
      })
      .nullable(),
    questions: z.array(question).describe('What is not known, what would move most first.'),
    mend: z.array(z.string()).describe('What keeps the data from being judged.'),
    coordination: z
      .array(z.strictObject({ mechanism: z.string(), between: z.array(z.string()), why: z.string() }))
      .describe('The lightest coordination that does, whatever is decided.'),
    refused: z
      .array(z.strictObject({ design: designId, reason: z.string() }))
      .describe('Designs that could not be recommended, each with the reason.'),
    findings: z.array(gravest).describe('The gravest findings on today.'),
    next: z.array(z.string()).describe('Commands to go on with.'),
  })
  .describe('What the report comes to: which design, what it buys and costs, and how sure that is.');
export type Answer = z.infer<typeof answer>;
export type Decision = Answer['decision'];
