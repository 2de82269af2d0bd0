import { folded } from '../../base/text.ts';
import { parseList } from '../../schema/read/cells.ts';
import type { Extract } from '../extract.ts';
import type { Seats } from './identify.ts';

/** How a text names somebody. */
export type Found =
  | { readonly id: string; readonly by: 'id' | 'other' | 'zeros' | 'name' }
  | { readonly id: undefined; readonly why: 'unknown' | 'ambiguous' };

const NOBODY =
  /^(?:no[_ ]?(?:manager|mgr)|xx+|n\/?[ad]|-1|none|null|nil|nobody|-|–|—|#n\/a|not applicable|0)$/i;
const IN_BRACKETS = /\(([^()]+)\)\s*$/;
/** More than one of these is not unique, whatever it is. */
const SEVERAL = '';

const stripped = (id: string): string => id.replace(/^0+(?=.)/, '');

/** A look-up that is made when it is first needed: most files name managers by their ids, and need no other. */
const lazily = (
  make: (add: (key: string, id: string) => void) => void,
): (() => ReadonlyMap<string, string>) => {
  let map: Map<string, string> | undefined;
  return () => {
    if (map !== undefined) return map;
    const made = new Map<string, string>();
    make((key, id) => {
      const known = made.get(key);
      if (key !== '' && known !== id) made.set(key, known === undefined ? id : SEVERAL);
    });
    map = made;
    return made;
  };
};

/** Finds people by what names them: id, second id, e-mail, an id in brackets, an id without its zeros, a unique name. */
export class People {
  private readonly ids = new Map<string, string>();
  private readonly others: () => ReadonlyMap<string, string>;
  private readonly zeros: () => ReadonlyMap<string, string>;
  private readonly names: () => ReadonlyMap<string, string>;

  constructor(seats: Seats, extract: Extract) {
    for (const id of seats.id) this.ids.set(id, id);
    for (const [id, first] of seats.shared) this.ids.set(id, first);
    this.zeros = lazily((add) => {
      for (const [id, target] of this.ids) add(stripped(id), target);
    });
    this.others = lazily((add) => {
      seats.id.forEach((id, seat) => {
        add(extract.get('otherId', seats.at[seat]!), id);
        add(extract.get('email', seats.at[seat]!).toLowerCase(), id);
      });
    });
    this.names = lazily((add) => {
      seats.id.forEach((id, seat) => {
        const at = seats.at[seat]!;
        const parts = [extract.get('firstName', at), extract.get('lastName', at)];
        add(folded(extract.get('name', at) || parts.join(' ')), id);
      });
    });
  }

  /** Whether a text says that there is nobody; an id that somebody has does not. */
  nobody(text: string): boolean {
    return text === '' || (!this.ids.has(text) && NOBODY.test(text));
  }

  /** The id that a text is, which is the rule and so asked first. */
  exact(text: string): string | undefined {
    return this.ids.get(text);
  }

  find(text: string): Found {
    const id = this.ids.get(text);
    if (id !== undefined) return { id, by: 'id' };
    const inner = IN_BRACKETS.exec(text)?.[1]?.trim();
    const found = this.byId(text) ?? (inner === undefined ? undefined : this.byId(inner));
    if (found !== undefined) return found;
    const swapped = /^([^,]+), ([^,]+)$/.exec(text);
    const forms = [
      text,
      text.replace(IN_BRACKETS, ''),
      ...(swapped === null ? [] : [`${swapped[2]} ${swapped[1]}`]),
    ];
    for (const form of forms) {
      const named = this.names().get(folded(form));
      if (named === SEVERAL) return { id: undefined, why: 'ambiguous' };
      if (named !== undefined) return { id: named, by: 'name' };
    }
    return { id: undefined, why: 'unknown' };
  }

  private byId(text: string): Found | undefined {
    const id = this.ids.get(text);
    if (id !== undefined) return { id, by: 'id' };
    const other = this.others().get(text) ?? this.others().get(text.toLowerCase());
    if (other !== undefined && other !== SEVERAL) return { id: other, by: 'other' };
    const zeros = this.zeros().get(stripped(text));
    return zeros === undefined || zeros === SEVERAL ? undefined : { id: zeros, by: 'zeros' };
  }
}

/** The entries of a list of people: separated by `;`, or by the `|` that some systems write. */
export const listed = (cell: string): string[] => (cell === '' ? [] : parseList(cell.replaceAll('|', ';')));
