import type { Renderer } from './format.ts';

/**
 * What JSON leaves as it is, but a terminal that shows it would act upon: delete, C1, controls of text direction; or the runner
 * of GitHub Actions, which finds `##[` also inside a line.
 */
const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|#(?=\p{DI}*#\p{DI}*\[)/gu;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A document as JSON that is harmless at a terminal. */
export const inJson = (document: unknown, indent = 2): string =>
  `${JSON.stringify(document, null, indent).replace(UNSAFE, escaped)}\n`;

/** The value itself. */
export const renderJson: Renderer = ({ value }) => inJson(value);
