import type { Problem } from '../../base/errors.ts';
import type { SourceText } from '../../source/source-text.ts';
import type { CustomerInput } from '../input/customer.ts';
import type { TableInput as TableOptions } from '../input/organisation.ts';
import type { PersonInput } from '../input/person.ts';
import type { CustomerRows, PeopleRows, ReadingNote } from '../loaded.ts';
import { customerColumns, personColumns } from './columns.ts';
import { CustomersBuilder } from './customers-builder.ts';
import { PeopleBuilder } from './people-builder.ts';
import type { Problems } from './problems.ts';
import { readTable, type TableTarget } from './table.ts';
import type { YamlFile } from './yaml-file.ts';

/** Rows with the means to say where a field of one stands. */
export interface Placed<Rows> {
  readonly rows: Rows;
  problem(row: number, field: string, message: string, hint?: string): Problem;
  /** A problem with a field as such, where that has a place of its own, as a column has. */
  fieldProblem(field: string, row: number, message: string, hint?: string): Problem;
  /** False where some rows could not be read. */
  readonly complete: boolean;
}

export interface PlacedPeople extends Placed<PeopleRows> {
  readonly outside: ReadonlySet<string>;
}

const TWO_MANAGERS = 'either manager or managers, not both';

/** The people of a list in the YAML file. */
export function peopleOfList(
  list: readonly PersonInput[],
  asOf: string | undefined,
  file: YamlFile,
  problems: Problems,
): PlacedPeople {
  const builder = new PeopleBuilder(asOf);
  const indices: number[] = [];
  list.forEach((person, index) => {
    builder.add(person);
    const outcome = builder.commit(file.place(['people', index]).offset);
    if (outcome !== 'outside') indices.push(index);
    if (outcome === 'two-managers') {
      problems.add(`expected ${TWO_MANAGERS}`, () =>
        file.problem(
          ['people', index, 'managers'],
          `people: expected ${TWO_MANAGERS}.`,
          'Put the manager among the managers.',
          'key',
        ),
      );
    }
  });
  const problem: PlacedPeople['problem'] = (row, field, message, hint) =>
    file.problem(['people', indices[row] ?? 0, ...field.split('.')], message, hint);
  return {
    rows: builder.finish(file.source),
    outside: builder.outside,
    complete: true,
    problem,
    fieldProblem: (field, row, ...rest) => problem(row, field, ...rest),
  };
}

/** The customers of a list in the YAML file. */
export function customersOfList(
  list: readonly CustomerInput[],
  file: YamlFile,
  problems: Problems,
): Placed<CustomerRows> {
  const builder = new CustomersBuilder();
  list.forEach((customer, index) => {
    const fault = builder.add(customer, file.place(['customers', index]).offset);
    if (fault === undefined) return;
    problems.add(`expected ${fault.expected}`, () =>
      file.problem(
        ['customers', index, 'satisfaction'],
        `customers.satisfaction: expected ${fault.expected}.`,
        fault.hint,
      ),
    );
  });
  const pathOf = (row: number, field: string) => {
    const dot = field.indexOf('.');
    return ['customers', row, ...(dot === -1 ? [field] : [field.slice(0, dot), field.slice(dot + 1)])];
  };
  return {
    rows: builder.finish(file.source),
    complete: true,
    problem: (row, field, ...rest) => file.problem(pathOf(row, field), ...rest),
    fieldProblem: (field, row, message, hint) => file.problem(pathOf(row, field), message, hint, 'key'),
  };
}

interface TableFile {
  readonly source: SourceText;
  readonly options: TableOptions;
  readonly file: YamlFile;
  readonly problems: Problems;
  readonly notes: ReadingNote[];
  readonly capabilities: readonly string[];
}

/** The people of a CSV file. */
export function peopleOfTable(table: TableFile, asOf: string | undefined): PlacedPeople {
  const builder = new PeopleBuilder(asOf);
  const target: TableTarget = {
    get row() {
      return builder.row;
    },
    sink: (field) => builder.sink(field),
    commit: (offset) =>
      builder.commit(offset) === 'two-managers'
        ? { fault: { expected: TWO_MANAGERS }, field: 'managers' }
        : undefined,
  };
  const placed = read('people', table, target);
  return { ...placed(builder.finish(table.source)), outside: builder.outside };
}

/** The customers of a CSV file. */
export function customersOfTable(table: TableFile): Placed<CustomerRows> {
  const builder = new CustomersBuilder();
  const target: TableTarget = {
    get row() {
      return builder.row;
    },
    sink: (field) => builder.sink(field),
    commit(offset) {
      const fault = builder.commit(offset);
      return fault && { fault, field: 'satisfaction.score' };
    },
  };
  const placed = read('customers', table, target);
  return placed(builder.finish(table.source));
}

function read(what: 'people' | 'customers', table: TableFile, target: TableTarget) {
  const { source, options, file, problems, notes, capabilities } = table;
  const definitions = what === 'people' ? personColumns() : customerColumns();
  const places = readTable({
    source,
    target,
    problems,
    notes,
    rules: { definitions, columns: options.columns ?? {}, attributes: what === 'customers', capabilities },
    constants: new Map(
      Object.entries(options.constants ?? {}).map(([field, value]) => [field, String(value)]),
    ),
    entry: (of, field, message, hint) =>
      problems.add(`an entry of ${of}`, () => file.problem([what, of, field], message, hint)),
  });
  return <Rows extends { readonly offset: Float64Array }>(rows: Rows): Placed<Rows> => ({
    rows,
    complete: places.complete,
    problem: (row, field, ...rest) => source.problem(places.cell(rows.offset[row] ?? 0, field), ...rest),
    fieldProblem: (field, _row, ...rest) => source.problem(places.header(field), ...rest),
  });
}
