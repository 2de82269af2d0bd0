import type { Page } from '../../schema/documents/page.ts';
import { type Column, csvOf } from '../../write/csv.ts';

type Value = string | number | boolean | null | undefined;
type Row = Readonly<Record<string, Value>>;

const columns = (names: readonly string[]): Column<Row>[] =>
  names.map((name) => ({
    header: name,
    always: true,
    cell: (row) => (row[name] === null || row[name] === undefined ? '' : String(row[name])),
  }));

/** One row for each design and measure. */
export const figures = ({ report }: Page): string =>
  csvOf(
    report.designs.flatMap(({ id, measures }) =>
      Object.entries(measures).map(([measure, one]): Row => ({ design: id, measure, ...one }) as Row),
    ),
    columns([
      'design',
      'measure',
      'value',
      'byRevenue',
      'shown',
      'unit',
      'better',
      'coverage',
      'assumedShare',
      'reason',
    ]),
  );

const units = ({ report }: Page): string =>
  csvOf(
    report.designs.flatMap(({ id, structure }) =>
      structure.map(
        ({ serves, ...unit }): Row =>
          ({ ...unit, design: id, unit: unit.id, serves: serves.count }) as unknown as Row,
      ),
    ),
    columns([
      'design',
      'unit',
      'name',
      'kind',
      'parent',
      'head',
      'people',
      'vacant',
      'serves',
      'phase',
      'capability',
    ]),
  );

const SEAT = ['unit', 'boss', 'capability', 'title', 'fte', 'new', 'vacant', 'displaced', 'from', 'newBoss'];

const seats = ({ report }: Page, moved: boolean): string =>
  csvOf(
    report.designs.flatMap(({ id, seats: all = [] }) =>
      all
        .filter(({ from, newBoss, new: added }) => !moved || from !== null || newBoss || added)
        .map((seat): Row => ({ ...seat, design: id, person: seat.id })),
    ),
    columns(['design', 'person', ...(hasNames({ report }) ? ['name'] : []), ...SEAT]),
  );

const hasNames = ({ report }: Pick<Page, 'report'>): boolean =>
  report.designs.some(({ seats: all }) => all?.some(({ name }) => name !== undefined) === true);

/** Tidy tables for whoever goes on working with them. */
export const furtherTables = (made: Page): Readonly<Record<string, string>> => ({
  units: units(made),
  people: seats(made, false),
  moves: seats(made, true),
});
