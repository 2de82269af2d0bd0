import { mostFirst } from '../../base/groups.ts';
import { memo } from '../../base/memo.ts';
import { displacedHeads } from '../../designs/displaced.ts';
import { handoffsPerJourney } from '../../measures/journey/handoffs-per-journey.ts';
import { eachUnit } from '../../model/accountability.ts';
import type { Organisation } from '../../model/organisation.ts';
import { closedGates } from '../../model/quality.ts';
import { treeOf } from '../../model/tree.ts';
import type { View } from '../../model/view.ts';
import type { ReportedJourney, ReportedSeat } from '../../schema/documents/structure.ts';
import type { Naming } from '../with-people.ts';

/** Every seat of a design, in the order of the organisation; seats of today keep their places in it. Linear. */
export function seatsOf(today: View, view: View, naming: Naming): ReportedSeat[] {
  const { organisation } = view;
  const { people, units, unitOf, capabilities } = organisation;
  const before = today.organisation;
  const { boss } = treeOf(organisation);
  const bossBefore = treeOf(before).boss;
  const displaced = new Set(displacedHeads(before, organisation).map(({ seat }) => seat));
  return people.id.map((id, seat): ReportedSeat => {
    const isNew = seat >= before.people.count;
    const was = isNew ? undefined : before.units[before.unitOf[seat]!]?.id;
    const unit = units[unitOf[seat]!]?.id ?? null;
    return {
      id,
      ...(naming === true && people.name[seat] ? { name: people.name[seat]! } : {}),
      unit,
      boss: people.id[boss[seat]!] ?? null,
      capability: capabilities[people.capability[seat]!]?.id ?? null,
      title: people.title[seat]!,
      fte: people.fte[seat]!,
      new: isNew,
      vacant: people.vacant[seat] === 1,
      displaced: displaced.has(seat),
      from: was !== undefined && was !== unit ? was : null,
      newBoss: !isNew && boss[seat] !== bossBefore[seat],
    };
  });
}

/** The row that pays most; where no revenue is known, the one that most customers stand behind. Of equals the first. */
function foremost({ customers: { customers, revenue } }: Organisation): { row: number; of: string } {
  const isPriced = revenue.some((one) => one > 0);
  const size = isPriced ? revenue : customers;
  let row = 0;
  size.forEach((one, at) => {
    if (one > (size[row]! || 0)) row = at;
  });
  const isOne = customers[row] === 1;
  if (isPriced) return { row, of: isOne ? 'the customer who pays most' : 'the customers who pay most' };
  return { row, of: isOne ? 'one customer' : 'the largest group of customers' };
}

/** The journey of the customer who pays most, with the unit that does each step most often; undefined where the data cannot bear hand-offs. */
export const journeyOf = memo((view: View): ReportedJourney | undefined => {
  const { customers, journeys, capabilities } = view.organisation;
  if (closedGates(view.organisation, handoffsPerJourney.needs).length > 0) return undefined;
  const { row: customer, of } = foremost(view.organisation);
  const { classes, classOf } = view.service();
  const own = classes[classOf[customer]!];
  const journey = own && journeys[own.journey];
  if (own === undefined || journey === undefined) return undefined;
  const { at } = view.accountability();
  const steps = journey.steps.map(({ phase, capability, contact }, step) => {
    const pool = own.groups[own.groupOfStep[step]!]?.pool ?? null;
    const shares = new Map<number, number>();
    pool?.seats.forEach((seat, nth) => {
      eachUnit(at, at.membershipOf(seat), (unit, share) => {
        shares.set(unit, (shares.get(unit) ?? 0) + share * pool.share[nth]!);
      });
    });
    const [unit, share] = mostFirst(shares)[0] ?? [-1, 0];
    return {
      phase,
      capability: capabilities[capability]!.id,
      contact,
      unit: at.units[unit]?.name ?? null,
      share: Math.round(share * 1e6) / 1e6,
    };
  });
  return { name: journey.name, customer: customers.id[customer]!, of, steps };
});
