import { headsOf } from '../model/heads.ts';
import { type Index, isContractor, type Organisation } from '../model/organisation.ts';
import { reportsOf, treeOf } from '../model/tree.ts';
import { standingsOf } from './hierarchy/seniority.ts';
import { staysPut } from './hierarchy/who-stays.ts';
import { unitIdOf } from './transition/schedule.ts';

/** What kind of reason moves somebody, for reasons to be counted. */
export type ReasonKind =
  | 'pinned'
  | 'customers'
  | 'team'
  | 'post'
  | 'centre'
  | 'head'
  | 'capability'
  | 'title'
  | 'share'
  | 'suggested'
  | 'manager';

/** Why a seat of today is where a design puts it; `text` goes on after a colon. */
export interface Reason {
  readonly kind: ReasonKind;
  readonly text: string;
}

/** By seat: of everyone of today who changes unit or manager, as far as it is known why. */
export type Reasons = ReadonlyMap<Index, Reason>;

/** Why a design put a seat into its unit; undefined where the design does not say. */
export type WhyHere = (seat: Index) => Reason | undefined;

const reason = (kind: ReasonKind, text: string): Reason => ({ kind, text });

export const PINNED = reason('pinned', 'pinned');
export const CENTRE = reason('centre', 'set aside for the centre, where fewest customers lose anybody');
export const DIRECTS = reason('head', 'already directs these customers');

export const TO_OFFICER = reason(
  'manager',
  'answers to the Chief Customer Officer, or to a customer manager, from now on',
);

const WITH_TEAM = reason('team', 'goes with the people who report to them');
const WITH_MANAGER = reason('team', 'goes where the manager is');
const MOST_REPORT = reason('head', 'heads it: most of it already reports to them');
const TOP_LEVEL = reason('head', 'heads it: nobody in it is more senior');
const LEADS_TODAY = reason('head', 'heads it: the most senior who is not bound elsewhere');
const MAKES_PLACE = reason('manager', 'makes place under the old manager');
const NEW_TEAM = reason('manager', 'joins a new team, as no manager had room');
const NEW_HEAD = reason('manager', 'the unit has another head');
const OUTSIDE = reason('manager', 'the old manager is in another unit');
const NO_TEAM = reason('manager', 'the old manager leads nobody any more');
const HAD_NONE = reason('manager', 'everyone below the top has one');
const HEADS = reason('manager', 'heads the unit');

/** Of who heads something and is not the company's own. */
const asContractor = ({ kind, text }: Reason): Reason => reason(kind, `${text}; is a contractor`);

/** Share of a unit, without its head, that must report to somebody today for that to be why they head it. */
const MOST = 0.5;

/**
 * Why people are where a design puts them, found from both organisations and from what the design says of each seat. Pins
 * come before all; a head is a head whatever post they fill; whoever stays in the unit has a new manager because of what
 * became of the old one. Seats of today keep their indexes. Linear in seats.
 */
export function reasonsOf(
  before: Organisation,
  after: Organisation,
  why: WhyHere = () => undefined,
): Reasons {
  const found = new Map<Index, Reason>();
  if (before === after) return found;
  const heads = newHeads(before, after);
  const manager = managerReasons(before, after, heads);
  const [then, now] = [treeOf(before).boss, treeOf(after).boss];
  for (let seat = 0; seat < before.people.count; seat++) {
    const moved = unitIdOf(before, seat) !== unitIdOf(after, seat);
    if (!moved && then[seat] === now[seat]) continue;
    const given = moved ? why(seat) : undefined;
    const told =
      given?.kind === 'pinned' || given?.kind === 'head'
        ? given
        : ((moved ? heads.get(seat) : undefined) ?? given ?? (moved ? undefined : manager(seat)));
    const known = told ?? (moved ? withOthers(after, seat) : undefined);
    if (known === undefined) continue;
    const isNewHead = (known === HEADS || known.kind === 'head') && reportsOf(treeOf(before), seat) === 0;
    found.set(seat, isNewHead && isContractor(before, seat) ? asContractor(known) : known);
  }
  return found;
}

/** With whom somebody goes of whom the design says nothing: a lead with the team, else with the manager. */
function withOthers(after: Organisation, seat: Index): Reason | undefined {
  const tree = treeOf(after);
  if (reportsOf(tree, seat) > 0) return WITH_TEAM;
  const boss = tree.boss[seat]!;
  return boss >= 0 && after.unitOf[boss] === after.unitOf[seat] ? WITH_MANAGER : undefined;
}

/** People of today who head a unit that they did not head, and why they do. */
function newHeads(before: Organisation, after: Organisation): Reasons {
  const found = new Map<Index, Reason>();
  const [old, now] = [headsOf(before).head, headsOf(after).head];
  const headed = new Map(before.units.map(({ id }, unit) => [id, old[unit]!]));
  const unitsOf = new Map<Index, Index>();
  after.units.forEach(({ id }, unit) => {
    const head = now[unit]!;
    if (head < 0 || head >= before.people.count || headed.get(id) === head) return;
    if (after.unitOf[head] === unit && !staysPut(before, head)) unitsOf.set(unit, head);
  });
  const sizes = new Map(
    [...unitsOf.keys()].map((unit) => [unit, { people: 0, reporting: 0, topped: false }]),
  );
  const standing = standingsOf(before);
  const { boss } = treeOf(before);
  for (let seat = 0; seat < before.people.count; seat++) {
    const size = sizes.get(after.unitOf[seat]!);
    const head = unitsOf.get(after.unitOf[seat]!);
    if (size === undefined || head === undefined || head === seat) continue;
    size.people++;
    if (boss[seat] === head) size.reporting++;
    if (standing[seat]! > standing[head]!) size.topped = true;
  }
  for (const [unit, head] of unitsOf) {
    const { people, reporting, topped } = sizes.get(unit)!;
    const most = reporting > MOST * people;
    found.set(head, most ? MOST_REPORT : topped ? LEADS_TODAY : TOP_LEVEL);
  }
  return found;
}

/** Why whoever stays in a unit reports to somebody else. */
function managerReasons(before: Organisation, after: Organisation, heads: Reasons): WhyHere {
  const [then, now] = [treeOf(before).boss, treeOf(after).boss];
  const headSeats = new Set(headsOf(after).head);
  const moved = new Map<Index, Reason>();
  return (seat) => {
    const [old, boss] = [then[seat]!, now[seat]!];
    if (heads.has(seat) || (headSeats.has(seat) && after.unitOf[boss] !== after.unitOf[seat])) return HEADS;
    if (old >= 0 && unitIdOf(before, old) !== unitIdOf(after, old)) {
      const unit = after.units[after.unitOf[old]!];
      const text =
        unit === undefined ? 'the old manager is in no unit' : `the old manager moved to ${unit.name}`;
      const known = moved.get(old) ?? reason('manager', text);
      moved.set(old, known);
      return known;
    }
    if (boss >= before.people.count) return NEW_TEAM;
    if (boss >= 0 && heads.has(boss)) return NEW_HEAD;
    if (old < 0) return HAD_NONE;
    if (after.unitOf[old] !== after.unitOf[seat] && after.unitOf[boss] === after.unitOf[seat]) return OUTSIDE;
    return reportsOf(treeOf(after), old) > 0 ? MAKES_PLACE : NO_TEAM;
  };
}

/** The same reason for all of a capability; who leads without a trade goes with people, not for a skill. */
export function reasonByCapability(
  { people, capabilities }: Organisation,
  of: (name: string) => Reason,
): WhyHere {
  const known = new Map<Index, Reason>();
  return (seat) => {
    const capability = people.capability[seat]!;
    const own = capabilities[capability];
    if (own === undefined) return undefined;
    if (own.role === 'leadership') return WITH_TEAM;
    const found = known.get(capability) ?? of(own.name);
    known.set(capability, found);
    return found;
  };
}

/** Reasons of a design that hold in a stage on the way to it: of those who are where the design has them. */
export function reasonsSoFar(stage: Organisation, design: Organisation, reasons: Reasons): Reasons {
  if (stage === design) return reasons;
  const bossId = (of: Organisation, seat: Index) => of.people.id[treeOf(of).boss[seat]!];
  return new Map(
    [...reasons].filter(([seat, { kind }]) =>
      kind === 'manager'
        ? bossId(stage, seat) === bossId(design, seat)
        : unitIdOf(stage, seat) === unitIdOf(design, seat),
    ),
  );
}
