import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { designs } from '../../src/designs/index.ts';
import { buildOrganisation } from '../../src/model/build.ts';
import type { Organisation } from '../../src/model/organisation.ts';
import type { DesignId } from '../../src/schema/input/designs.ts';
import { anyOrganisation } from '../support/organisations.ts';
import { runs } from '../support/runs.ts';
import { anySource, anyTables } from './any-source.ts';
import { expectFixedPoint, expectSameDesign, expectSameOrganisation } from './same.ts';
import { type Designed, designed, exampleFiles, type Files, inTables, load, written } from './written.ts';

/** What a file says, without where people were before. */
const said = (files: Files): unknown => {
  const { people, ...rest } = parse(files['org.yaml']!);
  const rows = Array.isArray(people)
    ? people
    : (Papa.parse(files[people.file]!, { header: true, skipEmptyLines: true }).data as object[]);
  return { ...rest, people: rows.map(withoutPast).sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1)) };
};

const withoutPast = (row: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([key]) => !key.startsWith('previously')));

const withoutHash = (files: Files) =>
  Object.entries(files).map(([name, text]) => [name, text.replace(/^#.*\n/gm, '')]);

const asRead = (of: Designed, loaded: Designed['loaded'], organisation: Organisation): Designed => ({
  ...of,
  loaded,
  before: organisation,
  after: organisation,
});

/** All that must hold of a design that is written and read. */
async function expectLaw(of: Designed, expectAgain = expectFixedPoint, inline?: true): Promise<void> {
  const files = written(of, inline);
  const read = await load(files);
  const organisation = buildOrganisation(read);
  expectSameOrganisation(of, organisation);
  expectAgain(of, organisation);
  // Written again it says the same, and now that nobody moves, in the same bytes each time.
  const second = written(asRead(of, read, organisation), inline);
  expect(said(second)).toEqual(said(files));
  const readAgain = await load(second);
  const third = written(asRead(of, readAgain, buildOrganisation(readAgain)), inline);
  expect(withoutHash(third)).toEqual(withoutHash(second));
}

const filesOf = (content: { people: object[]; customers: object[] }, tables: boolean): Files =>
  tables ? inTables(content) : { 'org.yaml': JSON.stringify(content) };

const ids = designs.map(({ id }) => id);

describe.each(ids)('%s, written and read again, measures the same', (design: DesignId) => {
  it('as a list and as a table', async () => {
    await fc.assert(
      fc.asyncProperty(anyOrganisation, fc.boolean(), async (content, tables) => {
        const of = await designed(filesOf(content, tables), design);
        if (of !== null) await expectLaw(of);
      }),
      { numRuns: runs(30) },
    );
  });

  it.each(['halden', 'tindle-and-moss', 'marrowgate'])('of %s', async (name) => {
    const of = await designed(exampleFiles(name), design);
    if (of === null) expect(design).toBe('account-team');
    else await expectLaw(of);
  });

  it('of a file that says everything, in awkward words', async () => {
    let count = 0;
    const awkward = fc.oneof(
      anySource.map((content) => filesOf(content, false)),
      anyTables.map((content) => filesOf(content, true)),
    );
    await fc.assert(
      fc.asyncProperty(awkward, fc.boolean(), async (files, inline) => {
        const of = await designed(files, design);
        if (of === null) return;
        count++;
        await expectLaw(of, expectSameDesign, inline || undefined);
      }),
      { numRuns: runs(20) },
    );
    if (design !== 'account-team') expect(count).toBeGreaterThan(5);
  });
});

const TITLES = ['Marketing Specialist', 'Sales Representative', 'Account Manager', 'Support Agent'];

it('account teams measure the same, for as many people as it takes', async () => {
  const company = fc.record({
    customers: fc.integer({ min: 1, max: 3 }),
    extra: fc.nat(9),
    tables: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(company, async ({ customers, extra, tables }) => {
      const people = [
        { id: 'top', title: 'Chief Executive Officer' },
        ...Array.from({ length: 8 * customers + extra }, (_, at) => ({
          id: `p${at}`,
          title: TITLES[at % TITLES.length],
          department: TITLES[at % TITLES.length],
          manager: at < TITLES.length ? 'top' : `p${at % TITLES.length}`,
        })),
      ];
      const content = {
        version: 1,
        name: 'Account teams',
        people,
        customers: Array.from({ length: customers }, (_, at) => ({ id: `c${at}`, owner: `p${at}` })),
      };
      const of = await designed(filesOf(content, tables), 'account-team');
      expect(of).not.toBeNull();
      await expectLaw(of!);
    }),
    { numRuns: runs(12) },
  );
});
