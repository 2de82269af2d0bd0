import { counted } from '../../base/text.ts';
import { type DateOrder, lastDayOf, orderOfDates } from '../dates.ts';
import type { Extract } from '../extract.ts';
import type { Journal } from '../journal.ts';
import type { Bound } from '../sources/mapping.ts';
import type { Draft, PeopleField } from '../sources/source.ts';

/** What a second id is called that numbers the employments of a person. */
const EMPLOYMENT = /assign|contract|record|rcd|vertrag|besch[äa]ft|dienstverb/i;

/** The column that numbers the employments of a person, which may hold at once; undefined where there is none. */
export function employmentField(bound: readonly Bound<PeopleField>[]): 'record' | 'otherId' | undefined {
  if (bound.some(({ field }) => field === 'record')) return 'record';
  return bound.some(({ field, header }) => field === 'otherId' && EMPLOYMENT.test(header))
    ? 'otherId'
    : undefined;
}

interface Dating {
  readonly by: 'date' | 'effective';
  /** What numbers the employments of a person, each of which has a newest row. */
  readonly employed: 'record' | 'otherId' | undefined;
  readonly order: DateOrder | undefined;
  readonly today: string;
  readonly file: string;
}

/** Of the rows of a person the newest, where each snapshot or each change has one; also where it says that the person has left. */
export class NewestRows {
  private readonly rows = new Map<string, number>();
  /** Rows of these that hold nobody who is there, and why, unless a newer one follows. */
  private readonly gone = new Map<number, string>();
  private order: DateOrder | undefined;

  constructor(
    private readonly dating: Dating,
    private readonly extract: Extract,
    private readonly journal: Journal,
  ) {
    this.order = dating.order;
  }

  /** Takes the row at hand, which holds nobody who is there where `left` says why. */
  take(
    draft: Draft,
    left: string,
    texts: readonly string[],
    put: ReturnType<Extract['writer']>,
    keep: () => void,
  ): void {
    const { extract } = this;
    const { by, employed } = this.dating;
    this.order ??= orderOfDates([draft[by]]);
    draft[by] = lastDayOf(draft[by], this.order ?? 'mdy') || draft[by];
    const key = employed === undefined ? draft.id : `${draft.id}\n${draft[employed]}`;
    const known = this.rows.get(key);
    const day = known === undefined ? '' : extract.get(by, known);
    if (known !== undefined && draft[by] !== day) {
      const newer = this.isNewer(draft[by], day);
      const planned = by === 'effective' && (newer ? day : draft[by]) > this.dating.today;
      if (planned) extract.heldOn = this.dating.today;
      const earlier = planned ? 'rows of a person that hold later' : 'earlier rows of a person';
      this.leave(
        by === 'date' ? 'older snapshots of a person' : earlier,
        newer ? extract.row[known]! : draft.row,
      );
      if (!newer) return;
      put(draft, texts, known);
      this.gone.delete(known);
      if (left !== '') this.gone.set(known, left);
      // Two rows of one day are judged as repeats are.
    } else if (known !== undefined && left !== '') this.leave(left, draft.row);
    else {
      if (known === undefined) this.rows.set(key, extract.count);
      if (left !== '') this.gone.set(extract.count, left);
      keep();
    }
  }

  /** A change that is planned for later does not count yet. */
  private isNewer(day: string, known: string): boolean {
    const { by, today } = this.dating;
    const planned = (one: string) => by === 'effective' && one > today;
    return planned(day) === planned(known) ? day > known : planned(known);
  }

  private leave(what: string, row: number): void {
    this.journal.row('leftOut', what, this.dating.file, row);
  }

  end(): void {
    for (const [at, why] of this.gone) {
      this.extract.out.add(at);
      this.leave(why, this.extract.row[at]!);
    }
    if (this.dating.by === 'date') this.leaveOutOlder();
  }

  /** Who is in no row of the newest day has left by then, where most are in one. */
  private leaveOutOlder(): void {
    const { extract } = this;
    const rows = [...this.rows.values()].filter((at) => !extract.out.has(at));
    const days = rows.map((at) => extract.get('date', at));
    const newest = days.reduce((last, day) => (day > last ? day : last), '');
    const older = /^\d{4}-/.test(newest) ? rows.filter((_, place) => days[place] !== newest) : [];
    if (older.length === 0) return;
    const gone = older.length * 2 <= rows.length;
    const shown = [...new Set(older.map((at) => extract.get('date', at)))].sort().slice(-3).join(', ');
    this.journal.ask(
      `${counted(older.length, 'person is', 'people are')} only in older snapshots (${shown}) and not in the newest, ${newest}: ${gone ? 'taken to have left.' : 'counted as there. Have they left?'}`,
    );
    for (const at of gone ? older : []) {
      extract.out.add(at);
      this.leave('people who are in older snapshots only', extract.row[at]!);
    }
  }
}
