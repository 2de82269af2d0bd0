import { MAIN, OFFICE, PACKAGE, TYPE } from '../../write/xlsx/workbook.ts';
import { XML_HEAD } from '../../write/xlsx/xml.ts';
import { escaped } from '../chart/svg.ts';
import { packed } from './archive.ts';

/** What opens where somebody edits the data of a chart: the categories, then a column for each series. */
interface ChartTable {
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** Programs read `_x0041_` in these texts as a letter. */
export const inCell = (text: string): string => escaped(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

/** `A`, `B`, … `AA` */
export const columnName = (nth: number): string =>
  (nth >= 26 ? columnName(Math.floor(nth / 26) - 1) : '') + String.fromCharCode(65 + (nth % 26));

const text = (column: number, row: number, content: string): string =>
  `<c r="${columnName(column)}${row}" t="inlineStr"><is><t xml:space="preserve">${inCell(content)}</t></is></c>`;

/** Texts stand in it as texts, whatever they begin with. */
export function workbookOf({ categories, series }: ChartTable): Uint8Array {
  const head = `<row r="1">${text(0, 1, '')}${series.map(({ name }, at) => text(at + 1, 1, name)).join('')}</row>`;
  const rows = categories.map(
    (category, at) =>
      `<row r="${at + 2}">${text(0, at + 2, category)}${series.map(({ values }, nth) => `<c r="${columnName(nth + 1)}${at + 2}"><v>${values[at] ?? 0}</v></c>`).join('')}</row>`,
  );
  return packed(
    new Map([
      [
        '[Content_Types].xml',
        `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
      ],
      [
        '_rels/.rels',
        `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ],
      [
        'xl/workbook.xml',
        `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ],
      [
        'xl/_rels/workbook.xml.rels',
        `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ],
      [
        'xl/worksheets/sheet1.xml',
        `${XML_HEAD}<worksheet xmlns="${MAIN}"><cols><col min="1" max="1" width="40" customWidth="1"/></cols><sheetData>${head}${rows.join('')}</sheetData></worksheet>`,
      ],
    ]),
  );
}
