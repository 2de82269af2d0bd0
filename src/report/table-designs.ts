import type { Report, ReportedDesign } from '../schema/report.ts';
import { figureFormat, whole } from './table-figures.ts';
import { structureLines } from './table-structure.ts';
import { bullet, heading, type Style } from './table-text.ts';

const hires = ({ hires: wanted }: ReportedDesign): string[] => {
  const parts = Object.entries(wanted).map(([capability, count]) => `${whole(count)} ${capability}`);
  return parts.length === 0 ? [] : [`To hire: ${parts.join(', ')}.`];
};

const missing = ({ missing: lacks }: ReportedDesign): string[] =>
  lacks.map(
    ({ what, needed, available }) => `Lacks ${what}: ${whole(needed)} needed, ${whole(available)} there.`,
  );

/** What the sources warn of in the design, with the figure that shows it here. */
const riskLines = ({ risks = [], measures }: ReportedDesign, style: Style): string[] => {
  if (risks.length === 0) return [];
  const lines = risks.flatMap(({ text, measure, today, design, remedy, covered, source }) => {
    const show = figureFormat([today, design], measures[measure]?.unit ?? '');
    const done = covered ? 'Answered as done' : 'What helps';
    return bullet(
      `${text} (${measure} ${show(today)} → ${show(design)}). ${done}: ${remedy} (${source})`,
      style,
    );
  });
  return ['  Its risks:', ...lines];
};

/** What each design buys, costs and rests on, and the units it has. */
export const designSummaries = (report: Report, style: Style, asked: readonly string[] = []): string[] =>
  report.designs
    .map((design) => ({ design, sentences: [...design.summary, ...hires(design), ...missing(design)] }))
    .filter(({ sentences }) => sentences.length > 0)
    .flatMap(({ design, sentences }, index) => [
      ...(index === 0 ? [] : ['']),
      ...heading(design.id, design.name, style),
      ...sentences.flatMap((sentence) => bullet(sentence, style)),
      ...(design.id === 'as-is' ? [] : structureLines(design, style)),
      ...(asked.includes(design.id) ? riskLines(design, style) : []),
    ]);
