import * as z from 'zod';
import { id, serves } from './fields.ts';

export const TEAM_KINDS = ['team', 'squad', 'account', 'project'] as const;
export type TeamKind = (typeof TEAM_KINDS)[number];

const member = z.union([
  id,
  z.strictObject({
    id: id.describe('Id of a person.'),
    share: z.number().gt(0).max(1).optional().describe('Share of their time that they work in it.'),
  }),
]);

/** People who work together, whatever their departments and lines. */
export const team = z.strictObject({
  id: id.describe('Identifier, as written.'),
  name: z.string().optional().describe('Name; the id if not given.'),
  members: z
    .array(member)
    .describe(
      'Ids of the people who work in it, or `{ id: p7, share: 0.5 }` for somebody who works in several; without shares a person is in each of their teams alike.',
    ),
  lead: id
    .optional()
    .describe('Id of the person who leads it, who is counted as a member; left out where nobody does.'),
  serves: serves.optional().describe('Customers that it works for; without it, whomever its members serve.'),
  kind: z
    .enum(TEAM_KINDS)
    .default('team')
    .describe(
      'What sort of team it is: a `squad` beside a department that is its chapter, the team of an `account`, or a `project` that ends.',
    ),
});
export type TeamInput = z.infer<typeof team>;
