import type { JourneyChart } from './chart.ts';
import { ACCENT, type Drawing, element, escaped, label, RULE, SMALL, type Svg, WALL } from './svg.ts';

const LANE = 34;
const LABELS = 190;
const TOP = 46;
const STEP_WIDEST = 120;
const WIDTH = 960;

/** How many walls a journey crosses: places where the next step is done by another unit, or by nobody. */
export const wallsOf = ({ steps }: Pick<JourneyChart, 'steps'>): number =>
  steps.filter(({ unit }, at) => at > 0 && unit !== steps[at - 1]!.unit).length;

/** A lane for each unit that does a step, and one for what nobody does. */
export function drawJourney({ units, steps }: JourneyChart): Drawing {
  const used = [...new Set(steps.map(({ unit }) => unit))];
  const lanes = [...used.filter((unit) => unit >= 0), ...(used.includes(-1) ? [-1] : [])];
  const wide = Math.min(STEP_WIDEST, (WIDTH - LABELS) / Math.max(1, steps.length));
  const height = TOP + lanes.length * LANE + 44;
  const middle = (step: number) => LABELS + wide * (step + 0.5);
  const laneY = (unit: number) => TOP + LANE * (lanes.indexOf(unit) + 0.5);
  const parts: Svg[] = lanes.flatMap((unit, nth) => [
    element('rect', {
      x: 0,
      y: TOP + nth * LANE,
      width: WIDTH,
      height: LANE - 4,
      rx: 3,
      fill: '#f2f4f7',
      class: 'lane',
    }),
    label({
      x: 8,
      y: laneY(unit) + 3,
      text: unit < 0 ? 'Nobody' : units[unit]!,
      size: 12,
      weight: 'bold',
      tone: unit < 0 ? 'wall' : 'ink',
      room: LABELS - 16,
    }),
  ]);
  let phase = '';
  steps.forEach((step, at) => {
    if (step.phase !== phase) {
      phase = step.phase;
      parts.push(
        label({ x: LABELS + wide * at + 2, y: 14, text: phase, size: 12, weight: 'bold', tone: 'soft' }),
        element('line', {
          x1: LABELS + wide * at,
          y1: 4,
          x2: LABELS + wide * at,
          y2: height - 30,
          stroke: RULE,
          class: 'rule',
          'stroke-dasharray': '2 3',
        }),
      );
    }
  });
  const points = steps
    .map((step, at) => `${at === 0 ? 'M' : 'L'}${middle(at)} ${laneY(step.unit) - 2}`)
    .join('');
  parts.push(
    element('path', { d: points, fill: 'none', stroke: ACCENT, 'stroke-width': 2, class: 'accentLine' }),
  );
  let wall = 0;
  steps.forEach((step, at) => {
    if (at > 0 && step.unit !== steps[at - 1]!.unit) {
      wall++;
      const x = LABELS + wide * at;
      parts.push(
        element('line', {
          x1: x,
          y1: TOP - 4,
          x2: x,
          y2: height - 38,
          stroke: WALL,
          'stroke-width': 3,
          class: 'wallLine',
        }),
        label({
          x,
          y: TOP - 8,
          text: String(wall),
          size: SMALL,
          anchor: 'middle',
          weight: 'bold',
          tone: 'wall',
        }),
      );
    }
    parts.push(
      element(
        'circle',
        {
          cx: middle(at),
          cy: laneY(step.unit) - 2,
          r: 6,
          fill: step.unit < 0 ? WALL : ACCENT,
          class: step.unit < 0 ? 'wallFill' : 'accentFill',
        },
        element('title', {}, escaped(step.label)),
      ),
      label({
        // The first and the last may be longer than their step is wide.
        x: at === 0 ? LABELS : at === steps.length - 1 ? WIDTH : middle(at),
        y: height - (at % 2 === 0 ? 22 : 8),
        text: step.label,
        size: SMALL,
        anchor: at === 0 ? 'start' : at === steps.length - 1 ? 'end' : 'middle',
        tone: 'soft',
        room: wide * 1.9,
      }),
    );
  });
  return { width: WIDTH, height, content: parts.join('') };
}
