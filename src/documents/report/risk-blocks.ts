import { figureFormat } from '../../base/figures.ts';
import { listIfAny, type Part } from '../../render/block.ts';
import type { ReportedDesign, Risk } from '../../schema/documents/report.ts';

type Figure = Pick<Risk, 'today' | 'design'> & { readonly measure: string };

const figure = ({ measure, today, design }: Figure, { measures }: ReportedDesign): string => {
  if (today === null && design === null) return `${measure} cannot be measured`;
  const show = figureFormat([today, design], measures[measure]?.unit ?? '');
  return today === design ? `${measure} ${show(design)}` : `${measure} ${show(today)} → ${show(design)}`;
};

/** The figures that show a risk, then the facts. */
const evidence = ({ measure, today, design, more = [], facts = [] }: Risk, of: ReportedDesign): string =>
  [
    ...(measure === null ? [] : [figure({ measure, today, design }, of)]),
    ...more.map((one) => figure(one, of)),
    ...facts,
  ].join('; ');

const sentence = (risk: Risk, of: ReportedDesign): string => {
  const done = risk.covered ? 'Answered as done' : 'What helps';
  return `${risk.text} (${evidence(risk, of)}). ${done}: ${risk.remedy} (${risk.source})`;
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
