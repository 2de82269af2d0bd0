import * as z from 'zod';
import { charter, FLOW_KINDS, scorecardItem, UNIT_KINDS } from '../input/department.ts';
import { phase } from '../input/fields.ts';
import { TEAM_KINDS } from '../input/team.ts';

/** Something with a name that everybody may read, as a department. */
export const named = z.strictObject({ id: z.string(), name: z.string() });

/** A person or a customer: the name stands there only where names were asked for. */
export const nameable = z.strictObject({ id: z.string(), name: z.string().optional() });

/** A unit of a structure. */
export const reportedTeam = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(TEAM_KINDS),
  head: z.string().nullable().describe('Who leads it, by id.'),
  headTitle: z.string().optional(),
  people: z.number().int().describe('Members who are there.'),
  new: z.literal(true).optional().describe('There where today has no such team.'),
});
export type ReportedTeam = z.infer<typeof reportedTeam>;

export const reportedUnit = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  parent: z.string().nullable(),
  head: z.string().nullable(),
  people: z.number().int().describe("The unit's own members; their sum is organisation.people."),
  vacant: z.number().int(),
  serves: z.strictObject({
    count: z.number().describe('Customers, prospects left out.'),
    prospects: z.number().optional(),
    where: z.record(z.string(), z.array(z.string())).optional(),
    ids: z.array(z.string()).optional(),
  }),
  headName: z.string().optional().describe('Name of the head, where names are asked for.'),
  headTitle: z.string().optional().describe('Title of the head, where there is one.'),
  headVacant: z.literal(true).optional().describe('There where the seat of the head is open.'),
  abreast: z
    .strictObject({
      count: z.number().int(),
      lead: z.boolean().describe('Whether they lead anybody.'),
      above: z
        .strictObject({ id: z.string(), name: z.string().optional(), title: z.string().optional() })
        .optional()
        .describe('To whom all of them answer.'),
    })
    .optional()
    .describe('There where several stand at its head side by side, of whom `head` is the first.'),
  accountable: z.boolean().optional().describe('Whether its head answers for it as one unit.'),
  phase: phase.optional(),
  capability: z.string().optional().describe('The one capability that it holds.'),
  servesUnits: z
    .array(z.string())
    .optional()
    .describe('Ids of the units that are its customers; empty where they are more than 40.'),
  servesAll: z
    .enum(UNIT_KINDS)
    .optional()
    .describe('The kind of units of which all are its customers, where they are more than 40.'),
  servesCount: z
    .number()
    .int()
    .optional()
    .describe('How many units are its customers, where they are more than 40.'),
  decides: z.array(z.string()).optional().describe('What it decides for the others.'),
  advises: z.array(z.string()).optional().describe('What it only advises them on.'),
  charter: charter.optional(),
  scorecard: z.array(scorecardItem).optional(),
});

/** What one unit lets another know. */
export const reportedFlow = z.strictObject({
  from: z.string().describe('Id of the unit that passes it on.'),
  to: z.string(),
  what: z.string(),
  kind: z.enum(FLOW_KINDS),
});

/** A seat of a design, as charts are drawn from it. */
export const reportedSeat = z.strictObject({
  id: z.string(),
  name: z.string().optional().describe('Where names are asked for.'),
  unit: z.string().nullable().describe('Id of the unit.'),
  boss: z.string().nullable().describe('Id of the seat of the primary line; null at the top.'),
  capability: z.string().nullable(),
  title: z.string(),
  fte: z.number(),
  new: z.boolean().describe('Whether today has no such seat.'),
  vacant: z.boolean(),
  displaced: z.boolean().describe('Whether the person heads a unit today and none here.'),
  from: z.string().nullable().describe('Id of the unit of today, where it is another.'),
  newBoss: z.boolean().describe('Whether the person has another manager than today.'),
});
export type ReportedSeat = z.infer<typeof reportedSeat>;

/** A step of the way to a design. */
export const reportedStage = z.strictObject({
  id: z.string(),
  name: z.string(),
  why: z.array(z.string()).describe('What happens in it and why then, as sentences.'),
  moved: z.number().int().describe('People who change unit in it.'),
  movedSoFar: z.number().int(),
  newManagers: z.number().int(),
  toFill: z
    .array(z.strictObject({ id: z.string(), title: z.string() }))
    .describe('Seats to be filled before it.'),
  worse: z
    .array(z.string())
    .describe('What is worse for a while than both today and at the end, without a full stop.'),
});
export type ReportedStage = z.infer<typeof reportedStage>;

/** How the work for one customer goes through the units of a design. */
export const reportedJourney = z.strictObject({
  name: z.string().describe('Name of the journey.'),
  customer: z.string().describe('Whose it is, by id.'),
  of: z
    .string()
    .describe(
      'The same in words: the customer who pays most, or where no revenue is known the largest group.',
    ),
  steps: z.array(
    z.strictObject({
      phase,
      capability: z.string(),
      contact: z.boolean(),
      unit: z
        .string()
        .nullable()
        .describe('Name of the unit that does it most often; null where nobody does it.'),
      share: z.number().describe('How often it is that unit.'),
    }),
  ),
});
export type ReportedJourney = z.infer<typeof reportedJourney>;

export type ReportedFlow = z.infer<typeof reportedFlow>;
export type ReportedUnit = z.infer<typeof reportedUnit>;
