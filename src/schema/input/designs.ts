import * as z from 'zod';
import { given } from '../../base/given.ts';
import { id, phase, phaseShares } from './fields.ts';
import { officerOption } from './officer.ts';

export const DESIGN_IDS = ['as-is', 'functional', 'lifecycle', 'cluster', 'account-team', 'matrix'] as const;
export type DesignId = (typeof DESIGN_IDS)[number];

/** Above these no organisation is helped, and the seats of a design would be too many to be made. */
const MOST_IN_UNIT = 10_000;
const MOST_UNITS = 500;
const MOST_HOLDERS = 100;
const MOST_SECONDS = 600;

const minimum = z
  .number()
  .int()
  .min(1)
  .max(MOST_IN_UNIT)
  .optional()
  .describe('Smallest number of people in a cluster or phase; `policy.minimumTeam` if not given.');

const customerOfficer = officerOption.optional();

const functionalOptions = z.strictObject({
  pinned: z
    .record(z.string(), id)
    .default({})
    .describe('Person id to the capability whose function they stay in.'),
  customerOfficer,
});

const lifecycleOptions = z.strictObject({
  minimum,
  shares: z
    .record(z.string(), phaseShares)
    .default({})
    .describe('Capability id to its share in each phase, in place of the built-in table.'),
  pinned: z.record(z.string(), phase).default({}).describe('Person id to the phase they stay in.'),
  customerOfficer,
});

const weight = z.number().min(0).max(100);
const GOALS = { customers: 1, team: 0.5, location: 0.25 };

const goals = z
  .strictObject({
    customers: weight
      .default(GOALS.customers)
      .describe(
        'Worth of a person whose own customers are all in their cluster; of some of them, in proportion.',
      ),
    team: weight
      .default(GOALS.team)
      .describe('Worth of a person in the cluster where most of their team’s customer hours are.'),
    location: weight
      .default(GOALS.location)
      .describe('What it costs when someone’s location is not one from which their cluster is served today.'),
  })
  .default(GOALS)
  .describe('What counts, and how much, when people are placed in clusters: weights from 0 to 100.');

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
    .max(MOST_UNITS)
    .optional()
    .describe('Number of clusters; follows from the basis and the people if not given.'),
  holders: z
    .number()
    .int()
    .min(1)
    .max(MOST_HOLDERS)
    .default(1)
    .describe('Holders of each capability that every cluster needs.'),
  include: z.array(id).default([]).describe('Further capabilities that join the clusters.'),
  exclude: z
    .array(id)
    .default([])
    .describe('Capabilities that stay out of the clusters, other than essential ones.'),
  seatsBy: z
    .enum(['hours', 'equity'])
    .default('hours')
    .describe(
      'What the posts are divided over the clusters by: the hours that their customers need, or what these are worth over the years (customer equity), where that is known of nine in ten of each cluster.',
    ),
  pinned: z
    .record(z.string(), z.string())
    .default({})
    .describe(
      'Person id to the cluster they stay in: its id (`cluster/retail`), the value of the basis (`retail`), or a department of today that serves these customers.',
    ),
  goals,
  mustStay: z
    .array(z.enum(['location']))
    .default([])
    .describe(
      'What nobody may be moved across: `location`. Whoever could not be placed then stays, and the post is to be hired.',
    ),
  timeLimit: z
    .number()
    .positive()
    .max(MOST_SECONDS)
    .default(10)
    .describe(
      'Seconds that finding the best placing of people may take; then the best found stands, with its proven gap.',
    ),
  customerOfficer,
});
export type ClusterOptions = z.infer<typeof clusterOptions>;

const accountTeamOptions = clusterOptions
  .pick({ minimum: true, holders: true, include: true, exclude: true, customerOfficer: true })
  .extend({
    exclusive: z
      .boolean()
      .default(false)
      .describe(
        'Whether every single customer gets a team of its own, as clusters are built, in place of named contacts; the other options are for these.',
      ),
  });

export const designs = z.strictObject({
  functional: functionalOptions.optional(),
  lifecycle: lifecycleOptions.optional(),
  cluster: clusterOptions.optional(),
  'account-team': accountTeamOptions.optional(),
  matrix: clusterOptions.optional(),
});
export type DesignsInput = z.infer<typeof designs>;

/** The options of the designs, defaults filled in. A matrix has its own only where they are given: see `matrixOptions`. */
export interface DesignOptions {
  readonly functional: z.infer<typeof functionalOptions>;
  readonly lifecycle: z.infer<typeof lifecycleOptions>;
  readonly cluster: ClusterOptions;
  readonly 'account-team': z.infer<typeof accountTeamOptions>;
  readonly matrix?: ClusterOptions;
}

/** Of a schema that is asked once: a function made for it would cost more than it gains. */
const ONCE = { jitless: true };

export const usualClusterOptions = (): ClusterOptions => clusterOptions.parse({}, ONCE);

export const designOptions = (input: DesignsInput): DesignOptions => ({
  functional: input.functional ?? functionalOptions.parse({}, ONCE),
  lifecycle: input.lifecycle ?? lifecycleOptions.parse({}, ONCE),
  cluster: input.cluster ?? usualClusterOptions(),
  'account-team': input['account-team'] ?? accountTeamOptions.parse({}, ONCE),
  ...given({ matrix: input.matrix }),
});

/** Without options of its own a matrix goes by those of the clusters. */
export const matrixOptions = ({
  matrix,
  cluster,
}: Pick<DesignOptions, 'matrix' | 'cluster'>): ClusterOptions => matrix ?? cluster;
