import type { JourneyChart } from '../chart/chart.ts';
import { ACCENT, type Box, type Element, keysIn, SOFT, WALL } from './element.ts';
import { label, DRAWN as SIZE } from './label.ts';
import { cutTo } from './measured.ts';

const LANE = 17;
const LANE_NAMES = 150;

export const journeyHeight = ({ units }: JourneyChart): number => 22 + Math.max(1, units.length) * LANE + 30;

/** Steps from left to right, each in the lane of who does it, and a wall wherever another takes over. */
export function journeyShapes({ units, steps }: JourneyChart, box: Box): Element[] {
  const key = keysIn(box);
  const lane = Math.min(40, (box.height - 52) / Math.max(1, units.length));
  const wide = (box.width - LANE_NAMES) / Math.max(1, steps.length);
  const [left, top] = [box.x + LANE_NAMES, box.y + 22];
  const middle = (at: number) => left + wide * (at + 0.5);
  const laneY = (unit: number) => top + lane * (unit < 0 ? units.length - 0.5 : unit + 0.5);
  const bottom = top + lane * Math.max(1, units.length);
  const lanes = units.flatMap((unit, at): Element[] => [
    {
      kind: 'shape',
      name: 'Lane',
      box: { x: box.x, y: top + lane * at + 1, width: box.width, height: lane - 2 },
      fill: { name: 'tx1', tint: 0.06 },
      paragraphs: [],
    },
    label(unit, { x: box.x + 6, y: top + lane * at + 1, width: LANE_NAMES - 12, height: lane - 2 }),
  ]);
  let wall = 0;
  const walls = steps.flatMap((step, at): Element[] => {
    if (at === 0 || step.unit === steps[at - 1]!.unit) return [];
    wall++;
    const x = left + wide * at;
    return [
      {
        kind: 'rule',
        name: `Wall ${wall}`,
        box: { x, y: box.y + 16, width: 0, height: bottom - box.y - 14 },
        colour: WALL,
        weight: 2.5,
      },
      label(String(wall), { x: x - 10, y: box.y, width: 20, height: 14 }, 'ctr', WALL),
    ];
  });
  const dots = steps.map(
    (step, at): Element => ({
      kind: 'shape',
      key: key(at),
      name: cutTo(step.label, 300, SIZE),
      box: { x: middle(at) - 6, y: laneY(step.unit) - 6, width: 12, height: 12 },
      form: 'ellipse',
      fill: step.unit < 0 ? WALL : ACCENT,
      description: `${step.phase}: ${step.label}`,
      paragraphs: [],
    }),
  );
  const lines = steps.slice(1).map(
    (_, at): Element => ({
      kind: 'connector',
      from: { key: key(at), site: 'right' },
      to: { key: key(at + 1), site: 'left' },
      way: 'straight',
      colour: ACCENT,
      weight: 1.75,
    }),
  );
  // Names stand in two rows by turns, so that each has the room of two steps.
  const names = steps.map((step, at): Element => {
    const room = Math.min(wide * 1.9, 2 * (box.x + box.width - middle(at)));
    return label(
      step.label,
      { x: middle(at) - room / 2, y: bottom + 2 + (at % 2) * 14, width: room, height: 14 },
      'ctr',
      SOFT,
    );
  });
  return [...lanes, ...walls, ...lines, ...dots, ...names];
}
