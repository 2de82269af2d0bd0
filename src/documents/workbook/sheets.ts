import { viewOf } from '../../model/view.ts';
import type { Diff, DiffReport } from '../../schema/documents/diff.ts';
import type { ReportedFinding } from '../../schema/documents/finding.ts';
import type { CellValue, Sheet, SheetColumn } from '../../write/xlsx/sheet.ts';
import { comparableFindings } from '../diff/comparable-findings.ts';
import { buildDiff } from '../diff/report.ts';
import type { Structure } from '../structure.ts';

/** Headings and rows as a sheet; figures where the first row with anything has one. */
const sheet = (
  name: string,
  headings: readonly string[],
  rows: readonly (readonly (CellValue | null)[])[],
): Sheet => ({
  name,
  columns: headings.map((heading, at): SheetColumn => {
    const first = rows.find((row) => row[at] !== '' && row[at] !== null)?.[at];
    return { heading, kind: typeof first === 'number' ? 'number' : 'text' };
  }),
  rows: rows.map((row) => row.map((cell) => cell ?? '')),
});

const measuresSheet = ({ measures, change, after }: DiffReport): Sheet => {
  const { design } = after;
  const better = { lower: 'lower', higher: 'higher', none: '' } as const;
  const headings = [
    'Measure',
    'Unit',
    'Better',
    'Today',
    ...(design === undefined ? [] : [design.name, 'Verdict']),
    'Reason',
    'Id',
  ];
  const rows = measures.map((one) => {
    // As tables of evaluate and diff have it.
    const byRevenue = one.shown === 'revenue' ? one.byRevenue : undefined;
    const { before, after: then } = byRevenue ?? one;
    return [
      one.label,
      byRevenue ? `${one.unit}, by revenue` : one.unit,
      better[one.better],
      before,
      ...(design === undefined ? [] : [then, before === null && then === null ? '' : one.verdict]),
      one.reason ?? '',
      one.id,
    ];
  });
  const changes = change.map((one) => [one.label, one.unit, '', '', one.value, '', one.reason ?? '', one.id]);
  return sheet('Measures', headings, design === undefined ? rows : [...rows, ...changes]);
};

const findingsSheet = (findings: readonly ReportedFinding[]): Sheet =>
  sheet(
    'Findings',
    ['Severity', 'Rule', 'Message', 'Value', 'Limit', 'Places', 'About', 'Id', 'File', 'Line'],
    findings.map(({ severity, rule, message, value, limit, count, entity, at }) => [
      severity,
      rule,
      message,
      value,
      limit,
      count,
      entity.kind,
      entity.id,
      at.file,
      at.line,
    ]),
  );

interface Ref {
  readonly id: string;
  readonly name?: string | undefined;
}

const shown = (one: Ref | null): string => (one === null ? '' : (one.name ?? one.id));

/** What happens to somebody or to a seat, with where it was and will be. */
const movesSheet = ({ people, seats }: Diff, titles: ReadonlyMap<string, string>, named: boolean): Sheet => {
  const bosses = new Map(people.newManager.map((one) => [one.person.id, one]));
  const row = (what: string, { id, name }: Ref, from: Ref | null, to: Ref | null): CellValue[] => {
    const boss = bosses.get(id);
    return [
      what,
      id,
      ...(named ? [name ?? ''] : []),
      titles.get(id) ?? '',
      shown(from),
      shown(to),
      shown(boss?.from ?? null),
      shown(boss?.to ?? null),
    ];
  };
  const moved = new Set(people.moved.map(({ person }) => person.id));
  return sheet(
    'Moves',
    ['What', 'Id', ...(named ? ['Name'] : []), 'Title', 'From unit', 'To unit', 'From manager', 'To manager'],
    [
      ...people.moved.map(({ person, from, to }) => row('moves', person, from, to)),
      ...people.newManager
        .filter(({ person }) => !moved.has(person.id))
        .map(({ person }) => row('new manager', person, null, null)),
      ...seats.opened.map(({ seat, unit }) => row('seat opens', seat, null, unit)),
      ...seats.closed.map(({ seat, unit }) => row('seat closes', seat, unit, null)),
    ],
  );
};

/** Sheets that only show: the measures, the findings, and who moves. @param today - Of the same file, as it stands. */
export function shownSheets(
  today: Structure,
  structure: Structure,
  options: { names: boolean; version: string },
): readonly Sheet[] {
  const { organisation, design } = structure;
  const diff = buildDiff(today, structure, options);
  const findings = comparableFindings(
    { organisation, design, sameDesign: true, names: options.names },
    viewOf,
  );
  const { people } = organisation;
  const titles = new Map(people.id.map((id, seat) => [id, people.title[seat]!]));
  return [measuresSheet(diff), findingsSheet(findings), movesSheet(diff, titles, options.names)];
}
