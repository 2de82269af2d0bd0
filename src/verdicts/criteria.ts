import { type Problem, UserError } from '../base/errors.ts';
import { didYouMean, quoted } from '../base/text.ts';
import { measures } from '../measures/index.ts';
import { coursesOf } from '../measures/journey/courses.ts';
import type { Measure } from '../measures/measure.ts';
import type { View } from '../model/view.ts';
import { rankOrderCentroid } from '../numbers/smaa.ts';
import type { CriteriaInput, Profile } from '../schema/input/decision.ts';

/** Figures from which on a design is of no worth by a criterion, and from which on it could not be better. */
interface Endpoints {
  readonly worst: number;
  readonly best: number;
}

/** What the designs are ranked by where nobody said what counts: the purpose that they are made for. */
const ASSUMED_PROFILE: Profile = 'customer-first';

/** What a decision is judged by where a company has not said. */
interface DefaultCriterion {
  /** Id of the measure. */
  readonly measure: string;
  /** Why a decision looks at it, in a sentence. */
  readonly why: string;
  /** What the endpoints are, in words. */
  readonly scale: string;
  /** They depend on the company, never on its designs: adding a design changes no order. */
  endpoints(today: View): Endpoints;
  /** How much it counts in each profile; those of a profile sum to 1. */
  readonly weights: Readonly<Record<Profile, number>>;
}

/** Moves from step to step that a customer goes through on average, rework counted. */
function movesOf(today: View): number {
  const courses = coursesOf(today);
  const moves = courses.map((course) => course.moves.reduce((sum, [, , times]) => sum + times, 0));
  const { classes } = today.service();
  const customers = classes.reduce((sum, one) => sum + one.customers, 0);
  const all =
    customers > 0
      ? classes.reduce((sum, one) => sum + one.customers * moves[one.journey]!, 0) / customers
      : moves.reduce((a, b) => a + b, 0) / Math.max(1, moves.length);
  return Math.max(1, all);
}

const sumOf = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0);

/**
 * Scales and weights are judgements of ours: they are shown before any result, and a file sets its own. Customer first follows one
 * rule, so that no weight is set by itself: the three figures that a customer meets share three quarters, in the order in which
 * Jackson argues (hand-offs, one head, the people whom customers know; 6 : 5 : 4), and what a company pays for them, five figures,
 * the last quarter in equal parts. Pooling loss counts no more than the other prices: it is an upper bound (random arrivals, nobody
 * helps across teams). What experts concluded of the published cases (examples/cases) holds with these weights; with hand-offs at
 * 0.25 and pooling at 0.1 functions would come before ING’s tribes, which would say that squads are to be cut by trade.
 */
export const defaultCriteria: readonly DefaultCriterion[] = [
  {
    measure: 'handoffs.betweenTeams',
    why: 'Where work changes hands, customers wait and things are forgotten.',
    scale: 'from one at every step of the journey to none',
    endpoints: (today) => ({ worst: movesOf(today), best: 0 }),
    weights: { 'customer-first': 0.3, 'cost-first': 0.05, 'least-disruption': 0.05, growth: 0.2 },
  },
  {
    measure: 'journey.accountableShare',
    why: 'Who answers for the whole journey can mend it.',
    scale: 'from none of the work under one head to all of it',
    endpoints: () => ({ worst: 0, best: 1 }),
    weights: { 'customer-first': 0.25, 'cost-first': 0.05, 'least-disruption': 0.05, growth: 0.2 },
  },
  {
    measure: 'expertise.fragmentation',
    why: 'People of one skill who sit together learn from each other and stand in for each other.',
    scale: 'from four units for each skill to one',
    endpoints: () => ({ worst: 4, best: 1 }),
    weights: { 'customer-first': 0.05, 'cost-first': 0.15, 'least-disruption': 0.05, growth: 0.05 },
  },
  {
    measure: 'work.poolingLoss',
    why: 'Small pools need more people for the same service.',
    scale: 'from a fifth of the people to none',
    endpoints: ({ organisation: { people } }) => ({ worst: Math.max(1, sumOf(people.fte) / 5), best: 0 }),
    weights: { 'customer-first': 0.05, 'cost-first': 0.25, 'least-disruption': 0.05, growth: 0.15 },
  },
  {
    measure: 'cover.singleHolders',
    why: 'A skill that hangs on one person is missing when that person is.',
    scale: 'from one such skill for every ten people, and at least three, to none',
    endpoints: ({ organisation: { people } }) => ({ worst: Math.max(3, people.count / 10), best: 0 }),
    weights: { 'customer-first': 0.05, 'cost-first': 0.05, 'least-disruption': 0.1, growth: 0.15 },
  },
  {
    measure: 'change.movedShare',
    why: 'Everybody who moves has to learn new colleagues and ways of working.',
    scale: 'from everybody to nobody',
    endpoints: () => ({ worst: 1, best: 0 }),
    weights: { 'customer-first': 0.05, 'cost-first': 0.1, 'least-disruption': 0.35, growth: 0.05 },
  },
  {
    measure: 'change.relationshipsKept',
    why: 'Customers buy less when they lose the person they know.',
    scale: 'from none to all',
    endpoints: () => ({ worst: 0, best: 1 }),
    weights: { 'customer-first': 0.2, 'cost-first': 0.05, 'least-disruption': 0.25, growth: 0.15 },
  },
  {
    measure: 'change.costPerYear',
    why: 'Seats that are added have to be paid every year.',
    scale: 'from a twentieth more than today’s people cost to a twentieth less',
    endpoints: ({ organisation: { people } }) => {
      const part = Math.max(1, sumOf(people.costPerYear) / 20);
      return { worst: part, best: -part };
    },
    weights: { 'customer-first': 0.05, 'cost-first': 0.3, 'least-disruption': 0.1, growth: 0.05 },
  },
];

export interface Criterion extends Endpoints {
  readonly id: string;
  readonly measure: Measure;
  readonly weight: number;
  /** Who agreed to it; null where nobody is named. */
  readonly agreedBy: string | null;
  /** Whether the company gave both endpoints; otherwise at least one is ours. */
  readonly ownScale: boolean;
}

/** What a decision is judged by. */
export interface Criteria {
  readonly profile: Profile | null;
  /** Whether the file says what counts, names a profile (or it was asked for), or neither. */
  readonly source: 'file' | 'profile' | 'assumed';
  readonly agreedBy: string | null;
  readonly agreedOn: string | null;
  /** Weights sum to 1. */
  readonly list: readonly Criterion[];
  /** Place of each criterion where only an order is agreed, 0 for the most important. */
  readonly order: readonly number[] | null;
}

type CriterionInput = CriteriaInput['list'][number];

/** The weights of a list, and the order where it gives no more than that. */
function weightsOf(
  list: readonly CriterionInput[],
): Pick<Criteria, 'order'> & { weights: readonly number[] } {
  if (list.some(({ weight }) => weight !== undefined)) {
    const total = list.reduce((sum, { weight = 0 }) => sum + weight, 0);
    return { weights: list.map(({ weight = 0 }) => weight / total), order: null };
  }
  const places = list.map(({ rank }, at) => rank ?? at + 1);
  const sorted = [...places].sort((a, b) => a - b);
  const order = places.map((place) => sorted.indexOf(place));
  const centroid = rankOrderCentroid(list.length);
  return { weights: order.map((place) => centroid[place]!), order };
}

/** The endpoints of a criterion of the file, or what is wrong with them. */
function scaleOf(measure: Measure, { worst, best }: CriterionInput, today: View): Endpoints | string {
  const known =
    defaultCriteria.find((one) => one.measure === measure.id)?.endpoints(today) ??
    (measure.unit === 'fraction' && measure.better !== 'none'
      ? { worst: measure.better === 'higher' ? 0 : 1, best: measure.better === 'higher' ? 1 : 0 }
      : undefined);
  const found = { worst: worst ?? known?.worst, best: best ?? known?.best };
  if (found.worst === undefined || found.best === undefined)
    return `${measure.id} has no endpoints of its own: expected both worst and best.`;
  const { better } = measure;
  const reversed = better === 'lower' ? found.best >= found.worst : found.best <= found.worst;
  if (better !== 'none' && reversed)
    return `${measure.id}: best is ${found.best} and worst ${found.worst}, but ${better} is better.`;
  return { worst: found.worst, best: found.best };
}

/**
 * What the decision is judged by: the list of the file, else its profile, else customer first.
 * @param profile - Asked for instead of what the file says; endpoints of the file stand.
 * @throws UserError with every measure that is unknown and every endpoint that cannot be kept to.
 */
export function criteriaOf(today: View, profile?: Profile): Criteria {
  const { criteria: given, placeOf } = today.organisation;
  const problems: Problem[] = [];
  const list = given?.list ?? [];
  const byMeasure = new Map(measures.map((measure) => [measure.id, measure]));
  const read = list.map((one, at) => {
    const fail = (key: string, message: string, hint: string) => {
      problems.push({ message, at: placeOf(['criteria', 'list', at, key])(), hint });
      return undefined;
    };
    const measure = byMeasure.get(one.measure);
    if (measure === undefined)
      return fail(
        'measure',
        `criteria: there is no measure ${quoted(one.measure)}.`,
        didYouMean(one.measure, byMeasure.keys()) ?? 'orgdesign explain lists the measures.',
      );
    const scale = scaleOf(measure, one, today);
    return typeof scale === 'string'
      ? fail(
          one.best === undefined ? 'measure' : 'best',
          `criteria: ${scale}`,
          'Give the figure at which a design is of no worth as worst, and at which it could not be better as best.',
        )
      : { measure, ...scale, one };
  });
  if (problems.length > 0) throw new UserError(problems);
  const own = read.filter((one) => one !== undefined);
  const named = profile ?? (list.length === 0 ? given?.profile : undefined);
  const agreed = { agreedBy: given?.agreedBy ?? null, agreedOn: given?.agreedOn ?? null };
  if (named !== undefined || list.length === 0) {
    const chosen = named ?? ASSUMED_PROFILE;
    return {
      profile: chosen,
      source: named === undefined ? 'assumed' : 'profile',
      ...(named !== undefined && named === given?.profile ? agreed : { agreedBy: null, agreedOn: null }),
      order: null,
      list: defaultCriteria.flatMap((one) => {
        const measure = byMeasure.get(one.measure);
        const set = own.find(({ measure: { id } }) => id === one.measure);
        const { worst, best } = set ?? one.endpoints(today);
        return measure === undefined
          ? []
          : [
              {
                id: one.measure,
                measure,
                weight: one.weights[chosen],
                worst,
                best,
                agreedBy: null,
                ownScale: set !== undefined,
              },
            ];
      }),
    };
  }
  const { weights, order } = weightsOf(list);
  return {
    profile: null,
    source: 'file',
    ...agreed,
    order,
    list: own.map(({ measure, worst, best, one }, at) => ({
      id: one.id ?? one.measure,
      measure,
      weight: weights[at]!,
      worst,
      best,
      agreedBy: one.agreedBy ?? given?.agreedBy ?? null,
      ownScale: one.worst !== undefined && one.best !== undefined,
    })),
  };
}
