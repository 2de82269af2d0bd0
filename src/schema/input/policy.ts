import * as z from 'zod';
import { fraction } from './fields.ts';

/** Thresholds that rules judge by and designs keep to. Every one has a source or is said to be a judgement. */
export const policy = z.strictObject({
  minimumTeam: z
    .number()
    .int()
    .min(1)
    .max(10_000)
    .default(4)
    .describe('Smallest number of people that work as a team (Jackson suggests four).'),
  largeTeam: z
    .number()
    .int()
    .default(8)
    .describe(
      'A team above this is noted (Wheelan 2009: groups of 3 to 8 develop better than those of 9 and more).',
    ),
  maximumTeam: z.number().int().default(12).describe('A team above this is a warning. A judgement.'),
  accountsPerPerson: z
    .number()
    .int()
    .min(1)
    .default(12)
    .describe('Most accounts for which one person is a named contact. A judgement.'),
  maximumSpan: z
    .number()
    .int()
    .min(2)
    .default(12)
    .describe('Most direct reports of one manager. A judgement.'),
  believableSpan: z
    .number()
    .int()
    .min(1)
    .default(50)
    .describe(
      'More direct reports of one manager than this are taken for a fault in the data; figures on lines are left out only where they are more than `believableSpanShare` of the company as well. A judgement.',
    ),
  believableSpanShare: fraction
    .default(0.1)
    .describe(
      'The share of the company that no manager of more than `believableSpan` has as direct reports. A judgement.',
    ),
  believableSpanFrom: z
    .number()
    .int()
    .min(1)
    .default(100)
    .describe('The number of people from which on `believableSpanShare` holds. A judgement.'),
  knownManagers: fraction
    .default(0.95)
    .describe(
      'Share of the people whose manager has to be in the file for figures on lines, teams and levels to be shown. A judgement.',
    ),
  knownCapabilities: fraction
    .default(0.7)
    .describe(
      'Share of the people of whom has to be known what they can do, for figures on the work for customers to be shown and for designs. A judgement.',
    ),
  fewestCustomerRows: z
    .number()
    .int()
    .min(0)
    .default(1)
    .describe(
      'Rows of customers that there have to be for figures on customers, and for designs by customer. A judgement.',
    ),
  maximumLayers: z
    .number()
    .int()
    .min(1)
    .default(8)
    .describe('Most levels from the top to the front line. A judgement.'),
  conflictRatio: fraction
    .default(2 / 3)
    .describe('A second reporting line with at least this share of the weight of the first is a conflict.'),
  absence: fraction
    .default(0.15)
    .describe('Share of days a person is away: leave, illness, training. An assumption.'),
  utilisation: fraction
    .default(0.8)
    .describe('Share of their hours people give to customers, where effort must be assumed.'),
  mostWaiting: fraction
    .gt(0)
    .default(0.2)
    .describe(
      'Share of steps that may have to wait for somebody: the service that staff is counted for (customary in call centres; a judgement).',
    ),
  centreSize: z
    .number()
    .int()
    .min(0)
    .max(1000)
    .optional()
    .describe(
      'People in each centre of expertise, where they can be spared: two where ten or more hold the capability, else one, if not given.',
    ),
  discountRate: fraction
    .default(0.1)
    .describe(
      'What money a year later is worth less, in the lifetime value of customers (customary; a judgement).',
    ),
  growthYears: z
    .number()
    .int()
    .min(1)
    .max(100)
    .default(5)
    .describe('Years over which the growth of the work with customers is looked at. A judgement.'),
  handoffHours: z
    .number()
    .min(0)
    .max(1000)
    .default(4)
    .describe(
      'Working hours that work lies still when it passes to another person. Nobody has measured it: an assumption.',
    ),
  handoffHoursPerLevel: z
    .number()
    .min(0)
    .max(1000)
    .default(2)
    .describe(
      'Working hours more for each level that two people who pass on work have to go up for a common manager. An assumption.',
    ),
  waveSize: z
    .number()
    .int()
    .min(1)
    .max(1000)
    .default(2)
    .describe(
      'Most clusters, phases or functions that change at one time on the way to a design. A judgement.',
    ),
  smallCompany: z
    .number()
    .int()
    .default(100)
    .describe('Clusters are unlikely to be workable below this number of people (Jackson).'),
  smallRewardShare: fraction
    .default(0.2)
    .describe(
      'Below this share of executives’ variable pay, customer measures are taken for best efforts (Focus/Centric/Led). Where the limit lies is a judgement.',
    ),
  paybackLimit: z
    .number()
    .gt(0)
    .default(2)
    .describe('Years in which what is done for customers has to pay for itself (Bush: a couple of years).'),
  certainties: z
    .record(z.string(), z.number().min(-1).max(1))
    .default({})
    .describe(
      'Rule id to the certainty of its first statement, from -1 to 1, or id of a statement about an officer to that for its first model; the others change in proportion, and 0 leaves it out of every verdict.',
    ),
  rules: z
    .record(z.string(), z.enum(['off', 'note', 'warning', 'error']))
    .default({})
    .describe('Rule id to its severity, or `off`.'),
});
export type Policy = z.infer<typeof policy>;

/** A limit by which rules judge. */
export type Threshold = {
  [K in keyof Policy]-?: NonNullable<Policy[K]> extends number ? K : never;
}[keyof Policy];
export type Thresholds = Readonly<Partial<Record<Threshold, number>>>;
