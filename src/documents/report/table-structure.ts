import { percent } from '../../base/figures.ts';
import { alternatives, counted } from '../../base/text.ts';
import { bullet, hanging, type Style } from '../../render/table-text.ts';
import type { ReportedDesign } from '../../schema/documents/report.ts';
import type { ReportedUnit } from '../../schema/documents/structure.ts';

/** Units, flows, and units in one flow shown at a terminal; the JSON report has all. */
const MOST_UNITS = 12;
const MOST_FLOWS = 4;
const MOST_IN_FLOW = 3;

const KINDS: Readonly<Record<string, string>> = {
  department: 'department',
  phase: 'phase',
  cluster: 'cluster',
  'common-service': 'common service',
  'centre-of-expertise': 'centre',
};

const readable = (id: string): string => id.replaceAll('-', ' ');

/** People and open seats of a unit, those of the units below counted. */
function sizes(units: readonly ReportedUnit[]): ReadonlyMap<string, { people: number; vacant: number }> {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const found = new Map(units.map(({ id }) => [id, { people: 0, vacant: 0 }]));
  for (const unit of units)
    for (let at: ReportedUnit | undefined = unit, guard = 0; at !== undefined && guard < 64; guard++) {
      const size = found.get(at.id)!;
      size.people += unit.people;
      size.vacant += unit.vacant;
      at = at.parent === null ? undefined : byId.get(at.parent);
    }
  return found;
}

type Measures = NonNullable<ReportedUnit['scorecard']>;

function measured({ metric, value, target, unit = '' }: Measures[number]): string {
  const isShare = unit.startsWith('fraction');
  const said = (figure: number) =>
    (isShare
      ? percent(figure) + unit.slice('fraction'.length)
      : `${figure.toLocaleString('en', { maximumFractionDigits: 2 })} ${unit}`
    ).trim();
  const goal = target === undefined ? '' : `, to be ${said(target)}`;
  return `${readable(metric)} ${value === undefined ? '' : said(value)}${goal}`;
}

/** What a unit answers for: the measures with a value, then those that nobody knows yet. */
function scorecardLines(measures: Measures): string[] {
  const known = measures.filter(({ value }) => value !== undefined).map(measured);
  const open = measures.filter(({ value }) => value === undefined).map(({ metric }) => readable(metric));
  const parts = [
    ...(known.length === 0 ? [] : [known.join('; ')]),
    ...(open.length === 0 ? [] : [`not known yet: ${alternatives(open, 'and')}`]),
  ];
  return parts.length === 0 ? [] : [`Measured by ${parts.join('; ')}.`];
}

function unitLines(
  unit: ReportedUnit,
  { people, vacant }: { people: number; vacant: number },
  style: Style,
): string[] {
  const open = vacant === 0 ? '' : ` and ${counted(vacant, 'open seat')}`;
  const led = unit.head === null ? '' : `, led by ${unit.headName ?? unit.head}`;
  const charter = unit.kind === 'cluster' ? unit.charter?.targetCustomers : undefined;
  const isDedicated = unit.serves.where !== undefined || unit.serves.ids !== undefined;
  const customers = isDedicated && charter === undefined ? `, ${counted(unit.serves.count, 'customer')}` : '';
  const lines = bullet(
    `${unit.name} (${KINDS[unit.kind] ?? unit.kind}): ${counted(people, 'person', 'people')}${open}${led}${customers}`,
    style,
  );
  const details = [...(charter === undefined ? [] : [charter]), ...scorecardLines(unit.scorecard ?? [])];
  return [...lines, ...details.flatMap((text) => hanging('    ', text, style.columns))];
}

/** Units by name, many of one kind by their number. */
function namesOf(units: ReadonlySet<ReportedUnit>): string {
  const list = [...units];
  if (list.length <= MOST_IN_FLOW)
    return alternatives(
      list.map(({ name }) => name),
      'and',
    );
  const kinds = new Set(list.map(({ kind }) => KINDS[kind] ?? kind));
  return counted(list.length, kinds.size === 1 ? [...kinds][0]! : 'unit');
}

/** Flows of the same content as one, with the units at both ends. */
function flowLines(design: Pick<ReportedDesign, 'structure' | 'flows'>, style: Style): string[] {
  const units = new Map(design.structure.map((unit) => [unit.id, unit]));
  const byContent = new Map<string, { from: Set<ReportedUnit>; to: Set<ReportedUnit> }>();
  for (const { from, to, what } of design.flows ?? []) {
    const ends = byContent.get(what) ?? { from: new Set(), to: new Set() };
    ends.from.add(units.get(from)!);
    ends.to.add(units.get(to)!);
    byContent.set(what, ends);
  }
  const lines = [...byContent]
    .slice(0, MOST_FLOWS)
    .flatMap(([what, { from, to }]) => bullet(`${namesOf(from)} → ${namesOf(to)}: ${what}`, style));
  const left = byContent.size - MOST_FLOWS;
  if (left > 0) lines.push(style.paint.dim(`  and ${counted(left, 'more flow')}, see --format json`));
  return lines.length === 0 ? [] : ['  What they let each other know:', ...lines];
}

const FIRST = ['cluster', 'phase', 'centre-of-expertise', 'common-service'];

/** The units that a design has at its top, what they answer for, and what they let each other know. */
export function structureLines(design: ReportedDesign, style: Style): string[] {
  const { structure } = design;
  const all = sizes(structure);
  // What the design makes comes first, each kind in the order in which it stands.
  const rank = ({ kind }: ReportedUnit) => (FIRST.includes(kind) ? FIRST.indexOf(kind) : FIRST.length);
  const top = structure
    .filter(({ parent, id }) => parent === null && id !== '')
    .sort((a, b) => rank(a) - rank(b));
  if (top.length === 0) return [];
  const left = top.length - MOST_UNITS;
  return [
    '  Its units:',
    ...top.slice(0, MOST_UNITS).flatMap((unit) => unitLines(unit, all.get(unit.id)!, style)),
    ...(left > 0 ? [style.paint.dim(`  and ${counted(left, 'more unit')}, see --format json`)] : []),
    ...flowLines(design, style),
  ];
}
