import { sankeyLinkHorizontal } from 'd3-sankey';
import type { FlowsChart } from './chart.ts';
import { figureOf } from './figure.ts';
import { flowLayout } from './flow-layout.ts';
import { colourOf, type Drawing, element, escaped, label, SMALL, type Svg } from './svg.ts';

const WIDTH = 960;
const LABELS = 210;
const PER_UNIT = 30;

/** Bands between two columns of units, as wide as what goes along them. */
export function drawFlows(flows: FlowsChart): Drawing {
  const { left, right, unit } = flows;
  const height = Math.max(left.length, right.length, 4) * PER_UNIT + 20;
  const extent: Parameters<typeof flowLayout>[1] = [
    [LABELS, 8],
    [WIDTH - LABELS, height - 8],
  ];
  const graph = flowLayout(flows, extent, 10);
  if (graph === null)
    return { width: 400, height: 40, content: label({ x: 0, y: 24, text: 'Nothing goes anywhere.' }) };
  const path = sankeyLinkHorizontal();
  const order = [...new Set(graph.nodes.filter(({ onLeft }) => onLeft).map(({ name }) => name))];
  const bands = graph.links.map((link): Svg => {
    const [source, target] = [link.source, link.target] as unknown as typeof graph.nodes;
    const nth = order.indexOf(source!.name);
    return element(
      'path',
      {
        d: path(link as never) ?? '',
        fill: 'none',
        stroke: colourOf(nth),
        'stroke-opacity': 0.42,
        'stroke-width': Math.max(link.width ?? 1, 1),
        class: `s${nth % 8}`,
      },
      element('title', {}, escaped(`${source!.name} → ${target!.name}: ${figureOf(link.value, unit)}`)),
    );
  });
  const nodes = graph.nodes.map((node): Svg => {
    const { x0 = 0, x1 = 0, y0 = 0, y1 = 0, name, onLeft, value = 0 } = node;
    return (
      element('rect', {
        x: x0,
        y: y0,
        width: x1 - x0,
        height: Math.max(y1 - y0, 1),
        fill: onLeft ? colourOf(order.indexOf(name)) : '#6b6f76',
        class: onLeft ? `k${order.indexOf(name) % 8}` : 'k7',
      }) +
      label({
        x: onLeft ? x0 - 8 : x1 + 8,
        y: (y0 + y1) / 2 + 4,
        text: name,
        tail: ` ${figureOf(value, unit)}`,
        size: SMALL,
        anchor: onLeft ? 'end' : 'start',
        room: LABELS - 12,
      })
    );
  });
  return { width: WIDTH, height, content: bands.join('') + nodes.join('') };
}
