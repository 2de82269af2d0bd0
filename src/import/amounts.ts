import { quoted } from '../base/text.ts';

/** How a column writes its numbers. */
type DecimalMark = '.' | ',';

const DIGITS = /[\d.,]+/;

/**
 * The decimal mark of a column, by the values that leave no doubt; else by how the file is delimited: a comma where
 * columns are parted by semicolons.
 */
export function decimalMark(values: Iterable<string>, delimiter: string): DecimalMark {
  let point = 0;
  let comma = 0;
  for (const value of values) {
    if (value.length > LONGEST) continue;
    const text = DIGITS.exec(value)?.[0] ?? '';
    const [dot, mark] = [text.lastIndexOf('.'), text.lastIndexOf(',')];
    if (dot >= 0 && mark >= 0) dot > mark ? point++ : comma++;
    else if (dot >= 0 && (text.indexOf('.') !== dot || isGroup(text, dot))) {
      if (text.indexOf('.') !== dot) comma++;
    } else if (dot >= 0) point++;
    else if (mark >= 0 && text.indexOf(',') !== mark) point++;
    else if (mark >= 0 && !isGroup(text, mark)) comma++;
  }
  if (point !== comma) return point > comma ? '.' : ',';
  return delimiter === ';' ? ',' : '.';
}

/** Whether values leave their decimal mark to how the file is delimited. */
export const leaveOpen = (values: readonly string[]): boolean =>
  decimalMark(values, ',') !== decimalMark(values, ';');

/** Currencies of a thousand parts: three digits behind their mark are no thousands. */
const OF_A_THOUSAND = /\b(?:KWD|BHD|OMR|TND|JOD|LYD|IQD)\b/i;
/** So many amounts do not have three digits behind the mark by chance. */
const NO_CHANCE = 3;

/**
 * The decimal mark of a column of money that leaves it open. Where every amount with a mark has three digits behind it, they
 * are thousands, however the file is delimited: `180.000`, `52.250`. A single one of the kind says so if it ends in a zero,
 * which no number that is only written as short as it can be does.
 */
export function moneyMark(values: Iterable<string>, header: string, otherwise: DecimalMark): DecimalMark {
  const marks = new Set<string>();
  const marked = new Set<string>();
  for (const value of values) {
    if (OF_A_THOUSAND.test(value) || /\d\s?(?:k|m|tsd|mio|mrd|bn)/i.test(value)) return otherwise;
    const text = DIGITS.exec(value)?.[0] ?? '';
    const at = text.search(/[.,]/);
    // Whole numbers of thousands are written without a mark here.
    if (at < 0 && text.length > 3) return otherwise;
    if (at < 0) continue;
    if (!isGroup(text, at)) return otherwise;
    marks.add(text[at]!);
    marked.add(text);
  }
  const sure = marked.size >= NO_CHANCE || [...marked].some((text) => text.endsWith('0'));
  if (marks.size !== 1 || !sure || OF_A_THOUSAND.test(header)) return otherwise;
  return marks.has('.') ? ',' : '.';
}

/** What is said where the digits behind a mark are taken for thousands against what the delimiter of the file lets expect. */
export const readAsThousands = (header: string, mark: DecimalMark): string =>
  `${quoted(header)} has three digits behind every ${mark === ',' ? 'point' : 'comma'}: ${mark === ',' ? '180.000 is' : '180,000 is'} read as 180000.`;

/** Whether what follows the mark could be a group of thousands. */
const isGroup = (text: string, at: number): boolean =>
  text.length - at === 4 && at > 0 && at <= 3 && text[0] !== '0';

const LONGEST = 40;
const PLAIN = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i;
const MULTIPLES: ReadonlyMap<string, number> = new Map([
  ...['k', 'tsd', 'tsd.', 't€', 'k€', 'k$', 'k£', 'thousand', 'mil'].map((word) => [word, 1e3] as const),
  ...['m', 'mn', 'mio', 'mio.', 'm€', 'm$', 'm£', 'million', 'millionen', 'millions'].map(
    (word) => [word, 1e6] as const,
  ),
  ...['bn', 'mrd', 'mrd.', 'md', 'billion', 'milliarden'].map((word) => [word, 1e9] as const),
]);
/** What may stand beside a number without changing it. */
const CURRENCY = new Set([
  ...Intl.supportedValuesOf('currency').map((code) => code.toLowerCase()),
  ...[
    'kr',
    'kr.',
    'fr',
    'fr.',
    'sfr',
    'sfr.',
    'rs',
    'rs.',
    'zł',
    'kč',
    'ft',
    'lei',
    'us',
    'r',
    'a',
    'c',
    'euro',
    'euros',
    'dollar',
    'dollars',
    'pound',
    'pounds',
  ],
]);
const PERIOD =
  /(?:^|\s|\/\s?)(?:p\.? ?a\.?|per (?:year|annum|hour)|a year|yearly|annually|year|yr|pro jahr|jahr|par an|an|año|anno|jaar|hours?|hrs?|h|stunden?|std\.?|fte|vzä|etp)$/;

/**
 * The number in a cell, without currency and grouping, `150k` and `1.5 Mio` multiplied, and others by `times`; NaN where
 * there is none.
 */
export function amount(cell: string, mark: DecimalMark, times = 1): number {
  if (cell === '' || cell.length > LONGEST) return Number.NaN;
  if (mark === '.' && PLAIN.test(cell)) return finite(Number(cell) * times);
  const brackets = /^\((.*)\)$/.exec(cell)?.[1];
  const text = (brackets ?? cell).trim().toLowerCase().replace(/%$/, '').trimEnd().replace(PERIOD, '').trim();
  const parts =
    /^([^\d.,+\-−–]*)(?:([+\-−–])([^\d.,]*))?((?:\d|[.,](?=\d))(?:[\d'’_]|[.,\s](?=\d))*)(.*)$/su.exec(text);
  if (parts === null) return Number.NaN;
  const [, before, sign, between, digits, after] = parts.map((part = '') => part.trim()) as string[];
  const factor = MULTIPLES.get(after!) ?? MULTIPLES.get(after!.split(/\s+/).slice(0, -1).join(' ')) ?? 1;
  const bare = factor === 1 ? after! : after!.replace(/^\S+\s*/, '');
  const trailing = /^[-−–]$/.test(bare.replace(/^[.,]/, ''));
  if (![before!, between!].every(isCurrency) || !(trailing || isCurrency(bare.replace(/^[.,][-–—]+/, ''))))
    return Number.NaN;
  const number = Number(ungrouped(digits!, mark));
  const negative =
    brackets !== undefined || (sign !== '' && sign !== '+') || (trailing && !/^[.,]/.test(bare));
  return finite((negative ? -number : number) * (factor === 1 ? times : factor));
}

const finite = (value: number): number =>
  Number.isFinite(value) ? Number(value.toPrecision(15)) : Number.NaN;

const isCurrency = (word: string): boolean =>
  word === '' ||
  word.split(/\s+/).every((part) => CURRENCY.has(part.replace(/\p{Sc}/gu, '')) || /^\p{Sc}+$/u.test(part));

/** Digits as JavaScript writes a number; what is no grouping cannot be a grouping mark. NaN in words where it is none. */
function ungrouped(digits: string, mark: DecimalMark): string {
  const text = digits.replace(/[\s'’_]/g, '');
  const other = mark === '.' ? ',' : '.';
  const [whole = '', ...fractions] = text.split(mark);
  if (fractions.length <= 1 && grouping(whole, other)) {
    const fraction = fractions[0] ?? '';
    return fraction.includes(other)
      ? 'none'
      : `${whole.replaceAll(other, '')}.${fraction}`.replace(/^\./, '0.');
  }
  // The column writes its numbers the other way, but this cell leaves no doubt.
  const [first = '', ...rest] = text.split(other);
  if (rest.length === 1 && grouping(first, mark) && !rest[0]!.includes(mark))
    return `${first.replaceAll(mark, '')}.${rest[0]}`.replace(/^\./, '0.');
  return rest.length === 0 && grouping(text, mark) ? text.replaceAll(mark, '') : 'none';
}

/** Whether the marks part thousands: groups of three, in India of two before the last. */
function grouping(whole: string, mark: string): boolean {
  const groups = whole.split(mark);
  if (groups.length === 1) return true;
  const last = groups.at(-1)!;
  const inner = groups.slice(1, -1);
  return (
    groups[0]!.length >= 1 &&
    groups[0]!.length <= 3 &&
    last.length === 3 &&
    (inner.every(({ length }) => length === 3) || inner.every(({ length }) => length === 2))
  );
}
