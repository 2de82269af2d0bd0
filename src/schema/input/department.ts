import * as z from 'zod';
import { fraction, id, phase, serves } from './fields.ts';

export const UNIT_KINDS = [
  'department',
  'phase',
  'cluster',
  'common-service',
  'centre-of-expertise',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** The business plan of a cluster or phase in outline (Jackson); what is not known is left out. */
export const charter = z.strictObject({
  valueProposition: z.string().optional().describe('What these customers are promised.'),
  targetCustomers: z.string().optional().describe('Who they are.'),
  journey: z.string().optional().describe('How they are acquired, served and retained.'),
  goals: z.array(z.string()).optional().describe('What is to be reached.'),
  serviceLevels: z.array(z.string()).optional().describe('What the unit promises, and is promised.'),
});
export type Charter = z.infer<typeof charter>;

/** One measure that a unit answers for. */
export const scorecardItem = z.strictObject({
  metric: id.describe('What is measured, as `retention`.'),
  value: z.number().optional().describe('Where it stands.'),
  unit: z.string().optional().describe('What it is counted in, as `fraction a year` or `EUR per customer`.'),
  target: z.number().optional().describe('Where it is to be.'),
  owner: id.optional().describe('Id of the person who answers for it.'),
  weight: fraction
    .optional()
    .describe('Share of the variable pay of its owner that depends on it, 0 to 1; of nobody else’s pay.'),
});
export type ScorecardItem = z.infer<typeof scorecardItem>;

export const department = z.strictObject({
  id: id.describe('Identifier, as written; people name it in `department`.'),
  name: z.string().optional().describe('Name; the id if not given.'),
  parent: id.optional().describe('Id of the department above.'),
  head: id
    .optional()
    .describe('Id of the person who leads it; without one, the member who reports outside the department.'),
  lead: z
    .literal('none')
    .optional()
    .describe(
      '`none`: it governs itself, as a team without a lead; nobody is its head, and it is no span. Who leads one is said by `head`.',
    ),
  answersTo: id
    .optional()
    .describe(
      'Id of the person whom a department with `lead: none` answers to, and who is no manager of each of its people.',
    ),
  kind: z.enum(UNIT_KINDS).default('department').describe('What sort of unit it is.'),
  phase: phase.optional().describe('The phase that a unit of kind `phase` works in.'),
  capability: id.optional().describe('The one capability that this unit holds, if it is a function.'),
  serves: serves
    .optional()
    .describe('Customers served; without it, everyone (a centre of expertise: nobody).'),
  accountable: z
    .boolean()
    .default(false)
    .describe('Whether its head answers for it as one unit: silos are counted between such units.'),
  servesUnits: z
    .array(id)
    .optional()
    .describe('Ids of the departments that are its customers, as clusters are of services and centres.'),
  decides: z.array(z.string().min(1)).optional().describe('What it decides for the others; mostly a centre.'),
  advises: z.array(z.string().min(1)).optional().describe('What it only advises them on.'),
  charter: charter.optional().describe('Its business plan in outline.'),
  scorecard: z.array(scorecardItem).optional().describe('The measures that it answers for.'),
});
export type DepartmentInput = z.infer<typeof department>;

/** What a flow carries, where that is one of the things that the sources ask for. Source: Jameane; Jackson. */
export const FLOW_KINDS = [
  'prospect-insight',
  'customer-feedback',
  'exit-reasons',
  'best-practice',
  'other',
] as const;
export type FlowKind = (typeof FLOW_KINDS)[number];

export const flow = z.strictObject({
  from: id.describe('Id of the department that passes it on.'),
  to: id.describe('Id of the department that receives it.'),
  what: z.string().min(1).describe('What is passed on.'),
  kind: z.enum(FLOW_KINDS).default('other').describe('What sort of knowledge it is.'),
});
