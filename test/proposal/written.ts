import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DesignResult } from '../../src/designs/design.ts';
import { designs } from '../../src/designs/index.ts';
import { buildOrganisation } from '../../src/model/build.ts';
import type { Organisation } from '../../src/model/organisation.ts';
import { proposalFiles } from '../../src/proposal/proposal.ts';
import type { DesignId } from '../../src/schema/input/designs.ts';
import type { Loaded } from '../../src/schema/loaded.ts';
import { loadOrganisation } from '../../src/schema/read/load.ts';
import { memoryFiles } from '../source/memory-files.ts';
import { ruleIds } from '../support/organisations.ts';

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));

/** An example of the repository with its CSV files. */
export const exampleFiles = (name: string): Files =>
  Object.fromEntries(
    readdirSync(join(examples, name)).map((file) => [file, readFileSync(join(examples, name, file), 'utf8')]),
  );

export type Files = Readonly<Record<string, string>>;

/** An organisation as it was read, with the design of it. */
export interface Designed {
  readonly loaded: Loaded;
  readonly before: Organisation;
  readonly after: Organisation;
  readonly result: DesignResult;
  readonly design: DesignId;
}

export const load = (files: Files, path = 'org.yaml'): Promise<Loaded> =>
  loadOrganisation(path, memoryFiles(files), { ruleIds });

/** The design of an organisation file; null where it is impossible. */
export async function designed(files: Files, design: DesignId): Promise<Designed | null> {
  const loaded = await load(files);
  const before = buildOrganisation(loaded);
  const result = designs.find(({ id }) => id === design)!.apply(before);
  return result.organisation === null ? null : { loaded, before, after: result.organisation, result, design };
}

/** The files of a proposal, the YAML as `org.yaml`. */
export function written({ loaded, before, after, result, design }: Designed, inline?: boolean): Files {
  const { yaml, tables } = proposalFiles(loaded, before, after, {
    design: designs.find(({ id }) => id === design)!,
    result,
    modeline: '# yaml-language-server: $schema=org.schema.json',
    stem: 'proposed',
    ...(inline === undefined ? {} : { inline }),
  });
  return { 'org.yaml': yaml, ...Object.fromEntries(tables) };
}

/** The same organisation with people and customers in CSV files, as the source of a proposal in that form. */
export const inTables = (content: { people: object[]; customers: object[] }): Files => {
  const table = (rows: readonly Readonly<Record<string, unknown>>[]): string => {
    const flat = rows.map(flatten);
    const headers = [...new Set(flat.flatMap((row) => [...row.keys()]))];
    const cell = (text: string) => (/[",;\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    return [headers, ...flat.map((row) => headers.map((header) => row.get(header) ?? ''))]
      .map((cells) => cells.map(cell).join(','))
      .join('\n');
  };
  const { people, customers, ...rest } = content;
  const files = {
    'people.csv': table(people as Record<string, unknown>[]),
    ...(customers.length === 0 ? {} : { 'customers.csv': table(customers as Record<string, unknown>[]) }),
  };
  return {
    'org.yaml': JSON.stringify({
      ...rest,
      people: { file: 'people.csv' },
      customers: customers.length === 0 ? [] : { file: 'customers.csv' },
    }),
    ...files,
  };
};

function flatten(row: Readonly<Record<string, unknown>>): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(row)) {
    if (Array.isArray(value))
      flat.set(
        key,
        value
          .map((one) => {
            if (typeof one !== 'object') return one;
            if ('share' in one) return `${one.id}:${one.share}`;
            return `${one.to}:${one.weight ?? ''}:${one.kind ?? 'solid'}${one.job === undefined ? '' : `:${one.job}`}`;
          })
          .join(';'),
      );
    else if (typeof value === 'object' && value !== null)
      for (const [inner, one] of Object.entries(value)) flat.set(`${key}.${inner}`, String(one));
    else if (value !== undefined) flat.set(key, String(value));
  }
  return flat;
}
