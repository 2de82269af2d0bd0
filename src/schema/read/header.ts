import { closest, didYouMean, folded, quoted, sample } from '../../base/text.ts';
import type { ColumnDefinition } from './columns.ts';
import { whoHasLeft } from './who-has-left.ts';

/** A field that a file has, with the column it stands in; or undefined for the same value in every row. */
export interface BoundColumn {
  readonly definition: ColumnDefinition;
  readonly index: number;
}

/** What is said of a column or of an entry of `columns`; index -1 is the header as a whole. */
export interface HeaderReport {
  problem(index: number, message: string, hint?: string): void;
  /** On an entry of `columns` or `constants` in the YAML file. */
  entry(of: 'columns' | 'constants', field: string, message: string, hint?: string): void;
  /** `doubt` is what may be meant instead. */
  note(index: number, message: string, doubt?: string): void;
  /** The first text of a column that is as asked. */
  someText(index: number, isAsked: (text: string) => boolean): string | undefined;
}

export interface HeaderRules {
  readonly definitions: readonly ColumnDefinition[];
  readonly columns: Readonly<Record<string, string>>;
  readonly constants: readonly string[];
  /** Whether a column that is no field is an attribute. */
  readonly attributes: boolean;
  readonly capabilities: readonly string[];
}

/** The definition of a field, `effort.sales` and `attributes.industry` included. */
function definitionOf(field: string, definitions: readonly ColumnDefinition[]): ColumnDefinition | undefined {
  const exact = definitions.find((definition) => definition.field === field && !field.endsWith('*'));
  if (exact !== undefined) return exact;
  const open = definitions.find(
    (definition) => definition.field.endsWith('.*') && field.startsWith(definition.field.slice(0, -1)),
  );
  return open === undefined || field.length < open.field.length ? undefined : { ...open, field };
}

/** Which column each field stands in, as `columns` says (in none, if it says '') or else as the header does. */
export function matchHeader(
  header: readonly string[],
  rules: HeaderRules,
  report: HeaderReport,
): BoundColumn[] {
  const bound = new Map<string, BoundColumn>();
  const taken = new Set<number>();
  const unwanted = new Set<string>();
  reportRepeated(header, report);
  for (const [field, title] of Object.entries(rules.columns)) {
    const definition = fieldOf(field, rules, report);
    const index = findTitle(header, title);
    if (definition !== undefined && title === '') unwanted.add(definition.field);
    else if (index === -1) {
      const hint = didYouMean(title, header) ?? `The file has: ${sample(header)}.`;
      report.entry('columns', field, `The file has no column ${quoted(title)}.`, hint);
    } else if (definition !== undefined) {
      bound.set(definition.field, { definition, index });
      taken.add(index);
    }
  }
  header.forEach((title, index) => {
    if (taken.has(index)) return;
    const definition = byTitle(title, rules);
    if (title === '') report.note(index, `Column ${index + 1} has no header and is not used.`);
    else if (definition === undefined) noteUnused(index, title, rules, bound, report);
    else if (unwanted.has(definition.field))
      report.note(index, `The column ${quoted(title)} is not used, as \`columns\` says.`);
    else if (bound.has(definition.field)) {
      const other = quoted(header[bound.get(definition.field)!.index]!);
      if (Object.hasOwn(rules.columns, definition.field))
        report.note(
          index,
          `The column ${quoted(title)} is not used: \`columns\` takes ${definition.field} from ${other}.`,
        );
      else
        report.problem(
          index,
          `The columns ${other} and ${quoted(title)} both hold ${definition.field}.`,
          `Say which in \`columns: { ${definition.field}: … }\`.`,
        );
    } else bound.set(definition.field, { definition, index });
  });
  for (const field of rules.constants) {
    if (bound.has(field))
      report.entry(
        'constants',
        field,
        `${quoted(field)} is given as a constant and as a column.`,
        'Remove one of them.',
      );
  }
  return [...bound.values()];
}

/** The definition of a field named in `columns` or `constants`; what is no field is an attribute, where there are some. */
function fieldOf(
  field: string,
  rules: HeaderRules,
  report: HeaderReport,
  of: 'columns' | 'constants' = 'columns',
): ColumnDefinition | undefined {
  const known = definitionOf(field, rules.definitions);
  if (known !== undefined) return known;
  const fields = rules.definitions.map((definition) => definition.field);
  const meant = closest(field, fields);
  if (rules.attributes && meant === undefined) return definitionOf(`attributes.${field}`, rules.definitions);
  const hint =
    meant === undefined
      ? `Fields: ${fields.join(', ')}.`
      : `Did you mean ${quoted(meant)}?${rules.attributes ? ` An attribute of that name is written attributes.${field}.` : ''}`;
  report.entry(of, field, `${quoted(field)} is no field.`, hint);
  return undefined;
}

export function constantFields(rules: HeaderRules, report: HeaderReport): Map<string, ColumnDefinition> {
  const found = new Map<string, ColumnDefinition>();
  for (const field of rules.constants) {
    const definition = fieldOf(field, rules, report, 'constants');
    if (definition?.field === 'id')
      report.entry('constants', field, 'The id cannot be the same in every row.');
    else if (definition !== undefined) found.set(field, definition);
  }
  return found;
}

function byTitle(title: string, rules: HeaderRules): ColumnDefinition | undefined {
  const exact = definitionOf(title, rules.definitions);
  if (exact !== undefined) return exact;
  const key = folded(title);
  const alike = rules.definitions.find(({ field }) => !field.endsWith('*') && folded(field) === key);
  if (alike !== undefined) return alike;
  if (!rules.attributes) return undefined;
  const capability = /^effort[\s._:/-]+(.+)$/i.exec(title)?.[1];
  if (capability !== undefined) {
    const known = rules.capabilities.find((id) => folded(id) === folded(capability)) ?? capability;
    return definitionOf(`effort.${known}`, rules.definitions);
  }
  return definitionOf(`attributes.${title}`, rules.definitions);
}

function findTitle(header: readonly string[], title: string): number {
  const exact = header.indexOf(title.trim().normalize('NFC'));
  if (exact !== -1) return exact;
  const key = folded(title);
  return key === '' ? -1 : header.findIndex((name) => folded(name) === key);
}

function reportRepeated(header: readonly string[], report: HeaderReport): void {
  const seen = new Map<string, number>();
  header.forEach((title, index) => {
    const first = seen.get(title);
    if (title !== '' && first !== undefined) {
      report.problem(
        index,
        `The header ${quoted(title)} stands twice: in columns ${first + 1} and ${index + 1}.`,
        'Rename or remove one of the columns.',
      );
    } else seen.set(title, index);
  });
}

/** Notes a column that is not used; where it is close to a field that no column has, that may be meant. */
function noteUnused(
  index: number,
  title: string,
  { definitions, attributes }: HeaderRules,
  bound: ReadonlyMap<string, unknown>,
  report: HeaderReport,
): void {
  const left = attributes ? undefined : report.someText(index, whoHasLeft(title));
  if (left !== undefined) {
    report.note(
      index,
      `The column ${quoted(title)} is not used, though it holds ${quoted(left)}: whoever has left counts as there. Take them out, or read the file with orgdesign import.`,
      `${quoted(title)} (${quoted(left)}: has somebody left?)`,
    );
    return;
  }
  const meant = closest(
    title,
    definitions.map(({ field }) => field),
  );
  const hint = meant === undefined ? '' : ` Did you mean ${quoted(meant)}?`;
  const doubt = meant === undefined || bound.has(meant) ? undefined : `${quoted(title)} (${meant}?)`;
  report.note(index, `The column ${quoted(title)} is not used.${hint}`, doubt);
}
