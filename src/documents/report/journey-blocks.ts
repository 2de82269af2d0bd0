import { counted } from '../../base/text.ts';
import { type Item, list, type Part, strong } from '../../render/block.ts';
import { wallsOf } from '../../render/chart/journey.ts';
import type { Report, ReportedDesign } from '../../schema/documents/report.ts';
import { DESIGN_NAMES } from '../../verdicts/design-names.ts';
import { leadingDesign } from './leading.ts';

const WALL = '┃';
const NOBODY = 'nobody';

/** The units that do the steps one after the other, with a wall between two. */
function wayOf({ id, journey }: ReportedDesign): { item: Item; walls: number }[] {
  if (journey === undefined || journey.steps.length === 0) return [];
  const units = journey.steps.map(({ unit }) => unit ?? NOBODY);
  const walls = wallsOf({
    steps: units.map((unit) => ({ phase: '', label: '', unit: units.indexOf(unit) })),
  });
  const way = units.filter((unit, at) => unit !== units[at - 1]).join(` ${WALL} `);
  return [
    { item: { label: strong(DESIGN_NAMES[id].column), text: `${way} (${counted(walls, 'wall')})` }, walls },
  ];
}

/** The way of the work for the customer who pays most through today's units, and through those of the design that leads. */
export function journeyPart(report: Report): Part {
  const [today] = report.designs;
  const leading = leadingDesign(report);
  const ways = [today, leading].flatMap((design) => (design === undefined ? [] : wayOf(design)));
  const of = today?.journey?.of;
  // Where one unit does all of it, whatever the design, there is nothing to be seen.
  if (of === undefined || ways.every(({ walls }) => walls === 0)) return undefined;
  const [first, ...others] = ways.map(({ item }) => item);
  return list(
    // Where the work goes as it does today, once is enough.
    [first!, ...others.filter(({ text }) => text !== first!.text)],
    { title: strong(`The way of the work for ${of}`) },
  );
}
