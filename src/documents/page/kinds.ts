import { type Chart, flat, type Part } from '../../render/block.ts';
import type { Report, ReportedDesign } from '../../schema/documents/report.ts';
import { DESIGN_NAMES } from '../../verdicts/design-names.ts';
import { type Drawing, drawnOf, drawnWithin, sourceOf } from './drawing.ts';
import { bridgePart, levelsPart, movesPart, servesPart, spansPart, unitsPart } from './figure-charts.ts';
import { matrixPart, rankingParts, stagesPart } from './option-charts.ts';
import { journeyPart } from './structure-charts.ts';
import { treePart } from './tree-chart.ts';

interface Subject {
  readonly report: Report;
  readonly source: string;
  readonly today: Drawing;
  /** The design that is drawn, which may be today's, or one unit of it. */
  readonly drawn: Drawing;
  readonly design: ReportedDesign;
  /** Begins a title: the unit or the organisation. */
  readonly name: string;
  readonly depth: number | undefined;
}

interface Kind {
  readonly draw: (subject: Subject) => Part | readonly Part[];
  /** What it takes beside the design. */
  readonly takes?: readonly ('unit' | 'depth')[];
  /** What it is drawn of, where that is not any one design: all of them, or one that is not today's. */
  readonly of?: 'all' | 'change';
}

/** Every kind of chart that stands alone. */
const KINDS: Readonly<Record<string, Kind>> = {
  org: {
    takes: ['unit', 'depth'],
    draw: ({ drawn, name, source, depth }) => treePart(drawn, `${name}: who leads whom`, source, depth),
  },
  journey: { draw: ({ design, source }) => journeyPart(design, source) },
  sankey: {
    of: 'change',
    draw: ({ today, drawn, design, source }) =>
      movesPart(today, drawn, `Where people go with ${DESIGN_NAMES[design.id].name}`, source),
  },
  moves: {
    of: 'change',
    draw: ({ today, drawn, design, source }) =>
      movesPart(
        today,
        drawn,
        `From today’s units to those of ${DESIGN_NAMES[design.id].name}`,
        source,
        'heat',
      ),
  },
  pyramid: {
    takes: ['unit', 'depth'],
    draw: ({ drawn, name, source, depth }) =>
      levelsPart(drawn, `${name}: people by how far they are from the top`, source, depth),
  },
  spans: {
    takes: ['unit', 'depth'],
    draw: ({ drawn, name, source, depth }) =>
      spansPart(drawn, `${name}: managers by level and number of direct reports`, source, depth),
  },
  units: {
    takes: ['unit'],
    draw: ({ drawn, name, source }) => unitsPart(drawn, `${name}: seats of each unit by skill`, source),
  },
  serves: {
    takes: ['unit'],
    draw: ({ drawn, name, source }) => servesPart(drawn, `${name}: seats by skill and unit`, source),
  },
  bridge: {
    of: 'change',
    draw: ({ today, drawn, source }) => bridgePart(today, drawn, 'Seats today, and what is added', source),
  },
  gantt: {
    of: 'change',
    draw: ({ design, source }) =>
      stagesPart(design, `The way to ${DESIGN_NAMES[design.id].name}, stage by stage`, source),
  },
  matrix: {
    of: 'all',
    draw: ({ report, source }) => matrixPart(report, source),
  },
  ranking: { of: 'all', draw: ({ report, source }) => rankingParts(report, source)[0] },
  weights: { of: 'all', draw: ({ report, source }) => rankingParts(report, source)[1] },
};

export const KIND_IDS: readonly string[] = Object.keys(KINDS);

/** Kinds that take this option. */
export const kindsThatTake = (option: 'unit' | 'depth'): string[] =>
  KIND_IDS.filter((id) => KINDS[id]!.takes?.includes(option) === true);

/** What a kind is drawn of, where that is not any one design. */
export const subjectOf = (kind: string): 'all' | 'change' | undefined => KINDS[kind]?.of;

/** The unit names that a chart can be drawn of. */
export const unitNames = ({ structure }: ReportedDesign): string[] => structure.map(({ name }) => name);

/** One chart of a report that has seats; undefined where its data are missing. */
export function chartOf(
  report: Report,
  kind: string,
  id: string,
  { unit, depth }: { readonly unit?: string | undefined; readonly depth?: number | undefined } = {},
): Chart | undefined {
  const design = report.designs.find((one) => one.id === id);
  const today = report.designs[0] === undefined ? null : drawnOf(report.designs[0]);
  const whole = design === undefined ? null : drawnOf(design, report.designs[0]);
  if (design === undefined || today === null || whole === null) return undefined;
  const ids = design.structure.filter(({ name }) => name === unit).map((one) => one.id);
  const drawn = unit === undefined ? whole : drawnWithin(whole, new Set(ids));
  const whose = unit ?? report.organisation.name;
  const name = design.id === 'as-is' ? whose : `${whose} with ${DESIGN_NAMES[design.id].name}`;
  const subject = { report, source: sourceOf(report), today, drawn, design, name, depth };
  return flat([KINDS[kind]?.draw(subject)]).find((part) => part.kind === 'chart');
}
