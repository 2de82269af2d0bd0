import * as z from 'zod';
import { UserError } from '../../base/errors.ts';
import { didYouMean, quoted } from '../../base/text.ts';
import { titleMapper } from '../../model/titles.ts';
import { BUILT_IN_CAPABILITY_IDS, type CapabilityInput, capability } from '../../schema/input/capability.ts';
import { isRecord, readYaml } from '../table/yaml-reading.ts';
import type { ImportedDepartment } from './departments.ts';
import type { ImportedPerson } from './person.ts';

export type Capabilities = Readonly<Record<string, CapabilityInput>>;

export interface Coverage {
  /** Seats whose capability the source gives, and those whose title or department says it. */
  readonly given: number;
  readonly mapped: number;
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
export function readCapabilities(file: string, text: string): Capabilities {
  const read = readYaml(file, text);
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

/** How much of the organisation titles and departments say something of, by the same table as an evaluation. */
export function coverageOf(
  people: readonly ImportedPerson[],
  departments: readonly ImportedDepartment[],
  capabilities: Capabilities,
): Coverage {
  const map = titleMapper(capabilities);
  const names = new Map(departments.map(({ id, name }) => [id, name]));
  const without = new Map<string, number>();
  let given = 0;
  let mapped = 0;
  for (const { capability: own, title, department } of people) {
    if (own !== '') given++;
    else if (map(title, names.get(department) ?? '') !== '') mapped++;
    else without.set(title, (without.get(title) ?? 0) + 1);
  }
  const unmapped = [...without]
    .map(([title, count]) => ({ title, count }))
    .sort((a, b) => b.count - a.count || (a.title < b.title ? -1 : 1));
  return { given, mapped, seats: people.length, unmapped };
}
