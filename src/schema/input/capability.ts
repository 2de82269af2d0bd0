import * as z from 'zod';
import { id, phaseShares } from './fields.ts';

/** Of those, the ones that serve the organisation itself. */
export const ENABLING_CAPABILITY_IDS = [
  'finance',
  'human-resources',
  'information-technology',
  'procurement',
  'legal',
  'facilities',
] as const;

/** The capabilities that are known without being declared. */
export const BUILT_IN_CAPABILITY_IDS = [
  'marketing',
  'sales',
  'account-management',
  'support',
  'operations',
  'product-management',
  'communications',
  'market-research',
  'customer-insight',
  'lead-qualification',
  'pre-sales',
  'product-development',
  'production',
  ...ENABLING_CAPABILITY_IDS,
  'leadership',
] as const;
type BuiltInCapabilityId = (typeof BUILT_IN_CAPABILITY_IDS)[number];

/** Built-in capabilities that are specialisms of another one. */
const SPECIALISMS: Readonly<Partial<Record<string, BuiltInCapabilityId>>> = {
  'pre-sales': 'sales',
  'lead-qualification': 'sales',
  'market-research': 'marketing',
  communications: 'marketing',
};

/** The capability that one is a specialism of, as the file says it or else as it is built in. */
export const specialismOf = (
  id: string,
  own: Readonly<Record<string, { readonly of?: string | undefined }>>,
): string | undefined =>
  (Object.hasOwn(own, id) ? own[id]!.of : undefined) ??
  (Object.hasOwn(SPECIALISMS, id) ? SPECIALISMS[id] : undefined);

/** Written in place of a capability where a person has none, and none is to be read from title and department. */
export const NO_CAPABILITY = 'none';

export const CAPABILITY_ROLES = [
  'essential',
  'joins',
  'joins-if-enough',
  'common',
  'enabling',
  'leadership',
] as const;

export const capability = z.strictObject({
  name: z.string().optional().describe('Name to print; the id with spaces if not given.'),
  role: z
    .enum(CAPABILITY_ROLES)
    .optional()
    .describe(
      '`essential` in every cluster, `joins` clusters, joins them only if there is enough of it for each (`joins-if-enough`), stays a `common` service, is `enabling` (serves the organisation, never in a cluster), or `leadership` (serves no step). A capability of your own is `common` unless you say otherwise.',
    ),
  of: id
    .optional()
    .describe(
      'Id of the capability that this is a specialism of, as pre-sales is of sales: where no specialist is found, holders of that one do the step.',
    ),
  phases: phaseShares.optional(),
  titles: z
    .array(z.string())
    .optional()
    .describe('Job titles (whole, case ignored) of the people who have this capability.'),
  departments: z
    .array(z.string())
    .optional()
    .describe(
      'Department names (whole, case ignored) whose members have this capability unless their title says otherwise.',
    ),
});
export type CapabilityInput = z.infer<typeof capability>;
