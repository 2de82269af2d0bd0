import { printable } from '../../base/text.ts';

/** Markup that is complete and harmless. */
export type Svg = string;

type Attributes = Readonly<Record<string, string | number | undefined>>;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text in XML or HTML, in an attribute too: nothing in it is markup, and no sign that steers a terminal or a direction is left. */
export const escaped = (text: string): string =>
  printable(text)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);

/** At most two decimals, so that files are small and alike everywhere. */
const written = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : escaped(value);

/** An element. A number in an attribute is rounded to two decimals; what is undefined is left out. */
export function element(name: string, attributes: Attributes, ...children: readonly Svg[]): Svg {
  const list = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${written(value)}"`]))
    .join('');
  return children.length === 0 ? `<${name}${list}/>` : `<${name}${list}>${children.join('')}</${name}>`;
}

/** A picture before it is put in a page or a file. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly content: Svg;
}

export const FONT_SIZE = 13;
export const SMALL = 11;

/** Width of a text by what its letters take on average in a sans-serif font; a little more than most need. */
export function textWidth(text: string, size = FONT_SIZE): number {
  let units = 0;
  for (const letter of text)
    units += /[ilj.,:;'|!()[\] ]/.test(letter)
      ? 0.32
      : /[mwMW@%—]/.test(letter)
        ? 0.9
        : letter > '\u2e80'
          ? 1.05
          : /\p{Lu}/u.test(letter)
            ? 0.7
            : 0.56;
  return units * size;
}

/** Cut to a width; what is cut ends in an ellipsis. */
export function fitted(text: string, width: number, size = FONT_SIZE): string {
  if (textWidth(text, size) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, size) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** Cut to a width in its middle: names of one company often differ at their end. */
export function fittedWithin(text: string, width: number, size = FONT_SIZE): string {
  if (textWidth(text, size) <= width) return text;
  const letters = [...text];
  let [start, end] = [Math.ceil(letters.length / 2), letters.length - Math.ceil(letters.length / 2)];
  const shown = () =>
    `${letters.slice(0, start).join('').trimEnd()}…${letters
      .slice(letters.length - end)
      .join('')
      .trimStart()}`;
  while (start > 1 && textWidth(shown(), size) > width) {
    if (start > end || end === 0) start--;
    else end--;
  }
  return shown();
}

interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly weight?: 'bold';
  readonly tone?: keyof typeof TONES;
  /** Room that it has; it is cut to that, and the whole text is told where a pointer rests. */
  readonly room?: number;
  /** What follows the text and is never cut; the text then gives way in its middle. */
  readonly tail?: string;
}

const TONES = {
  ink: '#1b1f24',
  soft: '#5a6472',
  onDark: '#ffffff',
  /** On a bright colour, which is the same in the dark. */
  onLight: '#1b1f25',
  wall: '#b4440f',
} as const;

/** A text in a picture. */
export function label({
  x,
  y,
  text,
  size = FONT_SIZE,
  anchor,
  weight,
  tone = 'ink',
  room,
  tail,
}: Label): Svg {
  const cut = (width: number) =>
    tail === undefined ? fitted(text, width, size) : fittedWithin(text, width - textWidth(tail, size), size);
  const shown = room === undefined ? text : cut(room);
  return element(
    'text',
    {
      x,
      y,
      class: tone,
      fill: TONES[tone],
      'font-size': size,
      'text-anchor': anchor === 'start' ? undefined : anchor,
      'font-weight': weight,
    },
    ...(shown === text ? [] : [element('title', {}, escaped(text))]),
    escaped(`${shown}${tail ?? ''}`),
  );
}

/** Colours that people with any kind of colour vision tell apart (Okabe and Ito 2008), in the order in which they are given out. */
const PALETTE = ['#0b62a4', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#8c7a1f', '#6b6f76'];

/** Colour of the nth of several kinds; above eight they repeat, and the text has to tell. */
export const colourOf = (nth: number): string => PALETTE[nth % PALETTE.length]!;
export const isDark = (nth: number): boolean => [0, 2, 5, 6, 7].includes(nth % PALETTE.length);

export const RULE = '#c9ced6';
export const PAPER = '#ffffff';
export const WALL = '#b4440f';
export const ACCENT = '#0b62a4';

/** Names of kinds with their colours, in rows of what fits. */
export function legend(
  names: readonly string[],
  width: number,
): { readonly content: Svg; readonly height: number } {
  let [x, row] = [0, 0];
  const parts = names.map((name, nth) => {
    if (name === '') return '';
    const wide = 18 + textWidth(name, SMALL) + 16;
    if (x > 0 && x + wide > width) [x, row] = [0, row + 1];
    const part =
      element('rect', {
        x,
        y: row * 18,
        width: 11,
        height: 11,
        rx: 2,
        fill: colourOf(nth),
        class: `k${nth % 8}`,
      }) + label({ x: x + 16, y: row * 18 + 10, text: name, size: SMALL, tone: 'soft' });
    x += wide;
    return part;
  });
  return { content: parts.join(''), height: (row + 1) * 18 + 8 };
}
