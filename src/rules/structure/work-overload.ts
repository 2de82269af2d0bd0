import { precisePercent } from '../../base/figures.ts';
import { grouped } from '../../base/grouped.ts';
import { counted } from '../../base/text.ts';
import { loadOf } from '../../measures/work/load.ts';
import { type Station, workOf } from '../../measures/work/stations.ts';
import { eachUnit } from '../../model/accountability.ts';
import { closedGates } from '../../model/quality.ts';
import type { View } from '../../model/view.ts';
import { team } from '../examples/companies.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';

/** Above this share of assumed hours nobody is told to have too much work. */
const MOST_ASSUMED = 0.5;
/** Full-time people short in one place, from which it is no matter of rounding. A judgement: half a person. */
const SHORT = 0.5;

const shop = (hours: number) => `
version: 1
name: Who is at the counter?
hoursPerFtePerMonth: 140
journeys:
  - { id: help, steps: [{ phase: retain, capability: support, hours: 2 }] }
people:
  - { id: head, title: General Manager, department: shop }
${team('Customer Support Specialist', 'shop', 'head', ['s1', 's2', 's3'])}
customers:
  - { id: c1, revenue: 1000, effort: { support: ${hours} } }
`;

/** How many people of a trade are in a unit, whoever's work they do. Linear in the people. */
function peopleOfTrade(view: View, { capability, unit }: Station): number {
  const { people } = view.organisation;
  const { at } = view.accountability();
  let count = 0;
  for (let seat = 0; seat < people.count; seat++)
    if (people.capability[seat] === capability && people.vacant[seat] === 0)
      eachUnit(at, at.membershipOf(seat), (one) => {
        if (one === unit) count++;
      });
  return count;
}

export const workOverload = defineRule({
  id: 'work-overload',
  about: 'structure',
  severity: 'warning',
  summary: 'Customers need more hours than the people of a unit have.',
  why: {
    text: 'Where work takes all hours of its people or more, what waits only grows. Just below that waits are long already: they double between 80 and 90 % of the hours.',
    source: 'A. K. Erlang; orgdesign, model section 10',
  },
  examples: { bad: shop(520), good: shop(330) },
  *check(view, { baseline }) {
    const { organisation } = view;
    const { capabilities, hoursPerFtePerMonth } = organisation;
    if (closedGates(organisation, ['capabilities', 'customers']).length > 0) return;
    const work = workOf(view, baseline);
    if (work.assumedHours > MOST_ASSUMED) return;
    const named = view.accountability().at.units;
    const short = ({ hours, fte }: Station) => hours / hoursPerFtePerMonth - fte;
    const overloaded = work.stations
      .filter((station) => short(station) >= SHORT && loadOf(station, hoursPerFtePerMonth).wait === Infinity)
      .sort((a, b) => short(b) - short(a) || a.unit - b.unit || a.capability - b.capability);
    const [worst] = overloaded;
    if (worst === undefined) return;
    const inWords = (station: Station, all = station.people) => {
      const where = named[station.unit]?.name ?? 'the root office';
      const { name } = capabilities[station.capability]!;
      const { utilisation } = loadOf(station, hoursPerFtePerMonth);
      const much =
        station.fte > 0
          ? `work for ${precisePercent(utilisation)} of their hours`
          : 'work, and nobody is there';
      const who = all > station.people ? `${grouped(station.people)} of ${grouped(all)} people` : 'People';
      return `${who} for ${name} in ${where} have ${much}`;
    };
    const missing = overloaded.reduce((sum, station) => sum + short(station), 0);
    const head = named[worst.unit]?.head ?? -1;
    const more = overloaded.length - 1;
    // Whom customers know by name have their work; nobody is hired for it while others of the trade beside them have none.
    const all = worst.people > 0 ? peopleOfTrade(view, worst) : 0;
    const idle = all - worst.people;
    const divide =
      idle > 0 ? `; ${idle === 1 ? 'the other one has' : `the other ${grouped(idle)} have`} none of it` : '';
    yield {
      message: `${inWords(worst, all)}, ${short(worst).toFixed(1)} full-time people too few for 100 %${divide}${more === 0 ? '' : `; so it is in ${counted(more, 'more place', 'more places')}, ${missing.toFixed(1)} in all`}.`,
      value: worst.fte > 0 ? worst.hours / hoursPerFtePerMonth / worst.fte : null,
      limit: 1,
      count: overloaded.length,
      examples: examplesOf(overloaded, (station) => inWords(station)),
      at: head >= 0 ? organisation.people.origin(head) : organisation.origin,
    };
  },
});
