import * as z from 'zod';
import { fraction, id, isoDate } from './fields.ts';

export const LINE_KINDS = ['solid', 'dotted'] as const;

const reportingLine = z.strictObject({
  to: id.describe('Id of the person reported to.'),
  kind: z.enum(LINE_KINDS).default('solid').describe('`solid` or `dotted`.'),
  weight: z
    .number()
    .gt(0)
    .max(1)
    .optional()
    .describe(
      'Influence of this line; the weights of one person sum to 1. Without weights the solid lines share 0.7 and the dotted 0.3; with one kind only, equal shares.',
    ),
  job: id
    .optional()
    .describe(
      'Department of the job that the line comes from, where a person has two jobs: lines of different jobs are no conflict, and their weights are the shares of hours in each job.',
    ),
  influence: z
    .strictObject({
      pay: fraction.optional().describe('Influence on pay and promotion.'),
      priorities: fraction.optional().describe('Influence on what is worked on.'),
      technical: fraction.optional().describe('Influence on how it is done.'),
    })
    .optional()
    .describe('Separate influences; their mean is the weight where no weight is given.'),
});

const WORKER_TYPES = ['employee', 'contractor'] as const;

export const person = z.strictObject({
  id: id.describe('Identifier, as written.'),
  name: z.string().optional().describe('Name; the id if not given.'),
  email: z
    .string()
    .optional()
    .describe('Address that the id follows from, where the source had no other; no report shows it.'),
  title: z.string().optional().describe('Job title; maps to a capability where none is given.'),
  department: id.optional().describe('Id of the department.'),
  division: z.string().optional().describe('Name of the unit above the department.'),
  capability: id
    .optional()
    .describe(
      'Primary capability; taken from title and department if not given, and not even then if it is `none`.',
    ),
  secondary: z.array(id).optional().describe('Further capabilities.'),
  fte: z.number().min(0).max(1.5).default(1).describe('Full-time equivalent, 1 = full time.'),
  costPerYear: z.number().min(0).optional().describe('Whole cost of the seat at its fte, a year.'),
  hourlyPay: z
    .number()
    .min(0)
    .optional()
    .describe('Pay by the hour; costs 2,080 times this times fte a year.'),
  level: z.number().optional().describe('Grade; a higher number is more senior.'),
  location: z.string().optional().describe('Where the person works.'),
  manager: id.optional().describe('Id of the manager: one solid line of weight 1.'),
  managers: z.array(reportingLine).optional().describe('Several reporting lines, in place of `manager`.'),
  serves: z.array(id).optional().describe('Ids of the customers this person serves by name.'),
  vacant: z.boolean().default(false).describe('An open seat: it counts as a seat, not as a person.'),
  workerType: z
    .enum(WORKER_TYPES)
    .optional()
    .describe(
      '`employee` or `contractor`: contractors are counted apart by imports, and proposed last to lead; changes no figure.',
    ),
  start: isoDate.optional().describe('First day; a row that starts after `asOf` is left out and counted.'),
  end: isoDate.optional().describe('Last day; a row that ended before `asOf` is left out and counted.'),
  previously: z
    .strictObject({
      department: id.optional().describe('Department before the move.'),
      manager: id.optional().describe('Manager before the move.'),
    })
    .optional()
    .describe('Where the person was in the organisation that a proposal was made from; changes nothing.'),
});
export type PersonInput = z.infer<typeof person>;
