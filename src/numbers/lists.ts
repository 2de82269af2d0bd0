/** Half of the bits of 32 are enough to scatter what is looked up: two large odd numbers. */
const SCATTER = 0x9e3779b1;
const SCATTER_TOO = 0x85ebca6b;

/**
 * A number for each list of whole numbers, the same for the same list; 0 is the empty one. A list is known by its last value and the
 * list before it, which are looked up in a table with free places between.
 */
export class Lists {
  private readonly before = [0];
  private readonly last = [0];
  private table = new Int32Array(64);

  /** The list with one value more. */
  with(list: number, value: number): number {
    const { before, last } = this;
    let place = this.placeFor(list, value);
    for (let found = this.table[place]!; found > 0; found = this.table[place]!) {
      if (last[found] === value && before[found] === list) return found;
      place = (place + 1) & (this.table.length - 1);
    }
    const number = before.push(list) - 1;
    last.push(value);
    this.table[place] = number;
    if (number * 2 > this.table.length) this.widen();
    return number;
  }

  /** The list with some values more. */
  of(values: ArrayLike<number>, from = 0): number {
    let list = from;
    for (let k = 0; k < values.length; k++) list = this.with(list, values[k]!);
    return list;
  }

  /** What a list holds. */
  values(list: number): number[] {
    const values: number[] = [];
    for (let at = list; at > 0; at = this.before[at]!) values.push(this.last[at]!);
    return values.reverse();
  }

  private placeFor(list: number, value: number): number {
    const mixed = Math.imul(list, SCATTER) ^ Math.imul(value, SCATTER_TOO);
    return (mixed ^ (mixed >>> 15)) & (this.table.length - 1);
  }

  private widen(): void {
    this.table = new Int32Array(this.table.length * 4);
    for (let number = 1; number < this.before.length; number++) {
      let place = this.placeFor(this.before[number]!, this.last[number]!);
      while (this.table[place]! > 0) place = (place + 1) & (this.table.length - 1);
      this.table[place] = number;
    }
  }
}
