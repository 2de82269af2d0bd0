import { grouped } from '../../base/grouped.ts';
import { COST_KNOWN } from '../../measures/change/change.ts';
import type { View } from '../../model/view.ts';
import type { ProfiledField } from '../../schema/documents/validation.ts';
import type { PeopleRows } from '../../schema/loaded.ts';
import { type Count, filled, gap, known, percent, some } from './validation-gaps.ts';

/** How many seats satisfy something. */
function count(of: number, holds: (seat: number) => boolean): number {
  let found = 0;
  for (let seat = 0; seat < of; seat++) if (holds(seat)) found++;
  return found;
}

function capabilities(counting: Count, view: View, rows: PeopleRows): ProfiledField[] {
  const { people } = view.organisation;
  const has = count(people.count, (seat) => people.capability[seat]! >= 0);
  const given = count(people.count, (seat) => rows.capability[seat] !== '');
  const mapped = has - given;
  return [
    gap(counting, 'capability', 'a known skill', has, (none) =>
      none
        ? 'nobody serves a step of a journey, and neither the spread nor the cover of skills can be told'
        : `the spread of skills covers ${grouped(has)}; the others serve no step of a journey and stay where they are in every design`,
    ),
    filled(counting, 'capability.given', given),
    filled(
      counting,
      'capability.mapped',
      mapped,
      mapped === 0
        ? ''
        : `${some(mapped, counting)} the skill that title and department suggest: every figure of a journey rests on that.`,
    ),
  ];
}

/** How complete the fields of people are, and what the gaps do to the results. Linear in the seats. */
export function profilePeople(view: View, rows: PeopleRows): ProfiledField[] {
  const { organisation } = view;
  const { people, lines, unitOf } = organisation;
  const open = people.vacant.some((vacant) => vacant === 1);
  const counting: Count = {
    entity: 'person',
    of: people.count,
    one: open ? 'seat' : 'person',
    many: open ? 'seats' : 'people',
  };
  const [top] = view.tree().roots;
  const managed = count(people.count, (seat) => lines.start[seat + 1]! > lines.start[seat]!);
  const placed = count(people.count, (seat) => unitOf[seat]! >= 0);
  // Whoever is at the top has no manager, and may stand above all departments.
  const onlyTheTop = (given: number, has: boolean): boolean => people.count - given === 1 && !has;
  const costs = known(people.costPerYear);
  const partTime = count(people.count, (seat) => people.fte[seat] !== 1);
  return [
    gap(
      counting,
      'name',
      'a name',
      known(people.name),
      () => 'they are shown by id, also with --names, and are not compared as near-duplicates',
    ),
    gap(
      counting,
      'title',
      'a title',
      known(people.title),
      () => 'where no skill is given either, it is taken from the department alone',
    ),
    gap(counting, 'department', 'a department', placed, () =>
      onlyTheTop(placed, top !== undefined && unitOf[top]! >= 0)
        ? ''
        : 'they are missing wherever departments are counted, and whether a design moves them is not known',
    ),
    gap(counting, 'manager', 'a manager', managed, (none) => {
      if (none) return 'there is no chart, and spans, levels and escalation distances say nothing';
      return onlyTheTop(managed, false)
        ? ''
        : 'one of them is taken as the top; around the others spans, levels and escalation distances are wrong';
    }),
    ...capabilities(counting, view, rows),
    gap(counting, 'costPerYear', 'a cost', costs, () =>
      costs < COST_KNOWN * people.count
        ? `the change of cost is not known, which takes a cost for ${percent(COST_KNOWN)}`
        : 'they count as nothing in the change of cost',
    ),
    gap(counting, 'level', 'a level', known(people.level), (none) =>
      none
        ? 'heads are chosen by height in the chart'
        : 'heads are chosen by level only among people who all have one, else by height in the chart',
    ),
    gap(counting, 'location', 'a location', known(people.location), () => 'no figure rests on it yet'),
    filled(
      counting,
      'fte',
      partTime,
      partTime > 0 || people.count === 0
        ? ''
        : `No fte other than 1 is given: every ${counting.one} counts as full time.`,
    ),
  ];
}
