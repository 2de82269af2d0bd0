import type { Report, ReportedDesign } from '../../schema/documents/report.ts';

/** The design that is shown beside today's: the one that is recommended, or leads, or else clusters, or any; undefined where there is none. */
export function leadingDesign<Design extends Pick<ReportedDesign, 'id' | 'structure'>>({
  designs,
  answer,
  ranking,
}: Pick<Report, 'answer' | 'ranking'> & { readonly designs: readonly Design[] }): Design | undefined {
  const others = designs.filter(({ id, structure }) => id !== 'as-is' && structure.length > 0);
  const leading = answer.design ?? ranking?.winner;
  return others.find(({ id }) => id === leading) ?? others.find(({ id }) => id === 'cluster') ?? others[0];
}
