/**
 * What a picture shows, as data; `draw.ts` makes SVG of it. Every picture stands beside a table that says the same, so nothing
 * here need be read by its colour alone.
 */
export type ChartData =
  | TreeChart
  | JourneyChart
  | BarsChart
  | FlowsChart
  | BridgeChart
  | TimelineChart
  | HeatChart;

/** What a box of an organisation chart is marked as. */
export const MARKS = { new: 'new', vacant: 'open', displaced: 'loses the seat' } as const;
export type Mark = keyof typeof MARKS;

export interface TreeNode {
  readonly id: string;
  /** Null for a root. */
  readonly parent: string | null;
  readonly title: string;
  /** Below the title, smaller. */
  readonly detail: string;
  /** Those below it that have no box, as the detail says. */
  readonly more?: number;
  /** The unit, with which the detail ends. */
  readonly unit?: string;
  /** Whether it is a team across the units, and nobody's seat. */
  readonly isTeam?: true;
  /** What it is coloured by; '' for nothing. */
  readonly colour: string;
  readonly marks: readonly Mark[];
}

/** An organisation chart, from left to right. Cost: linear in its boxes. */
export interface TreeChart {
  readonly form: 'tree';
  readonly nodes: readonly TreeNode[];
  /** What is coloured, in the order of colours, so that several pictures have the same; by the alphabet if not given. */
  readonly kinds?: readonly string[];
}

/** What the boxes are coloured by, in the order of colours; '' for what is in other pictures only. */
export function kindsOf({ nodes, kinds }: TreeChart): readonly string[] {
  const used = new Set(nodes.flatMap(({ colour }) => (colour === '' ? [] : [colour])));
  if (kinds === undefined || used.size === 0) return [...used].sort();
  return kinds.map((kind) => (used.has(kind) ? kind : ''));
}

interface JourneyStep {
  readonly phase: string;
  readonly label: string;
  /** Who does it, as a place in `units`; -1 for nobody. */
  readonly unit: number;
}

/** Steps from left to right, each in the lane of who does it, with a wall wherever the lane changes. */
export interface JourneyChart {
  readonly form: 'journey';
  readonly units: readonly string[];
  readonly steps: readonly JourneyStep[];
}

export interface Bar {
  readonly label: string;
  /** One for each key; may be below 0 where there is one key. */
  readonly values: readonly number[];
  /** What stands behind the bar. */
  readonly note?: string;
}

/** Stacked bars from left to right, or bars to both sides of 0. */
export interface BarsChart {
  readonly form: 'bars';
  readonly keys: readonly string[];
  readonly bars: readonly Bar[];
  readonly unit: string;
  /** The end of the axis; the longest bar if not given. */
  readonly most?: number;
}

export interface FlowLink {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** What goes from units on the left to units on the right (Sankey). */
export interface FlowsChart {
  readonly form: 'flows';
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly links: readonly FlowLink[];
  readonly unit: string;
}

/** From one total to another by what is added and taken away (waterfall). */
export interface BridgeChart {
  readonly form: 'bridge';
  readonly steps: readonly { readonly label: string; readonly value: number; readonly total: boolean }[];
  readonly unit: string;
}

/** What lasts from when to when. */
export interface TimelineRow {
  readonly label: string;
  readonly start: number;
  readonly end: number;
  /** On the right; from when to when, if not given. */
  readonly note?: string;
  /** A burden while it lasts, or what has to come first; a step of the way otherwise. */
  readonly is?: 'burden' | 'preparation';
}

/** What lasts from when to when, in order (Gantt). */
export interface TimelineChart {
  readonly form: 'timeline';
  readonly rows: readonly TimelineRow[];
  /** What is counted along it: `stage` for stage 1, stage 2. */
  readonly unit: string;
}

/** A table whose cells are the darker the more they hold. */
export interface HeatChart {
  readonly form: 'heat';
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly values: readonly (readonly number[])[];
  /** What stands in the cells; the values, if not given. */
  readonly texts?: readonly (readonly string[])[];
  readonly unit: string;
}
