import { didYouMean, quoted, sample } from '../../base/text.ts';
import { type Fault, parseBoolean, parseChoice, parseList, parseNumber } from '../../schema/read/cells.ts';
import { parseDate } from '../../schema/read/dates.ts';
import { spreadsheetError } from '../table/spreadsheet-errors.ts';
import type { Reference } from './columns.ts';
import type { Column } from './tables.ts';
import type { AllLabels } from './workbook.ts';

/** A cell as a file is to have it: a value, undefined where the key goes; and as a text, by which it is compared. */
export interface CellMeaning {
  readonly text: string;
  readonly value: string | number | boolean | readonly string[] | undefined;
}

/** Why a cell cannot be used, as what follows its place: `"p99" is nobody of the file.` */
interface Refusal {
  readonly why: string;
}

const NOUNS: Readonly<Record<Reference, string>> = {
  person: 'is nobody of the file',
  unit: 'is no department of the file',
  capability: 'is no capability',
  customer: 'is no customer of the file',
};

/** A comma is the decimal mark where somebody's language has it. */
const STYLE = { decimalComma: true, groupingPoint: false };

const expected = ({ expected: what, hint }: Fault, text: string): Refusal => ({
  why: `expected ${what}, found ${quoted(text)}.${hint === undefined ? '' : ` ${hint}`}`,
});

const idsOf = (
  entries: readonly string[],
  refers: Reference,
  labels: AllLabels,
  open: boolean,
): string[] | Refusal => {
  const ids: string[] = [];
  for (const entry of entries) {
    const id = labels[refers].idOf(entry) ?? (open ? entry : undefined);
    if (id === undefined) {
      const known = labels[refers].known();
      const hint = didYouMean(entry, known) ?? (known.size <= 12 ? `There are ${sample([...known])}.` : '');
      return { why: `${quoted(entry)} ${NOUNS[refers]}. ${hint}`.trim() };
    }
    ids.push(id);
  }
  return ids;
};

/** What the ids of a column mean as they are; so what was wrong before is no change. */
export const sameText = (column: Column, text: string, labels: AllLabels): string => {
  const { refers, definition } = column;
  if (text === '') return column.otherwise ?? '';
  if (refers !== undefined) {
    const entries = several(column) ? parseList(text) : [text];
    return entries.map((entry) => labels[refers].idOf(entry) ?? entry).join(';');
  }
  if (definition.kind === 'list') return parseList(text).join(';');
  if (definition.kind === 'number') return numeric(text);
  if (definition.kind === 'boolean')
    return parseBoolean(text) === true ? 'yes' : parseBoolean(text) === false ? '' : text;
  if (definition.kind === 'choice') return text.toLowerCase();
  return column.key.startsWith('attributes.') ? numeric(text) : text;
};

const numeric = (text: string): string => {
  const number = Number(text);
  return Number.isFinite(number) && /^-?[\d.]+(?:e[+-]?\d+)?$/i.test(text) && !/^-?0\d/.test(text)
    ? String(Number(number.toPrecision(15)))
    : text;
};

const several = ({ key, definition }: Column): boolean => definition.kind === 'list' || key === 'owner';

/** @param open - Whether departments may be named that are not there yet. */
export function meaningOf(
  text: string,
  column: Column,
  labels: AllLabels,
  open: boolean,
): CellMeaning | Refusal {
  const { key, definition, refers } = column;
  const error = spreadsheetError(text);
  if (error !== undefined)
    return {
      why:
        error === 'error'
          ? `the cell holds the error ${text}.`
          : 'the cell holds a formula without a result.',
    };
  const same = sameText(column, text, labels);
  if (text === '' || same === column.otherwise) return { text: same, value: undefined };
  if (refers !== undefined) {
    const entries = several(column) ? parseList(text) : [text];
    const ids = idsOf(entries, refers, labels, open && refers === 'unit');
    if ('why' in ids) return ids;
    if (!several(column)) return { text: same, value: same };
    return {
      text: ids.join(';'),
      value: key === 'owner' && ids.length === 1 ? ids[0] : ids.length === 0 ? undefined : ids,
    };
  }
  const read = ((): string | number | boolean | readonly string[] | Fault => {
    if (definition.kind === 'number') return parseNumber(text, definition, STYLE);
    if (definition.kind === 'boolean') return parseBoolean(text);
    if (definition.kind === 'choice') return parseChoice(text, definition.choices);
    if (definition.kind === 'date') return parseDate(text);
    if (definition.kind === 'list') return parseList(text);
    // An attribute that is a number is written as one.
    return key.startsWith('attributes.') && same === String(Number(same)) ? Number(same) : text;
  })();
  if (typeof read === 'object' && 'expected' in read) return expected(read, text);
  if (read === false || (Array.isArray(read) && read.length === 0)) return { text: '', value: undefined };
  return { text: typeof read === 'number' ? String(read) : same, value: read };
}
