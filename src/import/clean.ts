/** What spreadsheets and databases write where they have nothing. */
const NOTHING = /^(?:#n\/a|n\/a|#ref!|#value!|null|\(blank\)|\\n|-|–|—)$/i;

/** Text that is kept as one: `="00001"`, or `'00001` before a digit or a sign that would begin a formula. */
const KEPT = /^="([^"]*)"$|^'(?=[\d=+\-@])/;
/** The same before an id: `'E1`, `‘001`. */
const KEPT_ID = /^['‘’](\p{L}{0,3}[-_]?\d[^'‘’]*)['’]?$/u;

/** Quotes of word processors around all of a text, where a table has none: `“E1”`. */
const QUOTES = /^(?:“([^“”]*)”|„([^„“”]*)[“”]|«\s?([^«»]*?)\s?»|‘([^‘’]*)’)$/;
/** What such text begins with: = ' ‘ ’ “ „ « */
const BEGINS: ReadonlySet<number> = new Set([61, 39, 8216, 8217, 8220, 8222, 171]);

/** A text without what keeps a spreadsheet from reading a number in it, nor quotes around all of it. */
const unquoted = (text: string): string =>
  text.replace(KEPT_ID, '$1').replace(KEPT, '$1').replace(QUOTES, '$1$2$3$4');

/** A cell without space around it, nor quotes; as a copy where it would hold on to the text of a large file. */
export function cleaner(large: boolean): (cell: string) => string {
  return (cell) => {
    if (cell === '') return cell;
    const first = cell.charCodeAt(0);
    const last = cell.charCodeAt(cell.length - 1);
    const bare = first > 32 && first < 127 && last > 32 && last < 127 ? cell : cell.trim();
    const text = BEGINS.has(bare.charCodeAt(0)) ? unquoted(bare) : bare;
    return large ? copied(text) : text;
  };
}

/** A copy of a text that is a part of another, lest it hold on to all of that; texts of up to 12 characters are copies already. */
export function copied(text: string): string {
  if (text.length <= 12) return text;
  const encoding = /[^\x00-\xff]/.test(text) ? 'utf16le' : 'latin1';
  return Buffer.from(text, encoding).toString(encoding);
}

/** Whether a cell of descriptive text says that there is nothing. */
export function saysNothing(cell: string): boolean {
  if (cell.length > 7) return false;
  const first = cell.charCodeAt(0);
  // Most cells begin with another letter than these: # ( - N \\ n – —
  const could = first < 46 || first === 78 || first === 92 || first === 110 || first > 8000;
  return could && NOTHING.test(cell);
}

/** Text in Unicode NFC; what is below these characters has one form only. */
export const composed = (text: string): string =>
  /[\u0300-\uffff]/.test(text) ? text.normalize('NFC') : text;

/** Text as every file can hold it: without null characters and halves of characters. */
export function wellFormed(text: string): string {
  return composed(text)
    .replaceAll('\0', '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

const MOST_SHARED = 20_000;
const LONGEST_SHARED = 200;

/** Cells of one kind as the texts that they are; equal ones of a column whose values repeat are one text, made once. */
export function cellReader(
  clean: (cell: string) => string,
  descriptive: boolean,
  repeated: boolean,
): (cell: string) => string {
  const read = (cell: string): string => {
    const text = clean(cell);
    return descriptive && saysNothing(text) ? '' : text;
  };
  return repeated ? sharing(read) : read;
}

export function sharing(read: (cell: string) => string): (cell: string) => string {
  const texts = new Map<string, string>();
  return (cell) => {
    const known = texts.get(cell);
    if (known !== undefined) return known;
    const text = read(cell);
    // Not the cell itself where it is another text: it would hold on to the file.
    if (texts.size < MOST_SHARED && cell.length <= LONGEST_SHARED)
      texts.set(text === cell ? text : copied(cell), text);
    return text;
  };
}
