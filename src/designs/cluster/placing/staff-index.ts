import type { Index } from '../../../model/organisation.ts';

const NOWHERE = -1;

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
  /** How many there were in the room before it. */
  readonly number: number;
  readonly seats: Index[];
}

/** Somebody of a shelf may be looked at so many times in vain before the rest of it is left alone. */
const MOST_LOOKED_AT = 64;

/**
 * People who lead nobody, by the post they fill, the group they are in, and what would come of their going elsewhere. Who has
 * moved, or whose manager has, is put on a new shelf; on the old one they are passed over.
 */
export class StaffIndex {
  private readonly shelves = new Map<number, Map<number, Shelf>>();

  constructor(
    private readonly places: Places,
    private readonly groups: number,
    private readonly areas: number,
  ) {}

  /** Group of the manager of a seat, -1 for none. */
  wishOf(seat: Index): number {
    const boss = this.places.boss[seat]!;
    return boss < 0 ? NOWHERE : this.places.groupOf[boss]!;
  }

  private roomOf = (post: Index, group: number) => post * this.groups + group;

  private shelfOf = (wish: number, area: number, known: boolean) =>
    ((wish + 1) * (this.areas + 1) + area + 1) * 2 + Number(known);

  put(seat: Index): void {
    const { postOf, groupOf, area } = this.places;
    const room = this.roomOf(postOf[seat]!, groupOf[seat]!);
    const shelves = this.shelves.get(room) ?? new Map<number, Shelf>();
    this.shelves.set(room, shelves);
    const [wish, known] = [this.wishOf(seat), this.places.isKnown(seat)];
    const key = this.shelfOf(wish, area[seat]!, known);
    const shelf = shelves.get(key);
    if (shelf === undefined)
      shelves.set(key, { wish, area: area[seat]!, known, number: shelves.size, seats: [seat] });
    else shelf.seats.push(seat);
  }

  private isOn(seat: Index, room: number, shelf: Shelf): boolean {
    const { postOf, groupOf } = this.places;
    return (
      this.roomOf(postOf[seat]!, groupOf[seat]!) === room &&
      this.wishOf(seat) === shelf.wish &&
      this.places.isKnown(seat) === shelf.known
    );
  }

  /** Those of people whose manager is in a group, in the order in which they were put up. */
  private shelvesFor(shelves: ReadonlyMap<number, Shelf>, wish: number, known: boolean): readonly Shelf[] {
    if (shelves.size <= this.areas)
      return [...shelves.values()].filter((shelf) => shelf.wish === wish && shelf.known === known);
    const found: Shelf[] = [];
    for (let area = -1; area < this.areas; area++) {
      const shelf = shelves.get(this.shelfOf(wish, area, known));
      if (shelf !== undefined) found.push(shelf);
    }
    return found.sort((a, b) => a.number - b.number);
  }

  /**
   * Up to `count` people with a post in a group whom it costs least to send to another one: first those whose manager is there,
   * then those whose manager is in neither, last, if `anyone`, those who would lose theirs; whoever knows no customer of the group first.
   * `allowed` says who may go, `taken` who is spoken for.
   */
  find(
    { post, group, to, count }: { post: Index; group: number; to: number; count: number },
    anyone: boolean,
    allowed: (area: number) => boolean,
    taken: (seat: Index) => boolean,
  ): Index[] {
    const room = this.roomOf(post, group);
    const shelves = this.shelves.get(room);
    if (shelves === undefined) return [];
    const found: Index[] = [];
    const seen = new Set<Index>();
    const take = (shelf: Shelf): void => {
      if (shelf.seats.length === 0 || (!anyone && shelf.wish === group) || !allowed(shelf.area)) return;
      let looked = 0;
      for (let at = shelf.seats.length - 1; at >= 0 && found.length < count; at--) {
        const seat = shelf.seats[at]!;
        if (!this.isOn(seat, room, shelf) || seen.has(seat)) {
          shelf.seats[at] = shelf.seats.at(-1)!;
          shelf.seats.pop();
          continue;
        }
        if (taken(seat)) {
          if (++looked > MOST_LOOKED_AT) break;
          continue;
        }
        seen.add(seat);
        found.push(seat);
      }
    };
    // Whose manager is where is a few shelves; whose is elsewhere mostly the first of thousands.
    for (const [wish, known] of [
      [to, false],
      [null, false],
      [to, true],
      [group, false],
      [null, true],
      [group, true],
    ] as const) {
      for (const shelf of wish === null ? shelves.values() : this.shelvesFor(shelves, wish, known)) {
        if (found.length >= count) return found;
        if (shelf.known === known && (wish !== null || (shelf.wish !== to && shelf.wish !== group)))
          take(shelf);
      }
    }
    return found;
  }
}
