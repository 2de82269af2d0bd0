/** More than there are values, and lists. */
const SPAN = 2 ** 26;

/** A number for each list of whole numbers from 0 to below 2 ** 26, the same for the same list; 0 is the empty one. */
export class Lists {
  private readonly longer = new Map<number, number>();

  /** The list with one value more. */
  with(list: number, value: number): number {
    const key = list * SPAN + value;
    let found = this.longer.get(key);
    if (found === undefined) {
      found = this.longer.size + 1;
      this.longer.set(key, found);
    }
    return found;
  }

  /** The list that a list goes on to with some values. */
  of(values: Iterable<number>, from = 0): number {
    let list = from;
    for (const value of values) list = this.with(list, value);
    return list;
  }
}
