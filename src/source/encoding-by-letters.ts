import { BY_PAIRS, shareOfPairs } from './encoding-by-pairs.ts';
import { windows1252 } from './windows-1252.ts';

/** Letters of languages beside those of ASCII, in lower case. */
const WESTERN = [
  'äöüß',
  'àâæçéèêëîïôœùûüÿ',
  'áéíñóúüªº',
  'áàâãçéêíóôõúªº',
  'àèéìíòóùúªº',
  'æøåéäö',
  'áðéíóúýþæö',
  'áéëèêïóöüí',
  'äõöü',
];
const CENTRAL = ['ąćęłńóśźż', 'áčďéěíňóřšťúůýž', 'áäčďéíĺľňóôŕšťúýž', 'áéíóöőúüű', 'čćđšž', 'ăâîşţ'];
const CYRILLIC = ['абвгдеёжзийклмнопрстуфхцчшщъыьэюя', 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'];

interface SingleBytes {
  readonly encoding: string;
  /** Letters of each language that is written in it. */
  readonly languages: readonly string[];
  /** What a mixture of its languages counts, of which any letter may come. */
  readonly mixed: number;
  /** Whether words hold no letters of ASCII. */
  readonly own?: true;
}

const WINDOWS: SingleBytes = { encoding: 'windows-1252', languages: WESTERN, mixed: 0.9 };
const OTHERS: readonly SingleBytes[] = [
  { encoding: 'macintosh', languages: WESTERN, mixed: 0.9 },
  { encoding: 'windows-1250', languages: CENTRAL, mixed: 0.8 },
  { encoding: 'iso-8859-2', languages: CENTRAL, mixed: 0.8 },
  { encoding: 'windows-1254', languages: ['çğıöşüâîİ'], mixed: 0 },
  { encoding: 'windows-1257', languages: ['ąčęėįšųūž', 'āčēģīķļņšūž', 'äõöüšž'], mixed: 0 },
  { encoding: 'windows-1251', languages: CYRILLIC, mixed: 0, own: true },
  { encoding: 'koi8-r', languages: CYRILLIC, mixed: 0, own: true },
  { encoding: 'windows-1253', languages: ['αάβγδεέζηήθιίϊΐκλμνξοόπρσςτυύϋΰφχψωώ'], mixed: 0, own: true },
  { encoding: 'windows-1255', languages: ['אבגדהוזחטיךכלםמןנסעףפץצקרשת'], mixed: 0, own: true },
  { encoding: 'windows-1256', languages: ['ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي'], mixed: 0, own: true },
];

/** Signs that stand beside letters in any language. */
const SIGNS = new Set('€©®™°·’‘“”„–—…«»‹›²³\u00a0');
const LETTER = /\p{L}/u;
const LOOKED_AT = 1_048_576;
/** Less than this share of its letters, and text is of no language of an encoding. */
const FEWEST = { usual: 0.6, other: 0.75 };
/** So much better than what is usual must another encoding explain the letters, and better than a third. */
const BETTER = { usual: 0.05, other: 0.03 };

const letterOf = (encoding: string): string[] => {
  const read =
    encoding === WINDOWS.encoding
      ? windows1252
      : (bytes: Uint8Array) => new TextDecoder(encoding).decode(bytes);
  return Array.from({ length: 256 }, (_, byte) => read(Uint8Array.of(byte)));
};

const isOfWord = (byte = 0): boolean => /[a-z0-9]/i.test(String.fromCharCode(byte));

/** In words with letters of ASCII, no more of others than this stand side by side. */
const LONGEST_RUN = 4;

/** How often each byte stands in a word with letters of ASCII, and how often apart from them. */
function occurrences(bytes: Uint8Array): { beside: Float64Array; apart: Float64Array } {
  const [beside, apart] = [new Float64Array(256), new Float64Array(256)];
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! < 0x80) continue;
    let end = at;
    while (bytes[end]! >= 0x80) end++;
    const inWord = end - at <= LONGEST_RUN && (isOfWord(bytes[at - 1]) || isOfWord(bytes[end]));
    for (; at < end; at++) (inWord ? beside : apart)[bytes[at]!]!++;
  }
  return { beside, apart };
}

type Counts = ReturnType<typeof occurrences>;

/** How well one of the languages of an encoding explains letters, those that matter above all: from 0 to 1. */
function score(
  { languages, mixed, own }: SingleBytes,
  letters: readonly string[],
  counts: Counts,
  matters: (byte: number) => boolean,
): number {
  const [fitting, other] = own ? [counts.apart, counts.beside] : [counts.beside, counts.apart];
  const share = (language: ReadonlySet<string>, which: (byte: number) => boolean): number => {
    let [fit, all] = [0, 0];
    for (let byte = 0x80; byte < 256; byte++) {
      const letter = letters[byte]!;
      if (!which(byte) || SIGNS.has(letter)) continue;
      const known = language.has(letter) || language.has(letter.toLowerCase());
      if (known) fit += fitting[byte]!;
      all += fitting[byte]! + (own || LETTER.test(letter) ? other[byte]! : 0);
    }
    return all === 0 ? 1 : fit / all;
  };
  const one = languages.map((language) => new Set(language));
  const scores = one.map((language) => share(language, matters) * share(language, () => true));
  const any = new Set(languages.join(''));
  return Math.max(mixed * share(any, matters) * share(any, () => true), ...scores);
}

/** Letters that only end words. */
const ENDS = new Set('ςךםןףץ');

/** Signs that stand between words or sentences, and not within a word. */
const BETWEEN = new Set('€©®™°·“”„–—…«»‹›¿¡');
const isSmall = (byte = 0): boolean => byte >= 0x61 && byte <= 0x7a;

/** The share of bytes that stand where no word has them: capitals and signs behind small letters, and final forms before others. */
function misplaced(bytes: Uint8Array, letters: readonly string[]): number {
  const small = letters.map((letter) => letter !== letter.toUpperCase());
  const capital = letters.map((letter) => letter !== letter.toLowerCase());
  const final = letters.map((letter) => ENDS.has(letter));
  const letter = letters.map((one) => LETTER.test(one));
  const between = letters.map((one) => BETWEEN.has(one));
  let [wrong, all] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80) continue;
    all++;
    const [before, after] = [bytes[at - 1] ?? 0, bytes[at + 1] ?? 0];
    const isCapitalWithin = capital[byte] && (small[before] || (capital[before] && small[after]));
    const isSignWithin = between[byte] && isSmall(before) && isSmall(after);
    if (isCapitalWithin || isSignWithin || (final[byte] && letter[after])) wrong++;
  }
  return all === 0 ? 0 : wrong / all;
}

/** Where the line begins that has the first byte beyond ASCII. */
function firstLine(bytes: Uint8Array): number {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  return first < 0 ? 0 : bytes.lastIndexOf(10, first) + 1;
}

/**
 * The encoding of text that is not UTF-8, by the letters that its words would have; undefined where no encoding makes words
 * of any language of them, or several do and tell different things. What Western Windows writes is the usual, so another
 * must explain the letters better; only bytes that it reads otherwise tell that.
 */
export function encodingByLetters(bytes: Uint8Array): string | undefined {
  const start = firstLine(bytes);
  const sample = bytes.subarray(start, start + LOOKED_AT);
  const counts = occurrences(sample);
  const usual = letterOf(WINDOWS.encoding);
  const small = 1 - misplaced(sample, usual);
  const found: { encoding: string; score: number }[] = [];
  const consider = (encoding: string, own: number, than: number) => {
    if (own >= FEWEST.other && own > than + BETTER.usual) found.push({ encoding, score: own });
  };
  for (const one of OTHERS) {
    const letters = letterOf(one.encoding);
    const differs = (byte: number) => letters[byte] !== usual[byte];
    const read = (byte: number) => counts.beside[byte]! + counts.apart[byte]! > 0;
    // Control characters stand in no text.
    if (letters.some((letter, byte) => byte >= 0x80 && read(byte) && /[\x80-\x9f\ufffd]/.test(letter)))
      continue;
    const own = score(one, letters, counts, differs) * (1 - misplaced(sample, letters));
    consider(one.encoding, own, score(WINDOWS, usual, counts, differs) * small);
  }
  const western = score(WINDOWS, usual, counts, () => true) * small;
  for (const one of BY_PAIRS) consider(one.encoding, shareOfPairs(one, sample), western);
  found.sort((a, b) => b.score - a.score);
  const [best, ...rest] = found;
  if (best === undefined) return western >= FEWEST.usual ? WINDOWS.encoding : undefined;
  const text = (encoding: string) => new TextDecoder(encoding).decode(sample);
  const contested = rest.some(
    (one) => one.score > best.score - BETTER.other && text(one.encoding) !== text(best.encoding),
  );
  return contested ? undefined : best.encoding;
}
