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

/** Whether a design is one of those that are not to be recommended. */
export const isRefused = (
  { id }: Pick<ReportedDesign, 'id'>,
  { refused }: Pick<Report['answer'], 'refused'>,
): boolean => refused.some(({ design }) => design === id);

/**
 * The design that is shown beside today's: the one that is recommended, or leads, or else of those that may be recommended the one
 * of most worth, or else clusters, or any; undefined where there is none.
 */
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
  const worth = ({ id }: Design) => ranking?.totals[id] ?? -1;
  const [best] = others.filter((one) => !isRefused(one, answer)).sort((a, b) => worth(b) - worth(a));
  return (
    others.find(({ id }) => id === leading) ?? best ?? others.find(({ id }) => id === 'cluster') ?? others[0]
  );
}
