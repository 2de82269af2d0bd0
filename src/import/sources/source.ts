import { headerKey } from '../../base/text.ts';

/** What a column of people may hold, beyond what is written: the rest serves to find managers and to judge rows. */
export const PEOPLE_FIELDS = [
  'id',
  /** A second id, which managers may be named by. */
  'otherId',
  'name',
  'firstName',
  /** What stands between both and is no part of the order: `van der`. */
  'namePrefix',
  'lastName',
  /** What the person is called instead of the first name, or of the whole one. */
  'preferredName',
  'email',
  'title',
  /** Professional group or job family. */
  'group',
  'department',
  'division',
  /** The whole that the file describes, where it says so. */
  'organisation',
  'capability',
  'secondary',
  'fte',
  /** Where there is no fte: against what most have. */
  'weeklyHours',
  'costPerYear',
  'monthlyPay',
  'hourlyPay',
  'payFrom',
  'payTo',
  /** That of the amounts in the row. */
  'currency',
  'level',
  'location',
  'manager',
  /** The manager once more, by another kind of name; used where the first is not given. */
  'managerOther',
  /** Where a person has a row for each manager, what each is to the person. */
  'managerType',
  /** Lines as our own files write them. */
  'managers',
  'dotted',
  'dottedToo',
  'serves',
  'vacant',
  'workerType',
  'start',
  /** Day on which the person left, or will. */
  'left',
  /** Last day, such as that of a contract. */
  'end',
  /** Day of the snapshot that the row belongs to. */
  'date',
  /** Day from which the row holds, where each change of a person has a row. */
  'effective',
  /** Last day on which the row holds. */
  'until',
  /** Number of the employment or contract that the row belongs to, where a person may have several. */
  'record',
  /** Of the job or cost centre of the row, in the work of the person. */
  'share',
  /** What happened then: a hire, a transfer, a termination. */
  'action',
  'status',
  /** Whether the person is there, where that is an answer. */
  'active',
  /** Whether the person is not there any more. */
  'gone',
  /** Whether of several jobs of a person it is the main one. */
  'primary',
  /** How many posts the row stands for. */
  'posts',
  'remarks',
] as const;
export type PeopleField = (typeof PEOPLE_FIELDS)[number];

/** The cells of the row at hand, '' where not given; sources may change them. */
class DraftCells {
  /** By the place of the field: reading and writing them by name is slow where the name is not known beforehand. */
  readonly cells: string[] = PEOPLE_FIELDS.map(() => '');
  /** Number of the row in its file. */
  row = 0;
}
PEOPLE_FIELDS.forEach((field, place) => {
  Object.defineProperty(DraftCells.prototype, field, {
    get(this: DraftCells) {
      return this.cells[place];
    },
    set(this: DraftCells, text: string) {
      this.cells[place] = text;
    },
  });
});
export type Draft = DraftCells & Record<PeopleField, string>;
export const newDraft = (): Draft => new DraftCells() as Draft;

/** Descriptive fields, in which "N/A" says nothing. */
export const TEXTS: ReadonlySet<PeopleField> = new Set<PeopleField>([
  'title',
  'group',
  'department',
  'division',
  'organisation',
  'location',
  'email',
  'status',
  'active',
  'gone',
  'preferredName',
  'namePrefix',
  'managerType',
  'costPerYear',
  'monthlyPay',
  'hourlyPay',
  'payFrom',
  'payTo',
  'currency',
  'fte',
  'weeklyHours',
  'level',
  'start',
  'left',
  'end',
  'workerType',
  'primary',
]);
/** Fields whose values differ from row to row. */
export const UNIQUE: ReadonlySet<PeopleField> = new Set<PeopleField>(['id', 'otherId', 'name', 'email']);

/** Fields that judging a row may fill in. */
export const JUDGED: readonly PeopleField[] = ['id', 'name', 'division', 'status', 'vacant', 'workerType'];

/** Why a row is no person who is there: it is left out and counted, and nothing is lost by it. */
export type LeftOut = { readonly leftOut: string };
type RowJudge = (draft: Draft) => LeftOut | undefined;

export type Aliases<Field extends string> = Readonly<Partial<Record<Field, readonly string[]>>>;

/** A file's headers, folded, to those written. */
export type Headers = ReadonlyMap<string, string>;

interface Recognition {
  /** 0 where it is not this source. */
  readonly score: number;
  /** The headers that it was recognised by, as written. */
  readonly by: readonly string[];
}

export interface ImportSource {
  readonly id: string;
  readonly name: string;
  /** What is special about its files, for the documentation. */
  readonly notes: readonly string[];
  readonly columns: Aliases<PeopleField>;
  recognise(headers: Headers): Recognition;
  /** Mends the cells of a row, or says why it is left out. */
  readonly row?: RowJudge;
  /** Order of the parts of a date such as 01/02/2026, where the source fixes it. */
  readonly dateOrder?: 'mdy' | 'dmy';
  /** Whether a row is a post, so that rows of one id are several seats. */
  readonly posts?: true;
  /** Whether it has no reporting lines at all. */
  readonly withoutManagers?: true;
}

interface Definition extends Omit<ImportSource, 'recognise'> {
  /** From each group the file must have a header. */
  readonly needs: readonly (readonly string[])[];
}

/** A source that is recognised by headers: all groups must be there, and every known header counts for it. */
export function defineSource({ needs, ...rest }: Definition): ImportSource {
  // When people left is told of leavers, of whom a workbook may have a sheet of its own: it says nothing for a source.
  const { left: _, gone: __, ...telling } = rest.columns;
  const known = new Set(
    Object.values(telling)
      .flat()
      .map((alias) => headerKey(alias)),
  );
  const groups = needs.map((group) => group.map((alias) => headerKey(alias)));
  return Object.freeze({
    ...rest,
    recognise(headers: Headers): Recognition {
      const found = groups.map((group) => group.find((alias) => headers.has(alias)));
      if (found.includes(undefined)) return { score: 0, by: [] };
      const score = [...headers.keys()].filter((header) => known.has(header)).length + 2 * groups.length;
      return { score, by: found.map((header) => headers.get(header!)!) };
    },
  });
}
