import { acceptabilityOf, flipsOf, totalOf, winnerOf, withWeight } from '../numbers/smaa.ts';
import { PROFILES } from '../schema/choices.ts';
import type { Ranking } from '../schema/documents/ranking.ts';
import type { Profile } from '../schema/input/decision.ts';
import type { DesignId } from '../schema/input/designs.ts';
import type { Candidate } from './candidate.ts';
import { type Criteria, type Criterion, defaultCriteria } from './criteria.ts';
import { raceOf, UNJUDGED } from './race.ts';
import { whyOf } from './ranking-sentences.ts';
import type { Verdict } from './verdict.ts';

/** A winner of fewer weightings near the agreed ones than this is not robust. */
const WINS_ENOUGH = 0.75;

const byId = <T>(ranked: readonly Candidate[], values: readonly (T | null)[]): Record<string, T> =>
  Object.fromEntries(
    ranked.flatMap(({ design }, at) => (values[at] === null ? [] : [[design.id, values[at] as T] as const])),
  );

/**
 * The order of the designs by what the decision is judged by: SMAA-2 on fixed scales, with what would change the winner. Designs
 * that are impossible, cannot be judged, suit the company badly or gain nothing take no part; as-is always does.
 * @param candidates - As-is first.
 * @returns null where no criterion can be judged, or no design beside today's.
 * Cost: linear in draws × designs × (criteria + designs); nothing of the size of the company.
 */
export function rankingOf(
  candidates: readonly Candidate[],
  verdicts: ReadonlyMap<DesignId, Verdict>,
  criteria: Criteria,
): Ranking | null {
  const race = raceOf(candidates, verdicts, criteria);
  if (race === null) return null;
  const { refused, all, list, weights, judgedBy, ranked, judged, middles, winner } = race;
  // Beside what cannot be judged today's structure is compared with nothing, and wins nothing.
  if (ranked.length === 1 && refused.includes(UNJUDGED)) return null;
  const { construction, assumption, decides } = race;
  const worths = ranked.map((_, one) => judged.map(({ figures }) => figures[one]!));
  const anyWeights = acceptabilityOf(worths);
  const order = criteria.order === null ? null : placesOf(criteria.order, criteria.list, list);
  const nearWeights = acceptabilityOf(worths, order === null ? { near: weights } : { order });
  const idOf = (at: number | null): DesignId | null => (at === null ? null : ranked[at]!.design.id);
  const near = byId(
    ranked,
    nearWeights.ranks.map(([first]) => first!),
  );
  const found: Omit<Ranking, 'why'> = {
    profile: criteria.profile,
    source: criteria.source,
    criteria: judgedBy,
    leftOut: all.flatMap((reason, at) =>
      typeof reason === 'string' ? [{ criterion: criteria.list[at]!.id, reason }] : [],
    ),
    notRanked: candidates.flatMap((one, at) =>
      ranked.includes(one) ? [] : [{ design: one.design.id, reason: refused[at] ?? 'gains nothing' }],
    ),
    winner: ranked[winner]!.design.id,
    totals: byId(
      ranked,
      middles.map((row) => totalOf(row, weights)),
    ),
    near,
    nearness: order === null ? 'half-to-double' : 'in-order',
    acceptability: byId(
      ranked,
      anyWeights.ranks.map((row) => [...row]),
    ),
    centralWeights: byId(
      ranked,
      anyWeights.centralWeights.map((row) => row && [...row]),
    ),
    confidenceFactor: byId(ranked, anyWeights.confidence()),
    flips: flipsOf(middles, weights).map(({ criterion, from, to, winner: next }) => {
      return { criterion: list[criterion]!.id, from, to, winner: ranked[next]!.design.id };
    }),
    tornado: tornadoOf(middles, weights, winner).map(({ criterion, ...lead }) => {
      return { criterion: list[criterion]!.id, ...lead };
    }),
    assumed: assumption.criteria,
    withoutAssumed: idOf(assumption.winner),
    byConstruction: construction.criteria,
    withoutByConstruction: idOf(construction.winner),
    byProfile: criteria.source === 'file' ? {} : winnersByProfile(list, middles, idOf),
    robust: near[ranked[winner]!.design.id]! >= WINS_ENOUGH,
    decides,
    draws: anyWeights.draws,
    seed: anyWeights.seed,
  };
  return { ...found, why: whyOf(found, list) };
}

function winnersByProfile(
  list: readonly Criterion[],
  middles: readonly (readonly number[])[],
  idOf: (at: number) => DesignId | null,
): Ranking['byProfile'] {
  const weights = (profile: Profile) =>
    list.map(({ id }) => defaultCriteria.find(({ measure }) => measure === id)!.weights[profile]);
  return Object.fromEntries(PROFILES.map((profile) => [profile, idOf(winnerOf(middles, weights(profile)))!]));
}

/** Places in an agreed order of those criteria that are judged. */
function placesOf(
  order: readonly number[],
  list: readonly Criterion[],
  judged: readonly Criterion[],
): readonly number[] {
  const places = judged.map((criterion) => order[list.indexOf(criterion)]!);
  const sorted = [...places].sort((a, b) => a - b);
  return places.map((place) => sorted.indexOf(place));
}

/** The lead of the winner over the best of the others as one criterion is left out or counts twice as much, what moves it most first. */
function tornadoOf(worths: readonly (readonly number[])[], weights: readonly number[], winner: number) {
  const lead = (changed: readonly number[]) => {
    const totals = worths.map((row) => totalOf(row, changed));
    return totals[winner]! - Math.max(...totals.filter((_, at) => at !== winner));
  };
  if (worths.length < 2) return [];
  return weights
    .map((weight, criterion) => ({
      criterion,
      without: lead(withWeight(weights, criterion, 0)),
      doubled: lead(withWeight(weights, criterion, Math.min(1, 2 * weight))),
    }))
    .sort(
      (a, b) =>
        Math.abs(b.doubled - b.without) - Math.abs(a.doubled - a.without) || a.criterion - b.criterion,
    );
}
