/** A column of numbers that grows as rows are set; what is not set is `fill`. */
export class NumberColumn {
  private values = new Float64Array(0);
  private readonly fill: number;

  constructor(fill: number) {
    this.fill = fill;
  }

  set(row: number, value: number): void {
    if (row >= this.values.length) this.grow(row + 1);
    this.values[row] = Number.isNaN(value) ? this.fill : value;
  }

  get(row: number): number {
    return this.values[row] ?? this.fill;
  }

  finish(count: number): Float64Array {
    if (this.values.length < count) this.grow(count);
    return this.values.slice(0, count);
  }

  private grow(least: number): void {
    const grown = new Float64Array(Math.max(least, this.values.length * 2, 256));
    if (this.fill !== 0) grown.fill(this.fill, this.values.length);
    grown.set(this.values);
    this.values = grown;
  }
}

/** A column of texts that grows as rows are set; what is not set is ''. Repeated texts are stored once if `shared`. */
export class TextColumn {
  private values: string[] = [];
  private readonly known: Map<string, string> | undefined;
  private last = '';

  constructor(shared: boolean) {
    this.known = shared ? new Map() : undefined;
  }

  set(row: number, value: string): void {
    while (this.values.length < row) this.values.push('');
    this.values[row] = this.known === undefined ? value : this.share(value, this.known);
  }

  get(row: number): string {
    return this.values[row] ?? '';
  }

  finish(count: number): readonly string[] {
    if (this.values.length === 0) this.values = new Array<string>(count).fill('');
    while (this.values.length < count) this.values.push('');
    this.values.length = count;
    return this.values;
  }

  private share(value: string, known: Map<string, string>): string {
    if (value === this.last) return this.last;
    let stored = known.get(value);
    if (stored === undefined) {
      known.set(value, value);
      stored = value;
    }
    this.last = stored;
    return stored;
  }
}
