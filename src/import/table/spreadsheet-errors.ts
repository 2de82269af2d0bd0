/** Stands for a formula whose result is not stored; cells are without null characters, so none is written so. */
export const UNCALCULATED = '#formula\0';

/** What spreadsheet programs write where a formula fails, in the languages of their exports. */
const ERROR =
  /^#(?:n\/a|n\/d|nv|ref!|bezug!|valu?e!|valeur!|wert!|name\?|nom\s?\?|div\/0!|num!|zahl!|nombre!|null!|nul!|spill!|calc!|field!|busy!|unknown!|blocked!|connect!|getting_data|e\d*!)$/i;

/** What is wrong with a cell that holds no value but what a spreadsheet program writes in place of one. */
export function spreadsheetError(cell: string): 'error' | 'uncalculated' | undefined {
  if (cell.charCodeAt(0) !== 35 || cell.length > 14) return undefined;
  return cell === UNCALCULATED ? 'uncalculated' : ERROR.test(cell) ? 'error' : undefined;
}
