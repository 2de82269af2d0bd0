import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UserError } from '../../src/base/errors.ts';
import { organisationYaml } from '../../src/import/organisation-yaml.ts';
import { summaryOf } from '../../src/import/summary.ts';
import { loadOrganisation } from '../../src/schema/read/load.ts';
import { memoryFiles } from '../source/memory-files.ts';
import { runs } from '../support/runs.ts';
import { fixture, importOf } from './import-memory.ts';
import { workbook } from './workbook.ts';

const NAMES = [
  'workday.csv',
  'successfactors.csv',
  'adp.csv',
  'viva.csv',
  'visio.csv',
  'uk-senior.csv',
  'uk-junior.csv',
  'scim.json',
  'backstage.yaml',
  'team-files.yaml',
  'people.xlsx',
];
const contentOf = (name: string): Uint8Array =>
  name === 'people.xlsx'
    ? workbook({
        People: [
          ['Employee ID', 'Name', 'Title'],
          [1, 'Ada', 'Buyer'],
        ],
      })
    : fixture(name);

const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(20),
  put: fc.oneof(
    fc.constantFrom('"', ',', ';', '\n', '\t', '(', '{', '*a', '&a', '- ', '\u0000', 'é'),
    fc.string({ maxLength: 4 }),
  ),
});

test('a damaged file is imported or refused, and what is imported can be read', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...NAMES),
      fc.array(change, { minLength: 1, maxLength: 6 }),
      async (name, changes) => {
        let bytes = Buffer.from(contentOf(name));
        for (const { at, cut, put } of changes) {
          const start = Math.floor(at * bytes.length);
          bytes = Buffer.concat([bytes.subarray(0, start), Buffer.from(put), bytes.subarray(start + cut)]);
        }
        const imported = await importOf({ [name]: bytes }).catch((error: unknown) => {
          expect(error).toBeInstanceOf(UserError);
          return undefined;
        });
        if (imported === undefined) return;
        expect(summaryOf(imported.whole).length).toBeGreaterThan(50);
        const yaml = organisationYaml(imported.whole, { modeline: '#', otherwise: 'Mutated' });
        const loaded = await loadOrganisation('org.yaml', memoryFiles({ 'org.yaml': yaml }));
        expect(loaded.people.id).toEqual(imported.people.map(({ id }) => id));
      },
    ),
    { numRuns: runs(400) },
  );
}, 30_000);
