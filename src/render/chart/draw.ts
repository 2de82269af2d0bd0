import { wrapped } from '../../base/width.ts';
import { drawBars, drawBridge, drawTimeline } from './bars.ts';
import type { ChartData } from './chart.ts';
import { drawFlows } from './flows.ts';
import { drawHeat } from './heat.ts';
import { drawJourney } from './journey.ts';
import { type Drawing, element, escaped, FONT_SIZE, label, PAPER, type Svg } from './svg.ts';
import { inTheme, type Theme } from './theme.ts';
import { drawTree } from './tree.ts';

/** A picture of any form. Pure: the same data give the same bytes. */
export function draw(data: ChartData): Drawing {
  switch (data.form) {
    case 'tree':
      return drawTree(data);
    case 'journey':
      return drawJourney(data);
    case 'bars':
      return drawBars(data);
    case 'flows':
      return drawFlows(data);
    case 'bridge':
      return drawBridge(data);
    case 'timeline':
      return drawTimeline(data);
    case 'heat':
      return drawHeat(data);
  }
}

/** What fonts are asked for; each system has one of them, so a picture needs none of its own. */
const FONTS = 'Helvetica Neue, Helvetica, Arial, Liberation Sans, sans-serif';

/** A picture in a page, which says its colours and its font. Its name is read to whoever does not see it. */
export function inPage(data: ChartData, name: string): Svg {
  const { width, height, content } = draw(data);
  return element(
    'svg',
    {
      viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
      width: Math.ceil(width),
      height: Math.ceil(height),
      role: 'img',
      class: 'chart',
    },
    element('title', {}, escaped(name)),
    content,
  );
}

const MARGIN = 24;
const HEAD = 34;
const FOOT = 26;

interface Captions {
  readonly title: string;
  readonly source: string;
  /** What is to be known before anything in it is believed, under the title: a picture goes where nothing else goes with it. */
  readonly warnings?: readonly string[];
}

/** A title ends with the design that is drawn: a long one takes several lines. */
const MOST_TITLES = 3;
const TITLE_SIZE = 17;
const TITLE_LINE = 22;
const LINE = 17;
const WARNING_SIZE = 12;
/** Of the size, as wide as a letter is on the whole. */
const LETTER = 0.55;

/** A picture that stands alone in a slide: with its title, and where its figures are from. */
export function asFile(
  data: ChartData,
  { title, source, warnings = [] }: Captions,
  theme: Theme = 'light',
): Svg {
  const { width, height, content } = draw(data);
  const whole = Math.ceil(width + 2 * MARGIN);
  const columns = Math.max(30, Math.floor(width / (WARNING_SIZE * LETTER)));
  const lines = warnings.flatMap((warning) => wrapped(warning, columns));
  const titles = wrapped(title, Math.max(30, Math.floor((whole - 2 * MARGIN) / (TITLE_SIZE * LETTER)))).slice(
    0,
    MOST_TITLES,
  );
  const under = HEAD + TITLE_LINE * (titles.length - 1);
  const head = under + LINE * lines.length;
  const tall = Math.ceil(height + head + FOOT + 2 * MARGIN);
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${whole} ${tall}`,
      width: whole,
      height: tall,
      'font-family': FONTS,
      'font-size': FONT_SIZE,
      role: 'img',
    },
    element('title', {}, escaped(title)),
    element('rect', { width: whole, height: tall, fill: PAPER }),
    ...titles.map((text, at) =>
      label({
        x: MARGIN,
        y: MARGIN + 12 + TITLE_LINE * at,
        text,
        size: TITLE_SIZE,
        weight: 'bold',
        room: whole - 2 * MARGIN,
      }),
    ),
    ...lines.map((text, at) =>
      label({
        x: MARGIN,
        y: MARGIN + under + LINE * at,
        text,
        size: WARNING_SIZE,
        weight: 'bold',
        room: whole - MARGIN,
      }),
    ),
    element('g', { transform: `translate(${MARGIN} ${MARGIN + head})` }, content),
    label({
      x: MARGIN,
      y: tall - MARGIN + 6,
      text: source,
      size: 11,
      tone: 'soft',
      room: whole - 2 * MARGIN,
    }),
  );
  return `${inTheme(svg, theme)}\n`;
}
