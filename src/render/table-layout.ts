import { widthOf } from '../base/width.ts';

interface Layout {
  readonly labelWidth: number;
  /** Width of each design's column, without the gap before it. */
  readonly widths: readonly number[];
  readonly gap: number;
  /** Whether headings and words must be broken over lines. */
  readonly narrow: boolean;
}

const GAPS = [3, 2, 1] as const;
const NARROWEST_LABEL = 18;

/** Parts of a text that may stand on lines of their own; a number stays with the word before it. */
const breakable = (text: string): string[] => text.split(/(?<=-)|\s+(?!\d)/u);

/** The same on as few lines of a width as they fill; what is wider by itself stays as it is. */
export function packed(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const piece of breakable(text)) {
    const last = lines.at(-1) ?? '';
    const longer = `${last}${last.endsWith('-') ? '' : ' '}${piece}`;
    if (last !== '' && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines;
}

const longest = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, widthOf(text)), 0);

/** The widths, none of them wider than lets all of them stand in so much room; a place is left to each. */
const capped = (widths: readonly number[], room: number): readonly number[] => {
  let most = Math.max(...widths);
  const all = () => widths.reduce((sum, width) => sum + Math.min(width, most), 0);
  while (most > 1 && all() > room) most--;
  return widths.map((width) => Math.min(width, most));
};

/**
 * Widths of a table with one column of labels and one for each design: as roomy as the terminal allows, headings
 * broken only where they have to be.
 */
export const layout = (
  labels: readonly string[],
  columnsOfCells: readonly { readonly words: readonly string[]; readonly figures: readonly string[] }[],
  columns: number,
): Layout => {
  const labelNatural = longest(labels);
  const wide = columnsOfCells.map(({ words, figures }) => longest([...words, ...figures]));
  const total = (widths: readonly number[], gap: number): number =>
    widths.reduce((sum, width) => sum + width + gap, 0);
  for (const gap of GAPS) {
    if (labelNatural + total(wide, gap) <= columns)
      return { labelWidth: labelNatural, widths: wide, gap, narrow: false };
  }
  const narrow = columnsOfCells.map(({ words, figures }) =>
    longest([...words.flatMap(breakable), ...figures]),
  );
  const widths = capped(narrow, columns - NARROWEST_LABEL - narrow.length);
  const labelWidth = Math.max(NARROWEST_LABEL, Math.min(labelNatural, columns - total(widths, 1)));
  return { labelWidth, widths, gap: 1, narrow: true };
};
