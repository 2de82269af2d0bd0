import * as z from 'zod';
import { id, phase, serves } from './common.ts';

const UNIT_KINDS = ['department', 'phase', 'cluster', 'common-service', 'centre-of-expertise'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export const department = z.strictObject({
  id: id.describe('Identifier, as written; people name it in `department`.'),
  name: z.string().optional().describe('Name; the id if not given.'),
  parent: id.optional().describe('Id of the department above.'),
  head: id
    .optional()
    .describe('Id of the person who leads it; without one, the member who reports outside the department.'),
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
});
export type DepartmentInput = z.infer<typeof department>;
