import { describe, expect, it } from 'vitest';
import { linesOf, load } from './load-memory.ts';

const YAML = 'version: 1\nname: Acme\npeople: { file: people.csv }\n';
const notesOf = async (csv: string) =>
  (await load(YAML, { 'people.csv': csv })).notes.map(
    ({ message, at }) => `${at.line}:${at.column} ${message}`,
  );

describe('amounts of a CSV file with three digits behind a point', () => {
  it.each([
    ['beside thousands, by whoever wrote a zero behind it', 'a,180000\nb,60.000\n', true],
    ['of more than one row', 'a,95.000\nb,60.250\nc,8000\n', true],
    ['with the decimals that all have', 'a,180000.000\nb,60.000\n', false],
    ['as a program writes a fraction', 'a,180000\nb,60.125\n', false],
    ['alone', 'a,95.000\nb,60.000\n', false],
  ])('are refused where they can be read in two ways: %s', async (_, rows, refused) => {
    const csv = `id,costPerYear\n${rows}`;
    if (!refused) return expect((await load(YAML, { 'people.csv': csv })).people.count).toBe(2);
    const [line] = await linesOf(YAML, { 'people.csv': csv });
    expect(line).toMatch(
      /expected a number that cannot be read in two ways, found "\d\d\.000"\. \| Write \d\d000 for/,
    );
  });

  it('are told where nothing says what is meant', async () => {
    expect(await notesOf('id,costPerYear\na,95.000\nb,60.000\n')).toEqual([
      '2:3 costPerYear: 95.000 is read as 95, and 1 more alike; if thousands are meant, write 95000',
    ]);
    expect(await notesOf('id,costPerYear,level\na,180000,1.000\nb,60.1,2\n')).toEqual([]);
  });
});

describe('a row of totals', () => {
  it.each(['Total', 'Summe', 'Grand total', 'Totaal'])('is nobody: %s', async (word) => {
    const csv = `id,name,manager,costPerYear\na,Ann,,100\nb,Bob,a,50\n${word},,,150\n`;
    const { people } = await load(YAML, { 'people.csv': csv });
    expect(people.id).toEqual(['a', 'b']);
    expect(await notesOf(csv)).toEqual([`4:1 Row 4, "${word}", sums up others and is left out.`]);
  });

  it('is none where it says more than numbers', async () => {
    const csv = 'id,name,manager,costPerYear\na,Ann,,100\nTotal,Tot Al,a,150\n';
    expect((await load(YAML, { 'people.csv': csv })).people.id).toEqual(['a', 'Total']);
  });
});
