import { type Chart, plainText } from '../block.ts';
import { figureOf } from '../chart/figure.ts';
import { INK, plain } from './element.ts';
import { flowShapes } from './flows.ts';
import { journeyHeight, journeyShapes } from './journey.ts';
import { cutTo, heightOf } from './measured.ts';
import { axisStart, barsHeight, mostBars, nativeBars, nativeBridge, type TextOn } from './native-chart.ts';
import { orgChart } from './org-chart.ts';
import { joined, type Piece, sized } from './piece.ts';
import { heatPieces } from './table-piece.ts';
import { paragraphsPiece } from './text-piece.ts';
import { timelineHeight, timelineShapes } from './timeline.ts';

const TALL = 1000;

/** What a picture shows, over the picture; it leads to it. */
const caption = (title: string, width: number, scale: number): Piece => {
  const size = sized(12, scale);
  const paragraphs = [plain(cutTo(title, width, size, 2, true), size, { bold: true, colour: INK })];
  return {
    ...paragraphsPiece(paragraphs, width, 10, 'Caption'),
    height: heightOf(paragraphs, width) + 3,
    leads: true,
  };
};

/** Bars, some of which may stand on the next page under the same caption. */
const barsPiece = (chart: Chart, width: number, on: TextOn, head: Piece): Piece => {
  const { data, title, source } = chart;
  if (data.form !== 'bars') throw new TypeError('bars alone');
  const height = barsHeight(data, width);
  return {
    before: 4,
    height,
    most: height + data.bars.length * 27,
    source,
    place: (box) => [nativeBars(data, { name: title, box, on })],
    divide(room) {
      const count = Math.min(mostBars(data, width, room), data.bars.length - 3);
      if (count < 5) return undefined;
      const part = (from: number, to: number) =>
        barsPiece({ ...chart, data: { ...data, bars: data.bars.slice(from, to) } }, width, on, head);
      return [part(0, count), joined([head, part(count, data.bars.length)])];
    },
  };
};

/** A picture as what can be edited: a chart that opens its data, a table, or shapes that lines are glued to. */
export function chartPieces(chart: Chart, width: number, scale: number, on: TextOn): Piece[] {
  const { data, source } = chart;
  const title = plainText(chart.title);
  const head = caption(title, width, scale);
  const whole = (height: number, most: number, place: Piece['place']): Piece[] => [
    head,
    { before: 4, height, most, source, place },
  ];
  switch (data.form) {
    case 'bars':
      return [head, barsPiece(chart, width, on, head)];
    case 'bridge': {
      const begin = axisStart(data);
      const said = begin > 0 ? `${title} The axis begins at ${figureOf(begin, data.unit)}.` : title;
      return [
        caption(said, width, scale),
        {
          before: 4,
          height: 150,
          most: 330,
          source,
          place: (box) => [nativeBridge(data, { name: title, box, on })],
        },
      ];
    }
    case 'tree':
      return whole(170, TALL, (box) => orgChart(data, box));
    case 'journey':
      return whole(journeyHeight(data), journeyHeight(data) + data.units.length * 16, (box) =>
        journeyShapes(data, box),
      );
    case 'flows':
      return whole(Math.max(120, Math.max(data.left.length, data.right.length) * 18), TALL, (box) =>
        flowShapes(data, box),
      );
    case 'timeline':
      return whole(timelineHeight(data), timelineHeight(data) + data.rows.length * 14, (box) =>
        timelineShapes(data, box),
      );
    case 'heat': {
      const most = Math.max(1e-9, ...data.values.flat());
      const cells = data.rows.map((_, nth) =>
        data.columns.map((_, at) => {
          const value = data.values[nth]?.[at] ?? 0;
          return { text: data.texts?.[nth]?.[at] ?? figureOf(value, data.unit), share: value / most };
        }),
      );
      return [head, ...heatPieces(data.rows, data.columns, cells, width, scale, source)];
    }
  }
}
