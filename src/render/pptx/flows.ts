import type { FlowsChart } from '../chart/chart.ts';
import { figureOf } from '../chart/figure.ts';
import { flowLayout } from '../chart/flow-layout.ts';
import { type Box, type Element, kindColour, SOFT } from './element.ts';
import { label, DRAWN as SIZE } from './label.ts';
import { cutTo } from './measured.ts';

/** From units on the left to units on the right, the broader the more go there. */
export function flowShapes(flows: FlowsChart, box: Box): Element[] {
  const { unit } = flows;
  const names = Math.min(200, box.width * 0.24);
  const extent: Parameters<typeof flowLayout>[1] = [
    [box.x + names, box.y + 4],
    [box.x + box.width - names, box.y + box.height - 4],
  ];
  const graph = flowLayout(flows, extent, Math.min(10, box.height / 30));
  if (graph === null) return [label('Nothing goes anywhere.', { ...box, height: 16 })];
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
