import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { disk } from '../../src/cli/io/disk.ts';
import { processIo } from '../../src/cli/io/io.ts';
import { run } from '../../src/cli/run.ts';
import type { Report } from '../../src/schema/documents/report.ts';
import type { Loaded } from '../../src/schema/loaded.ts';
import { loadOrganisation } from '../../src/schema/read/load.ts';

const data = process.env.ORGDESIGN_REAL_DATA;

let folder: string;
let said: string;
let codes: number[];
let loaded: Loaded;
let report: Report;

/** Both commands as a user gives them, without any flag for mapping. */
beforeAll(async () => {
  if (data === undefined) throw new Error('Run this with npm run test:real.');
  folder = mkdtempSync(join(tmpdir(), 'orgdesign-import-'));
  const file = join(folder, 'aw/org.yaml');
  const [people, customers] = ['employees.csv', 'customers.csv'].map((name) =>
    join(data, 'adventureworks', name),
  );
  const io = processIo();
  const texts: string[] = [];
  const quiet = { ...io, stdout: { ...io.stdout, write: (text: string) => texts.push(text) } };
  const imported = await run(['import', people!, '--customers', customers!, '-o', file], quiet);
  const json = join(folder, 'report.json');
  const evaluated = await run(['evaluate', file, '--format', 'json', '-o', json], quiet);
  said = texts.join('');
  codes = [imported, evaluated];
  loaded = await loadOrganisation(file, disk);
  report = JSON.parse(readFileSync(json, 'utf8'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('AdventureWorks, imported and evaluated', () => {
  it('loses no row', () => {
    expect(codes[0]).toBe(0);
    expect(codes[1]).toBeLessThan(2);
    expect(said).not.toContain('Could not be used');
  });

  it('has 290 people, 16 departments in 6 divisions, one root, 47 managers', () => {
    expect(report.organisation).toMatchObject({
      people: 290,
      managers: 47,
      roots: 1,
      departments: 16,
      topLevelDepartments: 6,
      customers: 19_185,
    });
  });

  it('keeps 701 stores with territory, business type, specialty and owner', () => {
    const { market, attributes, owner, customers } = loaded.customers;
    const stores = market.flatMap((kind, row) => (kind === 'b2b' ? [row] : []));
    expect(stores.length).toBe(701);
    expect(stores.every((row) => owner.get(row)?.length === 1 && customers[row] === 1)).toBe(true);
    for (const name of ['Territory', 'Business Type', 'Specialty'])
      expect(stores.every((row) => attributes.get(name)![row] !== '')).toBe(true);
  });

  it('has 18,484 individuals as segments', () => {
    const { market, customers } = loaded.customers;
    const rows = market.flatMap((kind, row) => (kind === 'b2c' ? [row] : []));
    expect(rows.length).toBeLessThan(50);
    expect(rows.reduce((sum, row) => sum + customers[row]!, 0)).toBe(18_484);
    expect(said).toContain(
      '18,484 rows of individuals without a name as 10 segments by Territory and Country',
    );
  });

  it('keeps what stores turn over as attributes, and says how to declare otherwise', () => {
    const { attributes, revenue } = loaded.customers;
    const total = (name: string) => attributes.get(name)!.reduce((sum, value) => sum + Number(value), 0);
    expect(Math.round(total('Annual Sales') / 1e5) / 10).toBe(1110.9);
    expect(Math.round(total('Annual Revenue') / 1e5) / 10).toBe(111.1);
    expect(revenue.every(Number.isNaN)).toBe(true);
    expect(said).toContain('--map customers.revenue="Annual Revenue"');
    const finding = report.designs[0]!.findings.find(({ rule }) => rule === 'revenue-unknown');
    expect(finding?.message).toContain('"Annual Sales" and "Annual Revenue" are kept as attributes');
  });
});
