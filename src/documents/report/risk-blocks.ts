import { figureFormat } from '../../base/figures.ts';
import { listIfAny, type Part } from '../../render/block.ts';
import type { ReportedDesign, Risk } from '../../schema/documents/report.ts';
import { rowLabel } from '../answer/figures-in-words.ts';
import { lower } from './summary.ts';

type Figure = Pick<Risk, 'today' | 'design'> & { readonly measure: string };

/** A figure that shows a risk; none where it is no worse than it is today, or could be: it would speak against its own sentence. */
function figure({ measure, today, design }: Figure, { measures }: ReportedDesign): string[] {
  const label = rowLabel(measure);
  if (design === null) return today === null ? [`${lower(label)} cannot be measured`] : [];
  const { unit = '', better = 'none' } = measures[measure] ?? {};
  const best = unit === 'fraction' && better !== 'none' ? Number(better === 'higher') : undefined;
  if (today === null ? design === best : better === 'higher' ? design > today : design < today) return [];
  const show = figureFormat([today, design], unit);
  const before = today === null ? '' : today === design ? ', as today' : `, today ${show(today)}`;
  return [`${lower(label)} ${show(design)}${before}`];
}

/** The figures that show a risk, then the facts. */
const evidence = ({ measure, today, design, more = [], facts = [] }: Risk, of: ReportedDesign): string =>
  [
    ...(measure === null ? [] : figure({ measure, today, design }, of)),
    ...more.flatMap((one) => figure(one, of)),
    ...facts,
  ].join('; ');

const sentence = (risk: Risk, of: ReportedDesign): string => {
  const done = risk.covered ? 'Answered as done' : 'What helps';
  const shown = evidence(risk, of);
  return `${risk.text}${shown === '' ? '' : ` (${shown})`}. ${done}: ${risk.remedy} (${risk.source})`;
};

const toldAs = ({ id, facts = [] }: Risk): string => [id, ...facts].join('\n');

/** What the sources warn of in each design; what facts alone show alike in several is told with the first. */
export function risksPart(designs: readonly ReportedDesign[]): (design: ReportedDesign) => Part {
  const first = new Map<string, ReportedDesign>();
  for (const design of designs)
    for (const risk of design.risks ?? [])
      if (risk.measure === null && !first.has(toldAs(risk))) first.set(toldAs(risk), design);
  return (design) => {
    const own = (design.risks ?? []).filter((risk) => (first.get(toldAs(risk)) ?? design) === design);
    return listIfAny(
      own.map((risk) => sentence(risk, design)),
      { title: 'Its risks:' },
    );
  };
}
