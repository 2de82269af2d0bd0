import * as z from 'zod';
import { reportedFinding } from './finding.ts';
import { generator, input, organisation } from './header.ts';
import { quality } from './quality.ts';

const ENTITIES = ['person', 'customer', 'step', 'company'] as const;

const profiledField = z.strictObject({
  entity: z
    .enum(ENTITIES)
    .describe(
      'What has the field: a seat, a row of customers, a step of the journeys that are given, or the company, of which questions are asked.',
    ),
  field: z
    .string()
    .describe(
      'The key in the file; `capability.given` and `capability.mapped` tell how a capability is known, `attributes.industry` is an attribute, `context` and `practices.verdicts` the questions that verdicts on designs read.',
    ),
  given: z.number().int().describe('How many have it.'),
  of: z.number().int(),
  share: z.number().nullable().describe('Null where there is nothing to have it.'),
  effect: z
    .string()
    .describe('What the gap does to the results, as a sentence; empty where it does nothing.'),
});
export type ProfiledField = z.infer<typeof profiledField>;

export const validation = z
  .strictObject({
    version: z.literal(1),
    generator,
    input,
    organisation,
    quality,
    profile: z
      .array(profiledField)
      .describe('How complete each field of people and customers is, and what was asked of the company.'),
    findings: z.array(reportedFinding).describe('What is wrong with the data, or doubtful.'),
  })
  .describe('What orgdesign validate --format json writes.');
export type Validation = z.infer<typeof validation>;
