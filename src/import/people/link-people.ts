import { counted } from '../../base/text.ts';
import type { LineRow } from '../../schema/loaded.ts';
import { parseBoolean, parseLines, parseList } from '../../schema/read/cells.ts';
import type { Extract } from '../extract.ts';
import { Figures } from '../figures.ts';
import type { Journal } from '../journal.ts';
import type { PeopleField } from '../sources/source.ts';
import type { Seats } from './identify.ts';
import type { ImportedPerson } from './person.ts';
import type { PeopleFile } from './read-people.ts';
import { listed, People } from './references.ts';

export interface Linked {
  readonly people: readonly ImportedPerson[];
  readonly index: People;
  readonly currency: string | undefined;
}

const NONE: readonly never[] = [];

/** People from seats: their figures as numbers, and their managers by id. */
export function linkPeople(
  seats: Seats,
  extract: Extract,
  files: readonly PeopleFile[],
  journal: Journal,
): Linked {
  const index = new People(seats, extract);
  const links = new Links(index, extract, files, journal);
  const figures = new Figures(extract, files, journal);
  const listOf = (cell: string): readonly string[] => (cell === '' ? NONE : parseList(cell));
  const column = (field: PeopleField) => extract.column(field);
  const [name, first, last] = [column('name'), column('firstName'), column('lastName')];
  const [title, department, division] = [column('title'), column('department'), column('division')];
  const [capability, secondary, serves] = [column('capability'), column('secondary'), column('serves')];
  const [location, vacant] = [column('location'), column('vacant')];
  const people = seats.id.map((id, seat): ImportedPerson => {
    const at = seats.at[seat]!;
    const posts = seats.fte[seat]!;
    const fte = Number.isNaN(posts) ? figures.fte(at) : posts;
    const cost = figures.cost(at, fte);
    const { manager, lines } = links.of(id, at);
    return {
      file: extract.file[at]!,
      row: extract.row[at]!,
      id,
      name: name[at] || `${first[at] ?? ''} ${last[at] ?? ''}`.trim(),
      title: title[at] ?? '',
      department: department[at] ?? '',
      division: division[at] ?? '',
      capability: capability[at] ?? '',
      secondary: listOf(secondary[at] ?? ''),
      fte,
      costPerYear: cost,
      hourlyPay: Number.isNaN(cost) ? figures.amount(at, 'hourlyPay') : Number.NaN,
      level: figures.level(at),
      location: location[at] ?? '',
      manager,
      lines,
      serves: listOf(serves[at] ?? ''),
      vacant: (vacant[at] ?? '') !== '' && parseBoolean(vacant[at]!) === true,
      start: figures.date(at, 'start'),
      end: figures.date(at, 'end'),
    };
  });
  figures.end();
  links.end();
  return { people, index, currency: figures.currency };
}

const LINE_FIELDS = ['manager', 'managerOther', 'managers', 'dotted', 'dottedToo'] as const;
type LineField = (typeof LINE_FIELDS)[number];

/** Looks up managers, and counts how they were found. */
class Links {
  private readonly column: Readonly<Record<LineField, readonly string[]>>;
  private zeros = 0;
  private names = 0;
  private self = 0;

  constructor(
    private readonly index: People,
    private readonly extract: Extract,
    private readonly files: readonly PeopleFile[],
    private readonly journal: Journal,
  ) {
    const columns = LINE_FIELDS.map((field) => [field, extract.column(field)]);
    this.column = Object.fromEntries(columns) as Record<LineField, readonly string[]>;
  }

  of(id: string, at: number): { manager: string; lines: readonly LineRow[] } {
    const given = this.ownLines(at);
    if (given.length > 0) return { manager: '', lines: given };
    const manager = this.managerOf(id, at);
    const { dotted: one, dottedToo: other } = this.column;
    if ((one[at] ?? '') === '' && (other[at] ?? '') === '') return { manager, lines: NONE };
    const texts = [...listed(one[at] ?? ''), ...listed(other[at] ?? '')];
    const dotted = texts
      .filter((text) => !this.index.nobody(text))
      .map((text) => this.resolve(text, at))
      .filter((to, place, all) => to !== id && to !== manager && all.indexOf(to) === place);
    if (dotted.length === 0) return { manager, lines: NONE };
    const solid: LineRow[] = manager === '' ? [] : [{ to: manager, kind: 'solid', weight: 0 }];
    const lines = dotted.map((to): LineRow => ({ to, kind: 'dotted', weight: 0 }));
    return { manager: '', lines: [...solid, ...lines] };
  }

  private managerOf(id: string, at: number): string {
    const first = this.column.manager[at] ?? '';
    const exact = this.index.exact(first);
    if (exact !== undefined && exact !== id) return exact;
    const texts = [first, this.column.managerOther[at] ?? ''].filter((text) => !this.index.nobody(text));
    // The second name of a manager counts where the first finds nobody.
    const text = texts.find((one) => this.index.find(one).id !== undefined) ?? texts[0];
    if (text === undefined) return '';
    const manager = this.resolve(text, at);
    if (manager !== id) return manager;
    this.self++;
    return '';
  }

  /** Lines as our own files have them. */
  private ownLines(at: number): readonly LineRow[] {
    const text = this.column.managers[at] ?? '';
    if (text === '') return NONE;
    const lines = parseLines(text);
    if (Array.isArray(lines)) return lines.map((line) => ({ ...line, to: this.resolve(line.to, at) }));
    this.doubt(at, 'reporting lines that cannot be read');
    return NONE;
  }

  private resolve(text: string, at: number): string {
    const found = this.index.find(text);
    if (found.id === undefined) {
      this.doubt(
        at,
        found.why === 'ambiguous'
          ? 'a manager whose name several people have; the name is kept as it is'
          : 'a manager who is not in the file; kept as written',
      );
      return text;
    }
    if (found.by === 'zeros') this.zeros++;
    if (found.by === 'name') this.names++;
    return found.id;
  }

  private doubt(at: number, what: string): void {
    const { file, row } = this.extract;
    this.journal.row('doubtful', what, this.files[file[at]!]!.file, row[at]!);
  }

  end(): void {
    const { journal } = this;
    if (this.zeros > 0)
      journal.assume(
        `${counted(this.zeros, 'reference')} to a manager lost or gained leading zeros and ${this.zeros === 1 ? 'was' : 'were'} matched, since only one id fits.`,
      );
    if (this.names > 0)
      journal.assume(`${counted(this.names, 'manager')} were found by a name that only one person has.`);
    if (this.self > 0)
      journal.note(
        `${counted(this.self, 'person reports', 'people report')} to themselves: taken as the top.`,
      );
  }
}
