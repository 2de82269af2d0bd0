import { given } from '../base/given.ts';
import type { Reasons } from '../designs/reasons.ts';
import { membersOf } from '../model/heads.ts';
import { listed } from '../model/listed.ts';
import type { Index, Organisation, Serves, Unit } from '../model/organisation.ts';
import type { ServesInput } from '../schema/input/fields.ts';
import { commentLines, flowLines, itemLines } from '../write/lines.ts';
import { flow, withoutEmpty } from '../write/yaml.ts';
import { unitOrder } from './order.ts';
import { comersText, totalRevenue, unitComment } from './unit-comment.ts';

const sameCustomers = (a: Int32Array, b: Int32Array): boolean =>
  a === b || (a.length === b.length && a.every((row, at) => row === b[at]));

function sameServes(a: Serves, b: Serves): boolean {
  if (a === b) return true;
  if (a.kind !== 'some' || b.kind !== 'some') return a.kind === b.kind;
  return JSON.stringify(a.where) === JSON.stringify(b.where) && sameCustomers(a.customers, b.customers);
}

/** Customers as a file says them. */
export function servesInput({ customers }: Organisation, serves: Serves): ServesInput {
  if (serves.kind !== 'some') return serves.kind;
  // Without customers there is no attribute either that could be named.
  if (serves.where === undefined || customers.count === 0)
    return listed(serves.customers, customers).map((row) => customers.id[row]!);
  return {
    where: Object.fromEntries(Object.entries(serves.where).map(([name, values]) => [name, [...values]])),
  };
}

/** Whom a unit serves as a file says it; undefined where that follows from its kind or from the unit above. */
function servesOf(organisation: Organisation, { serves, kind, parent }: Unit): ServesInput | undefined {
  const above = organisation.units[parent];
  const follows: Serves =
    kind === 'centre-of-expertise' ? { kind: 'none' } : (above?.serves ?? { kind: 'all' });
  return sameServes(serves, follows) ? undefined : servesInput(organisation, serves);
}

function entry(organisation: Organisation, index: Index): Readonly<Record<string, unknown>> {
  const { units, people, capabilities } = organisation;
  const unit = units[index]!;
  const above = units[unit.parent];
  return {
    ...withoutEmpty({
      id: unit.id,
      name: unit.name === unit.id ? '' : unit.name,
      kind: unit.kind === 'department' ? '' : unit.kind,
      parent: above?.id,
      head: people.id[unit.head],
      lead: unit.selfGoverning === true ? 'none' : '',
      answersTo: unit.answersTo === undefined ? '' : people.id[unit.answersTo],
      phase: unit.phase === (above?.phase ?? null) ? '' : (unit.phase ?? ''),
      capability: capabilities[unit.capability]?.id,
      accountable: unit.accountable ? true : '',
    }),
    // An empty list serves nobody, and so says something.
    ...given({
      serves: servesOf(organisation, unit),
      servesUnits: unit.servesUnits,
      decides: unit.decides,
      advises: unit.advises,
      charter: unit.charter,
      scorecard: unit.scorecard,
    }),
  };
}

/** A unit with a charter or a scorecard, one line for each thing it says. */
function blockLines({ charter, scorecard, ...rest }: Readonly<Record<string, unknown>>): string[] {
  const lines = Object.entries(rest).flatMap(([key, value]) => flowLines(`    ${key}: `, value, '      '));
  for (const [part, value] of Object.entries(charter ?? {}))
    lines.push(
      ...(part === Object.keys(charter ?? {})[0] ? ['    charter:'] : []),
      ...flowLines(`      ${part}: `, value, '        '),
    );
  const measures = (scorecard ?? []) as readonly object[];
  if (measures.length > 0) lines.push('    scorecard:');
  for (const measure of measures) lines.push(`      - ${flow(withoutEmpty({ ...measure }))}`);
  return [lines[0]!.replace('    ', '  - '), ...lines.slice(1)];
}

/** `departments:` and `flows:`, with what each unit is and why. */
export function departmentLines(
  before: Organisation,
  organisation: Organisation,
  reasons: Reasons,
): string[] {
  const { units, flows } = organisation;
  const members = membersOf(organisation);
  const revenue = totalRevenue(organisation);
  const comers = comersText(before, organisation, reasons);
  const lines = unitOrder(organisation).flatMap((unit) => {
    const seats = [...members.seat.subarray(members.start[unit]!, members.start[unit + 1]!)];
    const text = [unitComment(organisation, unit, seats, revenue), comers(seats)].join(' ').trim();
    const said = entry(organisation, unit);
    const block = 'charter' in said || 'scorecard' in said;
    return [
      ...(text === '' ? [] : commentLines(text, '  ')),
      ...(block ? blockLines(said) : itemLines(said)),
    ];
  });
  const passed = flows.map(({ from, to, what, kind }) => ({
    from: units[from]!.id,
    to: units[to]!.id,
    what,
    ...(kind === 'other' ? {} : { kind }),
  }));
  return [
    ...(units.length === 0 ? ['departments: []'] : ['departments:', ...lines]),
    ...(passed.length === 0
      ? []
      : ['', '# What one department lets another know.', 'flows:', ...passed.flatMap(itemLines)]),
  ];
}
