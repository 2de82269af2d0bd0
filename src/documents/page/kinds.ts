import { type Chart, flat, type Part } from '../../render/block.ts';
import type { Report, ReportedDesign } from '../../schema/documents/report.ts';
import { DESIGN_NAMES } from '../../verdicts/design-names.ts';
import { type Drawn, drawnOf, sourceOf } from './drawn.ts';
import { bridgePart, levelsPart, movesPart, rankingParts, servesPart, unitsPart } from './figure-charts.ts';
import { journeyPart, treePart } from './structure-charts.ts';

interface Subject {
  readonly report: Report;
  readonly source: string;
  readonly today: Drawn;
  /** The design that is drawn, which may be today's. */
  readonly drawn: Drawn;
  readonly design: ReportedDesign;
  readonly unit: string | undefined;
}

/** Every kind of chart that stands alone. */
const KINDS: Readonly<Record<string, (subject: Subject) => Part | readonly Part[]>> = {
  org: ({ drawn, source, unit, report }) =>
    treePart(
      drawn,
      unit === undefined ? `${report.organisation.name}: who leads whom` : `${unit}: who leads whom`,
      source,
      unit,
    ),
  journey: ({ design, source }) => journeyPart(design, source),
  sankey: ({ today, drawn, design, source }) =>
    movesPart(today, drawn, `Where people go with ${DESIGN_NAMES[design.id].name}`, source),
  pyramid: ({ drawn, source }) => levelsPart(drawn, 'People by how far they are from the top', source),
  units: ({ drawn, source }) => unitsPart(drawn, 'Seats of each unit by skill', source),
  serves: ({ drawn, source }) => servesPart(drawn, 'Seats by skill and unit', source),
  bridge: ({ today, drawn, source }) => bridgePart(today, drawn, 'Seats today, and what is added', source),
  ranking: ({ report, source }) => rankingParts(report, source)[0],
  weights: ({ report, source }) => rankingParts(report, source)[1],
};

export const KIND_IDS: readonly string[] = Object.keys(KINDS);

/** The unit names that an organisation chart can be drawn of. */
export const unitNames = ({ design }: { readonly design: ReportedDesign }): string[] =>
  design.structure.map(({ name }) => name);

/** One chart of a report that has seats; undefined where its data are missing. */
export function chartOf(report: Report, kind: string, id: string, unit?: string): Chart | undefined {
  const design = report.designs.find((one) => one.id === id);
  const today = report.designs[0] === undefined ? null : drawnOf(report.designs[0]);
  const drawn = design === undefined ? null : drawnOf(design);
  if (design === undefined || today === null || drawn === null) return undefined;
  const parts = flat([KINDS[kind]?.({ report, source: sourceOf(report), today, drawn, design, unit })]);
  return parts.find((part) => part.kind === 'chart');
}
