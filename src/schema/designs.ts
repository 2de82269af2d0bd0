import * as z from 'zod';
import { id, phase, phaseShares } from './common.ts';

export const DESIGN_IDS = ['as-is', 'functional', 'lifecycle', 'cluster', 'account-team', 'matrix'] as const;
export type DesignId = (typeof DESIGN_IDS)[number];

const minimum = z
  .number()
  .int()
  .min(1)
  .optional()
  .describe('Smallest number of people in a cluster or phase; `policy.minimumTeam` if not given.');

export const functionalOptions = z.strictObject({
  pinned: z
    .record(z.string(), id)
    .default({})
    .describe('Person id to the capability whose function they stay in.'),
});

export const lifecycleOptions = z.strictObject({
  minimum,
  shares: z
    .record(z.string(), phaseShares)
    .default({})
    .describe('Capability id to its share in each phase, in place of the built-in table.'),
  pinned: z.record(z.string(), phase).default({}).describe('Person id to the phase they stay in.'),
});

export const clusterOptions = z.strictObject({
  minimum,
  basis: z
    .string()
    .optional()
    .describe('Customer attribute that the clusters are built around; chosen from the data if not given.'),
  clusters: z
    .number()
    .int()
    .min(1)
    .optional()
    .describe('Number of clusters; follows from the basis and the people if not given.'),
  holders: z
    .number()
    .int()
    .min(1)
    .default(1)
    .describe('Holders of each capability that every cluster needs.'),
  include: z.array(id).default([]).describe('Further capabilities that join the clusters.'),
  exclude: z
    .array(id)
    .default([])
    .describe('Capabilities that stay out of the clusters, other than essential ones.'),
  pinned: z
    .record(z.string(), z.string())
    .default({})
    .describe(
      'Person id to the cluster they stay in: its id (`cluster/retail`) or the value of the basis (`retail`).',
    ),
});
export type ClusterOptions = z.infer<typeof clusterOptions>;

export const accountTeamOptions = clusterOptions.pick({
  minimum: true,
  holders: true,
  include: true,
  exclude: true,
});

export const designs = z.strictObject({
  functional: functionalOptions.optional(),
  lifecycle: lifecycleOptions.optional(),
  cluster: clusterOptions.optional(),
  'account-team': accountTeamOptions.optional(),
  matrix: clusterOptions.optional(),
});
export type DesignsInput = z.infer<typeof designs>;
