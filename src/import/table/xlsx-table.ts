import { UserError } from '../../base/errors.ts';
import { counted, didYouMean, printable, quoted, sample } from '../../base/text.ts';
import type { Journal } from '../journal.ts';
import { LOOKED_AT } from './header-row.ts';
import type { Score, Table } from './table.ts';
import { Archive } from './xlsx/archive.ts';
import { readSheet } from './xlsx/sheet.ts';
import { readWorkbook, type SheetPart, type Workbook } from './xlsx/workbook.ts';

/** Sheets whose first rows are looked at for people. */
const MOST_SHEETS = 100;

/** A sheet of a workbook: the one that is asked for, by its name or number, or the one whose headers say most. */
export async function xlsxTable(
  file: string,
  bytes: Uint8Array,
  asked: string | undefined,
  score: Score,
  journal: Journal,
): Promise<Table> {
  const workbook = await readWorkbook(new Archive(file, bytes));
  const { best, alike } =
    asked === undefined ? await bestSheet(workbook, score) : { best: undefined, alike: [] };
  const chosen = best ?? namedSheet(file, workbook, asked!);
  if (alike.length > 0)
    journal.fault(
      `${file}: ${sample(alike.map(({ name }) => name))} ${alike.length === 1 ? 'has' : 'have'} the same columns as ${quoted(chosen.name)}, the one sheet that was read: if the rows belong together, put them into one sheet; if not, name the sheet with --sheet.`,
    );
  const { rows, remarks } = await readSheet(workbook, chosen);
  for (const remark of remarks) journal.note(`${file}: ${remark}`);
  const others = workbook.sheets.filter((sheet) => sheet !== chosen);
  const shown = others.filter(({ hidden }) => !hidden).map(({ name }) => name);
  const hidden = others.filter((sheet) => sheet.hidden).map(({ name }) => name);
  if (shown.length > 0)
    journal.note(
      `${file}: the sheet ${quoted(chosen.name)} was read, ${sample(shown)} not (--sheet takes another).`,
    );
  if (hidden.length > 0)
    journal.note(
      `${file}: ${counted(hidden.length, 'hidden sheet was', 'hidden sheets were')} not read: ${sample(hidden)}.`,
    );
  if (chosen.hidden) journal.note(`${file}: the sheet ${quoted(chosen.name)} that was read is hidden.`);
  return {
    file,
    size: bytes.length,
    large: false,
    ragged: true,
    delimiter: () => ',',
    format: () => `XLSX, sheet ${printable(chosen.name)}`,
    async read(each) {
      for (const { number, cells } of rows) each(cells, number);
    },
  };
}

/** By the first rows of each; a hidden one only where no other says anything. */
async function bestSheet(
  workbook: Workbook,
  score: Score,
): Promise<{ best: SheetPart; alike: readonly SheetPart[] }> {
  const headers = new Map<SheetPart, string>();
  const { sheets } = workbook;
  let [best, most] = [sheets.find(({ hidden }) => !hidden) ?? sheets[0]!, 0];
  for (const hidden of [false, true]) {
    if (most > 0) break;
    for (const sheet of sheets.slice(0, MOST_SHEETS)) {
      if (sheet.hidden !== hidden) continue;
      const { rows } = await readSheet(workbook, sheet, LOOKED_AT);
      const scores = rows.slice(0, LOOKED_AT).map(({ cells }) => score(cells));
      const found = Math.max(0, ...scores);
      if (rows.length > scores.indexOf(found) + 1)
        headers.set(sheet, (rows[scores.indexOf(found)]?.cells ?? []).join('\n'));
      if (found > most) [best, most] = [sheet, found];
    }
  }
  const alike = [...headers.keys()].filter(
    (sheet) => sheet !== best && most > 0 && !sheet.hidden && headers.get(sheet) === headers.get(best),
  );
  return { best, alike };
}

function namedSheet(file: string, { sheets }: Workbook, asked: string): SheetPart {
  const sheet = sheets.find(({ name }) => name === asked) ?? sheets[Number(asked) - 1];
  if (sheet !== undefined) return sheet;
  const names = sheets.map(({ name }) => name);
  throw new UserError(
    `--sheet: ${file} has no sheet ${quoted(asked)}.`,
    didYouMean(asked, names) ?? `It has ${sample(names)}.`,
  );
}
