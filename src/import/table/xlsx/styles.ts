import type { Archive } from './archive.ts';
import { walkXml } from './walk-xml.ts';

/** How a cell shows its number, as far as it changes what the number means; a count is that of digits, with leading zeros. */
export type Shown = 'plain' | 'date' | 'percent' | number;

/** The formats that are built in, and hold a date (ECMA-376, part 1, 18.8.30, and those of East Asia). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

const shownBy = (id: number, format: string | undefined): Shown => {
  if (format === undefined) return isBuiltInDate(id) ? 'date' : id === 9 || id === 10 ? 'percent' : 'plain';
  // Without literal text, colours, currencies and conditions: what remains are the places of digits and dates.
  const places = format.replace(/"[^"]*"|\\.|\[[^\][]*\]|[_*]./g, '').split(';')[0]!;
  if (/[yd]/i.test(places)) return 'date';
  if (places.includes('%')) return 'percent';
  return /^0{2,20}$/.test(places) ? places.length : 'plain';
};

/** How the cells of each style show their numbers. */
export async function readStyles(archive: Archive, part: string): Promise<readonly Shown[]> {
  const formats = new Map<number, string>();
  const styles: Shown[] = [];
  let inCells = false;
  await walkXml(archive, part, {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') formats.set(Number(numFmtId), formatCode);
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells)
        styles.push(shownBy(Number(numFmtId), formats.get(Number(numFmtId))));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

const DAY = 86_400_000;
/** The serial number of 1 January 1970, counted from 1904 or from 1900. */
const [EPOCH_1904, EPOCH_1900] = [24_107, 25_569];
const [FIRST_YEAR, LAST_YEAR] = [1, 9999];

/** A serial number as `2026-01-31`, its time of day left out; as it is, where it is no day. */
export function dateText(serial: number, from1904: boolean): string {
  const day = Math.floor(serial);
  // 1900 is a leap year there, so what is before its 29 February is a day late.
  const shift = from1904 ? EPOCH_1904 : day < 60 ? EPOCH_1900 - 1 : EPOCH_1900;
  const date = new Date((day - shift) * DAY);
  const year = date.getUTCFullYear();
  if (day < 1 || Number.isNaN(year) || year < FIRST_YEAR || year > LAST_YEAR) return String(serial);
  return date.toISOString().slice(0, 10);
}
