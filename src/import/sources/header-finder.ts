import type { EachRow } from '../table/table.ts';
import { familiarity } from './recognise.ts';

/** Reports put a title, a date or a filter above the headers; further down than this they do not stand. */
const LOOKED_AT = 12;

/** Finds the row of headers among the first rows, and gives on the rows below it. */
export class HeaderFinder {
  /** Rows above the headers. */
  skipped = 0;
  private waiting: Parameters<EachRow>[] | undefined = [];

  constructor(
    private readonly start: (header: readonly string[]) => void,
    private readonly row: EachRow,
    /** Headers that must be there. */
    private readonly wanted: readonly string[],
    private readonly score: (cells: readonly string[]) => number = familiarity,
  ) {}

  readonly each: EachRow = (cells, row, fault) => {
    if (this.waiting === undefined) this.row(cells, row, fault);
    else if (this.waiting.push([cells, row, fault]) === LOOKED_AT) this.settle();
  };

  /** To be called after the last row. */
  end(): void {
    if (this.waiting !== undefined && this.waiting.length > 0) this.settle();
  }

  private settle(): void {
    const rows = this.waiting!;
    this.waiting = undefined;
    const headers = rows.map(([cells]) => cells.map((cell) => cell.trim().normalize('NFC')));
    const wanted = this.wanted.filter((header) => header !== '');
    const asked =
      wanted.length === 0 ? -1 : headers.findIndex((cells) => wanted.every((one) => cells.includes(one)));
    let at = Math.max(asked, 0);
    if (asked < 0) {
      // A row of data can hold a word or two that headers have as well.
      const scores = headers.map((cells) => this.score(cells));
      const better = scores.findIndex((score, index) => score >= 3 && index > 0 && score > scores[0]! + 2);
      if (scores[0]! <= 1 && better > 0) at = better;
    }
    this.skipped = at;
    this.start(headers[at]!);
    for (const [cells, row, fault] of rows.slice(at + 1)) this.row(cells, row, fault);
  }
}
