import { memo } from '../base/memo.ts';
import { gradesOf } from '../model/grades.ts';
import { headsOf } from '../model/heads.ts';
import type { Index, Organisation } from '../model/organisation.ts';
import { reportsOf, treeOf } from '../model/tree.ts';
import type { Edits } from './remedy.ts';

const fullTimePay = ({ people }: Organisation, seat: Index): number =>
  people.costPerYear[seat]! / people.fte[seat]!;

/** Everyone at the end of a line, first or second. */
const bossesOf = memo(({ lines }: Organisation): ReadonlySet<Index> => new Set(lines.boss));

/**
 * Whether somebody may come under somebody else without a step down: nobody comes below a lower grade or lower pay or, where
 * neither is higher, below somebody further from the top; nor does whoever leads others come below a peer. The top stands above everyone; an open seat may stand below anyone, unless
 * others answer to it: then below whoever is nearer to the top.
 */
export function mayComeUnder(organisation: Organisation, seat: Index, boss: Index): boolean {
  const { people } = organisation;
  const tree = treeOf(organisation);
  const { depth, roots } = tree;
  if (boss < 0 || boss === roots[0]) return true;
  if (people.vacant[seat] === 1) return depth[boss]! < depth[seat]! || !bossesOf(organisation).has(seat);
  const grades = gradesOf(organisation).value;
  const [grade, own] = [grades[boss]!, grades[seat]!];
  const [pay, ownPay] = [fullTimePay(organisation, boss), fullTimePay(organisation, seat)];
  if (grade < own || pay < ownPay) return false;
  if (grade > own || pay > ownPay || depth[boss]! < depth[seat]!) return true;
  const leads = (of: Index) => reportsOf(tree, of) > 0;
  return depth[boss] === depth[seat] && !leads(seat);
}

/** A capability, or the one that it is a specialism of. */
const tradeOf = ({ people, capabilities }: Organisation, seat: Index): Index => {
  const capability = people.capability[seat]!;
  const of = capabilities[capability]?.of ?? -1;
  return of < 0 ? capability : of;
};

const areOfOneTrade = (organisation: Organisation, a: Index, b: Index): boolean =>
  tradeOf(organisation, a) === tradeOf(organisation, b);

/** The known trades in each unit, and the locations of those who report to each boss. */
const presence = memo((organisation: Organisation) => {
  const { people, unitOf } = organisation;
  const { boss } = treeOf(organisation);
  const trades = new Set<string>();
  const places = new Set<string>();
  for (let seat = 0; seat < people.count; seat++) {
    const trade = tradeOf(organisation, seat);
    if (trade >= 0 && people.vacant[seat] === 0) trades.add(`${unitOf[seat]} ${trade}`);
    if (boss[seat]! >= 0 && people.location[seat] !== '')
      places.add(`${boss[seat]} ${people.location[seat]}`);
  }
  return { trades, places };
});

/** Whether somebody would find their trade in another unit: a cluster or a phase has many, elsewhere somebody is of it. */
function findsTrade(organisation: Organisation, seat: Index, unit: Index): boolean {
  const kind = organisation.units[unit]?.kind;
  if (unit === organisation.unitOf[seat] || kind === 'cluster' || kind === 'phase') return true;
  return presence(organisation).trades.has(`${unit} ${tradeOf(organisation, seat)}`);
}

/** Whether somebody stays where they are: the boss, or one of the team, is at their location, as far as that is known. */
function staysInPlace(organisation: Organisation, seat: Index, boss: Index, unit: Index): boolean {
  const { people, unitOf } = organisation;
  const { location } = people;
  const own = location[seat]!;
  const isAway = (other: Index) => other >= 0 && location[other] !== '' && location[other] !== own;
  if (own === '' || !isAway(boss) || presence(organisation).places.has(`${boss} ${own}`)) return true;
  // Whoever is led from afar today may be led from elsewhere.
  return unit === unitOf[seat] && isAway(treeOf(organisation).boss[seat]!);
}

/** Whether somebody may come to a team: without a step down, another trade or another location. */
export const mayJoin = (organisation: Organisation, seat: Index, boss: Index, unit: Index): boolean =>
  mayComeUnder(organisation, seat, boss) &&
  staysInPlace(organisation, seat, boss, unit) &&
  findsTrade(organisation, seat, unit) &&
  mayLeadTrade(organisation, seat, boss, unit);

/**
 * Whether somebody could lead a person of that trade: they are of it, lead others of it, head the person's unit or one above
 * it, or lead without a trade of their own. `unit` is the person's unit from now on.
 */
function mayLeadTrade(organisation: Organisation, seat: Index, boss: Index, unit: Index): boolean {
  const { people, capabilities, units } = organisation;
  const tree = treeOf(organisation);
  if (boss === tree.roots[0] || areOfOneTrade(organisation, seat, boss)) return true;
  if (capabilities[people.capability[boss]!]?.role === 'leadership') return true;
  const { head } = headsOf(organisation);
  for (let at = unit, guard = 0; at >= 0 && guard < 64; at = units[at]!.parent, guard++)
    if (head[at] === boss) return true;
  const team = tree.report.subarray(tree.reportStart[boss]!, tree.reportStart[boss + 1]!);
  return team.some((one) => one !== seat && areOfOneTrade(organisation, one, seat));
}

/**
 * Whether a change is one that could be asked of people: nobody comes below a lower grade or pay, nobody is put under
 * somebody of another trade, into a unit without their own or with people elsewhere, and no head of a unit loses the only people they lead. `after`: the organisation with the change
 * made. Linear in the seats.
 */
export function isAcceptable(organisation: Organisation, edits: Edits, after: Organisation): boolean {
  const [then, now] = [treeOf(organisation), treeOf(after)];
  for (const seat of edits.keys()) {
    const boss = now.boss[seat]!;
    if (boss < 0 || boss === then.boss[seat]) continue;
    if (!mayJoin(organisation, seat, boss, after.unitOf[seat]!)) return false;
  }
  // A lesser line leads too.
  const leading = new Uint8Array(after.people.count);
  for (const boss of after.lines.boss) leading[boss] = 1;
  return headsOf(organisation).head.every(
    (seat) => seat < 0 || reportsOf(then, seat) === 0 || leading[seat] === 1,
  );
}
