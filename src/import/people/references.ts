import { folded } from '../../base/text.ts';
import { parseList } from '../../schema/read/cells.ts';
import type { Extract } from '../extract.ts';

/** How a text names somebody. */
type Found =
  | { readonly id: string; readonly by: 'id' | 'other' | 'zeros' | 'name' }
  | { readonly id: undefined; readonly why: 'unknown' | 'ambiguous' };

const NOBODY =
  /^(?:no[_ ]?(?:manager|mgr|owner|one)|unassigned|unowned|not assigned|ohne|nicht zugeordnet|non (?:attribué|assigné|assegnato)|sin asignar|niet toegewezen|xx+|n\/?[ad]|-1|none|null|nil|nobody|-|–|—|#n\/a|not applicable|0|keine?[rs]?|aucune?|ninguno|geen|nessuno)$/i;
const IN_BRACKETS = /(?:\(([^()]+)\)|<([^<>]+)>)\s*$/;
/** What is said of a manager and is no id: `Bo (2) (On Leave)`. */
const STATE = /\((?=[^()]*\p{L}{3})[^()\d]*\)\s*$/u;
/** More than one of these is not unique, whatever it is. */
const SEVERAL = '';

/** What finds ids of managers row by row: those of one manager often stand side by side, and are looked up once then. */
export function inTurn(ids: ReadonlyMap<string, number>): (id: string) => number | undefined {
  let last = '';
  let found = ids.get(last);
  return (id) => {
    if (id !== last) {
      last = id;
      found = ids.get(id);
    }
    return found;
  };
}

/** An id without leading zeros, and without the point that whole numbers of a column with blanks get: `2.0`. */
const stripped = (id: string): string => id.replace(/^0+(?=.)/, '').replace(/^(\d+)\.0+$/, '$1');

/** The parts of a name in one order, so that "Ann Stone" is "Stone, Ann". */
export const nameKey = (name: string): string =>
  name
    .split(/[\s,]+/)
    .map(folded)
    .filter((part) => part !== '')
    .sort()
    .join(' ');

const IN_DIRECTORY = /^(?:cn|uid)=((?:\\.|[^\\,]){1,200}),\s{0,4}(?:cn|ou|dc|o|c|l|st|uid)=/i;
/** What a name in a directory calls somebody, without its escapes: `Bell, Ann` of `CN=Bell\\, Ann,OU=Users`; '' of any other text. */
const commonName = (text: string): string =>
  (IN_DIRECTORY.exec(text)?.[1] ?? '')
    .replace(/\\([0-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\(.)/g, '$1');
export const isInDirectory = (text: string): boolean => IN_DIRECTORY.test(text);

const ADDRESS =
  /(?<!\p{L})(?:mrs?|ms|miss|dr|prof|herrn?|frau|mme|m|madame|monsieur|sra?|srta|dhr|mevr|mw|sig|sigra|dott|ing)(?:\.|(?=\s))/giu;
const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

/** The keys of a name without its accents and its form of address, and with `ue` for ü as well. */
function plainKeys(name: string): readonly string[] {
  const text = name.replace(ADDRESS, ' ').replaceAll('ß', 'ss').normalize('NFC');
  const letters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa', æ: 'ae' };
  const spelt = text.toLowerCase().replace(/[äöüøåæ]/g, (letter) => letters[letter]!);
  return [...new Set([nameKey(bare(text)), nameKey(bare(spelt))])];
}

const INITIAL = /^(\p{Lu})\.?\s+(\p{L}[\p{L}'’-]+)$/u;
/** Last and first name, as they stand in either order. */
function inOrder(name: string): [last: string, first: string] {
  const [before, after] = name.split(',').map((part) => part.trim());
  if (after !== undefined) return [before!, after];
  const words = name.replace(ADDRESS, ' ').trim().split(/\s+/);
  return [words.at(-1)!, words.length < 2 ? '' : words[0]!];
}
const initialKey = (first: string, last: string): string => folded(`${first.charAt(0)} ${bare(last)}`);

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

/** A person by the id that finds it, with the row that says how else it is named. */
interface Named {
  readonly id: string;
  readonly at: number;
}

/** Finds people by what names them: id, second id, e-mail, an id in brackets, an id without its zeros, a unique name. */
export class People {
  private readonly ids: ReadonlyMap<string, number>;
  private readonly placeOf: (id: string) => number | undefined;
  private readonly idAt: (place: number) => string;
  private others: () => ReadonlyMap<string, string>;
  private readonly zeros: () => ReadonlyMap<string, string>;
  private readonly names: () => ReadonlyMap<string, string>;
  private readonly anyOrder: () => ReadonlyMap<string, string>;
  private readonly plainNames: () => ReadonlyMap<string, string>;
  private readonly initials: () => ReadonlyMap<string, string>;
  private readonly titles: () => ReadonlyMap<string, string>;

  /**
   * `ids` are what is written as an id, to the place of whoever it stands for, and `idAt` is the id at a place; people are asked
   * for only where ids do not find them.
   */
  constructor(
    ids: ReadonlyMap<string, number>,
    idAt: (place: number) => string,
    private readonly people: () => readonly Named[],
    private readonly extract: Extract,
  ) {
    this.ids = ids;
    this.placeOf = inTurn(ids);
    this.idAt = idAt;
    this.zeros = lazily((add) => {
      for (const [id, place] of this.ids) add(stripped(id), idAt(place));
    });
    this.others = this.calledBy([]);
    const preferred = extract.column('preferredName').length > 0;
    const named = (key: (name: string) => string) =>
      lazily((add) => {
        for (const { id, at } of people()) {
          add(key(nameAt(extract, at)), id);
          if (preferred) add(key(preferredAt(extract, at)), id);
        }
      });
    this.names = named(folded);
    this.anyOrder = named(nameKey);
    this.plainNames = lazily((add) => {
      for (const { id, at } of people()) for (const key of plainKeys(nameAt(extract, at))) add(key, id);
    });
    this.initials = lazily((add) => {
      for (const { id, at } of people()) {
        const [last, first] = inOrder(nameAt(extract, at));
        if (first !== '') add(initialKey(first, last), id);
      }
    });
    this.titles = lazily((add) => {
      for (const { id, at } of people()) add(folded(extract.get('title', at)), id);
    });
  }

  /** Finds people by what stands in a further column as well: initials, names of users. */
  alsoBy(column: readonly string[]): void {
    this.others = this.calledBy(column);
  }

  private calledBy(column: readonly string[]): () => ReadonlyMap<string, string> {
    return lazily((add) => {
      for (const { id, at } of this.people()) {
        add(this.extract.get('otherId', at), id);
        add(this.extract.get('email', at).toLowerCase(), id);
        add((column[at] ?? '').toLowerCase(), id);
      }
    });
  }

  /** Whether a text names somebody, or several people of one name. */
  isNamed(text: string): boolean {
    const found = this.find(text);
    return found.id !== undefined || found.why === 'ambiguous';
  }

  /** Whether a text says that there is nobody; an id that somebody has does not. */
  nobody(text: string): boolean {
    return text === '' || (!this.ids.has(text) && NOBODY.test(text));
  }

  /** The id that a text is, which is the rule and so asked first. */
  exact(text: string): string | undefined {
    const place = this.placeOf(text);
    return place === undefined ? undefined : this.idAt(place);
  }

  find(text: string): Found {
    const id = this.exact(text);
    if (id !== undefined) return { id, by: 'id' };
    const called = commonName(text);
    if (called !== '') return this.byId(text) ?? this.find(called);
    const plain = STATE.test(text) ? text.replace(STATE, '').trimEnd() : text;
    const brackets = IN_BRACKETS.exec(plain);
    const inner = (brackets?.[1] ?? brackets?.[2])?.trim();
    const found = this.byId(text) ?? this.byId(plain) ?? (inner === undefined ? undefined : this.byId(inner));
    if (found !== undefined) return found;
    for (const form of new Set([text, plain, plain.replace(IN_BRACKETS, '')])) {
      const named = this.names().get(folded(form)) || this.anyOrder().get(nameKey(form));
      if (named === SEVERAL) return { id: undefined, why: 'ambiguous' };
      if (named !== undefined) return { id: named, by: 'name' };
    }
    const near = this.byNearName(plain);
    if (near !== undefined) return { id: near, by: 'name' };
    const beside = this.byIdBeside(plain);
    return beside === undefined ? { id: undefined, why: 'unknown' } : { id: beside, by: 'id' };
  }

  /** A name without accents or with `ue` for ü, with a form of address, or before the title that is added to it. */
  private byNearName(text: string): string | undefined {
    for (const form of [text, text.replace(/\s{0,4}[,–—-]\s[^,]{0,80}$|,[^,]{0,80}$/, '')])
      for (const key of plainKeys(form)) {
        const found = this.plainNames().get(key);
        if (found !== undefined && found !== SEVERAL) return found;
      }
    return undefined;
  }

  /** Whoever alone has the first letter of the first name and the last name, or the title; '' where a text is neither. */
  byInitialOrTitle(text: string): { readonly id: string; readonly by: 'name' | 'title' } | undefined {
    const initial = INITIAL.exec(text);
    const named = initial === null ? undefined : this.initials().get(initialKey(initial[1]!, initial[2]!));
    if (named !== undefined && named !== SEVERAL) return { id: named, by: 'name' };
    const titled = this.titles().get(folded(text));
    return titled === undefined || titled === SEVERAL ? undefined : { id: titled, by: 'title' };
  }

  /** An id before or after the name of whoever has it: `Anil Arora Z1`, `1001 - Anil Arora`. */
  private byIdBeside(text: string): string | undefined {
    const words = text.split(/\s/).filter((word) => /[\p{L}\p{N}]/u.test(word));
    if (words.length < 2) return undefined;
    const bare = (word: string) => word.replace(/^[[(#]+|[\])]?[:–—-]?$/g, '');
    const [first, last] = [bare(words[0]!), bare(words.at(-1)!)];
    for (const [word, others] of [
      [first, words.slice(1)],
      [last, words.slice(0, -1)],
    ] as const) {
      const id = /\d/.test(word) ? this.exact(word) : undefined;
      const name = others.join(' ');
      const named = this.names().get(folded(name)) ?? this.anyOrder().get(nameKey(name));
      if (id !== undefined && (named === id || named === SEVERAL)) return id;
    }
    return undefined;
  }

  /** The people that a text names, where it names several: one on each line, or parted by `;`, `|`, `/`, `&`, commas or "and". */
  findAll(text: string): string[] {
    if (this.ids.has(text) || !SEVERAL_NAMED.test(text)) return [text];
    const apart = partsOf(text, /[;|\n]/);
    if (apart.length > 1) {
      const known = apart.filter((part) => this.isNamed(part)).length;
      return known > 1 || (known === 1 && !this.isNamed(text)) ? apart : [text];
    }
    if (this.names().has(folded(text)) || this.anyOrder().has(nameKey(text))) return [text];
    const listed = partsOf(text, /,/);
    // What stands behind a name may be another one, or a title.
    if (listed.length > 1 && listed.every((part) => this.isNamed(part))) return listed;
    if (this.isNamed(text)) return [text];
    const joined = partsOf(text, AND);
    const names = joined.length > 1 && joined.every(hasName);
    if (names && joined.some((part) => this.isNamed(part))) return joined;
    const pairs = listed.flatMap((last, at) => (at % 2 === 0 ? [`${last}, ${listed[at + 1] ?? ''}`] : []));
    return pairs.length > 1 && pairs.every((pair) => this.isNamed(pair)) ? pairs : [text];
  }

  private byId(text: string): Found | undefined {
    const id = this.exact(text);
    if (id !== undefined) return { id, by: 'id' };
    const other = this.others().get(text) ?? this.others().get(text.toLowerCase());
    if (other !== undefined && other !== SEVERAL) return { id: other, by: 'other' };
    const zeros = this.zeros().get(stripped(text));
    return zeros === undefined || zeros === SEVERAL ? undefined : { id: zeros, by: 'zeros' };
  }
}

/** The name of a row, from its parts where it has no whole one. */
export const nameAt = (extract: Extract, at: number): string =>
  extract.get('name', at) || `${extract.get('firstName', at)} ${lastNameAt(extract, at)}`.trim();

const lastNameAt = (extract: Extract, at: number): string =>
  `${extract.get('namePrefix', at)} ${extract.get('lastName', at)}`.trim();

/** What people call somebody: the preferred name, with the last name where it is a first name only. */
function preferredAt(extract: Extract, at: number): string {
  const preferred = extract.get('preferredName', at);
  if (preferred === '' || /[ ,]/.test(preferred)) return preferred;
  return `${preferred} ${lastNameAt(extract, at) || nameAt(extract, at).replace(/^\S+\s+|,.*$/g, '')}`.trim();
}

const partsOf = (text: string, between: RegExp): string[] =>
  text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');
const SEVERAL_NAMED = /[;|\n/&+,]|\s(?:and|und|et|y|en|e)\s/;
const AND = /[/&+]|\s(?:and|und|et|y|en|e)\s/;
/** Codes may hold what stands between names. */
const hasName = (part: string): boolean => /\p{L}{2}/u.test(part) && !/\d/.test(part);

/** The entries of a list of people: separated by `;`, or by the `|` that some systems write. */
export const listed = (cell: string): string[] => (cell === '' ? [] : parseList(cell.replaceAll('|', ';')));
