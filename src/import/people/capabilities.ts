import * as z from 'zod';
import { UserError } from '../../base/errors.ts';
import { kindsOf } from '../../base/kinds.ts';
import { counted, didYouMean, folded, quoted, sample } from '../../base/text.ts';
import { type TitleMapper, titleMapper, wholeCompany } from '../../model/titles.ts';
import { BUILT_IN_CAPABILITY_IDS, type CapabilityInput, capability } from '../../schema/input/capability.ts';
import { parseList } from '../../schema/read/cells.ts';
import type { Extract } from '../extract.ts';
import type { Journal } from '../journal.ts';
import { isRecord, readYaml } from '../table/yaml-reading.ts';
import type { ImportedDepartment } from './departments.ts';
import type { ImportedPeople } from './person.ts';
import type { PeopleFile } from './read-people.ts';

export type Capabilities = Readonly<Record<string, CapabilityInput>>;

export interface Coverage {
  /** Seats whose capability the source gives, and those whose title or department says it. */
  readonly given: number;
  readonly mapped: number;
  /** Of those mapped, seats whose title says nothing: only the name of the department does. */
  readonly byDepartment: number;
  readonly seats: number;
  /** Titles of the seats that remain, the most frequent first. */
  readonly unmapped: readonly { readonly title: string; readonly count: number }[];
}

const HINT =
  'A table is a map from a title or department to a capability (`Stocker: production`), or has capabilities as an organisation file does (`production: { titles: [Stocker] }`).';

/**
 * A table that extends the built-in one: a title or department to a capability, or capabilities with their titles and
 * departments as an organisation file has them.
 * @throws UserError with what is wrong in it.
 */
export async function readCapabilities(file: string, text: string): Promise<Capabilities> {
  const read = await readYaml(file, text);
  if ('problems' in read) throw new UserError(read.problems);
  if (!isRecord(read.value)) throw new UserError(`${file} holds no table.`, HINT);
  const table: Record<string, CapabilityInput> = Object.create(null);
  const entries = Object.entries(read.value);
  const full = z
    .record(z.string(), capability)
    .safeParse(withNumbers(Object.fromEntries(entries.filter(([, value]) => isRecord(value)))));
  if (!full.success) {
    const [issue] = full.error.issues;
    throw new UserError(`${file}: ${issue!.path.join('.')}: ${issue!.message}.`, HINT);
  }
  Object.assign(table, full.data);
  const known = [...BUILT_IN_CAPABILITY_IDS, ...Object.keys(full.data)];
  for (const [word, id] of entries) {
    if (isRecord(id)) continue;
    if (typeof id !== 'string' || !known.includes(id))
      throw new UserError(
        `${file}: ${quoted(word)}: ${quoted(String(id))} is no capability.`,
        didYouMean(String(id), known) ?? HINT,
      );
    const entry = table[id] ?? {};
    table[id] = {
      ...entry,
      titles: [...(entry.titles ?? []), word],
      departments: [...(entry.departments ?? []), word],
    };
  }
  return table;
}

/** Scalars were read as text, since most of a table is; shares are numbers. */
function withNumbers(value: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => {
      if (!isRecord(entry) || !isRecord(entry.phases)) return [key, entry];
      const phases = Object.entries(entry.phases).map(([phase, share]) => [phase, Number(share)]);
      return [key, { ...entry, phases: Object.fromEntries(phases) }];
    }),
  );
}

/**
 * Puts the id of a capability where a person has it in other words (`Account Management`), and declares those that
 * are not known, since a file may name only what it declares.
 */
export function declareCapabilities(extract: Extract, table: Capabilities, journal: Journal): Capabilities {
  const known = [...BUILT_IN_CAPABILITY_IDS, ...Object.keys(table)];
  const byWord = new Map(known.map((id) => [folded(id), id]));
  const exact = new Set(known);
  const own = new Map<string, string>();
  const idOf = (word: string): string => {
    if (exact.has(word)) return word;
    const id = byWord.get(folded(word)) ?? own.get(word) ?? word;
    if (id === word) own.set(word, word);
    return id;
  };
  extract.column('capability').forEach((word, at) => {
    if (word !== '') extract.set('capability', at, idOf(word));
  });
  extract.column('secondary').forEach((words, at) => {
    if (words !== '') extract.set('secondary', at, parseList(words).map(idOf).join(';'));
  });
  if (own.size === 0) return table;
  journal.assume(`${sample([...own.keys()])}: declared as capabilities of your own, as common services.`);
  return { ...table, ...Object.fromEntries([...own.keys()].map((id) => [id, {}])) };
}

const NO_GROUP = /^(?:other|others|none|n\/?a|not applicable|not disclosed|unknown|sonstige)$/i;

/**
 * The professional group or job family of a row says what somebody can do before title and department. Where rows are
 * posts, a group that no table knows is a capability of its own; elsewhere the title may say more.
 */
export function groupsAsCapabilities(
  extract: Extract,
  files: readonly PeopleFile[],
  map: TitleMapper,
  journal: Journal,
): void {
  let said = 0;
  const groups = extract.column('group');
  for (let at = 0; at < groups.length; at++) {
    const group = groups[at]!;
    if (group === '' || extract.get('capability', at) !== '' || NO_GROUP.test(group)) continue;
    const posts = files[extract.file[at]!]!.source.posts === true;
    const capability = map('', group) || (posts ? slug(group) : '');
    if (capability === '') continue;
    extract.set('capability', at, capability);
    said++;
  }
  if (said > 0)
    journal.assume(
      `The capability of ${counted(said, 'row')} is the professional group or job family, which counts before title and department.`,
    );
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** How much of the organisation titles and departments say something of, by the same table as an evaluation. */
export function coverageOf(
  people: ImportedPeople,
  departments: readonly ImportedDepartment[],
  capabilities: Capabilities,
): Coverage {
  const map = titleMapper(capabilities);
  const index = new Map(departments.map(({ id }, at) => [id, at]));
  const { first, counts } = kindsOf(people.id.length, [people.title, people.department, people.capability]);
  const departmentOf = first.map((seat) => index.get(people.department[seat]!) ?? -1);
  const company = wholeCompany(departmentOf, departments.length, counts);
  const without = new Map<string, number>();
  let [given, mapped, byDepartment] = [0, 0, 0];
  first.forEach((seat, kind) => {
    const title = people.title[seat]!;
    const seats = counts[kind]!;
    const department = departmentOf[kind]!;
    if (people.capability[seat] !== '') given += seats;
    else if (map.ofTitle(title) !== '') mapped += seats;
    else if (department >= 0 && department !== company && map('', departments[department]!.name) !== '') {
      mapped += seats;
      byDepartment += seats;
    } else without.set(title, (without.get(title) ?? 0) + seats);
  });
  const unmapped = [...without]
    .map(([title, count]) => ({ title, count }))
    .sort((a, b) => b.count - a.count || (a.title < b.title ? -1 : 1));
  return { given, mapped, byDepartment, seats: people.title.length, unmapped };
}
