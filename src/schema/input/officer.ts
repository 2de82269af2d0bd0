import * as z from 'zod';
import { id } from './fields.ts';

/** How much of an organisation of their own a Chief Customer Officer has (Bush). */
export const OFFICER_MODELS = ['full-department', 'minister', 'middle'] as const;
export type OfficerModel = (typeof OFFICER_MODELS)[number];

/** What is asked before an officer is advised; `policy.certainties` takes these ids beside those of rules. */
export const OFFICER_STATEMENT_IDS = [
  'officer-one-head',
  'officer-no-head',
  'officer-collaboration-poor',
  'officer-collaboration-good',
  'officer-matrix',
  'officer-end-to-end',
  'officer-short',
  'officer-unlinked-data',
  'officer-forum',
  'officer-top-is-full',
] as const;
export type OfficerStatementId = (typeof OFFICER_STATEMENT_IDS)[number];

const model = z
  .enum(OFFICER_MODELS)
  .describe(
    '`full-department`: all heads of customer-facing units report to the officer; `minister`: nobody does; `middle`: customer insight and centres of expertise do.',
  );
const tenureYears = z.number().gt(0).optional().describe('Years that the officer is expected to stay.');

/** The officer there is. */
export const customerOfficer = z
  .strictObject({ person: id.describe('Id of the person.'), model: model.optional(), tenureYears })
  .describe('The Chief Customer Officer of today; left out where there is none.');

/** The officer that a design is to have. */
export const officerOption = z
  .strictObject({
    model: model.default('middle'),
    tenureYears,
    replacesMarketing: z
      .boolean()
      .default(false)
      .describe('Whether the head of marketing becomes the officer, where there is none yet.'),
    customerManagers: z
      .boolean()
      .default(false)
      .describe('Whether brand and product managers report to leads of account managers.'),
  })
  .describe('A Chief Customer Officer that the design gets beside its own form.');
export type OfficerOption = z.infer<typeof officerOption>;
