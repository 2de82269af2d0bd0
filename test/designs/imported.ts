import { readFileSync } from 'node:fs';
import { CUSTOMER_HEADERS } from '../../src/import/customers/customer-fields.ts';
import { organisationYaml } from '../../src/import/organisation-yaml.ts';
import type { Organisation } from '../../src/model/organisation.ts';
import { customersCsv } from '../../src/write/customers.ts';
import { peopleCsv } from '../../src/write/people.ts';
import { importOf } from '../import/import-memory.ts';
import { organisationOf } from '../support/organisations.ts';

export const table = (name: string): string =>
  readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8');

/** The organisation that import makes of a table of people and one of customers. */
export async function imported(people: string, customers: string): Promise<Organisation> {
  const found = await importOf(
    { 'staff.csv': people, 'accounts.csv': customers },
    { customers: 'accounts.csv' },
  );
  const yaml = organisationYaml(found.whole, {
    modeline: '',
    otherwise: 'Company',
    peopleFile: 'people.csv',
    customersFile: 'customers.csv',
  });
  return organisationOf(yaml, {
    'people.csv': peopleCsv(found.whole.people),
    'customers.csv': customersCsv(found.customers, CUSTOMER_HEADERS),
  });
}
