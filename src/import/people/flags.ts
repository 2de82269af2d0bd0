import { alternatives, headerKey, quoted } from '../../base/text.ts';
import { answerOf } from '../../languages/answers.ts';
import type { Journal } from '../journal.ts';
import { generic } from '../sources/generic.ts';
import type { Bound, Overrides } from '../sources/mapping.ts';
import type { Draft, PeopleField } from '../sources/source.ts';
import { hasLeft } from './status.ts';

const ACTIVE = new Set(generic.columns.active!.map(headerKey));
const GONE = new Set(generic.columns.gone!.map(headerKey));

/** The columns of a file that answer whether people are there or gone, of which there may be several. */
export class Flags {
  /** Those beside the columns that are bound: one that says gone is enough. */
  readonly further: readonly (Bound<PeopleField> & { readonly field: 'active' | 'gone' })[];
  private readonly gone: readonly string[];
  /** Whether the status is such an answer. */
  private readonly answers: boolean;

  constructor(cells: readonly string[], bound: readonly Bound<PeopleField>[], overrides: Overrides) {
    const used = new Set(bound.map(({ index }) => index));
    this.further = cells.flatMap((header, index) => {
      const key = headerKey(header);
      const field = GONE.has(key) ? 'gone' : ACTIVE.has(key) ? 'active' : undefined;
      const free = field !== undefined && header !== '' && !used.has(index) && !overrides.has(field);
      return free ? [{ field, index, header }] : [];
    });
    this.gone = [...bound, ...this.further].flatMap(({ field, header }) =>
      field === 'gone' ? [header] : [],
    );
    this.answers = bound.some(({ field, header }) => field === 'status' && ACTIVE.has(headerKey(header)));
  }

  tell(file: string, journal: Journal): void {
    if (this.gone.length > 0)
      journal.assume(
        `${file}: whoever has a yes under ${alternatives(this.gone.map((header) => quoted(header)))} is not there any more.`,
      );
  }

  read(draft: Draft, cells: readonly string[], clean: (cell: string) => string): void {
    for (const { field, index } of this.further) {
      const known = draft[field];
      if (hasLeft(draft)) break;
      draft[field] = clean(cells[index]!);
      if (known !== '' && !hasLeft(draft)) draft[field] = known;
    }
    if (this.answers && answerOf(draft.status) === false) draft.status = 'no';
  }
}
