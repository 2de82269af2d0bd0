import { widthOf } from '../../base/width.ts';
import { type Kind, styleOf } from './styles.ts';
import { xmlText } from './xml.ts';

/** Of a cell, in Excel. */
const LONGEST_TEXT = 32_767;
const [NARROWEST, WIDEST] = [7, 48];
/** Rows whose texts say how wide a column is to be. */
const LOOKED_AT = 500;
/** Rows below the last one that what may be entered is told for as well. */
const FURTHER_ROWS = 500;

/** Text, a number, a day as 2026-01-31 in a column of days; '' is empty. */
export type CellValue = string | number;

export interface SheetColumn {
  readonly heading: string;
  readonly kind: Kind;
  /** Whether its cells can be changed while the sheet is protected. */
  readonly editable?: boolean;
  readonly hidden?: boolean;
  /** What may be entered: one of a list that stands in a sheet, as `Lists!$A$2:$A$9`; `open` where others are allowed as well. */
  readonly choices?: { readonly range: string; readonly open?: boolean };
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface Sheet {
  readonly name: string;
  readonly hidden?: boolean;
  /** Nothing but data, as those of a chart are: nothing is locked, filtered or held in view. */
  readonly dataOnly?: boolean;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Columns that stay in view beside the head. */
  readonly frozen?: number;
}

/** The letters of a column, 0 for A. */
export const letters = (index: number): string =>
  (index < 26 ? '' : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

/** The cells of a sheet with its head, for a filter: `A1:C9`. */
export const extentOf = ({ columns, rows }: Sheet): string =>
  `A1:${letters(columns.length - 1)}${rows.length + 1}`;

/** Days since 1899-12-30, as Excel counts those from 1 March 1900; undefined before, where it is a day wrong. */
const serialOf = (day: string): number | undefined => {
  const time = Date.parse(`${day}T00:00:00Z`);
  const serial = time / 86_400_000 + 25_569;
  return /^\d{4}-\d\d-\d\d$/.test(day) && serial > 60 ? serial : undefined;
};

const cellXml = (
  place: string,
  value: CellValue,
  column: SheetColumn,
  text: (one: string) => number,
): string => {
  const { kind, editable = false } = column;
  if (value === '') return editable ? `<c r="${place}" s="${styleOf(kind, editable)}"/>` : '';
  const number = typeof value === 'number' ? value : kind === 'date' ? serialOf(value) : undefined;
  if (number !== undefined && Number.isFinite(number))
    return `<c r="${place}" s="${styleOf(kind, editable)}"><v>${number}</v></c>`;
  const cut = String(value).slice(0, LONGEST_TEXT);
  // What could be a formula once it is edited again stays text.
  const style = styleOf(kind, editable, /^[=+\-@]/.test(cut));
  return `<c r="${place}" t="s" s="${style}"><v>${text(cut)}</v></c>`;
};

const widthFor = (index: number, { columns, rows }: Sheet): number => {
  let width = widthOf(columns[index]!.heading) + 4;
  for (let row = 0; row < Math.min(rows.length, LOOKED_AT); row++)
    width = Math.max(width, widthOf(String(rows[row]![index] ?? '')) + 2);
  return Math.min(WIDEST, Math.max(NARROWEST, width));
};

const validation = (at: number, { choices, kind, minimum, maximum }: SheetColumn, rows: number): string => {
  const where = `sqref="${letters(at)}2:${letters(at)}${rows + 1 + FURTHER_ROWS}"`;
  if (choices !== undefined) {
    const style = choices.open === true ? 'errorStyle="warning" ' : '';
    return `<dataValidation type="list" ${style}allowBlank="1" showErrorMessage="1" errorTitle="Not in the list" error="Take one of the list." ${where}><formula1>${xmlText(choices.range)}</formula1></dataValidation>`;
  }
  if (kind !== 'number' || minimum === undefined) return '';
  const [operator, second] =
    maximum === undefined ? ['greaterThanOrEqual', ''] : ['between', `<formula2>${maximum}</formula2>`];
  const error =
    maximum === undefined ? `A number of at least ${minimum}.` : `A number from ${minimum} to ${maximum}.`;
  return `<dataValidation type="decimal" operator="${operator}" allowBlank="1" showErrorMessage="1" errorTitle="Not a number that fits" error="${error}" ${where}><formula1>${minimum}</formula1>${second}</dataValidation>`;
};

const PROTECTION =
  '<sheetProtection sheet="1" formatCells="0" formatColumns="0" formatRows="0" insertRows="0" deleteRows="0" sort="0" autoFilter="0"/>';

/** The XML of a sheet; `text` gives the index of a shared text. */
export function sheetXml(sheet: Sheet, text: (one: string) => number, selected: boolean): string {
  const { columns, rows, frozen = 0, dataOnly = false } = sheet;
  const names = columns.map((_, index) => letters(index));
  const body = rows.map((row, at) => {
    let line = '';
    for (let index = 0; index < columns.length; index++)
      line += cellXml(names[index]! + (at + 2), row[index] ?? '', columns[index]!, text);
    return `<row r="${at + 2}">${line}</row>`;
  });
  const heads = columns.map(({ heading }, index) =>
    cellXml(`${names[index]!}1`, heading, { heading: '', kind: 'head' }, text),
  );
  const head = `<row r="1">${heads.join('')}</row>`;
  const corner = letters(frozen) + 2;
  const pane =
    frozen > 0
      ? `xSplit="${frozen}" ySplit="1" topLeftCell="${corner}" activePane="bottomRight"`
      : 'ySplit="1" topLeftCell="A2" activePane="bottomLeft"';
  const validations = columns.map((column, index) => validation(index, column, rows.length)).filter(Boolean);
  const cols = columns.map((column, index) => {
    const { kind, editable = false, hidden } = column;
    return `<col min="${index + 1}" max="${index + 1}" width="${widthFor(index, sheet)}" style="${styleOf(kind, editable)}" customWidth="1"${hidden === true ? ' hidden="1"' : ''}/>`;
  });
  return [
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="${extentOf(sheet)}"/>`,
    `<sheetViews><sheetView workbookViewId="0"${selected ? ' tabSelected="1"' : ''}>${dataOnly ? '' : `<pane ${pane} state="frozen"/>`}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${cols.join('')}</cols>`,
    `<sheetData>${head}${body.join('')}</sheetData>`,
    dataOnly ? '' : `${PROTECTION}<autoFilter ref="${extentOf(sheet)}"/>`,
    validations.length === 0
      ? ''
      : `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>`,
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    '</worksheet>',
  ].join('');
}
