/** Numbers of rows as ranges, so that a million neighbours cost as little as two. */
export class RowList {
  count = 0;
  private readonly ranges: [first: number, last: number][] = [];

  add(row: number): void {
    this.count++;
    const last = this.ranges.at(-1);
    if (last !== undefined && row === last[1] + 1) last[1] = row;
    else if (this.ranges.length < 10_000) this.ranges.push([row, row]);
  }

  /** `row 3`, `rows 3, 7 and 12–15`; at most so many ranges. */
  text(most: number): string {
    const shown = [...this.ranges]
      .sort(([a], [b]) => a - b)
      .slice(0, most)
      .map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
    const noun = this.count === 1 ? 'row' : 'rows';
    if (this.ranges.length > most) return `${noun} ${shown.join(', ')}, …`;
    const end = shown.length > 1 ? ` and ${shown.pop()}` : '';
    return `${noun} ${shown.join(', ')}${end}`;
  }
}
