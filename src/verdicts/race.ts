import { COVERAGE_APART, isByConstruction, MOST_ASSUMED, shownValue } from '../measures/measure.ts';
import { type Worth, winnerOf } from '../numbers/smaa.ts';
import type { Ranking } from '../schema/documents/ranking.ts';
import type { DesignId } from '../schema/input/designs.ts';
import type { Candidate, Figures } from './candidate.ts';
import type { Criteria, Criterion } from './criteria.ts';
import type { Verdict } from './verdict.ts';

const clamped = (value: number): number => Math.min(1, Math.max(0, value));

/** A figure on the scale of a criterion, from 0 to 1. */
const worthOf = ({ worst, best }: Pick<Criterion, 'worst' | 'best'>, value: number): number =>
  clamped((value - worst) / (best - worst));

/** Less than this on the scale of a criterion prints alike, and nobody changes a structure for it. A judgement. */
const SHOWS = 0.02;

/** Whether a design is better than today by something that the decision is judged by, by so much that it shows. */
export const gains = (criteria: Ranking['criteria'], design: Figures, today: Figures): boolean =>
  criteria.some((criterion) => {
    const [one, now] = [design, today].map((figures) => figures.get(criterion.measure));
    const [value, before] = [one, now].map((result) => (result === undefined ? null : shownValue(result)));
    if (value == null || before == null) return false;
    // To do work that nobody does is a gain in itself.
    const more = (one!.coverage ?? 1) - (now!.coverage ?? 1);
    if (Math.abs(more) > COVERAGE_APART) return more > 0;
    return worthOf(criterion, value) - worthOf(criterion, before) >= SHOWS;
  });

interface Figure extends Worth {
  /** The worth taken at its word. */
  readonly middle: number;
  readonly assumed: boolean;
  readonly fixed: boolean;
}

/** The worth of a design by a criterion; undefined where it cannot be told. */
function figureOf(candidate: Candidate, criterion: Criterion): Figure | undefined {
  const result = candidate.measures().get(criterion.measure.id);
  const value = result === undefined ? null : shownValue(result);
  if (result === undefined || value === null) return undefined;
  const { assumedShare = 0 } = result;
  const assumed = assumedShare > MOST_ASSUMED;
  // Half of what was assumed may be wrong, either way.
  const off = assumed ? (Math.abs(value) * assumedShare) / 2 : 0;
  const ends = [worthOf(criterion, value - off), worthOf(criterion, value + off)];
  return {
    low: Math.min(...ends),
    high: Math.max(...ends),
    middle: worthOf(criterion, value),
    assumed,
    // That nothing changes today is a fact, and no feat of definition.
    fixed:
      candidate.design.id !== 'as-is' &&
      (result.renamed === true || isByConstruction(criterion.measure, candidate.design.id, result.value)),
  };
}

/** Verdicts with which a design is not recommended, whatever counts. */
const REFUSED: readonly Verdict['word'][] = ['rather not', 'does not suit'];

/** Verdicts that say yes to a form, and one that says neither yes nor no. */
const YES: readonly Verdict['word'][] = ['suits', 'rather suits'];
const NEITHER: Verdict['word'] = 'open';

/** Whether today has that form already: nobody moves, and no figure is another. */
function changesNothing(candidate: Candidate, asIs: Candidate): boolean {
  if (candidate.view === candidate.today) return true;
  const today = asIs.measures();
  return [...candidate.measures()].every(([id, { value }]) => {
    const own =
      id.startsWith('change.') && KEPT.includes(id)
        ? 1
        : id.startsWith('change.')
          ? 0
          : (today.get(id)?.value ?? null);
    return value === null || own === null
      ? value === own || id.startsWith('change.')
      : Math.abs(value - own) <= SAME * Math.max(1, Math.abs(own));
  });
}
/** Shares that are whole where nothing changes; the other figures of a change are 0 then. */
const KEPT = ['change.relationshipsKept', 'change.pairsKept'];
const SAME = 1e-9;

/** Of a design of which nobody knows what it would be worth. */
export const UNJUDGED = 'cannot be judged';

/** Why a design takes no part; undefined where it does. Staying as it is always does: it is what happens if nobody decides. */
function refusal(
  candidate: Candidate,
  asIs: Candidate,
  verdict: Pick<Verdict, 'word'> | undefined,
  others: readonly Pick<Verdict, 'word'>[],
): string | undefined {
  const { design, view, result } = candidate;
  if (view === null) return result.status === 'impossible' ? 'impossible' : UNJUDGED;
  if (design.id !== 'as-is' && changesNothing(candidate, asIs)) return 'the same as today';
  if (design.id === 'as-is' || verdict === undefined) return undefined;
  if (REFUSED.includes(verdict.word)) return verdict.word;
  // Nobody takes a form of which nothing says that it suits where another does.
  return verdict.word === NEITHER && others.some(({ word }) => YES.includes(word))
    ? 'suits less well than others'
    : undefined;
}

/** A criterion that all ranked designs can be judged by. */
interface JudgedCriterion {
  readonly criterion: Criterion;
  /** By ranked design. */
  readonly figures: readonly Figure[];
}

/** The figures of all designs by one criterion, or why it cannot be judged. */
function judge(ranked: readonly Candidate[], criterion: Criterion): JudgedCriterion | string {
  const results = ranked.map((candidate) => candidate.measures().get(criterion.measure.id));
  const figures = ranked.map((candidate) => figureOf(candidate, criterion));
  const known = figures.filter((one) => one !== undefined);
  if (known.length < figures.length)
    return results[figures.indexOf(undefined)]?.reason ?? 'The file does not give what it is about.';
  const coverage = results.map((one) => one?.coverage ?? 1);
  if (Math.max(...coverage) - Math.min(...coverage) > COVERAGE_APART)
    return 'The designs cover different shares of the work.';
  return { criterion, figures: known };
}

/** Who wins without the criteria in which a figure of some design has to be left out, and which those are. */
function winnerWithout(
  judged: readonly JudgedCriterion[],
  weights: readonly number[],
  isLeft: (figure: Figure) => boolean,
) {
  const kept = judged.map(({ figures }) => !figures.some(isLeft));
  const rest = weights.map((weight, at) => (kept[at] ? weight : 0));
  return {
    criteria: judged.flatMap(({ criterion }, at) => (kept[at] ? [] : [criterion.id])),
    winner: rest.some((weight) => weight > 0) ? winnerOf(middlesOf(judged), rest) : null,
  };
}

/** Worths by design, then by criterion. */
const middlesOf = (judged: readonly JudgedCriterion[]): readonly (readonly number[])[] =>
  judged[0]!.figures.map((_, one) => judged.map(({ figures }) => figures[one]!.middle));

/** The designs that are compared, with what each is worth by each criterion, and who wins; null where no criterion can be judged. */
export function raceOf(
  candidates: readonly Candidate[],
  verdicts: ReadonlyMap<DesignId, Pick<Verdict, 'word'>>,
  criteria: Criteria,
) {
  const possible = candidates.flatMap(({ design, view }) =>
    view === null ? [] : [verdicts.get(design.id)].filter((one) => one !== undefined),
  );
  const refused = candidates.map((one) =>
    refusal(one, candidates[0]!, verdicts.get(one.design.id), possible),
  );
  const racing = candidates.filter((_, at) => refused[at] === undefined);
  const all = criteria.list.map((criterion) => judge(racing, criterion));
  const known = all.filter((one) => typeof one !== 'string');
  const list = known.map(({ criterion }) => criterion);
  const total = list.reduce((sum, { weight }) => sum + weight, 0);
  if (racing.length === 0 || total <= 0) return null;

  const weights = list.map(({ weight }) => weight / total);
  const judgedBy = list.map(({ id, measure, worst, best, agreedBy }, at) => {
    return { id, measure: measure.id, weight: weights[at]!, worst, best, agreedBy };
  });
  const [asIs] = racing;
  // Of what is assumed nobody knows that it gains nothing.
  const stays = racing.map(
    (one, at) =>
      one === asIs ||
      known.some(({ figures }) => figures[at]!.assumed) ||
      gains(judgedBy, one.measures(), asIs!.measures()),
  );
  const ranked = racing.filter((_, at) => stays[at]);
  const judged = known.map(({ criterion, figures }) => {
    return { criterion, figures: figures.filter((_, at) => stays[at]) };
  });
  const middles = middlesOf(judged);
  const winner = winnerOf(middles, weights);
  const construction = winnerWithout(judged, weights, ({ fixed }) => fixed);
  const assumption = winnerWithout(judged, weights, ({ assumed }) => assumed);
  const decides = ranked.length === 1 || (construction.winner === winner && assumption.criteria.length === 0);
  return {
    refused,
    all,
    list,
    weights,
    judgedBy,
    ranked,
    judged,
    middles,
    winner,
    construction,
    assumption,
    decides,
  };
}

/** Whether the ranking would decide with other verdicts: no weighting is drawn for it. */
export const decidesWith = (...race: Parameters<typeof raceOf>): boolean => raceOf(...race)?.decides === true;
