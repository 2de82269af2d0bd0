import type { Index } from '../../model/organisation.ts';
import { reportsOf, treeOf } from '../../model/tree.ts';
import type { Draft } from '../draft.ts';
import { commonest, openLead } from './lead-seats.ts';
import { mayLead, standingsOf } from './seniority.ts';
import { mostReports } from './unit-chart.ts';

/** People who lost the same manager, and so stay together. */
interface Party {
  readonly seats: readonly Index[];
  readonly capability: Index;
  readonly standing: number;
}

/**
 * Hangs people who stay, but whose manager left. `keepers` has for each the nearest up the old lines who stays. There they
 * go, as long as all who come have room; else all who shared a manager together: to the next ones up, then to
 * the keeper's other managers who have their trade and no lower level; who is left gets leads below the keeper, as few as
 * hold these parties, or a place there where there are enough. Room is what new lines may fill: the policy's, or as many reports as there are today.
 * Lines that stay, and what the design itself puts under somebody, are not touched. Cost: linear, times the levels and the
 * size of a team.
 */
export function hangStranded(draft: Draft, keepers: ReadonlyMap<Index, Index>): void {
  if (keepers.size === 0) return;
  const coming = new Map<Index, Index[]>();
  for (const [seat, keeper] of keepers) {
    const list = coming.get(keeper);
    if (list === undefined) coming.set(keeper, [seat]);
    else list.push(seat);
    draft.boss[seat] = -1;
  }
  const rooms = new Rooms(draft);
  const levels = new Map([...coming.keys()].map((keeper) => [keeper, rooms.above(keeper).length]));
  // From the top, since who is further down may look for room above.
  const order = [...coming.keys()].sort((a, b) => levels.get(a)! - levels.get(b)! || a - b);
  const crowded = order.filter((keeper) => {
    const seats = coming.get(keeper)!;
    if (seats.length > rooms.of(keeper)) return true;
    for (const seat of seats) rooms.hang(seat, keeper);
    return false;
  });
  // Those below need their room for themselves.
  const busy = new Set(crowded);
  for (const keeper of crowded) {
    const peers = new Peers(rooms, keeper, busy);
    const above = rooms.above(keeper).slice(1);
    const left = partiesOf(draft, coming.get(keeper)!).filter(({ seats, capability, standing }) => {
      const up = above.find((at) => rooms.of(at) >= seats.length && leadsAll(draft, at, seats));
      const manager = up ?? peers.find(capability, standing, seats.length);
      if (manager >= 0) for (const seat of seats) rooms.hang(seat, manager);
      return manager < 0;
    });
    if (left.length > 0) lead(rooms, keeper, [...rooms.above(keeper), ...peers.all], left);
  }
}

/** Whether somebody may be put above all of these. */
const leadsAll = ({ source }: Draft, manager: Index, seats: readonly Index[]): boolean =>
  seats.every((seat) => mayLead(source)(manager, seat));

/** Who is under whom by now, and how much room is left. */
class Rooms {
  readonly size: number;
  private readonly reports: number[];

  constructor(readonly draft: Draft) {
    this.size = mostReports(draft.source.policy);
    this.reports = new Array<number>(draft.count).fill(0);
    for (let seat = 0; seat < draft.count; seat++)
      if (draft.boss[seat]! >= 0) this.reports[draft.boss[seat]!]!++;
  }

  of(manager: Index): number {
    const { source } = this.draft;
    const today = manager < source.people.count ? reportsOf(treeOf(source), manager) : 0;
    return Math.max(this.size, today) - (this.reports[manager] ?? 0);
  }

  hang(seat: Index, boss: Index): void {
    this.draft.boss[seat] = boss;
    this.reports[boss] = (this.reports[boss] ?? 0) + 1;
  }

  private readonly numbers = new Map<string, number>();
  numbered(place: string): string {
    const number = (this.numbers.get(place) ?? 0) + 1;
    this.numbers.set(place, number);
    return `${place}/${number}`;
  }

  /** Somebody, and everyone above them by now. */
  above(seat: Index): readonly Index[] {
    const found: Index[] = [];
    for (let at = seat; at >= 0 && found.length < this.draft.count; at = this.draft.boss[at]!) {
      if (at === seat && found.length > 0) break;
      found.push(at);
    }
    return found;
  }
}

/** Managers of today who are, and were, under the same keeper. */
class Peers {
  private readonly byTrade = new Map<Index, Index[]>();
  /** By trade, level and number asked for: how many of the peers, from the first, are out of the question for good. */
  private readonly passed = new Map<string, number>();
  private readonly standing: Float64Array;
  readonly all: readonly Index[];

  constructor(
    private readonly rooms: Rooms,
    keeper: Index,
    busy: ReadonlySet<Index>,
  ) {
    const { draft } = rooms;
    const { source } = draft;
    const tree = treeOf(source);
    this.standing = standingsOf(source);
    this.all =
      keeper >= source.people.count
        ? []
        : [...tree.report.subarray(tree.reportStart[keeper]!, tree.reportStart[keeper + 1]!)].filter(
            (seat) =>
              draft.boss[seat] === keeper &&
              !busy.has(seat) &&
              draft.unitOf[seat] === source.unitOf[seat] &&
              reportsOf(tree, seat) > 0,
          );
    for (const peer of this.all) {
      const team = tree.report.subarray(tree.reportStart[peer]!, tree.reportStart[peer + 1]!);
      const trades = new Set([peer, ...team].map((seat) => source.people.capability[seat]!));
      for (const trade of trades) {
        const list = this.byTrade.get(trade);
        if (list === undefined) this.byTrade.set(trade, [peer]);
        else list.push(peer);
      }
    }
  }

  /** The first who has the trade, no lower level and room for so many; -1 for none. Room only shrinks. */
  find(trade: Index, standing: number, seats: number): Index {
    const peers = this.byTrade.get(trade) ?? [];
    const key = `${trade}|${standing}|${seats}`;
    let at = this.passed.get(key) ?? 0;
    while (at < peers.length && (this.rooms.of(peers[at]!) < seats || this.standing[peers[at]!]! < standing))
      at++;
    this.passed.set(key, at);
    return peers[at] ?? -1;
  }
}

/** People by their manager of today, in parts no larger than a team; the larger parties of a trade first. */
function partiesOf(draft: Draft, seats: readonly Index[]): readonly Party[] {
  const { source } = draft;
  const { boss } = treeOf(source);
  const size = mostReports(source.policy);
  const standing = standingsOf(source);
  const together = new Map<string, Index[]>();
  for (const seat of [...seats].sort((a, b) => a - b)) {
    const key = `${boss[seat]}|${draft.unitOf[seat]}`;
    const party = together.get(key);
    if (party === undefined) together.set(key, [seat]);
    else party.push(seat);
  }
  const parties = [...together.values()].flatMap((party) => {
    const parts = Math.ceil(party.length / size);
    return Array.from({ length: parts }, (_, at): Party => {
      const own = party.slice(
        Math.floor((at * party.length) / parts),
        Math.floor(((at + 1) * party.length) / parts),
      );
      return {
        seats: own,
        capability: commonest(own.map((seat) => draft.capabilityOf(seat))),
        standing: own.reduce((most, seat) => Math.max(most, standing[seat]!), Number.NEGATIVE_INFINITY),
      };
    });
  });
  return parties.sort(
    (a, b) => a.capability - b.capability || b.seats.length - a.seats.length || a.seats[0]! - b.seats[0]!,
  );
}

/** Parties in as few teams as best fit finds: each in the fullest team that has room for it. */
function teamsOf(parties: readonly Party[], size: number): Index[][] {
  const byRoom = Array.from({ length: size + 1 }, (): Index[][] => []);
  for (const { seats } of parties) {
    let room = seats.length;
    while (room <= size && byRoom[room]!.length === 0) room++;
    const team = room <= size ? byRoom[room]!.pop()! : [];
    team.push(...seats);
    byRoom[size - team.length]!.push(team);
  }
  return byRoom.flat().sort((a, b) => a[0]! - b[0]!);
}

/**
 * Opens leads for parties below the keeper, or where that one is full, the first of `hosts` who is not.
 * A team that is not larger than the places left beside the leads needs none. Leads for whom there is no place get leads.
 */
function lead(rooms: Rooms, keeper: Index, hosts: readonly Index[], parties: readonly Party[]): void {
  const { draft, size } = rooms;
  const all = parties.flatMap(({ seats }) => seats);
  const host = hosts.find((seat) => rooms.of(seat) > 0 && leadsAll(draft, seat, all)) ?? keeper;
  const places = Math.max(1, rooms.of(host));
  const teams = teamsOf(parties, size);
  let spare = rooms.of(host) - teams.length;
  const small = [...teams].sort((a, b) => a.length - b.length || a[0]! - b[0]!);
  const direct = new Set<readonly Index[]>();
  for (const team of small) {
    if (team.length - 1 > spare) break;
    spare -= team.length - 1;
    direct.add(team);
    for (const seat of team) rooms.hang(seat, host);
  }
  const open = (team: readonly Index[]): Index => {
    const units = new Set(team.map((seat) => draft.unitOf[seat]!));
    const unit = units.size === 1 ? [...units][0]! : -1;
    const seat = openLead(
      draft,
      unit,
      rooms.numbered(unit < 0 ? draft.idOf(host) : draft.units[unit]!.id),
      team,
    );
    for (const one of team) rooms.hang(one, seat);
    return seat;
  };
  const leads = teams.filter((team) => !direct.has(team)).map(open);
  const held = [...direct].reduce((sum, team) => sum + team.length, 0);
  let first = 0;
  for (let width = leads.length; width > places - held; width = leads.length - first) {
    const team = leads.slice(first, first + Math.min(size, width - (places - held) + 1));
    first += team.length;
    leads.push(open(team));
  }
  for (const seat of leads.slice(first)) rooms.hang(seat, host);
}
