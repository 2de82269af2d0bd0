import process from 'node:process';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import * as z from 'zod';
import { commands } from '../../src/cli/commands/index.ts';
import { organisation } from '../../src/schema/input/organisation.ts';
import { command, type Outcome } from '../cli/in-memory.ts';
import { fixture } from '../import/import-memory.ts';
import { FRAGMENTS } from '../support/hostile-text.ts';
import { ON_ORGANISATION, WITHOUT_ORGANISATION } from './commands.ts';
import { extractOf, IMPORT_OPTIONS } from './extracts.ts';
import { expectOutcome } from './outcomes.ts';
import { changeDocument, type Schema } from './schema-values.ts';
import { NAMES, SEEDS } from './seeds.ts';

/** How many files are made; 20,000 with `npm run fuzz`. */
const CASES = Number(process.env.FUZZ_CASES ?? 2000);
const HANG_MICROSECONDS = 10_000_000;
const TIMEOUT = 60_000 + CASES * 300;

const schema = z.toJSONSchema(organisation, { io: 'input', target: 'draft-07' }) as Schema;
const lines = Object.entries(ON_ORGANISATION).flatMap(([name, all]) => all.map((args) => [name, ...args]));

const codes = new Map<string, number[]>();
const count = (name: string, code: number) => {
  const all = codes.get(name) ?? [0, 0, 0, 0];
  all[code]! += 1;
  codes.set(name, all);
};

async function tried(args: readonly string[], files: Record<string, string | Uint8Array>): Promise<Outcome> {
  // Of this process and not of the clock, since others may keep the machine busy.
  const start = process.cpuUsage();
  const outcome = await command(args, { files });
  expect(process.cpuUsage(start).user, `${args.join(' ')} hangs`).toBeLessThan(HANG_MICROSECONDS);
  const input = Object.values(files)
    .map((file) => (typeof file === 'string' ? file : Buffer.from(file).toString('latin1')))
    .join('\n');
  expectOutcome(outcome, input, args);
  count(args[0]!, outcome.code);
  return outcome;
}

/** What was written is an organisation that can be read, and read again, where that of which it was made can. */
async function expectReadable(outcome: Outcome, source?: Record<string, string>): Promise<void> {
  const files = Object.fromEntries(outcome.written);
  for (const path of outcome.written.keys())
    if (path.endsWith('.yaml')) {
      const again = await tried(['validate', path, '--quiet'], files);
      if (again.code !== 2) continue;
      const code = source && (await tried(['validate', 'org.yaml', '--quiet'], source)).code;
      expect(code, `${path} cannot be read: ${again.stderr}`).toBe(2);
    }
}

/** Cuts into a text, or puts something into it. */
const damaged = (text: string, g: fc.GeneratorValue): string => {
  const start = g(fc.nat, text.length);
  return (
    text.slice(0, start) +
    g(fc.constantFrom, '', '\t', '- ', '*a', '&a ', ...FRAGMENTS) +
    text.slice(start + g(fc.nat, 9))
  );
};

test('every command has its cases, so that a new one is tried as well', () => {
  expect([...Object.keys(ON_ORGANISATION), ...WITHOUT_ORGANISATION].sort()).toEqual(
    commands.map(({ name }) => name).sort(),
  );
});

test(
  'whatever an organisation file holds, every command answers or refuses, and what it writes can be read',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (g) => {
        const before = structuredClone(g(fc.constantFrom, ...SEEDS));
        const after = structuredClone(before);
        for (let change = g(fc.nat, 4); change > 0; change -= 1) changeDocument(after, schema, NAMES, g);
        const text = stringify(after, { aliasDuplicateObjects: false });
        const files = {
          'org.yaml': g(fc.nat, 9) === 0 ? damaged(text, g) : text,
          'before.yaml': stringify(before, { aliasDuplicateObjects: false }),
          'people.csv': 'id,name,manager\np1,Ada,\np2,Bo,p1\n',
        };
        const args = g(fc.constantFrom, ...lines);
        const outcome = await tried(args, files);
        await expectReadable(outcome, files);
      }),
      { numRuns: Math.round(CASES * 0.6), ...settings() },
    );
  },
  TIMEOUT,
);

const FIXTURES = [
  'workday.csv',
  'successfactors.csv',
  'viva.csv',
  'uk-senior.csv',
  'uk-junior.csv',
  'scim.json',
  'backstage.yaml',
  'team-files.yaml',
  'twojobs.csv',
  'levels.csv',
  'de.csv',
  'merged.xlsx',
];

test(
  'whatever a system exports, import answers or refuses, and what it writes can be read',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (g) => {
        const [name, bytes] =
          g(fc.nat, 4) > 0 ? extractOf('people', g) : withDamage(g(fc.constantFrom, ...FIXTURES), g);
        const files: Record<string, string | Uint8Array> = { [name]: bytes };
        const more: string[] = [];
        if (g(fc.nat, 2) === 0) {
          const [customers, rows] = extractOf('customers', g);
          files[customers] = rows;
          more.push('--customers', customers);
        }
        if (g(fc.nat, 9) === 0) {
          const [departments, rows] = extractOf('departments', g);
          files[departments] = rows;
          more.push('--join', departments);
        }
        const options = [...more, ...g(fc.constantFrom, ...IMPORT_OPTIONS)];
        const outcome =
          g(fc.nat, 9) === 0
            ? await tried(
                ['evaluate', name, ...options.filter((one) => one !== '--keep-contact-data')],
                files,
              )
            : await tried(['import', name, ...options, '-o', 'org.yaml'], files);
        await expectReadable(outcome);
      }),
      { numRuns: CASES - Math.round(CASES * 0.6), ...settings() },
    );
  },
  TIMEOUT,
);

function withDamage(name: string, g: fc.GeneratorValue): readonly [string, Uint8Array] {
  const bytes = Buffer.from(fixture(name));
  const at = g(fc.nat, bytes.length);
  const put = Buffer.from(g(fc.constantFrom, '"', ',', '\n', '\t', '{', '*a', ...FRAGMENTS));
  return [name, Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + g(fc.nat, 20))])];
}

/** `FUZZ_SEED=…` gives other files than those that every run tries; `FUZZ_PATH=…` a single one again. */
function settings(): { seed?: number; path?: string; endOnFailure?: boolean } {
  const { FUZZ_SEED, FUZZ_PATH } = process.env;
  return {
    ...(FUZZ_SEED === undefined ? {} : { seed: Number(FUZZ_SEED) }),
    ...(FUZZ_PATH === undefined ? {} : { path: FUZZ_PATH, endOnFailure: true }),
  };
}

afterAll(() => {
  // A fuzzer whose files are all refused tries nothing but the reader.
  for (const [name, [clean, findings, refused]] of codes) {
    if (clean! + findings! + refused! < 20) continue;
    if (process.env.FUZZ_CASES)
      console.log(`${name.padEnd(10)} clean ${clean}, findings ${findings}, refused ${refused}`);
    expect(clean! + findings!, `${name} answers a tenth of the files at least`).toBeGreaterThan(refused! / 9);
  }
});
