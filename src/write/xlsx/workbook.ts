import { archived } from './archive.ts';
import { extentOf, type Sheet, sheetXml } from './sheet.ts';
import { stylesXml } from './styles.ts';
import { XML_HEAD, xmlText } from './xml.ts';

export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A name of a sheet in a formula. */
export const sheetReference = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/** `$A$1:$C$9` of `A1:C9`. */
const fixed = (range: string): string =>
  range
    .split(':')
    .map((cell) => cell.replace(/^([A-Z]{1,3})(\d{1,7})$/, '$$$1$$$2'))
    .join(':');

const relation = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`;

const workbookXml = (sheets: readonly Sheet[]): string => {
  const names = sheets.flatMap((sheet, at) => {
    if (sheet.dataOnly === true) return [];
    const name = xmlText(sheetReference(sheet.name));
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${name}!${fixed(extentOf(sheet))}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${name}!$1:$1</definedName>`,
    ];
  });
  const listed = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${xmlText(name)}" sheetId="${at + 1}"${hidden === true ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${listed.join('')}</sheets>${names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`}</workbook>`;
};

/**
 * A workbook as its bytes, the same for the same sheets: a filter and a frozen head on each that is more than data, cells
 * protected but those of editable columns. Linear in the cells.
 */
export function workbookBytes(sheets: readonly Sheet[], title: string): Uint8Array {
  const texts = new Map<string, number>();
  const text = (one: string): number => {
    const known = texts.get(one) ?? texts.size;
    if (known === texts.size) texts.set(one, known);
    return known;
  };
  const parts = new Map<string, string>();
  const add = (path: string, xml: string): void => void parts.set(path, XML_HEAD + xml);
  const overrides = [
    ['/xl/workbook.xml', `${TYPE}.sheet.main+xml`],
    ...sheets.map((_, at) => [`/xl/worksheets/sheet${at + 1}.xml`, `${TYPE}.worksheet+xml`]),
    ['/xl/styles.xml', `${TYPE}.styles+xml`],
    ['/xl/sharedStrings.xml', `${TYPE}.sharedStrings+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ].map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`);
  add(
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
  );
  const root = [
    relation(1, `${OFFICE}/officeDocument`, 'xl/workbook.xml'),
    relation(2, `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
  ];
  add('_rels/.rels', `<Relationships xmlns="${PACKAGE}/relationships">${root.join('')}</Relationships>`);
  add(
    'docProps/core.xml',
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:creator>orgdesign</dc:creator></cp:coreProperties>`,
  );
  add('xl/workbook.xml', workbookXml(sheets));
  const relations = [
    ...sheets.map((_, at) => relation(at + 1, `${OFFICE}/worksheet`, `worksheets/sheet${at + 1}.xml`)),
    relation(sheets.length + 1, `${OFFICE}/styles`, 'styles.xml'),
    relation(sheets.length + 2, `${OFFICE}/sharedStrings`, 'sharedStrings.xml'),
  ];
  add(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`,
  );
  sheets.forEach((sheet, at) => {
    add(`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet, text, at === 0));
  });
  add('xl/styles.xml', stylesXml());
  const items = [...texts.keys()].map((one) => `<si><t xml:space="preserve">${xmlText(one)}</t></si>`);
  add('xl/sharedStrings.xml', `<sst xmlns="${MAIN}" uniqueCount="${texts.size}">${items.join('')}</sst>`);
  return archived(parts);
}
