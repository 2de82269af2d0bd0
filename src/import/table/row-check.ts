import { grouped } from '../../base/grouped.ts';
import { quoted } from '../../base/text.ts';
import type { Journal } from '../journal.ts';
import { spreadsheetError } from './spreadsheet-errors.ts';
import type { EachRow, Table } from './table.ts';

/** What a cell of a spreadsheet can hold. */
const LONGEST_CELL = 32_767;
/** Of what stands below no header, so many texts are shown. */
const MOST_SHOWN = 2;

/** The first cell of a row that sums up others: `Total`, `Grand Total: 12`, `Summe`, `Sales Total`. */
const TOTAL =
  /^(?:(?:.{0,60} )?(?:(?:grand|sub|sous)[ -]?)?totals?(?: g[ée]n[ée]ral| generale?)?|count|average|mean|sum|(?:.{0,60} )?(?:summe|gesamt(?:summe|ergebnis)?|ergebnis)|zwischensumme|insgesamt|anzahl|durchschnitt|mittelwert|moyenne|totale|somma|suma|promedio|(?:sub|eind)?totaal)(?: headcount| employees| people)?\s*[:=(]?[\s\d.,]*\)?$/i;
/** A part of those words; most cells have none. */
const SUMS =
  /tot|som|sum|gesamt|ergebnis|count|anzahl|average|mean|schnitt|mitt|moyenn|promed|^\d+ \p{L}|re[cg]|row|head/iu;
/** The same with what is summed up behind it, or how many: `Subtotal Sales`, `Grand Totals (2 records)`, `12 records`. */
const TOTAL_OF =
  /^(?:(?:(?:grand|sub|sous)[ -]?)?totals?|count|sum|summe|(?:zwischen|gesamt)summe|gesamt|anzahl|insgesamt|totale|somma|suma|(?:sub|eind)?totaal|sous-total)\s\S|^\d+ (?:records?|rows?|employees|accounts|datens[äa]tze|zeilen|enregistrements|lignes|registros|filas|rijen|righe)$|^(?:total )?(?:records?|rows?|headcount|record count|row count)\s*[:=]?\s*\d+$/i;
/** How a line begins that a report puts below its rows. */
const FOOTER =
  /^(?:(?:report|exported|generated|printed|created|produced|downloaded|extracted|run (?:on|by)|data as|source:|confidential|strictly|internal use|notes?:|disclaimer|copyright|filters?:|filtered by|as (?:of|at)|last updated|end of|erstellt|stand:?|quelle:|vertraulich|hinweis|bericht|exportiert|généré|exporté|imprimé|confidentiel|informe|generado|exportado|confidencial|rapporto|generato|riservato|bron:|vertrouwelijk|gegenereerd)(?!\p{L})|(?:page|seite|página|pagina) \d|©)/iu;

/** Tells rows below a header from what reports and spreadsheets put between and below them, and lists what it leaves out. */
export class RowCheck {
  constructor(
    private readonly table: Table,
    private readonly header: readonly string[],
    /** How many cells most rows have; below a header that is shorter, all end in an empty one. */
    private readonly usual: number,
    /** Columns that are used, where not all are. */
    private readonly used: ReadonlySet<number> | undefined,
    private readonly journal: Journal,
    private readonly give: (cells: readonly string[], row: number) => void,
  ) {
    header.forEach((name, index) => {
      if (name === '' && used?.has(index) !== true) this.unnamed.set(index, new Set());
    });
  }

  /** Columns without a header, with the first that stands in them. */
  private readonly unnamed = new Map<number, Set<string>>();

  /** To be called after the last row: says what stands below no header. */
  end(): void {
    for (const [index, texts] of this.unnamed)
      if (texts.size > 0)
        this.journal.note(
          `${this.table.file}: column ${index + 1} has no header and is not used: ${[...texts].map((text) => quoted(text)).join(', ')}, …. Name it, or say what it holds, as in --map title=${index + 1}.`,
        );
  }

  readonly each: EachRow = (cells, row, fault) => {
    const { length } = this.header;
    let given = 0;
    let first = -1;
    let wrong = fault;
    let errors = false;
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index]!;
      if (cell === '') continue;
      const code = cell.charCodeAt(0);
      if ((code <= 32 || code >= 160) && cell.trim() === '') continue;
      if (given++ === 0) first = index;
      if (code === 35) errors ||= spreadsheetError(cell) !== undefined;
      if (cell.length > LONGEST_CELL) wrong ??= `a cell of more than ${grouped(LONGEST_CELL)} characters`;
    }
    if (wrong === undefined) {
      if (given === 0) return;
      const aside = this.aside(cells, given, first);
      if (aside !== undefined) {
        this.journal.row('leftOut', aside, this.table.file, row);
        return;
      }
      if (cells.length !== length && !this.fits(cells))
        wrong = `more or fewer cells than the ${length} headers`;
    }
    if (wrong !== undefined) this.journal.row('unusable', wrong, this.table.file, row);
    else {
      if (this.unnamed.size > 0) this.lookBelowNone(cells);
      this.give(errors || cells.length < length ? this.mended(cells, row) : cells, row);
    }
  };

  /** Keeps a little of what stands below no header. */
  private lookBelowNone(cells: readonly string[]): void {
    for (const [index, texts] of this.unnamed) {
      const cell = (cells[index] ?? '').trim();
      if (texts.size < MOST_SHOWN && cell !== '') texts.add(cell.slice(0, 40));
    }
  }

  /** What a row is that is none of the table. */
  private aside(cells: readonly string[], given: number, first: number): string | undefined {
    const { header } = this;
    const text = cells[first]!.trim();
    if (first === 0 && text === header[0] && header.every((name, at) => (cells[at] ?? '').trim() === name))
      return 'the headers once more';
    // Most rows begin with a number, and one that is followed by no space begins no row of totals.
    const code = text.charCodeAt(0);
    if (text.length > 200 || (code >= 48 && code <= 57 && !text.includes(' '))) return undefined;
    if (
      SUMS.test(text) &&
      // With words behind it, it may be a name: a row of a name and most of its cells is none of totals.
      (TOTAL.test(text) || (2 * given <= header.length && TOTAL_OF.test(text))) &&
      cells.every((cell, at) => at === first || cell.trim() === '' || /\d/.test(cell))
    )
      return 'totals of other rows';
    return given <= 2 && header.length > 2 && FOOTER.test(text) ? 'remarks of a report' : undefined;
  }

  private fits(cells: readonly string[]): boolean {
    const { length } = this.header;
    if (cells.length < length) return this.table.ragged === true;
    return cells.length === this.usual && cells.slice(length).every((cell) => cell.trim() === '');
  }

  /** The cells without what stands for an error, which is listed, up to the last header. */
  private mended(cells: readonly string[], row: number): string[] {
    return Array.from({ length: Math.max(cells.length, this.header.length) }, (_, index) => {
      const cell = cells[index] ?? '';
      const error = spreadsheetError(cell);
      if (error === undefined) return cell;
      const name = this.header[index] ?? '';
      const what =
        error === 'error'
          ? `an error of the spreadsheet, such as #REF!, in ${quoted(name)}`
          : `a formula without its result in ${quoted(name)} (open the workbook in a spreadsheet program and save it)`;
      if (this.used?.has(index) !== false) this.journal.row('doubtful', what, this.table.file, row);
      return '';
    });
  }
}
