import type { Measure } from '../../measures/measure.ts';
import { answerOf } from '../../model/practices.ts';
import type { Risk } from '../../schema/documents/report.ts';
import type { Candidate, Figures } from '../../verdicts/candidate.ts';
import { RISKS } from './known-risks.ts';

interface Shown {
  readonly measure: string;
  readonly today: number | null;
  readonly design: number | null;
  readonly worse: boolean;
}

const figureIn = (taken: Figures, id: string): number | null => {
  const value = taken.get(id)?.value;
  return value === undefined || value === null || !Number.isFinite(value) ? null : value;
};

function shownBy({ id, better }: Measure, design: Figures, today: Figures): Shown {
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

/**
 * What the sources warn of in a design, each with the figures that are worse here than today and the facts that show it. A
 * risk that nothing shows is left out, but for those that are always told of a design that could be built; of an
 * impossible one there are only facts.
 */
export function risksOf(measures: readonly Measure[], of: Candidate, today: Figures): readonly Risk[] {
  return RISKS.flatMap((known) => {
    if (!known.designs.includes(of.design.id)) return [];
    const figures = known.measures.flatMap((id) => {
      const measure = measures.find((one) => one.id === id);
      return measure === undefined ? [] : [shownBy(measure, of.measures(), today)];
    });
    const facts = known.fact?.(of) ?? [];
    const worse = figures.filter((figure) => figure.worse);
    const isTold = worse.length > 0 || facts.length > 0;
    if (!isTold && (known.always !== true || of.view === null)) return [];
    const [first, ...more] = (isTold ? worse : figures.slice(0, 1)).map(({ measure, today, design }) => ({
      measure,
      today,
      design,
    }));
    const { id, text, remedy, source } = known;
    const covered =
      known.practices.length > 0 &&
      known.practices.every((item) => answerOf(of.today.organisation, item).answer === 'yes');
    return [
      {
        id,
        text,
        ...(first ?? { measure: null, today: null, design: null }),
        ...(more.length > 0 ? { more } : {}),
        ...(facts.length > 0 ? { facts: [...facts] } : {}),
        remedy,
        covered,
        source,
      },
    ];
  });
}
