import { expect, test } from 'vitest';
import { importOf } from './import-memory.ts';

/** The header that each field of a table of people was taken from. */
const takenFrom = async (csv: string) => {
  const imported = await importOf({ 'people.csv': csv });
  const taken = Object.fromEntries(imported.files[0]!.bound.map(({ field, header }) => [field, header]));
  return { imported, taken, said: imported.journal.assumed.join('\n') };
};
/** Three people with these further headers and cells. */
const three = (headers: string, ...cells: readonly string[]): string =>
  [
    `Personalnummer;Name;${headers};Vorgesetzter`,
    `1;Ada Ash;${cells[0]};`,
    `2;Ben Birch;${cells[1]};1`,
    `3;Cleo Clay;${cells[2]};2`,
  ].join('\n');

test.each([
  ['Team;Abteilung', 'department', 'Abteilung'],
  ['Team;Afdeling', 'department', 'Afdeling'],
  ['Cost Center;Service', 'department', 'Service'],
  ['Team;Reparto', 'department', 'Reparto'],
  ['Team;Departamento', 'department', 'Departamento'],
  ['Position;Stellenbezeichnung', 'title', 'Stellenbezeichnung'],
  ['City;Arbeitsort', 'location', 'Arbeitsort'],
  ['Region;Standort', 'location', 'Standort'],
] as const)(
  'of %s the one that names the %s most exactly counts, in whatever language',
  async (headers, field, header) => {
    const { taken } = await takenFrom(three(headers, 'a;k', 'b;l', 'b;l'));
    expect(taken[field]).toBe(header);
  },
);

test.each([
  ['Department;Team', 'department', 'Team'],
  ['Standort;City', 'location', 'City'],
] as const)('a column of %s that is mostly empty yields to a full one', async (headers, field, header) => {
  const { taken, said } = await takenFrom(three(headers, ';k', ';l', 'b;l'));
  expect(taken[field]).toBe(header);
  expect(said).toContain('is mostly empty');
});
