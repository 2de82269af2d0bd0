import { describe, expect, test } from 'vitest';
import { importOrganisation } from '../../src/import/import.ts';
import type { SourceReader } from '../../src/import/table/table.ts';
import { importOf } from './import-memory.ts';

const encoder = new TextEncoder();

/** A file of 2 GB that is made while it is read; tells how much of it was. */
const endless = (head: string, rows: (at: number) => string, most = 2e9) => {
  const read = { bytes: 0 };
  const reader: SourceReader = {
    async open() {
      async function* chunks(): AsyncGenerator<Uint8Array> {
        yield encoder.encode(head);
        for (let at = 0; read.bytes < most; at++) {
          const chunk = encoder.encode(rows(at));
          read.bytes += chunk.length;
          yield chunk;
        }
      }
      return { size: most, chunks: chunks() };
    },
    list: async () => undefined,
  };
  const run = () =>
    importOrganisation(
      { people: ['people.csv'], from: 'auto', peopleColumns: new Map(), customerColumns: new Map() },
      reader,
    );
  return { run, read };
};

describe('a file of 2 GB', () => {
  const block = Array.from({ length: 40_000 }, (_, row) => `${row},Person ${row},Buyer,Purchasing,1\n`).join(
    '',
  );

  test('of too many people is refused early', async () => {
    const { run, read } = endless('Employee ID,Name,Title,Department,Manager ID\n', () => block);
    await expect(run()).rejects.toThrow(/1,500,000 people are the most that is read/);
    expect(read.bytes).toBeLessThan(100e6);
  });

  test('without a line break is refused early', async () => {
    const { run, read } = endless('Employee ID,Name,Title\n1,"', () => 'a'.repeat(1_000_000));
    await expect(run()).rejects.toThrow(/no line break/);
    expect(read.bytes).toBeLessThan(100e6);
  });
});

test('snapshots of some people stream, whatever their encoding and number', async () => {
  const day = (at: number) => new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10);
  const head = 'PersonId,EffectiveDate,ManagerId,Organization\n';
  const rows = (at: number) =>
    Array.from(
      { length: 5000 },
      (_, row) => `p${row},${day(at)},p${row >> 3},Organisation number ${row % 9} of all\n`,
    ).join('');
  const { run, read } = endless(head, rows, 80e6);
  const { people, asOf, journal } = await run();
  expect(read.bytes).toBeGreaterThan(70e6);
  expect(people.id.length).toBe(5000);
  expect(asOf).toBe(day(Math.ceil(read.bytes / encoder.encode(rows(0)).length) - 1));
  expect(journal.count('unusable')).toBe(0);
}, 120_000);

test('an id that stands in very many rows costs no more than others', async () => {
  const rows = Array.from({ length: 60_000 }, (_, at) => `1,Ann Stone,Title ${at}`);
  const { people, journal } = await importOf({ 'a.csv': `id,name,title\n2,Bo,Boss\n${rows.join('\n')}\n` });
  expect(people.length).toBe(2);
  expect(journal.count('unusable')).toBe(60_000 - 1001);
});
