import { sankey, sankeyLinkHorizontal } from 'd3-sankey';
import type { FlowsChart } from './chart.ts';
import { figureOf } from './figure.ts';
import { colourOf, type Drawing, element, escaped, label, SMALL, type Svg } from './svg.ts';

const WIDTH = 960;
const LABELS = 210;
const NODE = 10;
const PER_UNIT = 30;

interface Place {
  readonly name: string;
  readonly side: 'left' | 'right';
}

/** Bands between two columns of units, as wide as what goes along them. */
export function drawFlows({ left, right, links, unit }: FlowsChart): Drawing {
  const kept = links.filter(({ value }) => value > 0);
  if (kept.length === 0)
    return { width: 400, height: 40, content: label({ x: 0, y: 24, text: 'Nothing goes anywhere.' }) };
  const height = Math.max(left.length, right.length, 4) * PER_UNIT + 20;
  const used = new Set(kept.flatMap(({ from, to }) => [from, left.length + to]));
  const places: Place[] = [
    ...left.map((name): Place => ({ name, side: 'left' })),
    ...right.map((name): Place => ({ name, side: 'right' })),
  ];
  const index = new Map([...used].sort((a, b) => a - b).map((place, at) => [place, at]));
  const graph = sankey<Place, object>()
    .nodeWidth(NODE)
    .nodePadding(10)
    .nodeSort(null)
    .extent([
      [LABELS, 8],
      [WIDTH - LABELS, height - 8],
    ])({
    nodes: [...index.keys()].map((place) => ({ ...places[place]! })),
    links: kept.map(({ from, to, value }) => ({
      source: index.get(from)!,
      target: index.get(left.length + to)!,
      value,
    })),
  });
  const path = sankeyLinkHorizontal();
  const order = [...new Set(graph.nodes.filter(({ side }) => side === 'left').map(({ name }) => name))];
  const bands = graph.links.map((link): Svg => {
    const [source, target] = [link.source as Place, link.target as Place];
    const nth = order.indexOf(source.name);
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
      element('title', {}, escaped(`${source.name} → ${target.name}: ${figureOf(link.value, unit)}`)),
    );
  });
  const nodes = graph.nodes.map((node): Svg => {
    const { x0 = 0, x1 = 0, y0 = 0, y1 = 0, name, side, value = 0 } = node;
    const onLeft = side === 'left';
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
        text: `${name} ${figureOf(value, unit)}`,
        size: SMALL,
        anchor: onLeft ? 'end' : 'start',
        room: LABELS - 12,
      })
    );
  });
  return { width: WIDTH, height, content: bands.join('') + nodes.join('') };
}
