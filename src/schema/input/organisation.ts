import * as z from 'zod';
import { capability } from './capability.ts';
import { context } from './context.ts';
import { customer } from './customer.ts';
import { criteria, initiative } from './decision.ts';
import { department, flow } from './department.ts';
import { designs } from './designs.ts';
import { id, isoDate } from './fields.ts';
import { funnel } from './funnel.ts';
import { journey } from './journey.ts';
import { customerOfficer } from './officer.ts';
import { person } from './person.ts';
import { policy } from './policy.ts';
import { practices } from './practices.ts';
import { team } from './team.ts';

const table = z.strictObject({
  file: z.string().min(1).describe('A CSV file in the folder of this file, or below it.'),
  columns: z
    .record(z.string(), z.string())
    .optional()
    .describe(
      'Field to the header of its column; a column whose header is the name of the field needs no entry.',
    ),
  constants: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .optional()
    .describe('Field to the value that every row has, where the file has no such column.'),
});
export type TableInput = z.infer<typeof table>;

const interaction = z.strictObject({
  from: id.describe('Id of a person.'),
  to: id.describe('Id of another person.'),
  weight: z.number().gt(0).default(1).describe('How much they work together, in any unit.'),
});

const attribute = z.strictObject({
  basis: z
    .boolean()
    .optional()
    .describe(
      'Whether clusters may be built around this attribute; size attributes only where this is true.',
    ),
  classes: z
    .array(z.number())
    .min(1)
    .optional()
    .describe('Limits between the classes of a numeric attribute: `[10, 50]` gives three classes.'),
  stages: z
    .array(
      z.strictObject({
        value: z.string().describe('Value of the attribute.'),
        years: z
          .number()
          .gt(0)
          .optional()
          .describe('How many years a customer stays in the stage on average.'),
      }),
    )
    .min(2)
    .optional()
    .describe('Stages that customers pass through, in their order: `new` for a year, then `growing`.'),
});

const assumption = z.strictObject({
  id: id.describe('Identifier, as `hours-per-fte`.'),
  text: z.string().min(1).describe('What was assumed, as a sentence.'),
  affects: z.array(id).default([]).describe('Ids of the measures that rest on it.'),
});

/** What is given for an organisation: one file, one snapshot. */
export const organisation = z
  .strictObject({
    version: z.literal(1).describe('Version of this format: 1.'),
    name: z.string().min(1).describe('Name of the organisation.'),
    description: z.string().optional().describe('A sentence about it.'),
    asOf: isoDate.optional().describe('The day this describes.'),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'expected three capital letters, as EUR')
      .optional()
      .describe('ISO 4217 code of all money in the file.'),
    hoursPerFtePerMonth: z
      .number()
      .gt(0)
      .optional()
      .describe(
        'Working hours of a full-time seat a month; 143 if not given, which is then listed as assumed.',
      ),
    context: context.default({}).describe('What is known of the company as a whole.'),
    practices: practices.default({}),
    criteria: criteria.optional(),
    initiatives: z
      .array(initiative)
      .default([])
      .describe('What else could be done, to be weighed side by side with a reorganisation.'),
    customerOfficer: customerOfficer.optional(),
    capabilities: z
      .record(z.string(), capability)
      .default({})
      .describe('Capabilities of your own, and changes to the built-in ones, by id.'),
    departments: z
      .array(department)
      .optional()
      .describe('Departments; without them, those that people name.'),
    teams: z
      .array(team)
      .default([])
      .describe(
        'People who work together whatever their departments and lines; where there are any, the sizes of teams are theirs.',
      ),
    people: z.union([z.array(person), table]).describe('The seats: a list, or the CSV file that holds it.'),
    customers: z
      .union([z.array(customer), table])
      .default([])
      .describe('The customers: a list, or the CSV file that holds it.'),
    attributes: z
      .record(z.string(), attribute)
      .default({})
      .describe('How customer attributes may be used, by name.'),
    journeys: z
      .array(journey)
      .default([])
      .describe('What customers go through; a built-in journey if there is none.'),
    funnel: funnel.optional(),
    flows: z
      .array(flow)
      .default([])
      .describe('What departments let others know, as a part of the structure.'),
    interactions: z.array(interaction).default([]).describe('Who works with whom.'),
    assumptions: z
      .array(assumption)
      .default([])
      .describe(
        'What in this file is not known but was assumed when it was written; reports go on saying so until it is taken out.',
      ),
    designs: designs.default({}).describe('Options of the designs.'),
    policy: policy.prefault({}).describe('Thresholds.'),
  })
  // Keys that begin with x- are a place for anchors, and are not read.
  .meta({ description: 'An organisation as orgdesign reads it.', patternProperties: { '^x-': {} } });
export type OrganisationInput = z.infer<typeof organisation>;
