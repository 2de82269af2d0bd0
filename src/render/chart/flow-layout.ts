import { sankey } from 'd3-sankey';
import type { FlowsChart } from './chart.ts';

interface FlowPlace {
  readonly name: string;
  readonly onLeft: boolean;
  /** Among the units of both sides, those on the left first. */
  readonly nth: number;
}

/**
 * Where units, and the bands between them, stand in a box; null where nothing goes anywhere.
 * @param extent - The corners of the box, names left out.
 * @param padding - Between two units of a side.
 */
export function flowLayout(
  { left, right, links }: FlowsChart,
  extent: [topLeft: [x: number, y: number], bottomRight: [x: number, y: number]],
  padding: number,
) {
  const kept = links.filter(({ value }) => value > 0);
  if (kept.length === 0) return null;
  const used = [...new Set(kept.flatMap(({ from, to }) => [from, left.length + to]))].sort((a, b) => a - b);
  const places = [...left, ...right].map(
    (name, nth): FlowPlace => ({ name, onLeft: nth < left.length, nth }),
  );
  const index = new Map(used.map((place, at) => [place, at]));
  return sankey<FlowPlace, object>().nodeWidth(10).nodePadding(padding).nodeSort(null).extent(extent)({
    nodes: used.map((place) => ({ ...places[place]! })),
    links: kept.map(({ from, to, value }) => ({
      source: index.get(from)!,
      target: index.get(left.length + to)!,
      value,
    })),
  });
}
