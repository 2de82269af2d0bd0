import type { Reasons } from '../designs/reasons.ts';
import type { Index, Organisation } from '../model/organisation.ts';
import { commentLines, remarkedLines } from '../write/lines.ts';
import { personEntry } from '../write/people.ts';
import { flow } from '../write/yaml.ts';
import { type Section, sectionsOf, TOP, WITHOUT_UNIT } from './order.ts';
import type { Seats } from './seats.ts';
import { headcount, nameOf, unitName } from './wording.ts';

/** `people:` as a list, unit by unit, with where each came from and why. */
export function peopleLines(
  before: Organisation,
  after: Organisation,
  seats: Seats,
  reasons: Reasons,
): string[] {
  return [
    'people:',
    ...sectionsOf(after).flatMap((section, at) => [
      ...(at === 0 ? [] : ['']),
      ...commentLines(titleOf(after, section), '  '),
      ...section.seats.flatMap((seat) => {
        const { previously, ...entry }: { previously?: object } = personEntry(seats.person(seat));
        const last = previously === undefined ? undefined : { key: 'previously', value: previously };
        return remarkedLines(entry, remark(before, seats, seat, reasons), last);
      }),
    ]),
  ];
}

function titleOf(organisation: Organisation, { unit, seats }: Section): string {
  if (unit === TOP) return 'At the top.';
  const title = unit === WITHOUT_UNIT ? 'Without a department' : unitName(organisation, unit);
  return `${title}: ${headcount(organisation, seats)}.`;
}

/** What a proposal changes for a seat, and why. */
function remark(before: Organisation, seats: Seats, seat: Index, reasons: Reasons): string {
  const was = seats.origin(seat);
  if (was === null) return 'new seat';
  const parts = [
    ...(was.movedUnit ? [`from ${was.unit < 0 ? 'no department' : unitName(before, was.unit)}`] : []),
    ...(was.movedBoss ? [was.boss < 0 ? 'had no manager' : `was under ${nameOf(before, was.boss)}`] : []),
  ];
  const why = reasons.get(seat);
  return parts.join(', ') + (why === undefined || parts.length === 0 ? '' : `: ${why.text}`);
}

/** `people:` where they stand in a file of their own. */
export const peopleFileLines = (name: string): string[] => [`people: { file: ${flow(name)} }`];
