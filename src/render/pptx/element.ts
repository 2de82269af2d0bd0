/** What stands on a slide, placed. All lengths are points, from the left upper corner of the slide. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A colour of the theme by its name, `accent1`, or six hexadecimal digits; `tint` is how much of it is left beside white. */
export interface Colour {
  readonly name: string;
  readonly tint?: number;
  readonly alpha?: number;
}

export const INK: Colour = { name: 'tx1' };
/** On what is lightly coloured, also where a slide is dark. */
export const DARK: Colour = { name: 'dk1' };
export const LIGHT: Colour = { name: 'lt1' };
export const SOFT: Colour = { name: 'tx1', tint: 0.65 };
export const RULE: Colour = { name: 'tx1', tint: 0.25 };
export const ACCENT: Colour = { name: 'accent1' };
/** What stands in the way, in every theme. */
export const WALL: Colour = { name: 'B4440F' };

/** After the six of a theme, two that are told apart from them: olive and grey. */
const FURTHER = ['8C7A1F', '6B6F76'];

/** Of the nth of several kinds; above eight they are lighter. */
export const kindColour = (nth: number): Colour => ({
  name: FURTHER[(nth % 8) - 6] ?? `accent${(nth % 8) + 1}`,
  ...(Math.floor(nth / 8) % 2 === 1 ? { tint: 0.6 } : {}),
});

export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly code?: boolean;
  /** In the font that its placeholder has; else in that of the theme for texts. */
  readonly placed?: boolean;
  readonly colour?: Colour;
}

export interface Paragraph {
  readonly runs: readonly Run[];
  readonly size: number;
  /** A number is where the numbers begin. */
  readonly bullet?: 'dot' | number;
  /** Of the text from the left, of a bullet too. */
  readonly indent?: number;
  readonly align?: 'ctr' | 'r';
  readonly before?: number;
}

/** Of a layout, which says where it is and how it looks. */
export interface Placeholder {
  readonly type: string;
  readonly idx?: string;
}

export interface TextShape {
  readonly kind: 'shape';
  readonly name: string;
  /** By which connectors find it on its slide. */
  readonly key?: string;
  /** Left out where the placeholder says it. */
  readonly box?: Box;
  readonly placeholder?: Placeholder;
  /** Put in by the program that shows it: the number of the slide. */
  readonly field?: 'slidenum';
  readonly form?: 'rect' | 'roundRect' | 'ellipse';
  readonly paragraphs: readonly Paragraph[];
  readonly fill?: Colour;
  readonly line?: Colour;
  readonly dashed?: boolean;
  readonly anchor?: 't' | 'ctr' | 'b';
  /** Between the text and the edge, at the sides and above and below. */
  readonly inset?: readonly [number, number];
  /** What it says in full, for whoever does not see it. */
  readonly description?: string;
}

/** What a line is glued to: a rectangle has a site on each side, an ellipse one more between any two. */
export const SITES = ['top', 'left', 'bottom', 'right'] as const;
export type Site = (typeof SITES)[number];

export interface Connector {
  readonly kind: 'connector';
  readonly from: { readonly key: string; readonly site: Site };
  readonly to: { readonly key: string; readonly site: Site };
  /** `straight`; or from below one to the left of another, down at first, at `gutter` points before it. */
  readonly way: 'straight' | { readonly down: number; readonly gutter: number };
  readonly colour: Colour;
  readonly weight: number;
}

export interface Rule {
  readonly kind: 'rule';
  readonly name: string;
  readonly box: Box;
  readonly colour: Colour;
  readonly weight: number;
}

/** A band from one upright edge to another, curved. */
export interface Band {
  readonly kind: 'band';
  readonly name: string;
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
  readonly thickness: number;
  readonly fill: Colour;
}

export interface TableCell {
  readonly paragraphs: readonly Paragraph[];
  readonly fill?: Colour;
  readonly span?: number;
}

export interface TableFrame {
  readonly kind: 'table';
  readonly name: string;
  readonly description: string;
  readonly box: Box;
  readonly widths: readonly number[];
  readonly rows: readonly {
    readonly height: number;
    readonly cells: readonly TableCell[];
    readonly rule?: 'head' | 'none';
  }[];
  readonly head: boolean;
}

export interface Series {
  readonly name: string;
  readonly values: readonly number[];
  /** Null where it only holds up what stands on it. */
  readonly fill: Colour | null;
  readonly text: Colour;
  /** Of which values a label has room. */
  readonly labelled: readonly boolean[];
}

/** Stacked bars, to both sides of 0 where some are below it. */
export interface NativeChart {
  readonly kind: 'chart';
  readonly name: string;
  readonly description: string;
  readonly box: Box;
  /** From left to right, or upright. */
  readonly upright: boolean;
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  readonly share: boolean;
  readonly least?: number;
  readonly most?: number;
  readonly legend: boolean;
}

export type Element = TextShape | Connector | Rule | Band | TableFrame | NativeChart;

export interface Slide {
  readonly title: string;
  readonly elements: readonly Element[];
  readonly notes: readonly string[];
}

/** Keys of the shapes of one picture, of which several may stand on a slide. */
export const keysIn =
  ({ x, y }: Box) =>
  (id: string | number): string =>
    `${Math.round(x)} ${Math.round(y)} ${id}`;

/** A paragraph of one run. */
export const plain = (
  text: string,
  size: number,
  run: Omit<Run, 'text'> = {},
  paragraph: Omit<Paragraph, 'runs' | 'size'> = {},
): Paragraph => ({ ...paragraph, size, runs: [{ ...run, text }] });
