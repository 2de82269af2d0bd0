const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Characters of a cell, as in a spreadsheet: more is no name and no title, and would be looked at again and again. */
export const LONGEST_CELL = 32_767;

/** What a spreadsheet would take for a formula, behind quotes that keep it from that; a number is none, nor is a sign alone. */
const FORMULA = /^'*(?:[=@\t\r]|[+-](?![\d.,\s]*%?$))./s;
/** What a terminal or an editor would act upon instead of showing it, and what would be read as such. */
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\\(?=u(?:00|06|20)[0-9a-f]{2})/g;
const ESCAPED = /\\u((?:00|06|20)[0-9a-f]{2})/g;

/** Text as a cell that is no formula in a spreadsheet, and in which all can be seen; `textOfCell` gives the text back. */
export function cellOf(text: string): string {
  const seen = text.replace(
    UNSEEN,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return FORMULA.test(seen) ? `'${seen}` : seen;
}

/** The text that a cell stands for. */
export function textOfCell(cell: string): string {
  const text = cell.charCodeAt(0) === 39 && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
  return text.includes('\\u')
    ? text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}

/** The delimiter that the first line with text in it uses most, outside quotes; a comma where it uses none. */
export function detectDelimiter(text: string): Delimiter {
  const counts = new Map<string, number>();
  let inQuotes = false;
  let begun = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === '"') inQuotes = !inQuotes;
    else if (!inQuotes && (character === '\n' || character === '\r')) {
      if (begun) break;
    } else if (!inQuotes) counts.set(character, (counts.get(character) ?? 0) + 1);
    begun ||= character.trim() !== '';
  }
  return DELIMITERS.reduce((best, next) => ((counts.get(next) ?? 0) > (counts.get(best) ?? 0) ? next : best));
}

/** Character offset of a cell of the row that starts at an offset. */
export function cellOffset(text: string, start: number, delimiter: Delimiter, index: number): number {
  let at = start;
  for (let cell = 0; cell < index; cell++) {
    while (text[at] === ' ' && text[at] !== delimiter) at++;
    if (text[at] === '"') {
      at++;
      while (at < text.length && (text[at] !== '"' || text[at + 1] === '"')) at += text[at] === '"' ? 2 : 1;
    }
    while (at < text.length && text[at] !== delimiter) {
      if (text[at] === '\n' || text[at] === '\r') return start;
      at++;
    }
    at++;
  }
  return Math.min(at, text.length);
}
