import { sankey } from 'd3-sankey';
import type { FlowsChart } from '../chart/chart.ts';
import { figureOf } from '../chart/figure.ts';
import { type Box, type Element, kindColour, SOFT } from './element.ts';
import { label, DRAWN as SIZE } from './label.ts';
import { cutTo } from './measured.ts';

/** From units on the left to units on the right, the broader the more go there. */
export function flowShapes({ left, right, links, unit }: FlowsChart, box: Box): Element[] {
  const kept = links.filter(({ value }) => value > 0);
  if (kept.length === 0) return [label('Nothing goes anywhere.', { ...box, height: 16 })];
  const names = Math.min(200, box.width * 0.24);
  const used = [...new Set(kept.flatMap(({ from, to }) => [from, left.length + to]))].sort((a, b) => a - b);
  const places = [
    ...left.map((name) => ({ name, onLeft: true })),
    ...right.map((name) => ({ name, onLeft: false })),
  ];
  const index = new Map(used.map((place, at) => [place, at]));
  const graph = sankey<{ readonly name: string; readonly onLeft: boolean; readonly nth: number }, object>()
    .nodeWidth(10)
    .nodePadding(Math.min(10, box.height / 30))
    .nodeSort(null)
    .extent([
      [box.x + names, box.y + 4],
      [box.x + box.width - names, box.y + box.height - 4],
    ])({
    nodes: used.map((place) => ({ ...places[place]!, nth: place })),
    links: kept.map(({ from, to, value }) => ({
      source: index.get(from)!,
      target: index.get(left.length + to)!,
      value,
    })),
  });
  const bands = graph.links.map((link): Element => {
    const [source, target] = [link.source, link.target] as unknown as typeof graph.nodes;
    const thickness = Math.max(link.width ?? 1, 0.75);
    return {
      kind: 'band',
      name: cutTo(`${source!.name} to ${target!.name}: ${figureOf(link.value, unit)}`, 900, SIZE),
      from: { x: source!.x1!, y: link.y0! - thickness / 2 },
      to: { x: target!.x0!, y: link.y1! - thickness / 2 },
      thickness,
      fill: { ...kindColour(source!.nth), alpha: 0.45 },
    };
  });
  const nodes = graph.nodes.flatMap((node): Element[] => {
    const { x0 = 0, x1 = 0, y0 = 0, y1 = 0, name, onLeft, nth, value = 0 } = node;
    const middle = (y0 + y1) / 2;
    const figure = ` ${figureOf(value, unit)}`;
    const room = names - 10;
    return [
      {
        kind: 'shape',
        name: cutTo(name, 400, SIZE),
        box: { x: x0, y: y0, width: x1 - x0, height: Math.max(y1 - y0, 1) },
        fill: onLeft ? kindColour(nth) : SOFT,
        paragraphs: [],
      },
      label(
        cutTo(name, room - 30, SIZE) + figure,
        { x: onLeft ? x0 - names + 4 : x1 + 6, y: middle - 7, width: room, height: 14 },
        onLeft ? 'r' : undefined,
      ),
    ];
  });
  return [...bands, ...nodes];
}
