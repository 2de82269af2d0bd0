import { whole } from '../../base/figures.ts';
import { bullet, heading, type Style } from '../../render/table-text.ts';
import type { Report, ReportedDesign } from '../../schema/documents/report.ts';
import { riskLines } from './table-risks.ts';
import { structureLines } from './table-structure.ts';

const hires = ({ hires: wanted }: ReportedDesign): string[] => {
  const parts = Object.entries(wanted).map(([capability, count]) => `${whole(count)} ${capability}`);
  return parts.length === 0 ? [] : [`To hire: ${parts.join(', ')}.`];
};

const missing = ({ missing: lacks }: ReportedDesign): string[] =>
  lacks.map(
    ({ what, needed, available }) => `Lacks ${what}: ${whole(needed)} needed, ${whole(available)} there.`,
  );

/** What each design buys, costs and rests on, and the units it has. */
export const designSummaries = (report: Report, style: Style, asked: readonly string[] = []): string[] => {
  const risksOf = riskLines(
    report.designs.filter(({ id }) => asked.includes(id)),
    style,
  );
  return report.designs
    .map((design) => ({ design, sentences: [...design.summary, ...hires(design), ...missing(design)] }))
    .filter(({ sentences }) => sentences.length > 0)
    .flatMap(({ design, sentences }, index) => [
      ...(index === 0 ? [] : ['']),
      ...heading(design.id, design.name, style),
      ...sentences.flatMap((sentence) => bullet(sentence, style)),
      ...(design.id === 'as-is' ? [] : structureLines(design, style)),
      ...(asked.includes(design.id) ? risksOf(design) : []),
    ]);
};
