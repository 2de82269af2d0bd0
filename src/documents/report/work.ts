import { finite } from '../../base/given.ts';
import { memo } from '../../base/memo.ts';
import { byText } from '../../base/text.ts';
import { withMorePeople } from '../../designs/with-more-people.ts';
import { revenueAtRisk } from '../../measures/customers/revenue-at-risk.ts';
import { singleHoldersOf } from '../../measures/structure/single-holders.ts';
import { growthOver, lackedForGrowth } from '../../measures/work/growth.ts';
import { leadTimeOf } from '../../measures/work/lead-time.ts';
import { loadOf } from '../../measures/work/load.ts';
import { poolingLosses } from '../../measures/work/pooling-loss.ts';
import { workOf } from '../../measures/work/stations.ts';
import { returnOf } from '../../model/initiatives.ts';
import type { Index } from '../../model/organisation.ts';
import { closedGates } from '../../model/quality.ts';
import type { View } from '../../model/view.ts';
import type { Ranking } from '../../schema/documents/ranking.ts';
import type { ReportedWork } from '../../schema/documents/work.ts';
import type { InitiativeInput } from '../../schema/input/decision.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import { type Candidate, candidateById, companyOf } from '../../verdicts/candidate.ts';

const HOURS_A_DAY = 8;
const MOST_KEY_PEOPLE = 10;

type WorkOfDesign = ReportedWork['designs'][string];
type ReportedInitiative = ReportedWork['initiatives'][number];

const hasCustomers = ({ organisation }: View): boolean =>
  organisation.customers.count > 0 && closedGates(organisation, ['customers']).length === 0;

const isKnownIn = (today: View): boolean =>
  hasCustomers(today) && closedGates(today.organisation, ['capabilities']).length === 0;

const unitIn = (view: View) => {
  const { units } = view.accountability().at;
  return (unit: Index) => {
    const found = units[unit];
    return found === undefined
      ? { id: 'root-office', name: 'Root office' }
      : { id: found.id, name: found.name };
  };
};

/** The work of customers in a design; null where there are no customers, or the data cannot bear figures on what people can do. */
export const workIn = memo((view: View, today: View): WorkOfDesign | null => {
  if (!isKnownIn(today)) return null;
  const { capabilities, people, policy, hoursPerFtePerMonth } = view.organisation;
  const named = unitIn(view);
  const nameOf = (capability: Index) => capabilities[capability]!.id;
  const time = leadTimeOf(view, today);
  const rest = time === null || time.hours === null ? null : time.hours - time.handoffs;
  return {
    load: workOf(view, today)
      .stations.map((station) => {
        const { utilisation, wait, within } = loadOf(station, hoursPerFtePerMonth);
        return {
          unit: named(station.unit),
          capability: nameOf(station.capability),
          hoursPerMonth: station.hours,
          fte: station.fte,
          utilisation: finite(utilisation),
          wait: finite(wait),
          withinDay: within(HOURS_A_DAY),
        };
      })
      .sort(
        (a, b) =>
          (b.utilisation ?? Number.MAX_VALUE) - (a.utilisation ?? Number.MAX_VALUE) ||
          byText(a.unit.id, b.unit.id) ||
          byText(a.capability, b.capability),
      ),
    pooling: poolingLosses(view, today).map(({ capability, loads, apart, pooled, mixedLengths }) => {
      return { capability: nameOf(capability), units: loads.length, apart, pooled, mixedLengths };
    }),
    leadTime: time && {
      ...time,
      range: {
        low: rest === null ? null : rest + time.handoffs / 2,
        high: rest === null ? null : rest + time.handoffs * 2,
      },
    },
    cover: singleHoldersOf(view).map(({ unit, capability, seat }) => {
      return {
        unit: named(unit),
        capability: nameOf(capability),
        person: people.id[seat]!,
        nobody: policy.absence,
      };
    }),
  };
});

/** On whom most hangs: the revenue of customers who know no other, and skills that nobody else there has. */
function keyPeopleOf(today: View, isKnown: boolean): ReportedWork['keyPeople'] {
  const { people, customers, relationships, capabilities } = today.organisation;
  const found = new Map<Index, { customers: number; revenue: number; alone: string[] }>();
  const entry = (seat: Index) => {
    const own = found.get(seat) ?? { customers: 0, revenue: 0, alone: [] };
    found.set(seat, own);
    return own;
  };
  let revenue = 0;
  for (let row = 0; row < customers.count; row++) {
    const paid = Math.max(0, customers.revenue[row]! || 0);
    revenue += paid;
    const seats = relationships.seat.subarray(relationships.start[row]!, relationships.start[row + 1]!);
    for (const seat of seats) {
      const own = entry(seat);
      own.customers += customers.customers[row]!;
      own.revenue += paid / seats.length;
    }
  }
  for (const { capability, seat } of isKnown ? singleHoldersOf(today) : [])
    entry(seat).alone.push(capabilities[capability]!.id);
  return [...found]
    .sort(
      ([a, x], [b, y]) =>
        y.alone.length - x.alone.length ||
        y.revenue - x.revenue ||
        y.customers - x.customers ||
        byText(people.id[a]!, people.id[b]!),
    )
    .slice(0, MOST_KEY_PEOPLE)
    .map(([seat, { customers: served, revenue: paid, alone }]) => ({
      person: people.id[seat]!,
      title: people.title[seat]!,
      customers: served,
      revenueShare: revenue > 0 ? paid / revenue : null,
      alone,
    }));
}

/** The reorganisation where nobody stated what it costs and is for. */
const UNSTATED: InitiativeInput = {
  id: 'reorganisation',
  name: 'Reorganisation',
  kind: 'reorganisation',
  effect: {},
};

/**
 * Initiatives and the reorganisation side by side, what gains most equity for each unit of cost first, then what saves most. The
 * design that is weighed is the first in the ranking; what it adds to the yearly cost of seats counts against it.
 */
function weighed(candidates: readonly Candidate[], ranking: Ranking | null): ReportedInitiative[] {
  const { organisation } = candidates[0]!.today;
  const { initiatives, policy } = organisation;
  const first = ranking?.winner === 'as-is' ? undefined : ranking?.winner;
  const chosen = candidates.find(({ design }) => design.id === first);
  const isStated = initiatives.some(({ kind }) => kind === 'reorganisation');
  const all = [...initiatives, ...(isStated || chosen === undefined ? [] : [UNSTATED])];
  return all
    .map((one): ReportedInitiative => {
      const design = one.kind === 'reorganisation' ? chosen : undefined;
      const added = design?.measures().get('change.costPerYear')?.value ?? 0;
      const { paybackYears, ...back } = returnOf(organisation, one, added);
      const isTold = one.cost !== undefined && back.asks.length === 0;
      return {
        id: one.id,
        name: one.name ?? one.id,
        kind: one.kind,
        design: design?.design.id ?? null,
        cost: one.cost ?? null,
        ...back,
        asks: [...back.asks],
        satisfaction: one.effect.satisfaction ?? 0,
        paybackYears,
        late: isTold ? paybackYears === null || paybackYears > policy.paybackLimit : null,
        atRisk: design?.measures().get(revenueAtRisk.id)?.range ?? null,
      };
    })
    .sort(
      (a, b) =>
        (b.equityPerCost ?? -Infinity) - (a.equityPerCost ?? -Infinity) ||
        b.savedPerYear - a.savedPerYear ||
        byText(a.id, b.id),
    );
}

/** Designs that lack people today, with the first year in which the people whom the work then takes would do. */
function possibleLater(
  candidates: readonly Candidate[],
  years: number,
): { design: DesignId; year: number }[] {
  const { today } = candidates[0]!;
  const { people } = today.organisation;
  const lacking = candidates
    .filter(({ result }) => result.status === 'impossible')
    .map(({ design }) => design.id);
  if (lacking.length === 0) return [];
  const held = new Map<Index, number>();
  people.capability.forEach((capability, seat) => {
    if (people.vacant[seat] === 0) held.set(capability, (held.get(capability) ?? 0) + 1);
  });
  const { times } = growthOver(today, today, years);
  const found = new Map<DesignId, number>();
  let known = '';
  times.forEach((factors, at) => {
    const more = new Map(
      [...factors].map(([capability, factor]) => [
        capability,
        Math.max(0, Math.round((held.get(capability) ?? 0) * (factor - 1))),
      ]),
    );
    // Nobody more than the year before: nothing else would be possible.
    const key = [...more].join(';');
    if (key === known || [...more.values()].every((count) => count === 0)) return;
    known = key;
    const company = companyOf(withMorePeople(today.organisation, more));
    for (const design of lacking)
      if (!found.has(design) && candidateById(company, design).result.status !== 'impossible')
        found.set(design, at + 1);
  });
  return [...found].map(([design, year]) => ({ design, year }));
}

function growthIn(candidates: readonly Candidate[], years: number): NonNullable<ReportedWork['growth']> {
  const { today } = candidates[0]!;
  const reason = isKnownIn(today)
    ? lackedForGrowth(today)
    : 'The data cannot bear figures on the work: who does what is not known of enough people.';
  if (reason !== undefined) return { years, designs: {}, possible: [], reason };
  return {
    years,
    designs: Object.fromEntries(
      candidates.flatMap(({ design, view, today }) => {
        if (view === null) return [];
        const { units, crossings } = growthOver(view, today, years);
        const named = unitIn(view);
        const told = {
          units: units.map(({ unit, needed }) => ({ unit: named(unit), needed: [...needed] })),
          crossings: crossings.map(({ team, ...rest }) => ({ team: { ...team.entity }, ...rest })),
        };
        return [[design.id, told] as const];
      }),
    ),
    possible: possibleLater(candidates, years),
  };
}

/**
 * The work of customers in today's organisation and in every design.
 * @param years - For how many years its growth is told; left out where nobody asked.
 * @returns null where there are no customers, or the data cannot bear figures on them.
 */
export function reportedWork(
  candidates: readonly Candidate[],
  ranking: Ranking | null,
  years?: number,
): ReportedWork | null {
  const { today } = candidates[0]!;
  const { organisation } = today;
  if (!hasCustomers(today)) return null;
  const isKnown = isKnownIn(today);
  return {
    assumedShare: workOf(today, today).assumedHours,
    designs: Object.fromEntries(
      candidates.flatMap(({ design, view }) => {
        const work = view && workIn(view, today);
        return work === null ? [] : [[design.id, work] as const];
      }),
    ),
    keyPeople: keyPeopleOf(today, isKnown),
    ...(years === undefined ? {} : { growth: growthIn(candidates, years) }),
    paybackLimit: organisation.policy.paybackLimit,
    initiatives: weighed(candidates, ranking),
  };
}
