import type { ImportOptions } from '../../src/import/import.ts';
import { importOf } from './import-memory.ts';

const PEOPLE = `Employee ID,Name,Business Title,Manager ID,Email
1,Ada North,Chief Executive Officer,,ada@example.test
2,Alex Winter,Account Manager,1,alex@example.test
`;

/** Imports a table of customers beside two people. */
export const customersOf = (csv: string, options: Partial<ImportOptions> = {}) =>
  importOf({ 'people.csv': PEOPLE, 'customers.csv': csv }, { customers: 'customers.csv', ...options });
