import type { Report, ReportedDesign } from '../../schema/documents/report.ts';
import type { DesignId } from '../../schema/input/designs.ts';

/** Clusters, and the matrix of them, where there is one only: a team with all the skills, and no division by customers (model section 9). */
export const withoutDivision = (
  designs: readonly Pick<ReportedDesign, 'id' | 'structure'>[],
): readonly DesignId[] =>
  designs.some(
    ({ id, structure }) =>
      id === 'cluster' && structure.filter(({ kind }) => kind === 'cluster').length === 1,
  )
    ? ['cluster', 'matrix']
    : [];

/** The design that is shown beside today's: the one that is recommended, or leads, or else clusters, or any; undefined where there is none. */
export function leadingDesign<Design extends Pick<ReportedDesign, 'id' | 'structure'>>({
  designs,
  answer,
  ranking,
}: Pick<Report, 'answer' | 'ranking'> & { readonly designs: readonly Design[] }): Design | undefined {
  const without = withoutDivision(designs);
  const others = designs.filter(
    ({ id, structure }) => id !== 'as-is' && structure.length > 0 && !without.includes(id),
  );
  const leading = answer.design ?? ranking?.winner;
  return others.find(({ id }) => id === leading) ?? others.find(({ id }) => id === 'cluster') ?? others[0];
}
