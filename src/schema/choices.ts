/* Lists that schemas and code share, apart from the schemas: nobody who wants a list is to wait for these to be made. */

/** As SARIF has them, the gravest first. */
export const SEVERITIES = ['error', 'warning', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What data have to be good enough for, each in its way: who leads whom, what people can do, for whom. */
export const DATA_GATES = ['lines', 'capabilities', 'customers'] as const;
export type DataGate = (typeof DATA_GATES)[number];

/** What has to be there for clusters, in the order in which it is done. Source: Jackson. */
export const READINESS_PARTS = ['foundations', 'design', 'infrastructure'] as const;
export type ReadinessPart = (typeof READINESS_PARTS)[number];

/** Priorities by which designs are weighed. */
export const PROFILES = ['customer-first', 'cost-first', 'least-disruption', 'growth'] as const;
export type Profile = (typeof PROFILES)[number];
