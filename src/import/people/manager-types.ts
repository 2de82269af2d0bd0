import { headerKey, quoted } from '../../base/text.ts';
import { generic } from '../sources/generic.ts';
import type { FileColumns } from './file-columns.ts';

const LINE = new Set(generic.columns.manager!.map(headerKey));
const DOTTED = new Set(generic.columns.dotted!.map(headerKey));
const LINE_WORDS =
  /^(?:line|solid|primary|main|direct|administrative|hierarch|reporting line|disziplin|haupt|linie|hiérarch|princip|directo|jerárqui|hiërarch|hoofd|gerarch|diretto)/i;
const DOTTED_WORDS =
  /^(?:matrix|dotted|functional|secondary|indirect|project|fachlich|matri|funktion|gestrichelt|fonction|secund|secondaire|funcional|functione|funzional|proyecto|project)/i;

/** How surely what a manager is called says the line manager: 2 that it is, 0 that it is another, 1 nothing. */
export const rankOfManager = (type: string): 0 | 1 | 2 =>
  LINE.has(headerKey(type)) || LINE_WORDS.test(type)
    ? 2
    : DOTTED.has(headerKey(type)) || DOTTED_WORDS.test(type)
      ? 0
      : 1;

/** Where people have several rows, a column of few words, of which some say the line manager and some another, says what each manager is. */
export function takeManagerTypes(columns: FileColumns): void {
  if (!columns.has('id') || !columns.has('manager') || columns.settled('managerType')) return;
  if (columns.extract.differs('id')) return;
  const column = columns.spare().find((one) => {
    const ranks = [...new Set(columns.texts(one))].map(rankOfManager);
    return ranks.includes(2) && ranks.includes(0) && ranks.every((rank) => rank !== 1);
  });
  if (column === undefined) return;
  columns.take('managerType', column);
  columns.say(`${quoted(column.header)} says which of several managers is the line manager.`);
}
