import { zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const cell = (value: string | number, row: number, column: number): string => {
  const at = `${String.fromCharCode(65 + column)}${row + 1}`;
  if (value === '') return '';
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
};

/** The bytes of a workbook with these sheets; `more` is put behind the rows of the last one. */
export const workbook = (
  sheets: Readonly<Record<string, readonly (readonly (string | number)[])[]>>,
  more = '',
): Uint8Array => {
  const names = Object.keys(sheets);
  const files: Record<string, Uint8Array> = {};
  const put = (path: string, xml: string) => {
    files[path] = Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${xml}`);
  };
  const relation = (id: number, type: string, target: string) =>
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
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
  );
  put(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${PACKAGE}/relationships">${names.map((_, index) => relation(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join('')}</Relationships>`,
  );
  names.forEach((name, index) => {
    const rows = sheets[name]!.map(
      (values, row) =>
        `<row r="${row + 1}">${values.map((value, column) => cell(value, row, column)).join('')}</row>`,
    );
    const last = index === names.length - 1 && more !== '' ? `<row r="${rows.length + 1}">${more}</row>` : '';
    put(
      `xl/worksheets/sheet${index + 1}.xml`,
      `<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}${last}</sheetData></worksheet>`,
    );
  });
  return zipSync(files);
};
