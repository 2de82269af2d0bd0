import type { Index } from '../../../model/organisation.ts';

const NOWHERE = -1;
const NOBODY = -1;

/** What the index asks of the search: where people are, and where their manager is. */
interface Places {
  readonly groupOf: Int32Array;
  readonly boss: Int32Array;
  /** Capability of the post of each seat, -1 for none. */
  readonly postOf: Int32Array;
  /** Location as far as it matters, -1 for none. */
  readonly area: Int32Array;
  /** Whether a seat knows customers of the group where it is. */
  isKnown(seat: Index): boolean;
}

/** People who are as good as each other for an exchange: the same manager's group, location, and known here or not. */
interface Shelf {
  readonly wish: number;
  readonly area: number;
  readonly known: boolean;
  readonly seats: Index[];
  /** The exchange in which it was looked at last, who comes next in it, and how many were looked at in vain. */
  exchange: number;
  next: number;
  looked: number;
}

/** Shelves of people who fill one post in one group. */
interface Room {
  readonly shelves: Map<number, Shelf>;
  /** The same by the manager's group, and known or not, in the order in which they were put up. */
  readonly byWish: Map<number, Shelf[]>;
  /** The exchange in which nobody was left in it for anybody. */
  emptyIn: number;
}

const wishKey = (wish: number, known: boolean) => (wish + 1) * 2 + Number(known);

/** Where the manager of somebody is who is sent away, and whether they know customers of the group: who costs least first. */
const CHEAPEST_FIRST = [
  ['there', false],
  ['elsewhere', false],
  ['there', true],
  ['own', false],
  ['elsewhere', true],
  ['own', true],
] as const;

/** Somebody of a shelf may be looked at so many times in vain before the rest of it is left alone. */
const MOST_LOOKED_AT = 64;

/**
 * People who lead nobody, by the post they fill, the group they are in, and what would come of their going elsewhere. Who has
 * moved, or whose manager has, is put on a new shelf; on the old one they are passed over.
 */
export class StaffIndex {
  private readonly rooms = new Map<number, Room>();
  private readonly roomsIn: number[];
  private exchange = 0;
  /** Rooms of the group asked about in which nobody is left in this exchange. */
  private empty = 0;

  constructor(
    private readonly places: Places,
    private readonly groups: number,
    private readonly areas: number,
  ) {
    this.roomsIn = new Array<number>(groups).fill(0);
  }

  /** Begins an exchange with one group, in which nobody moves, and whoever is taken stays taken. */
  begin(): void {
    this.exchange++;
    this.empty = 0;
  }

  /** Whether this exchange can find nobody more in its group, whoever goes there. */
  hasNobody(group: number): boolean {
    return this.empty === this.roomsIn[group]!;
  }

  /** Group of the manager of a seat, -1 for none. */
  wishOf(seat: Index): number {
    const boss = this.places.boss[seat]!;
    return boss < 0 ? NOWHERE : this.places.groupOf[boss]!;
  }

  private roomOf = (post: Index, group: number) => post * this.groups + group;

  put(seat: Index): void {
    const { postOf, groupOf, area } = this.places;
    const at = this.roomOf(postOf[seat]!, groupOf[seat]!);
    let room = this.rooms.get(at);
    if (room === undefined) {
      room = { shelves: new Map(), byWish: new Map(), emptyIn: 0 };
      this.rooms.set(at, room);
      this.roomsIn[groupOf[seat]!]!++;
    }
    const [wish, known] = [this.wishOf(seat), this.places.isKnown(seat)];
    const key = wishKey(wish, known) * (this.areas + 1) + area[seat]! + 1;
    let shelf = room.shelves.get(key);
    if (shelf === undefined) {
      shelf = { wish, area: area[seat]!, known, seats: [], exchange: 0, next: 0, looked: 0 };
      room.shelves.set(key, shelf);
      const alike = room.byWish.get(wishKey(wish, known));
      if (alike === undefined) room.byWish.set(wishKey(wish, known), [shelf]);
      else alike.push(shelf);
    }
    shelf.seats.push(seat);
  }

  private isOn(seat: Index, room: number, shelf: Shelf): boolean {
    const { postOf, groupOf } = this.places;
    return (
      this.roomOf(postOf[seat]!, groupOf[seat]!) === room &&
      this.wishOf(seat) === shelf.wish &&
      this.places.isKnown(seat) === shelf.known
    );
  }

  /** The next of a shelf who is still on it and not taken. */
  private take(shelf: Shelf, room: number, taken: (seat: Index) => boolean): Index {
    const { seats } = shelf;
    if (shelf.exchange !== this.exchange) {
      shelf.exchange = this.exchange;
      shelf.next = seats.length - 1;
      shelf.looked = 0;
    }
    for (; shelf.next >= 0 && shelf.looked <= MOST_LOOKED_AT; shelf.next--) {
      const seat = seats[shelf.next]!;
      if (!this.isOn(seat, room, shelf)) {
        seats[shelf.next] = seats.at(-1)!;
        seats.pop();
      } else if (!taken(seat)) return seat;
      else shelf.looked++;
    }
    return NOBODY;
  }

  /**
   * Whom it costs least to send from a post in a group to another one: first those whose manager is there, then those whose
   * manager is in neither, last, if `anyone`, those who would lose theirs; whoever knows no customer of the group first.
   * `allowed` says who may go, `taken` who is spoken for. -1 for nobody.
   */
  find(
    { post, group, to }: { post: Index; group: number; to: number },
    anyone: boolean,
    allowed: (area: number) => boolean,
    taken: (seat: Index) => boolean,
  ): Index {
    const at = this.roomOf(post, group);
    const room = this.rooms.get(at);
    if (room === undefined || room.emptyIn === this.exchange) return NOBODY;
    let all = anyone;
    for (const [whose, known] of CHEAPEST_FIRST) {
      if (whose === 'own' && !anyone) continue;
      // Whose manager is where is a few shelves; whose is elsewhere mostly the first of thousands.
      const wish = whose === 'there' ? to : whose === 'own' ? group : null;
      const shelves = wish === null ? room.shelves.values() : (room.byWish.get(wishKey(wish, known)) ?? []);
      for (const shelf of shelves) {
        if (shelf.known !== known || (wish === null && (shelf.wish === to || shelf.wish === group))) continue;
        const mayGo = allowed(shelf.area);
        const found = mayGo ? this.take(shelf, at, taken) : NOBODY;
        if (found !== NOBODY) return found;
        all &&= mayGo;
      }
    }
    if (all) {
      room.emptyIn = this.exchange;
      this.empty++;
    }
    return NOBODY;
  }
}
