import { type Zippable, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A cell is a text, a number, or the XML of its own in `xml`, in which `@` stands for its place. */
export type Cell = string | number | { readonly xml: string };

const cell = (value: Cell, row: number, column: number): string => {
  const at = `${String.fromCharCode(65 + column)}${row + 1}`;
  if (value === '') return '';
  if (typeof value === 'object') return value.xml.replaceAll('@', at);
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
};

export interface Parts {
  /** Attributes of a sheet in the list of sheets, by its name. */
  readonly sheet?: Readonly<Record<string, string>>;
  /** Attributes of rows of every sheet, by their number. */
  readonly row?: Readonly<Record<number, string>>;
  /** Behind the rows of every sheet. */
  readonly behind?: string;
  /** Of the whole workbook, as `date1904="1"`. */
  readonly properties?: string;
  /** Formats of the styles 1, 2 and so on. */
  readonly formats?: readonly string[];
  /** XML in place of parts, or beside them. */
  readonly parts?: Readonly<Record<string, string>>;
}

/** The bytes of a workbook with these sheets; `more` is put behind the rows of the last one. */
export const workbook = (
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
  more = '',
  { sheet = {}, row = {}, behind = '', properties = '', formats = [], parts = {} }: Parts = {},
): Uint8Array => {
  const names = Object.keys(sheets);
  const files: Zippable = {};
  const put = (path: string, xml: string) => {
    files[path] = Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${xml}`);
  };
  const relation = (id: number | string, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  put(
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
  );
  put(
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
  );
  put(
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr ${properties}/><sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" ${sheet[name] ?? ''} r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
  );
  put(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${PACKAGE}/relationships">${names.map((_, index) => relation(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join('')}${relation('Styles', 'styles', 'styles.xml')}${relation('Strings', 'sharedStrings', '/xl/sharedStrings.xml')}</Relationships>`,
  );
  const numFmts = formats.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code}"/>`);
  const xfs = formats.map((_, index) => `<xf numFmtId="${200 + index}"/>`);
  put(
    'xl/styles.xml',
    `<styleSheet xmlns="${MAIN}"><numFmts>${numFmts.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${xfs.join('')}</cellXfs></styleSheet>`,
  );
  names.forEach((name, index) => {
    const rows = sheets[name]!.map(
      (values, at) =>
        `<row r="${at + 1}" ${row[at + 1] ?? ''}>${values.map((value, column) => cell(value, at, column)).join('')}</row>`,
    );
    const last = index === names.length - 1 && more !== '' ? `<row r="${rows.length + 1}">${more}</row>` : '';
    put(
      `xl/worksheets/sheet${index + 1}.xml`,
      `<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}${last}</sheetData>${behind}</worksheet>`,
    );
  });
  for (const [path, xml] of Object.entries(parts)) files[path] = Buffer.from(xml);
  return zipSync(files);
};
