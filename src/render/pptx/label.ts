import { type Colour, type Element, INK, plain } from './element.ts';
import { cutTo } from './measured.ts';

/** Points of all letters in pictures of shapes. */
export const DRAWN = 10;

/** A text in a picture, cut to its box. */
export const label = (
  text: string,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  align?: 'ctr' | 'r',
  colour: Colour = INK,
  lines = 1,
): Element => ({
  kind: 'shape',
  name: 'Label',
  box,
  anchor: 'ctr',
  paragraphs: [
    plain(cutTo(text, box.width, DRAWN, lines), DRAWN, { colour }, align === undefined ? {} : { align }),
  ],
});
