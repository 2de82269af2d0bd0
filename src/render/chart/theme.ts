import type { Svg } from './svg.ts';

/** What a picture that stands alone is drawn for. */
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Colours of the dark for those that are drawn; what stands on a colour, and the colours of kinds, are the same in both. */
const DARK: Readonly<Record<string, string>> = {
  '#1b1f24': '#e7eaee',
  '#5a6472': '#a4adb9',
  '#b4440f': '#c4622c',
  '#0b62a4': '#2f7fbd',
  '#c9ced6': '#3a424d',
  '#f2f4f7': '#1f252d',
  '#ffffff': '#14181d',
};

/** White letters stay white: they stand on a colour. */
const ON_DARK = 'class="onDark" fill="#ffffff"';

/** A picture in the colours of a theme. No text of it can be taken for a colour, for none holds a quotation mark. */
export const inTheme = (svg: Svg, theme: Theme): Svg =>
  theme === 'light'
    ? svg
    : svg
        .split(ON_DARK)
        .map((part) =>
          part.replace(/(fill|stroke)="(#[0-9a-f]{6})"/g, (whole, what, colour) =>
            DARK[colour] === undefined ? whole : `${what}="${DARK[colour]}"`,
          ),
        )
        .join(ON_DARK);
