import type { Measure, MeasureResult } from '../../measures/measure.ts';
import type { Organisation } from '../../model/organisation.ts';
import { answerOf } from '../../model/practices.ts';
import type { Risk } from '../../schema/documents/report.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import { type KnownRisk, RISKS } from './known-risks.ts';
import type { DesignBesideToday } from './risk-facts.ts';

type Figures = ReadonlyMap<string, MeasureResult>;

/** A design that risks are looked for in, with the figures of it and of today that could show them. */
interface RiskCase extends DesignBesideToday {
  readonly design: { readonly id: DesignId };
  measures(): Figures;
}

interface FigurePair {
  readonly measure: string;
  readonly today: number | null;
  readonly design: number | null;
  readonly worse: boolean;
}

const figureIn = (taken: Figures, id: string): number | null => {
  const value = taken.get(id)?.value;
  return value === undefined || value === null || !Number.isFinite(value) ? null : value;
};

function compared({ id, better }: Measure, design: Figures, today: Figures): FigurePair {
  const [before, after] = [figureIn(today, id), figureIn(design, id)];
  // What changes is compared with no change at all.
  const from = id.startsWith('change.') ? (before ?? 0) : before;
  const worse =
    from !== null &&
    after !== null &&
    (better === 'higher' ? after < from : after > from) &&
    Math.abs(after - from) > 1e-9;
  return { measure: id, today: from, design: after, worse };
}

/** A risk of a design with what shows it. */
export interface ShownRisk {
  readonly known: KnownRisk;
  /** Figures that are worse than today; of a risk that is always told the first that it goes by. */
  readonly figures: readonly Omit<FigurePair, 'worse'>[];
  readonly facts: readonly string[];
}

/**
 * What the sources warn of in a design, each with the figures that are worse here than today and the facts that show it. A
 * risk that nothing shows is left out, but for those that are always told of a design that could be built; of an
 * impossible one there are only facts.
 */
export function shownRisks(measures: readonly Measure[], of: RiskCase, today: Figures): readonly ShownRisk[] {
  return RISKS.flatMap((known) => {
    if (!known.designs.includes(of.design.id)) return [];
    const figures = known.measures.flatMap((id) => {
      const measure = measures.find((one) => one.id === id);
      return measure === undefined ? [] : [compared(measure, of.measures(), today)];
    });
    const facts = known.fact?.(of) ?? [];
    const worse = figures.filter((figure) => figure.worse);
    const isTold = worse.length > 0 || facts.length > 0;
    if (!isTold && (known.always !== true || of.view === null)) return [];
    return [
      {
        known,
        figures: (isTold ? worse : figures.slice(0, 1)).map(({ worse: _, ...figure }) => figure),
        facts,
      },
    ];
  });
}

/** Whether the practices that cover a risk are all there; null where nobody has answered any that is missing. */
export function isCovered(
  { practices }: KnownRisk,
  answers: Pick<Organisation, 'practices'>,
): boolean | null {
  const given = practices.map((item) => answerOf(answers, item).answer);
  if (given.length === 0 || given.some((answer) => answer === 'no' || answer === 'partly')) return false;
  return given.every((answer) => answer === 'yes') ? true : null;
}

/** The risks of a design as the report has them. */
export const risksOf = (measures: readonly Measure[], of: RiskCase, today: Figures): readonly Risk[] =>
  shownRisks(measures, of, today).map(({ known, figures: [first, ...more], facts }) => {
    const { id, text, remedy, source } = known;
    return {
      id,
      text,
      ...(first ?? { measure: null, today: null, design: null }),
      ...(more.length > 0 ? { more } : {}),
      ...(facts.length > 0 ? { facts: [...facts] } : {}),
      remedy,
      covered: isCovered(known, of.today.organisation) === true,
      source,
    };
  });
