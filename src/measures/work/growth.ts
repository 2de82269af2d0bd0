import { whole } from '../../base/figures.ts';
import { counted } from '../../base/text.ts';
import type { Index } from '../../model/organisation.ts';
import type { Team } from '../../model/teams.ts';
import type { View } from '../../model/view.ts';
import { customersAfter } from '../customers/retain-share.ts';
import { divided, workOf } from './stations.ts';

/** People that the work of each unit takes, today and after each year. */
interface UnitGrowth {
  readonly unit: Index;
  /** Full-time, at policy.utilisation; the first is today’s work. */
  readonly needed: readonly number[];
}

/** A team that grows or shrinks past a limit. */
interface Crossing {
  readonly team: Team;
  readonly size: number;
  readonly becomes: number;
  readonly year: number;
  readonly limit: 'minimum' | 'maximum';
}

interface Growth {
  readonly units: readonly UnitGrowth[];
  readonly crossings: readonly Crossing[];
  /** How many times today’s people of each capability the work takes after each year, from the first. */
  readonly times: readonly ReadonlyMap<Index, number>[];
}

/** What each row of customers counts for after some years; retention that is not known is the mean of the others. */
function rowsAfter({ organisation: { customers, context } }: View, years: number): Float64Array {
  const known = customers.retention.filter((retention) => !Number.isNaN(retention));
  const mean = known.reduce((a, b) => a + b, 0) / known.length;
  return customers.retention.map((given) => {
    const retention = Number.isNaN(given) ? mean : given;
    return customersAfter(years, retention, context.acquisitionRate ?? 1 - retention);
  });
}

/** The people of a team, open seats left out. */
function peopleIn({ organisation, tree }: View, { entity, lead }: Team): readonly Index[] {
  const { people, teams, units, unitOf } = organisation;
  const declared = entity.kind === 'team' ? teams.find(({ id }) => id === entity.id) : undefined;
  const seats =
    declared !== undefined
      ? declared.members.map(({ seat }) => seat)
      : entity.kind === 'person'
        ? [lead, ...tree().report.subarray(tree().reportStart[lead]!, tree().reportStart[lead + 1]!)]
        : [...unitOf.keys()].filter((seat) => units[unitOf[seat]!]?.id === entity.id);
  return seats.filter((seat) => people.vacant[seat] === 0);
}

/** Share of the rows of customers whose retention has to be known: else nothing can be said of the years to come. */
const MOST_RETENTIONS = 0.9;

/** What is to be given before anything can be said of the years to come; undefined where retention is known of nearly all. */
export function lackedForGrowth({ organisation: { customers } }: View): string | undefined {
  const known = customers.retention.reduce((sum, one) => sum + (Number.isNaN(one) ? 0 : 1), 0);
  return known >= MOST_RETENTIONS * customers.count
    ? undefined
    : `The share of customers who stay from one year to the next is given for ${whole(known)} of ${counted(customers.count, 'row')} of customers, and it takes nine in ten (customers.retention, as 0.93).`;
}

/**
 * People that each unit needs over the years, and which teams outgrow or fall below their size. Work in retain grows with the
 * customers there are; identify and acquire go on winning as many as they do. Cost: years × that of the work.
 */
export function growthOver(view: View, baseline: View, years: number): Growth {
  const { organisation } = view;
  const { policy, hoursPerFtePerMonth } = organisation;
  const { at } = view.accountability();
  const today = workOf(view, baseline).stations;
  const keyOf = ({ capability, unit }: { capability: Index; unit: Index }) => capability * at.size + unit;
  const byYear = Array.from({ length: years + 1 }, (_, year) => {
    if (year === 0) return new Map(today.map((station) => [keyOf(station), station.hours]));
    const later = new Map(
      divided(view, baseline, rowsAfter(view, year)).stations.map((station) => [
        keyOf(station),
        station.byPhase[2],
      ]),
    );
    return new Map(
      today.map((station) => {
        const [identify, acquire] = station.byPhase;
        return [keyOf(station), identify + acquire + (later.get(keyOf(station)) ?? 0)];
      }),
    );
  });
  const capacity = hoursPerFtePerMonth * policy.utilisation;
  const units = [...new Set(today.map(({ unit }) => unit))].sort((a, b) => a - b);
  const factor = (seat: Index, year: number): number => {
    const key = keyOf({ capability: organisation.people.capability[seat]!, unit: at.unitOf(seat) });
    const before = byYear[0]!.get(key) ?? 0;
    return before > 0 ? byYear[year]!.get(key)! / before : 1;
  };
  const crossings: Crossing[] = [];
  for (const team of view.teams()) {
    const members = peopleIn(view, team);
    const size = members.length;
    for (let year = 1; year <= years; year++) {
      const becomes = Math.round(members.reduce((sum, seat) => sum + factor(seat, year), 0));
      const above = size <= policy.maximumTeam && becomes > policy.maximumTeam;
      const below = size >= policy.minimumTeam && becomes < policy.minimumTeam;
      if (!above && !below) continue;
      crossings.push({ team, size, becomes, year, limit: above ? 'maximum' : 'minimum' });
      break;
    }
  }
  return {
    units: units.map((unit) => ({
      unit,
      needed: byYear.map(
        (hours) =>
          today.reduce((sum, station) => sum + (station.unit === unit ? hours.get(keyOf(station))! : 0), 0) /
          capacity,
      ),
    })),
    crossings: crossings.sort((a, b) => a.year - b.year),
    times: byYear.slice(1).map((hours) => {
      const sums = new Map<Index, [before: number, after: number]>();
      for (const station of today) {
        const [before, after] = sums.get(station.capability) ?? [0, 0];
        sums.set(station.capability, [before + station.hours, after + hours.get(keyOf(station))!]);
      }
      return new Map([...sums].map(([capability, [before, after]]) => [capability, after / before]));
    }),
  };
}
