import { UserError } from '../../base/errors.ts';
import { folded, printable, quoted } from '../../base/text.ts';
import { Archive } from '../table/xlsx/archive.ts';
import { readSheet } from '../table/xlsx/sheet.ts';
import { walkXml } from '../table/xlsx/walk-xml.ts';
import { readWorkbook, type Workbook } from '../table/xlsx/workbook.ts';
import { inCell, type PlanList, type PlanTable, SHEETS } from './tables.ts';
import { ABOUT, CHANGED_BY, EXPORTED, EXPORTED_ID } from './workbook.ts';

/** A row of a sheet as it came back. */
export interface ReturnedRow {
  readonly number: number;
  readonly id: string;
  /** The id that it had when it was exported; '' where it is new, or the sheet does not say. */
  readonly exportedId: string;
  readonly by: string;
  /** Text by key. */
  readonly cells: ReadonlyMap<string, string>;
}

/** A sheet as it came back, and as it went out. */
export interface ReturnedSheet {
  readonly list: PlanList;
  readonly headings: ReadonlyMap<string, string>;
  readonly rows: readonly ReturnedRow[];
  /** Texts by id and key; undefined where the workbook does not say what it held. */
  readonly exported: ReadonlyMap<string, ReadonlyMap<string, string>> | undefined;
}

export interface ReturnedWorkbook {
  /** Of what it was made: `sha256`, `file`, `design`, `personal`; empty where its hidden sheet is gone. */
  readonly about: ReadonlyMap<string, string>;
  readonly sheets: readonly ReturnedSheet[];
  readonly remarks: readonly string[];
  /** Who saved it last, where it says. */
  readonly savedBy: string;
}

type Rows = Awaited<ReturnType<typeof readSheet>>['rows'];
/** Where headings are looked for. */
const FIRST_ROWS = 20;

const rowsOf = async (workbook: Workbook, name: string): Promise<Rows> => {
  const sheet = workbook.sheets.find((one) => one.name === name);
  return sheet === undefined ? [] : (await readSheet(workbook, sheet)).rows;
};

const savedBy = async (archive: Archive): Promise<string> => {
  let name = '';
  if (archive.has('docProps/core.xml'))
    await walkXml(archive, 'docProps/core.xml', {
      open() {},
      close(tag, text) {
        if (/(?:^|:)lastModifiedBy$/.test(tag)) name = inCell(text);
      },
    });
  return name;
};

/** What the sheets held when they were exported, by list. */
const exportedOf = (rows: Rows) => {
  const found = new Map<
    string,
    { keys: string[]; headings: string[]; rows: Map<string, Map<string, string>> }
  >();
  for (const { cells } of rows) {
    const [list = '', what = '', ...texts] = cells;
    const table = found.get(list) ?? { keys: [], headings: [], rows: new Map() };
    found.set(list, table);
    if (what === 'key') table.keys = texts;
    else if (what === 'heading') table.headings = texts;
    else if (what === 'row')
      table.rows.set(texts[0] ?? '', new Map(table.keys.map((key, at) => [key, inCell(texts[at] ?? '')])));
  }
  return found;
};

const sheetOf = (
  list: PlanList,
  rows: Rows,
  exported: ReturnType<typeof exportedOf>,
  known: readonly (readonly [key: string, heading: string])[],
): { readonly sheet: ReturnedSheet; readonly remarks: readonly string[] } => {
  const before = exported.get(list);
  const columns =
    before === undefined ? known : before.keys.map((key, at) => [key, before.headings[at] ?? key] as const);
  const keyOf = new Map(
    [...columns, ['by', CHANGED_BY!], ['exported', EXPORTED_ID!]].map(([key, heading]) => [
      folded(heading!),
      key!,
    ]),
  );
  const at = rows.slice(0, FIRST_ROWS).findIndex(({ cells }) => cells.some((cell) => folded(cell) === 'id'));
  const heads = (rows[at]?.cells ?? []).map((cell) => keyOf.get(folded(cell)));
  const name = SHEETS[list];
  const remarks = heads.flatMap((key, column) => {
    const heading = rows[at]!.cells[column]!.trim();
    return key === undefined && heading !== ''
      ? [`${name}: the column ${quoted(heading)} is none that was exported, and was not read.`]
      : [];
  });
  if (at < 0) remarks.push(`${name}: there is no column "Id", so nothing of it was read.`);
  for (const [key, heading] of columns)
    if (at >= 0 && !heads.includes(key))
      remarks.push(`${name}: the column ${quoted(heading)} is gone; the file keeps what it holds.`);
  const found = at < 0 ? [] : rows.slice(at + 1);
  const sheet: ReturnedSheet = {
    list,
    headings: new Map(columns),
    exported: before?.rows,
    rows: found.flatMap(({ number, cells }) => {
      const texts = new Map<string, string>();
      heads.forEach((key, column) => {
        if (key !== undefined && !texts.has(key)) texts.set(key, inCell(cells[column] ?? ''));
      });
      const of = (key: string): string => texts.get(key) ?? '';
      const row = { number, id: of('id'), exportedId: of('exported'), by: of('by'), cells: texts };
      for (const key of ['exported', 'by']) texts.delete(key);
      return [...texts.values()].every((text) => text === '') ? [] : [row];
    }),
  };
  return { sheet, remarks };
};

/** A workbook of which no more is known than what it was made of. */
interface OpenedPlan {
  readonly file: string;
  readonly workbook: Workbook;
  /** `sha256`, `file`, `design`, `names`; empty where its hidden sheet is gone. */
  readonly about: ReadonlyMap<string, string>;
}

/**
 * Opens a workbook that `export` wrote and somebody edited.
 * @throws UserError where it is none, is damaged, or larger than is read.
 */
export async function openPlan(file: string, bytes: Uint8Array): Promise<OpenedPlan> {
  const name = printable(file);
  const workbook = await readWorkbook(new Archive(name, bytes));
  const rows = await rowsOf(workbook, ABOUT!);
  const about = new Map(rows.map(({ cells: [key = '', value = ''] }) => [key, value]));
  const version = about.get('version') ?? '1';
  if (version !== '1')
    throw new UserError(
      `${name} was exported by another release of orgdesign (version ${quoted(version)} of the sheet).`,
      'Export it anew.',
    );
  if (!workbook.sheets.some((sheet) => Object.values(SHEETS).includes(sheet.name)))
    throw new UserError(
      `${name} has none of the sheets ${Object.values(SHEETS).join(', ')}.`,
      'It is to be a workbook that `orgdesign export` wrote.',
    );
  return { file: name, workbook, about };
}

/** What the sheets hold. @param tables - Those of the file that it goes onto, for where the workbook does not say what was exported. */
export async function readPlan(
  { workbook, about }: OpenedPlan,
  tables: readonly PlanTable[],
): Promise<ReturnedWorkbook> {
  const exported = exportedOf(await rowsOf(workbook, EXPORTED!));
  const sheets: ReturnedSheet[] = [];
  const remarks: string[] = [];
  for (const { list, columns } of tables) {
    if (!workbook.sheets.some(({ name }) => name === SHEETS[list])) {
      remarks.push(`The sheet ${SHEETS[list]} is gone; the file keeps what it holds.`);
      continue;
    }
    const known = columns.map(({ key, heading }) => [key, heading] as const);
    const read = sheetOf(list, await rowsOf(workbook, SHEETS[list]), exported, known);
    sheets.push(read.sheet);
    remarks.push(...read.remarks);
  }
  return { about, sheets, remarks, savedBy: await savedBy(workbook.archive) };
}
