import { counted, sample } from '../../base/text.ts';
import type { LineRow } from '../../schema/loaded.ts';
import { parseLines, parseList } from '../../schema/read/cells.ts';
import type { Extract } from '../extract.ts';
import type { Figures } from '../figures.ts';
import type { Journal } from '../journal.ts';
import type { PeopleField } from '../sources/source.ts';
import { withoutEntities } from './department-names.ts';
import type { Seats } from './identify.ts';
import { idsOf } from './identify.ts';
import { Jobs, type LinesOf } from './jobs.ts';
import { NEVER } from './leavers.ts';
import type { ImportedPeople, Place } from './person.ts';
import type { PeopleFile } from './read-people.ts';
import { listed, nameAt, People } from './references.ts';
import { isContractor } from './status.ts';

interface Linked {
  readonly people: ImportedPeople;
  readonly index: People;
  /** The person of each id. */
  readonly byId: ReadonlyMap<string, number>;
}

const NONE: readonly never[] = [];

/** People from seats: their figures as numbers, and their managers by id. `skillOf` is what a row says somebody can do. */
export function linkPeople(
  seats: Seats,
  extract: Extract,
  files: readonly PeopleFile[],
  figures: Figures,
  skillOf: (at: number) => string,
  journal: Journal,
): Linked {
  const named = () => {
    const all = seats.id.map((id, seat) => ({ id, at: seats.at[seat]! }));
    for (const [seat, rows] of seats.jobs) for (const at of rows) all.push({ id: seats.id[seat]!, at });
    return all;
  };
  const index = new People(...idsOf(seats), named, extract);
  const links = new Links(index, seats.idOf, extract, files, journal);
  const jobs = new Jobs(extract, figures, links, skillOf);
  const rows = [...seats.at];
  const { length } = rows;
  const all = <Value>(value: Value): Value[] => new Array<Value>(length).fill(value);
  // One for all that nobody has.
  const [unknown, nothing, none] = [all(Number.NaN), all(''), all<readonly never[]>(NONE)];
  const paid = seats.jobs.size > 0 || figures.has('costPerYear', 'monthlyPay', 'payFrom', 'payTo');
  const [hourly, levelled] = [figures.has('hourlyPay'), figures.has('level')];
  const [started, ended] = [figures.has('start'), figures.has('end', 'left')];
  const fte = all(1);
  const costPerYear = paid ? all(Number.NaN) : unknown;
  const hourlyPay = hourly ? all(Number.NaN) : unknown;
  const level = levelled ? all(Number.NaN) : unknown;
  const manager = all('');
  const start = started ? all('') : nothing;
  const end = ended ? all('') : nothing;
  const lines = all<readonly LineRow[]>(NONE);
  const secondary = new Map<number, readonly string[]>();
  const places = new Map<number, readonly Place[]>();
  // Row by row, since what is wrong in them is listed as it is found.
  for (let seat = 0; seat < length; seat++) {
    const id = seats.id[seat]!;
    const further = seats.jobs.get(seat);
    const job = further === undefined ? undefined : jobs.of(id, [rows[seat]!, ...further]);
    if (job !== undefined) {
      rows[seat] = job.at;
      secondary.set(seat, job.secondary);
      if (job.places.length > 0) places.set(seat, job.places);
    }
    const at = rows[seat]!;
    const posts = seats.fte[seat]!;
    fte[seat] = job?.fte ?? (Number.isNaN(posts) ? figures.fte(at) : posts);
    if (paid) costPerYear[seat] = job === undefined ? figures.cost(at, fte[seat]!) : job.cost;
    const found = job ?? links.of(id, at);
    manager[seat] = found.manager;
    lines[seat] = found.lines;
    if (hourly && Number.isNaN(costPerYear[seat])) hourlyPay[seat] = figures.amount(at, 'hourlyPay');
    if (levelled) level[seat] = figures.level(at);
    if (started) start[seat] = figures.date(at, 'start');
    const last = ended ? figures.date(at, 'end') || figures.date(at, 'left') : '';
    if (last !== '' && last < NEVER) end[seat] = last;
  }
  const areAll = length === extract.count && rows.every((at, seat) => at === seat);
  const taken = <Value>(values: readonly Value[], absent: Value): readonly Value[] => {
    if (areAll && values.length === length) return values;
    const found = all(absent);
    for (let seat = 0; seat < length; seat++) found[seat] = values[rows[seat]!] ?? absent;
    return found;
  };
  const text = (field: PeopleField): readonly string[] => {
    const texts = extract.column(field);
    return texts.length === 0 ? nothing : taken(texts, '');
  };
  /** What the texts of a field mean at the seats; `empty` where it has none. */
  const column = <Value>(
    field: PeopleField,
    empty: readonly Value[],
    meant: (text: string, seat: number) => Value,
  ): readonly Value[] =>
    extract.column(field).length === 0
      ? empty
      : text(field).map((own, seat) => (own === '' ? empty[seat]! : meant(own, seat)));
  const listed = column<readonly string[]>('secondary', none, parseList);
  const [names, titles] = [text('name'), text('title')];
  const people: ImportedPeople = {
    file: taken(extract.file, 0),
    row: taken(extract.row, 0),
    id: seats.id,
    name: names.includes('') ? names.map((own, seat) => own || nameAt(extract, rows[seat]!)) : names,
    email: column('email', nothing, (email, seat) => (seats.follows(seats.id[seat]!, email) ? email : '')),
    title: titles.some((title) => title.includes('&')) ? titles.map(withoutEntities) : titles,
    // Of their own, since departments are named anew.
    department: [...text('department')],
    division: [...text('division')],
    capability: text('capability'),
    secondary: secondary.size === 0 ? listed : listed.map((own, seat) => secondary.get(seat) ?? own),
    fte,
    costPerYear,
    hourlyPay,
    level,
    location: text('location'),
    manager,
    lines,
    serves: column<readonly string[]>('serves', none, parseList),
    vacant: column('vacant', all<boolean>(false), (cell) => cell === 'yes'),
    workerType: column('workerType', all<ImportedPeople['workerType'][number]>(''), (cell) =>
      isContractor(cell) ? 'contractor' : '',
    ),
    start,
    end,
    places,
  };
  figures.end();
  links.end();
  jobs.end(journal);
  return { people, index, byId: seats.index };
}

const LINE_FIELDS = ['manager', 'managerOther', 'managers', 'dotted', 'dottedToo'] as const;
type LineField = (typeof LINE_FIELDS)[number];

/** Whether managers are named and nothing is said of the lines, as in files that are not our own. */
const isList = (managers: string): boolean => !/:[\s\d.]*(?::|;|$)|:\s*(?:solid|dotted)/i.test(managers);

/** Looks up managers, and counts how they were found. */
class Links {
  private readonly column: Readonly<Record<LineField, readonly string[]>>;
  private zeros = 0;
  private names = 0;
  private titles = 0;
  private self = 0;
  /** Who is not in the file, by the id that is written instead. */
  private readonly strangers = new Map<string, string>();
  private several = 0;

  constructor(
    private readonly index: People,
    private readonly idOf: (text: string) => string,
    private readonly extract: Extract,
    private readonly files: readonly PeopleFile[],
    private readonly journal: Journal,
  ) {
    const columns = LINE_FIELDS.map((field) => [field, extract.column(field)]);
    this.column = Object.fromEntries(columns) as Record<LineField, readonly string[]>;
  }

  of(id: string, at: number): LinesOf {
    const only = this.onlyManager(at);
    if (only !== undefined && only !== id) return { manager: only, lines: NONE };
    const given = this.ownLines(at);
    if (given.length > 0) return { manager: '', lines: given };
    const [manager, ...further] = this.managersOf(id, at);
    const { dotted: one, dottedToo: other } = this.column;
    if (further.length === 0 && (one[at] ?? '') === '' && (other[at] ?? '') === '')
      return { manager: manager ?? '', lines: NONE };
    const texts = [...listed(one[at] ?? ''), ...listed(other[at] ?? '')];
    const dotted = [
      ...further,
      ...texts.filter((text) => !this.index.nobody(text)).map((text) => this.resolve(text, at)),
    ].filter((to, place, all) => to !== id && to !== manager && all.indexOf(to) === place);
    if (dotted.length === 0) return { manager: manager ?? '', lines: NONE };
    const solid: LineRow[] = manager === undefined ? [] : [{ to: manager, kind: 'solid', weight: 0 }];
    const lines = dotted.map((to): LineRow => ({ to, kind: 'dotted', weight: 0 }));
    return { manager: '', lines: [...solid, ...lines] };
  }

  /** Whom the row names by their id, where it says nothing else of managers: '' where it says nothing. Nearly all rows are so. */
  private onlyManager(at: number): string | undefined {
    const { manager, managerOther, managers, dotted, dottedToo } = this.column;
    const others = managerOther[at] || managers[at] || dotted[at] || dottedToo[at];
    if (others !== undefined && others !== '') return undefined;
    const text = manager[at] ?? '';
    return text === '' ? '' : this.index.exact(text);
  }

  /** Whoever the row names as manager; where it names several, the first is the manager. */
  private managersOf(id: string, at: number): string[] {
    const listed = this.column.managers[at] ?? '';
    const first = (this.column.manager[at] ?? '') || (isList(listed) ? listed : '');
    const second = this.column.managerOther[at] ?? '';
    const exact = this.index.exact(first);
    if (exact !== undefined && exact !== id && second === '') return [exact];
    const texts = [first, second].filter((text) => !this.index.nobody(text));
    const all = texts.map((text) => this.index.findAll(text));
    if (this.contradicting(all)) {
      this.doubt(at, 'a manager whose id and name are two people; no line is drawn');
      return [];
    }
    // The second name of a manager counts where the first finds nobody; where it names several, they count too.
    const known = (one: readonly string[]) => one.some((text) => this.index.find(text).id !== undefined);
    const used = all.find(known) ?? all[0] ?? [];
    const longer = all.find((one) => one.length > used.length && known(one));
    if ((longer ?? used).length > 1) this.several++;
    const managers = [...new Set([...used, ...(longer ?? [])].map((text) => this.resolve(text, at)))];
    if (!managers.includes(id)) return managers;
    this.self++;
    return managers.filter((to) => to !== id);
  }

  /** Whether the two ways of naming the manager find two people. */
  private contradicting([ids, names]: readonly (readonly string[])[]): boolean {
    if (ids === undefined || names === undefined) return false;
    const found = ids.flatMap((text) => this.index.find(text).id ?? []);
    const other = names.flatMap((text) => this.index.find(text).id ?? []);
    return found.length > 0 && other.length > 0 && !found.some((id) => other.includes(id));
  }

  /** Lines as our own files have them. */
  private ownLines(at: number): readonly LineRow[] {
    const text = this.column.managers[at] ?? '';
    if (text === '' || isList(text)) return NONE;
    const lines = parseLines(text);
    if (Array.isArray(lines)) return lines.map((line) => ({ ...line, to: this.resolve(line.to, at) }));
    this.doubt(at, 'reporting lines that cannot be read');
    return NONE;
  }

  private resolve(text: string, at: number): string {
    const found = this.index.find(text);
    if (found.id === undefined) {
      const near = found.why === 'unknown' ? this.index.byInitialOrTitle(text) : undefined;
      if (near !== undefined) {
        if (near.by === 'name') this.names++;
        else this.titles++;
        return near.id;
      }
      const kept = this.idOf(text);
      if (kept !== text) this.strangers.set(kept, text);
      this.doubt(
        at,
        found.why === 'ambiguous'
          ? `a manager whose name several people have; the ${kept === text ? 'name is kept as it is' : 'line goes to an id of its own'}`
          : `a manager who is not in the file; kept ${kept === text ? 'as written' : 'under the id that follows from the name'}`,
      );
      return kept;
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
        `${counted(this.zeros, 'reference')} to a manager lost or gained leading zeros, or a point as in "2.0", and ${this.zeros === 1 ? 'was' : 'were'} matched, since only one id fits.`,
      );
    if (this.names > 0)
      journal.assume(
        `${counted(this.names, 'manager was', 'managers were')} found by a name that only one person has.`,
      );
    if (this.titles > 0)
      journal.assume(
        `${counted(this.titles, 'manager was', 'managers were')} found by a title that only one person has.`,
      );
    if (this.several > 0)
      journal.assume(
        `${counted(this.several, 'row names', 'rows name')} several managers: the first is the manager, the lines to the others are dotted.`,
      );
    if (this.strangers.size > 0)
      journal.note(
        `Ids that stand for managers who were not found: ${sample([...this.strangers].map(([id, text]) => `${id}: ${text}`))}.`,
      );
    if (this.self > 0)
      journal.note(
        `${counted(this.self, 'person reports', 'people report')} to themselves: taken as the top.`,
      );
  }
}
