import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { rowReader } from '../../src/base/columns.ts';
import { CUSTOMER_HEADERS } from '../../src/import/customers/customer-fields.ts';
import { organisationYaml } from '../../src/import/organisation-yaml.ts';
import type { Imported } from '../../src/import/result.ts';
import type { Loaded } from '../../src/schema/loaded.ts';
import { loadOrganisation } from '../../src/schema/read/load.ts';
import { fitsCells } from '../../src/write/csv.ts';
import { customersCsv } from '../../src/write/customers.ts';
import { peopleCsv } from '../../src/write/people.ts';
import { memoryFiles } from '../source/memory-files.ts';
import { runs } from '../support/runs.ts';
import { type ImportedPerson, type ImportedRows, importFixtures, importOf } from './import-memory.ts';

const MODELINE = '# yaml-language-server: $schema=org.schema.json';

const inFiles = (imported: Imported) => ({
  'org.yaml': organisationYaml(imported, {
    modeline: MODELINE,
    otherwise: 'Round trip',
    peopleFile: 'people.csv',
    customersFile: 'customers.csv',
  }),
  'people.csv': peopleCsv(imported.people),
  'customers.csv': customersCsv(imported.customers, CUSTOMER_HEADERS),
});
const inline = (imported: Imported) => ({
  'org.yaml': organisationYaml(imported, { modeline: MODELINE, otherwise: 'Round trip' }),
});
const load = (files: Readonly<Record<string, string>>): Promise<Loaded> =>
  loadOrganisation('org.yaml', memoryFiles(files));

/** What a person is, as a CSV file may hold it. */
const plain = ({ file, row, division, ...person }: ImportedPerson) => ({
  ...person,
  name: person.name,
  title: person.title,
  location: person.location,
});

const peopleOf = ({ people: rows }: Loaded) => {
  const personAt = rowReader(rows);
  return rows.id.map((_, at) => {
    const { offset, division, email, workerType, start, end, ...person } = personAt(at);
    return {
      ...person,
      secondary: rows.secondary.get(at) ?? [],
      lines: rows.lines.get(at) ?? [],
      serves: rows.serves.get(at) ?? [],
      vacant: person.vacant === 1,
    };
  });
};

/** The law: evaluate reads what was written, and another import of it gives the same. */
const expectRoundTrip = async (imported: ImportedRows): Promise<void> => {
  const expected = () =>
    imported.people.map((person) => {
      const { hourlyPay, start, end, costPerYear, email, workerType, ...rest } = plain(person);
      const cost = Number.isNaN(costPerYear) ? hourlyPay * 2080 * rest.fte : costPerYear;
      return { ...rest, costPerYear: cost };
    });
  const listed = await load(inline(imported.whole));
  expect(peopleOf(listed)).toEqual(expected());
  expect(listed.input.teams.map(({ id, lead, members }) => ({ id, lead, members }))).toEqual(
    imported.teams.map(({ id, lead, members }) => ({ id, lead: lead || undefined, members })),
  );
  expect(listed.customers.id).toEqual(imported.customers.list.map(({ id }) => id));
  if (!fitsCells(imported.people.flatMap(({ lines }) => lines.map(({ to }) => to)))) return;
  const files = inFiles(imported.whole);
  const loaded = await load(files);
  expect(peopleOf(loaded)).toEqual(expected());
  expect(Object.fromEntries(loaded.customers.attributes)).toEqual(
    Object.fromEntries(
      imported.customers.attributes.flatMap((name, index) => {
        const column = imported.customers.list.map(({ attributes }) => attributes[index]!);
        return column.some((text) => text !== '') ? [[name, column]] : [];
      }),
    ),
  );
  const again = await importOf(files, { people: ['people.csv'], customers: 'customers.csv' });
  const whole = (one: ImportedPerson) => ({ ...plain(one), division: one.division });
  expect(again.people.map(whole)).toEqual(imported.people.map(whole));
  expect(again.departments).toEqual(imported.departments);
  expect(again.customers.list.map(({ id, count, owner, market }) => [id, count, owner, market])).toEqual(
    imported.customers.list.map(({ id, count, owner, market }) => [id, count, owner, market]),
  );
  expect(again.journal.count('unusable')).toBe(0);
};

describe('what was imported is read, and imported again, as it is', () => {
  test.each([
    [['workday.csv']],
    [['successfactors.csv']],
    [['bamboohr.csv']],
    [['adp.csv']],
    [['viva.csv']],
    [['orgplus.csv']],
    [['visio.csv']],
    [['uk-senior.csv', 'uk-junior.csv']],
    [['scim.json']],
    [['backstage.yaml']],
    [['team-files.yaml']],
    [['backstage-teams.yaml']],
  ])('from %j', async (names) => {
    const { imported } = await importFixtures(names);
    await expectRoundTrip(imported);
  });

  const text = fc.oneof(
    fc.constantFrom(
      '=1+1',
      '+49',
      '-x',
      '@me',
      "'quoted",
      'a;b',
      'a,b',
      'say "hi"',
      'two\nlines',
      'null',
      'N/A',
    ),
    fc.constantFrom(
      'Sales',
      'Marketing Manager',
      'é',
      'e\u0301',
      '007',
      '1e5',
      'yes',
      '#',
      ': x',
      'A > B',
      'Vacant',
    ),
    fc.string({ maxLength: 8 }).map((one) => one.replaceAll('\0', '')),
  );
  const row = fc.record({
    name: text,
    title: text,
    department: text,
    division: text,
    manager: fc.nat(15),
    dotted: fc.array(fc.nat(15), { maxLength: 2 }),
    fte: fc.constantFrom('', '1', '0.5', '0,8'),
    hourlyPay: fc.constantFrom('', '12.5', '1,250.75'),
    level: fc.constantFrom('', '3'),
    start: fc.constantFrom('', '2020-02-29', '31.01.2020'),
    location: text,
    customer: text,
    attribute: text,
  });
  const rows = fc.tuple(
    fc.uniqueArray(
      text.map((one) => one.trim().normalize('NFC')).filter((one) => one !== ''),
      { minLength: 1, maxLength: 12 },
    ),
    fc.array(row, { minLength: 12, maxLength: 12 }),
  );

  test('from any people and customers', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async ([ids, people]) => {
        const used = ids.map((id, index) => ({ id, ...people[index]! }));
        const idAt = (index: number) => ids[index % ids.length]!;
        const csv = Papa.unparse(
          used.map(({ dotted, customer, attribute, manager, ...rest }) => ({
            ...rest,
            manager: manager > 12 ? '' : idAt(manager),
            'Matrix Manager': dotted
              .map(idAt)
              .filter((id) => !/[;|]/.test(id))
              .join(';'),
          })),
        );
        const customers = Papa.unparse(
          used.map(({ id, customer, attribute }) => ({
            id,
            name: customer,
            market: 'b2b',
            owner: id,
            'Type of it': attribute,
            count: '',
          })),
        );
        await expectRoundTrip(
          await importOf({ 'p.csv': csv, 'c.csv': customers }, { customers: 'c.csv', people: ['p.csv'] }),
        );
      }),
      { numRuns: runs(150) },
    );
  });
});
