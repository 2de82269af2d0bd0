import * as z from 'zod';
import { OFFICER_MODELS } from '../input/officer.ts';
import { filePosition, place } from './finding.ts';
import { designId } from './header.ts';
import { named } from './structure.ts';

/** How well a design suits, from the best to the worst; last, that too little is known of it. */
export const VERDICT_WORDS = [
  'suits',
  'rather suits',
  'suits, if',
  'open',
  'rather not',
  'does not suit',
  'cannot be judged',
] as const;
export type VerdictWord = (typeof VERDICT_WORDS)[number];

/** Whether to reorganise now: nothing known speaks against it, some things come first, it would not hold, or too little is known. */
const REORGANISE_WORDS = ['now', 'mend first', 'not yet', 'not known'] as const;
export type ReorganiseWord = (typeof REORGANISE_WORDS)[number];

const certainty = z.number().min(-1).max(1);

const premise = z.strictObject({
  text: z.string().describe('What was read.'),
  certainty: z.number().min(0).max(1),
  at: filePosition,
  derived: z.boolean().describe('Whether it was read from data, and not answered by somebody.'),
});

const item = z.strictObject({
  rule: z.string(),
  when: z.string().describe('What weighs, in a few words.'),
  cf: certainty.describe('Certainty of the least certain premise times that of the statement.'),
  certainty: certainty.describe('Certainty of the statement: expert judgement, or `policy.certainties`.'),
  premises: z.array(premise).min(1),
  why: z.string(),
  source: z.string(),
  change: z.string().describe('What would change it.'),
});

const question = z.strictObject({
  key: z.string().describe('Where the answer goes in the file.'),
  question: z.string(),
  weight: z.number().min(0).max(1).describe('The most that the answer could weigh.'),
});

/** Whether a design suits the company, by rules whose certainties are expert judgement. */
export const fit = z.strictObject({
  cf: certainty.describe(
    'What all rules say, combined as certainty factors; never to be read without the lists.',
  ),
  verdict: z.enum(VERDICT_WORDS),
  conditions: z
    .array(z.string())
    .describe('Of `suits, if` what has to hold, each as part of a sentence: `the core strategy is clear`.'),
  limits: z
    .array(z.string())
    .describe(
      'What rules a better verdict out whatever speaks for the design, or keeps it from being judged.',
    ),
  confidence: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe('Share that is known of what the rules could weigh; null where none is about the design.'),
  rules: z.number().int().describe('Rules that speak about the design, known or not.'),
  strongest: z.string().nullable().describe('Rule that weighs most.'),
  for: z.array(item).describe('What speaks for the design, the weightiest first.'),
  against: z.array(item),
  unknown: z.array(question).describe('Answers that are missing, the weightiest first.'),
});
export type ReportedFit = z.infer<typeof fit>;

/** Whether the company should reorganise now, whatever the form: said once, and no part of the verdict on a design. */
export const reorganise = fit.omit({ verdict: true, conditions: true, limits: true }).extend({
  verdict: z.enum(REORGANISE_WORDS),
  sentence: z.string().describe('The same as a sentence, with what weighs most.'),
});
export type ReportedReorganise = z.infer<typeof reorganise>;
export type ReportedFitItem = z.infer<typeof item>;

const standing = z.strictObject({
  cf: certainty,
  verdict: z.enum([...VERDICT_WORDS, ...REORGANISE_WORDS]),
});

export const action = z.strictObject({
  key: z.string().describe('Where it stands in the file.'),
  text: z.string().describe('What to do.'),
  clears: z
    .array(z.strictObject({ rule: z.string(), design: designId.nullable() }))
    .describe(
      'What no longer speaks against a design with -0.2 or more; with the design null, against any reorganisation.',
    ),
  design: designId
    .nullable()
    .describe(
      'Of the designs that gain, the one that suits best then; null where only the company is readier for any.',
    ),
  before: standing,
  after: standing,
});
export type ReportedAction = z.infer<typeof action>;

export const openQuestion = question.extend({
  bearsOn: z.array(designId).describe('Designs whose verdict it would make surer.'),
  company: z.boolean().describe('Whether it would make surer whether to reorganise at all.'),
});
export type ReportedQuestion = z.infer<typeof openQuestion>;

const officerItem = z.strictObject({
  statement: z.string(),
  cf: certainty.describe('Certainty of the least certain premise times that of the statement.'),
  premises: z.array(z.strictObject({ text: z.string(), certainty, at: place, derived: z.boolean() })),
  why: z.string(),
  source: z.string(),
});

const officerModel = z.strictObject({
  model: z.enum(OFFICER_MODELS),
  cf: certainty,
  verdict: z.enum(VERDICT_WORDS),
  confidence: z.number().min(0).max(1).describe('Share that is known of what the statements could weigh.'),
  for: z.array(officerItem),
  against: z.array(officerItem),
});

const officerStructure = z.strictObject({
  design: designId,
  name: z.string(),
  best: z
    .enum(OFFICER_MODELS)
    .nullable()
    .describe(
      'The model with the highest certainty, of those within 0.05 of it the one in the middle; null where none suits or most answers are missing: no officer yet.',
    ),
  open: z.boolean().describe('Whether most answers are missing, so that no officer is advised.'),
  head: z
    .string()
    .nullable()
    .describe('Id of the lowest manager below the top with nine tenths of the customer-facing fte.'),
  units: z.array(named).describe('Units that face customers.'),
  models: z.array(officerModel),
  unknown: z.array(question),
});

/** Who could own the customer, by statements whose certainties are expert judgement. */
export const officerAdvice = z.strictObject({
  person: z.string().nullable().describe('Id of the Chief Customer Officer of today; null without one.'),
  first: z.string().describe('What weighs more than who owns the customer.'),
  option: z
    .string()
    .nullable()
    .describe(
      'What else could be weighed: a Chief Customer Officer in place of the Chief Marketing Officer.',
    ),
  structures: z.array(officerStructure).describe('Today’s structure first, then designs.'),
});
export type ReportedOfficer = z.infer<typeof officerAdvice>;
export type ReportedOfficerStructure = ReportedOfficer['structures'][number];
