import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { disk } from '../../src/cli/io/disk.ts';
import { evaluate } from '../../src/index.ts';
import { rules } from '../../src/rules/index.ts';
import { type Report, report as reportSchema } from '../../src/schema/documents/report.ts';
import { loadOrganisation } from '../../src/schema/read/load.ts';
import { reportOfGolden } from '../support/golden-measures.ts';
import { renderTable } from '../support/rendered.ts';

const root = fileURLToPath(new URL('../../examples/', import.meta.url));
const names = readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
  existsSync(`${root}${entry.name}/org.yaml`) ? [entry.name] : [],
);

async function reportOf(name: string): Promise<Report> {
  const path = `examples/${name}/org.yaml`;
  const loaded = await loadOrganisation(path, disk, { ruleIds: rules.map(({ id }) => id) });
  return evaluate(loaded, { version: '0.0.0' });
}

const designOf = (report: Report, id: string) => report.designs.find((design) => design.id === id)!;
const rulesOf = (report: Report, id: string) => designOf(report, id).findings.map(({ rule }) => rule);

it('there are the examples that the README names', () =>
  expect(names.sort()).toEqual(['halden', 'marrowgate', 'tindle-and-moss']));

describe.each(names)('%s', (name) => {
  let report: Report;
  beforeAll(async () => {
    report = await reportOf(name);
  });

  it('reads as the golden file does', async () => {
    const text = renderTable(reportOfGolden(report), { columns: 80, color: false, quiet: false });
    await expect(text).toMatchFileSnapshot(`golden/${name}.txt`);
  });

  it('gives a report that is valid, with everyone in it once', () => {
    expect(reportSchema.safeParse(report).error).toBeUndefined();
    for (const { status, structure, measures } of report.designs) {
      if (status === 'impossible') continue;
      expect(structure.reduce((sum, { people }) => sum + people, 0)).toBe(report.organisation.people);
      for (const { value, reason, coverage } of Object.values(measures)) {
        expect(value === null).toBe(reason !== undefined);
        expect(coverage ?? 0).toBeLessThanOrEqual(1);
      }
    }
  });

  it('has at most 15 findings at warning or above as it is', () =>
    expect(
      designOf(report, 'as-is').findings.filter(({ severity }) => severity !== 'note').length,
    ).toBeLessThanOrEqual(15));

  it('ends two bosses in every design but the matrix', () => {
    for (const id of ['functional', 'lifecycle', 'cluster'])
      expect(designOf(report, id).measures['reporting.dualConflicts']?.value).toBe(0);
  });

  it('says the same twice', async () => expect(await reportOf(name)).toEqual(report));
});

describe('what the examples teach', () => {
  it('Halden: customers meet six departments today, and fewer in phases and clusters', async () => {
    const report = await reportOf('halden');
    expect(report.organisation).toMatchObject({
      people: 160,
      vacantSeats: 1,
      departments: 8,
      customers: 222,
    });
    const silos = report.comparison['silos.count']!.values;
    expect(silos['as-is']).toBeGreaterThan(5.5);
    expect(silos.lifecycle).toBeCloseTo(3, 6);
    expect(silos.cluster).toBeLessThan(silos['as-is']!);
    expect(silos.functional).toBeGreaterThan(silos['as-is']!);
    // The price stands beside it: expertise in fragments, relationships that end.
    const fragments = report.comparison['expertise.fragmentation']!.values;
    expect(fragments.cluster).toBeGreaterThan(fragments['as-is']!);
    expect(report.comparison['change.relationshipsKept']!.values.cluster).toBeLessThan(1);
    expect(rulesOf(report, 'cluster')).not.toContain('fit-small-company');
  });

  it('Tindle & Moss: too small, and in the wrong market for clusters', async () => {
    const report = await reportOf('tindle-and-moss');
    const rules = rulesOf(report, 'cluster');
    expect(rules).toEqual(
      expect.arrayContaining(['fit-small-company', 'fit-business-to-consumer', 'fit-collaboration']),
    );
    expect(rulesOf(report, 'as-is')).not.toContain('fit-small-company');
    expect(report.comparison['silos.count']?.best).toEqual([]);
    expect(designOf(report, 'account-team').status).toBe('impossible');
  });

  it('Marrowgate: a matrix already, where clusters follow the directors of today', async () => {
    const report = await reportOf('marrowgate');
    expect(designOf(report, 'as-is').measures['reporting.dualConflicts']?.value).toBe(59);
    expect(designOf(report, 'matrix').measures['change.movedShare']?.value).toBe(0);
    const clusters = designOf(report, 'cluster').structure.filter(({ kind }) => kind === 'cluster');
    expect(clusters.map(({ head }) => head).sort()).toEqual(['p08', 'p09', 'p10', 'p11']);
  });
});
