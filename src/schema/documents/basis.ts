import * as z from 'zod';

const value = z.number().nullable();
const count = z.number().int();

const score = z.strictObject({
  outcome: z
    .string()
    .describe(
      'What customers may differ in: mix of needs, retention, margin (as a share of revenue), satisfaction.',
    ),
  omegaSquared: value.describe('Share of the differences that the groups explain; below 0 means nothing.'),
  p: value.describe('Chance that groups of the same sizes drawn at random explain as much.'),
});

const candidate = z.strictObject({
  attribute: z.string(),
  groups: count,
  covers: value.describe('Share of the customers that have a value.'),
  explained: value.describe('Mean omega squared over the outcomes that the file gives.'),
  outcomes: z.array(z.string()),
  scores: z.array(score).describe('The same for each outcome.'),
  p: value.describe(
    'Chance that groups drawn at random explain as much on the mean; null where too few customers tell.',
  ),
  relationshipsKept: value.describe(
    'Share that stays if each person serves the one group where most of theirs are.',
  ),
  locations: count.describe('Locations from which customers are served by name.'),
  locationsSplit: count.describe('Those of them that serve customers of more than one group.'),
  balance: value.describe('1 where all groups need equally many hours; falls to 1 / groups.'),
  clusters: count.describe('Clusters there would be, after groups too small for a team joined others.'),
  hires: count.describe('People to hire for so many clusters, heads aside.'),
  changesPerYear: value.describe(
    'Customers that come to another cluster each year, where stages are declared.',
  ),
  feasible: z.boolean(),
  reason: z.string().optional().describe('Why it will not do as a basis.'),
});

const hires = z.strictObject({
  clusters: count,
  byCapability: z.record(z.string(), count).describe('People to hire by capability, heads aside.'),
  ofAny: count.describe('People to hire beside them, of any of the capabilities in a cluster.'),
});

const merge = z.strictObject({
  group: z.string(),
  people: z.number().describe('People whom its customers keep busy.'),
  into: z.string(),
  because: z
    .enum(['small', 'people', 'asked'])
    .describe(
      'It needs fewer people than a team; there are too few people; so many clusters were asked for.',
    ),
  nearestBy: z
    .enum(['mix', 'people', 'size', 'only'])
    .describe(
      'Why that one: nearest in its mix of needs; served by people of the same managers; the smallest; there was no other.',
    ),
});

const number = z.strictObject({
  built: count.describe('Clusters of the design.'),
  groups: count.describe('Groups of the basis.'),
  fillable: count.describe('Clusters that the people there can fill.'),
  fillableWithTwoHolders: count.describe('The same with two holders of each capability.'),
  limit: z
    .strictObject({ capabilities: z.array(z.string()), perCluster: count, held: count })
    .describe(
      'What limits them: each cluster needs so many of the people who hold any of these capabilities.',
    ),
  hires: z.array(hires).describe('For the clusters that are built, and for one for every group.'),
  merges: z.array(merge),
});

const proposed = z.strictObject({
  silhouette: z
    .number()
    .describe(
      'Mean silhouette of the groups: above .5 they stand apart, below .25 there is next to no structure.',
    ),
  comparedBy: z.array(z.string()).describe('What customers were compared by.'),
  sample: count.describe(
    'Customer rows from which the groups were made; the others went to the nearest one.',
  ),
  groups: z.array(z.strictObject({ name: z.string(), customers: z.number() })),
});

/** How the customers were grouped for a design with clusters, and what else they could have been grouped by. */
export const basis = z.strictObject({
  chosen: z.string().describe('The attribute; `similarity` where none would do.'),
  why: z.string(),
  runnerUp: z.string().optional().describe('Why the next best was not chosen.'),
  declared: z.boolean().describe('Whether the file declares it.'),
  p: value.describe(
    'The chance of the chosen attribute, allowing for the number of attributes it was chosen from.',
  ),
  permutations: count.describe('Draws at random behind each chance, at most.'),
  sample: count.describe('Customer rows that were dealt out again, at most.'),
  candidates: z.array(candidate),
  number,
  stageChanges: z
    .strictObject({ perYear: value, share: value, reason: z.string().optional() })
    .optional()
    .describe('Customers who come to another cluster each year, where the basis is stages of their life.'),
  proposed: proposed
    .optional()
    .describe('Groups made from how alike customers are, where no attribute would do.'),
});
export type ReportedBasis = z.infer<typeof basis>;

/** How good the placing of people in groups is, as the report tells it. */
export const assignment = z
  .strictObject({
    objective: z.number().describe('What the placing of people reaches, with the weights of `goals`.'),
    bound: z.number().describe('Proven: no placing in the same posts reaches more.'),
    gap: z.number().describe('bound - objective; 0 where the placing is proven to be a best one.'),
    relativeGap: z
      .number()
      .nullable()
      .describe('The gap as a fraction of the bound; null where the bound is 0.'),
    method: z
      .enum(['greedy-proven', 'solved', 'time-limit', 'unsolved'])
      .describe(
        'How it was found: by a simple way, proven to be a best one; by the solver; or the best there was when the time was over, or the solver gave no answer that could be used.',
      ),
    goals: z.strictObject({ customers: z.number(), team: z.number(), location: z.number() }),
    seats: z.number().int().describe('Seats that were placed, pinned and open ones included.'),
    classes: z.number().int().describe('Kinds of seats that can be placed in one group as well as another.'),
    crossing: z
      .number()
      .int()
      .describe('People placed where customers are served from other locations than theirs.'),
    left: z
      .number()
      .int()
      .describe('Seats that keep their department, since they must not change location and would have to.'),
  })
  .describe('Placing of people in customer groups.');
export type ReportedAssignment = z.infer<typeof assignment>;
