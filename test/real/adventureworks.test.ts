import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { disk } from '../../src/cli/io/disk.ts';
import { designs } from '../../src/designs/index.ts';
import { evaluate } from '../../src/index.ts';
import { buildOrganisation } from '../../src/model/build.ts';
import { viewOf } from '../../src/model/view.ts';
import { rules } from '../../src/rules/index.ts';
import type { Report } from '../../src/schema/documents/report.ts';
import type { Loaded } from '../../src/schema/loaded.ts';
import { loadOrganisation } from '../../src/schema/read/load.ts';
import { figuresOfAll } from '../support/figures.ts';
import { renamed } from '../support/renamed.ts';

const data = process.env.ORGDESIGN_REAL_DATA;

let folder: string;
let loaded: Loaded;
let report: Report;

/** The file is copied beside the extracts, as a user would have it. */
beforeAll(async () => {
  if (data === undefined) throw new Error('Run this with npm run test:real.');
  folder = mkdtempSync(join(tmpdir(), 'orgdesign-real-'));
  for (const file of ['employees.csv', 'customers.csv'])
    copyFileSync(join(data, 'adventureworks', file), join(folder, file));
  const file = join(folder, 'org.yaml');
  copyFileSync(fileURLToPath(new URL('./adventureworks.yaml', import.meta.url)), file);
  loaded = await loadOrganisation(file, disk, { ruleIds: rules.map(({ id }) => id) });
  report = evaluate(loaded, { version: 'test' });
});
afterAll(() => rmSync(folder, { recursive: true }));

const design = (id: string) => report.designs.find((one) => one.id === id)!;
const finding = (id: string, rule: string) => design(id).findings.filter((one) => one.rule === rule);

describe('AdventureWorks as it is', () => {
  it('has its people, departments and customers', () => {
    expect(report.organisation).toMatchObject({
      people: 290,
      managers: 47,
      roots: 1,
      departments: 16,
      topLevelDepartments: 6,
      customers: 19_185,
    });
    const { market } = buildOrganisation(loaded).customers;
    expect(market.filter((kind) => kind === 0).length).toBe(701);
    expect(market.filter((kind) => kind === 1).length).toBe(18_484);
  });

  it('has eleven accountable units and the root office, which is the Executive department', () => {
    const { at, before } = viewOf(buildOrganisation(loaded)).accountability();
    expect(before).toBeNull();
    expect(at.units.map(({ name }) => name).sort()).toEqual([
      'Facilities and Maintenance',
      'Finance',
      'Human Resources',
      'Information Services',
      'Manufacturing',
      'Marketing',
      'Purchasing',
      'Quality Assurance',
      'Research and Development',
      'Root office',
      'Sales',
      'Shipping and Receiving',
    ]);
    expect(report.organisation.accountableUnits.reduce((sum, { people }) => sum + people, 0)).toBe(290);
    expect(report.organisation.accountableUnits.find(({ id }) => id === 'root-office')?.people).toBe(2);
  });

  it('has 3 teams below four: Tool Design, Network and Pacific Sales', () => {
    const small = finding('as-is', 'team-too-small');
    expect(design('as-is').measures['teams.belowMinimum']?.value).toBe(3);
    expect(small.map(({ entity }) => entity.id)).toEqual(['11', '264', '285']);
  });

  it('has at most 8 findings at warning or above', () => {
    const found = design('as-is').findings.filter(({ severity }) => severity !== 'note');
    expect(found.length).toBeLessThanOrEqual(8);
    expect(found.length).toBeGreaterThan(5);
  });

  it('says in plain words what the source lacks', () => {
    const assumed = Object.fromEntries(report.assumptions.map(({ id, text }) => [id, text]));
    expect(assumed['owners-manage-accounts']).toContain('13 people who own customers');
    expect(finding('as-is', 'essential-capability-missing')[0]?.message).toContain(
      'Nobody has account management as the main skill; 13 people hold it as a second one',
    );
    const unserved = finding('as-is', 'unserved-step');
    expect(unserved.length).toBe(1);
    expect(unserved[0]?.message).toContain('Nobody has support');
    expect(unserved[0]?.count).toBe(19_185);
    const revenue = finding('as-is', 'revenue-unknown')[0]?.message;
    expect(revenue).toContain('"Annual Sales" and "Annual Revenue" are kept as attributes');
    expect(revenue).toContain("a customer's own turnover is not what it pays this company");
  });

  it('names no winner where the journey is assumed, and covers less than all of the work', () => {
    const silos = design('as-is').measures['silos.count']!;
    expect(silos.assumedShare).toBe(1);
    expect(silos.coverage).toBeLessThan(0.8);
    expect(report.comparison['silos.count']?.best).toEqual([]);
  });
});

describe('AdventureWorks redesigned', () => {
  it('conserves everyone in every design', () => {
    for (const { status, structure } of report.designs)
      if (status !== 'impossible') expect(structure.reduce((sum, { people }) => sum + people, 0)).toBe(290);
  });

  it('says what hiring a cluster design would take', () => {
    const { status, hires, summary } = design('cluster');
    expect(status).toBe('needs-hires');
    const clusters = design('cluster').structure.filter(({ kind }) => kind === 'cluster').length;
    expect(hires.support).toBe(clusters);
    expect(summary.join('\n')).toContain('{support}; 0 people hold it');
  });

  it('explains the number of clusters so that a reader can check it by hand', () => {
    const { basis, summary } = design('cluster');
    // 27 people hold a capability of a cluster; 3,631 of 19,185 customers are Australian: 27 × 3,631 / 19,185 = 5.1.
    expect(summary).toContain(
      'The work of the people there, 27 full-time, spread over the groups by number of customers (in brackets): AU 5.1 (3,631), CA 2.4 (1,685), DE 2.6 (1,820), FR 2.6 (1,850), GB 2.7 (1,953), US 11.6 (8,246).',
    );
    expect(summary).toContain(
      'Groups that need fewer than 4 people, the smallest team, join the one that people of the same managers serve, since nothing tells their needs apart: CA (2.4) → US (11.6); DE (2.6) → FR (2.6); GB (2.7) → FR + DE (5.2).',
    );
    expect(summary).toContain(
      'The people there can fill no cluster: 1 cluster needs 1 in {support}; 0 people hold it. With the missing people hired there are 3 clusters.',
    );
    expect(summary).toContain(
      'People to hire, heads aside: for 3 clusters 3 support; for 6 clusters 6 support.',
    );
    expect(basis?.number).toMatchObject({
      built: 3,
      groups: 6,
      fillable: 0,
      limit: { capabilities: ['support'], perCluster: 1, held: 0 },
    });
  });

  it('chooses the basis by relationships, since the data cannot tell by need', () => {
    expect(design('cluster').basis?.why).toContain('The data cannot choose by need');
    const candidates = design('cluster').basis!.candidates;
    expect(candidates.find(({ attribute }) => attribute === 'Business Type')?.feasible).toBe(false);
    expect(candidates.every(({ explained }) => explained === null)).toBe(true);
  });

  it('warns that it is b2c by number and b2b by every other sign', () => {
    const warning = finding('cluster', 'fit-business-to-consumer')[0]?.message;
    expect(warning).toContain('18,484 of 19,185');
    expect(warning).toContain('all 701 customers with an owner are b2b');
  });

  it('keeps the sellers of Europe with their customers in the phases, their manager at the head of retain', () => {
    const units = design('lifecycle').structure.filter(({ kind }) => kind === 'phase');
    expect(units.map(({ id, head }) => [id, head])).toEqual([
      ['phase/identify', '16'],
      ['phase/acquire', '273'],
      ['phase/retain', '287'],
    ]);
    expect(design('lifecycle').measures['change.leadsWithoutTeam']?.value).toBe(0);
  });

  it('has the same figures under other ids', () => {
    const figures = figuresOfAll(buildOrganisation(loaded));
    expect(figuresOfAll(buildOrganisation(renamed(loaded, 'reverse')))).toEqual(figures);
  });

  it('finds account teams for few accounts, which does not suit, and says by how much they are out of reach', () => {
    const found = design('account-team');
    expect(found.fit.verdict).toBe('does not suit');
    const [accounts] = found.missing;
    expect(accounts).toMatchObject({ what: 'accounts with a team', needed: 701 });
    expect(accounts!.available).toBeLessThan(701 / 5);
    const told = found.summary.join(' ');
    expect(told).toContain('Nobody has support, and only the built-in journey');
    expect(told).toContain('76,740 people');
  });

  it('has every design in the report', () =>
    expect(report.designs.map(({ id }) => id)).toEqual(designs.map(({ id }) => id)));
});

describe('AdventureWorks in clusters', () => {
  it('is led by the sales managers of its regions, and by the vice president where most customers are', () => {
    const heads = design('cluster')
      .structure.filter(({ kind }) => kind === 'cluster')
      .map(({ name, head }) => [name, head]);
    expect(Object.fromEntries(heads)).toEqual({ 'US + CA': '273', 'FR + DE + GB': '287', AU: '285' });
  });

  it('keeps every customer with whom it knows', () => {
    expect(design('cluster').measures['change.relationshipsKept']?.value).toBe(1);
  });
});
