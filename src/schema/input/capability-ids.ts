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
  'finance',
  'human-resources',
  'information-technology',
  'procurement',
  'legal',
  'facilities',
  'leadership',
] as const;
export type BuiltInCapabilityId = (typeof BUILT_IN_CAPABILITY_IDS)[number];

/** Written in place of a capability where a person has none, and none is to be read from title and department. */
export const NO_CAPABILITY = 'none';
