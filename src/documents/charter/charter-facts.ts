import { precisePercent } from '../../base/figures.ts';
import { grouped } from '../../base/grouped.ts';
import { groupsBy, mostFirst } from '../../base/groups.ts';
import { allOf, counted } from '../../base/text.ts';
import { customerCounts } from '../../model/customer-counts.ts';
import { abreastOf } from '../../model/heads.ts';
import { lifetimeOf } from '../../model/lifetime-value.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';
import { membersBelow } from '../../rules/structure/unit-members.ts';
import { PHASES } from '../../schema/input/fields.ts';

/** Names in one statement, and values of one attribute, at most. */
const MOST_NAMED = 3;

/** The customer rows that a unit serves; none for a unit that serves no customer itself. */
export function rowsOf({ units, customers }: Organisation, unit: Index): readonly Index[] {
  const { serves } = units[unit]!;
  if (serves.kind === 'some') return [...serves.customers];
  return serves.kind === 'all' ? [...customers.id.keys()] : [];
}

const whole = (value: number) => grouped(Math.round(value));

/** The first few, and how many more there are. */
export const fewOf = (names: readonly string[]): string => allOf(names, MOST_NAMED);

/** Who the customers are, in figures of the file. */
export function customersInFigures(organisation: Organisation, rows: readonly Index[]): readonly string[] {
  const { customers, currency } = organisation;
  // Prospects are no customers yet, and what they may pay is no revenue.
  const paying = rows.filter((row) => customers.prospect[row] === 0);
  const revenue = (list: Iterable<Index>) => {
    let sum = 0;
    for (const row of list)
      if (customers.prospect[row] === 0 && customers.revenue[row]! > 0) sum += customers.revenue[row]!;
    return sum;
  };
  const money = (amount: number) => `${whole(amount)} ${currency ?? ''}`.trim();
  const { customers: own, prospects } = customerCounts(customers, rows);
  const { customers: all } = customerCounts(customers);
  const beside = prospects === 0 ? '' : `${counted(prospects, 'prospect')}`;
  if (own === 0) return beside === '' ? [] : [`${beside}, and no customer yet.`];
  const [ownRevenue, allRevenue] = [revenue(rows), revenue(customers.id.keys())];
  const lifetime = lifetimeOf(organisation, paying);
  return [
    `${counted(own, 'customer')}, ${precisePercent(own / all)} of all${beside === '' ? '' : `; ${beside} beside them`}.`,
    ...(ownRevenue > 0
      ? [
          `${money(ownRevenue)} of revenue a year, ${precisePercent(ownRevenue / allRevenue)} of the company’s.`,
        ]
      : []),
    ...commonValues(organisation, paying, own),
    ...(lifetime === null
      ? []
      : [
          `One is worth ${money(lifetime.mean)} over the years on average; all of them, their customer equity${lifetime.spent > 0 ? ' without what it cost to win them' : ''}, ${money(lifetime.equity)}.`,
        ]),
  ];
}

/** The commonest values of each attribute, where some value is that of several customers. */
function commonValues({ customers }: Organisation, rows: readonly Index[], own: number): readonly string[] {
  return customers.attributes.flatMap(({ name, codes, values, numeric }) => {
    if (numeric) return [];
    const counts = new Map<number, number>();
    for (const row of rows)
      if (codes[row]! >= 0)
        counts.set(codes[row]!, (counts.get(codes[row]!) ?? 0) + customers.customers[row]!);
    // What is different for each customer is an identifier.
    if (counts.size === 0 || (counts.size > 1 && counts.size > rows.length / 2)) return [];
    const top = mostFirst(counts).slice(0, MOST_NAMED);
    return [`${name}: ${top.map(([code, n]) => `${values[code]} ${precisePercent(n / own)}`).join(', ')}.`];
  });
}

/** What the customers of a unit go through with whom, by phase, for the kind of customer there is most of. */
export function journeyOf(
  view: View,
  unit: Index,
  rows: readonly Index[],
): { readonly inside: readonly string[]; readonly outside: readonly string[]; readonly isBuiltIn: boolean } {
  const { journeys, capabilities, customers } = view.organisation;
  const { classes, classOf } = view.service();
  const counts = new Map<Index, number>();
  for (const row of rows) {
    const at = classOf[row]!;
    counts.set(at, (counts.get(at) ?? 0) + customers.customers[row]!);
  }
  const [most] = mostFirst(counts);
  const met = most === undefined ? undefined : classes[most[0]];
  if (met === undefined) return { inside: [], outside: [], isBuiltIn: false };
  const own = new Set(membersBelow(view, unit));
  const steps = journeys[met.journey]!.steps.map((step, at) => {
    const { pool } = met.groups[met.groupOfStep[at]!]!;
    const seats = [...(pool?.seats ?? [])];
    const here = seats.filter((seat) => own.has(seat));
    const by =
      seats.length === 0
        ? 'nobody'
        : `${fewOf((here.length > 0 ? here : seats).map(view.person))}${here.length === 0 ? ', outside this unit' : here.length < seats.length ? ' and others outside this unit' : ''}`;
    const hours = `${grouped(step.hours, 1)} h${step.assumed ? ', assumed' : ''}`;
    const skill = capabilities[step.capability]!.name;
    return {
      phase: step.phase,
      text: `${step.name} (${skill}, ${hours}): ${by}`,
      isInside: here.length > 0,
      skill,
    };
  });
  return {
    isBuiltIn: journeys[met.journey]!.builtIn,
    inside: PHASES.flatMap((phase) => {
      const texts = steps.filter((step) => step.phase === phase).map(({ text }) => text);
      return texts.length === 0 ? [] : [`${phase}: ${texts.join('; ')}.`];
    }),
    outside: [...new Set(steps.filter(({ isInside }) => !isInside).map(({ skill }) => skill))],
  };
}

function ledBy(view: View, unit: Index): string {
  const head = view.heads().head[unit]!;
  if (head < 0) return 'Nobody leads it.';
  if (abreastOf(view.organisation, unit)?.lead === false) return 'Nobody in it leads the others.';
  const { vacant } = view.organisation.people;
  return `Led by ${vacant[head] === 1 ? `an open seat, ${view.person(head)}` : view.person(head)}.`;
}

/** Head, people by capability, open seats and who is alone with a skill. */
export function teamOf(view: View, unit: Index): readonly string[] {
  const { people, capabilities } = view.organisation;
  const seats = [...membersBelow(view, unit)];
  const present = seats.filter((seat) => people.vacant[seat] === 0);
  const bySkill = groupsBy(present, (seat) => people.capability[seat]!);
  const skills = [...bySkill].sort(([a, x], [b, y]) => y.length - x.length || a - b);
  const called = (skill: Index) => capabilities[skill]?.name ?? 'not known';
  const alone = skills.filter(
    ([skill, list]) => list.length === 1 && (capabilities[skill]?.role ?? 'leadership') !== 'leadership',
  );
  const open = seats.filter((seat) => people.vacant[seat] === 1);
  return [
    ledBy(view, unit),
    ...(skills.length === 0
      ? ['Nobody is in it.']
      : [
          `${counted(present.length, 'person', 'people')}: ${skills.map(([skill, list]) => `${called(skill)} ${list.length}`).join(', ')}.`,
        ]),
    ...(open.length === 0
      ? []
      : [
          `${counted(open.length, 'open seat')}: ${fewOf(open.map((seat) => called(people.capability[seat]!)))}.`,
        ]),
    ...(alone.length === 0
      ? []
      : [
          `Alone with a skill: ${alone.map(([skill, [seat]]) => `${called(skill)} ${view.person(seat!)}`).join(', ')}.`,
        ]),
  ];
}
