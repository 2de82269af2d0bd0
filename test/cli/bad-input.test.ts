import { describe, expect, test } from 'vitest';
import { formats } from '../../src/documents/report/document.ts';
import { type Report, report as reportSchema } from '../../src/schema/documents/report.ts';
import { company, customersOfKinds } from '../designs/cluster/company.ts';
import { command } from './in-memory.ts';

const KINDS = { a: 10, b: 10 };
const whole = { ...company(), customers: customersOfKinds(KINDS) };

/** Evaluates a file with all designs, in every format: it must end without a fault of ours, and the report be valid. */
async function evaluated(
  content: object,
  ...args: readonly string[]
): Promise<{ report: Report; code: number }> {
  const world = { files: { 'org.yaml': JSON.stringify(content) } };
  for (const format of formats.keys()) {
    const { code, stderr } = await command(['evaluate', 'org.yaml', '--format', format, ...args], world);
    expect([0, 1]).toContain(code);
    expect(stderr).toBe('');
  }
  const { code, stdout } = await command(['evaluate', 'org.yaml', '--format', 'json', ...args], world);
  return { report: reportSchema.parse(JSON.parse(stdout)), code };
}

const designOf = (report: Report, id: string) => report.designs.find((design) => design.id === id)!;

/** The design is impossible, says why in words, and what is missing in figures; nothing of it is built. */
const expectImpossible = (report: Report, id: string, why: RegExp, missing: object) => {
  const design = designOf(report, id);
  expect(design).toMatchObject({
    status: 'impossible',
    structure: [],
    measures: {},
    findings: [],
    hires: {},
  });
  expect(design.missing[0]).toMatchObject(missing);
  expect(design.summary.join(' ')).toMatch(why);
};

describe('designs of a company for which clusters make no sense', () => {
  test('are impossible where there is nobody but its founder', async () => {
    const { report } = await evaluated({
      version: 1,
      name: 'One',
      people: [{ id: 'p', title: 'Founder' }],
      customers: customersOfKinds(KINDS),
    });
    for (const id of ['cluster', 'matrix'])
      expectImpossible(report, id, /the whole company has 1\./, { what: 'people', needed: 4, available: 1 });
    expectImpossible(
      report,
      'account-team',
      /A team of 4 for each of 20 customers takes 80 people; nobody below the top has the skills/,
      { what: 'accounts with a team', needed: 20, available: 0 },
    );
    // Two of each skill: nobody holds more than 12 of the 20 accounts.
    expect(designOf(report, 'account-team').missing).toContainEqual({
      what: 'sales',
      needed: 2,
      available: 0,
    });
    expect(designOf(report, 'as-is').status).toBe('staffed');
  });

  test('are impossible where a cluster is to have more people than there are', async () => {
    const { report, code } = await evaluated(
      { ...whole, designs: { cluster: { minimum: 18 } } },
      '--design',
      'cluster,matrix',
    );
    expectImpossible(report, 'cluster', /18 people at least, and the whole company has 17\./, {
      what: 'people',
      needed: 18,
      available: 17,
    });
    expect(designOf(report, 'matrix').status).toBe('impossible');
    expect(code).toBe(0);
    // Seventeen could be one cluster, if it hires whom the chief and its head leave out.
    const just = await evaluated({ ...whole, designs: { cluster: { minimum: 17 } } }, '--design', 'cluster');
    expect(designOf(just.report, 'cluster').status).toBe('needs-hires');
  });

  test('cannot be judged where there are no customers, and what would mend that is said', async () => {
    const { report } = await evaluated(company());
    for (const id of ['cluster', 'account-team']) {
      const design = designOf(report, id);
      expect(design).toMatchObject({ status: 'cannot-judge', structure: [], hires: {} });
      expect(design.mend?.join(' ')).toMatch(/There are no customers: give them under `customers:`/);
      expect(Object.values(design.measures).filter(({ value }) => value !== null)).toEqual([]);
    }
    for (const id of ['as-is', 'functional']) expect(designOf(report, id).status).toBe('staffed');
    const despite = await evaluated(company(), '--despite-data');
    for (const id of ['cluster', 'account-team'])
      expectImpossible(despite.report, id, /customers/, { needed: 1, available: 0 });
  });

  test('are impossible where nothing is known of the customers', async () => {
    const { report } = await evaluated({ ...company(), customers: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] });
    expectImpossible(report, 'cluster', /a customer attribute to group by/, { needed: 1, available: 0 });
  });

  test('need hires where people have one of the capabilities of a cluster', async () => {
    const content = company(8);
    const { report } = await evaluated({
      ...content,
      people: content.people.filter(({ id }) => id === 'chief' || id.startsWith('sales')),
      customers: customersOfKinds(KINDS),
    });
    const cluster = designOf(report, 'cluster');
    expect(cluster.status).toBe('needs-hires');
    expect(cluster.hires).toMatchObject({ marketing: 2, 'account-management': 2, support: 2 });
    expect(cluster.summary.join(' ')).toContain('The people there can fill no cluster');
    expect(
      cluster.findings.some(
        ({ rule, severity }) => rule === 'cluster-missing-capability' && severity === 'error',
      ),
    ).toBe(true);
  });

  test('are impossible where people have none of them', async () => {
    const { report } = await evaluated({
      version: 1,
      name: 'Counting house',
      people: [
        { id: 'chief', title: 'Chief Executive Officer' },
        ...Array.from({ length: 8 }, (_, at) => ({ id: `f${at}`, title: 'Accountant', manager: 'chief' })),
      ],
      customers: customersOfKinds(KINDS),
    });
    expectImpossible(report, 'cluster', /Nobody below the top has any of the skills/, {
      what: 'marketing',
      needed: 1,
      available: 0,
    });
  });
});

describe('a pin', () => {
  const pinned = (pins: Readonly<Record<string, string>>) => ({
    ...company(8),
    customers: customersOfKinds(KINDS),
    designs: { cluster: { pinned: pins } },
  });
  const findings = (report: Report) =>
    designOf(report, 'cluster').findings.filter(({ rule }) => rule.startsWith('pin'));

  test('that contradicts what is there is a finding that names it', async () => {
    const { report, code } = await evaluated(
      pinned({ 'sales-0': 'a', 'sales-1': 'c', chief: 'a' }),
      '--design',
      'cluster',
      '--fail-on',
      'warning',
    );
    expect(findings(report)).toMatchObject([
      {
        rule: 'pin-without-effect',
        value: 2,
        count: 2,
        examples: ['sales-1 is not in "c"', 'chief is at the top and stays there'],
      },
    ]);
    expect(code).toBe(1);
    expect(
      designOf(report, 'cluster').structure.find(({ id }) => id === 'cluster/a')?.people,
    ).toBeGreaterThan(4);
  });

  test('that takes what another cluster needs is a finding, and the posts are open', async () => {
    const all = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`sales-${at}`, 'a']));
    const { report } = await evaluated(pinned(all), '--design', 'cluster');
    const cluster = designOf(report, 'cluster');
    expect(findings(report)).toMatchObject([{ rule: 'pins-leave-gap', count: 1 }]);
    expect(findings(report)[0]?.message).toContain('b has nobody for sales, while pins keep 8 people in a');
    expect(cluster.status).toBe('needs-hires');
    expect(cluster.hires.sales).toBeGreaterThanOrEqual(1);
  });

  test('that keeps another cluster from its minimum is a finding', async () => {
    const people = company(2).people.filter(({ id }) => id !== 'chief');
    const all = Object.fromEntries(people.map(({ id }) => [id, 'a']));
    const { report } = await evaluated(
      { ...pinned(all), ...company(2), designs: { cluster: { pinned: all, clusters: 2 } } },
      '--design',
      'cluster',
    );
    const cluster = designOf(report, 'cluster');
    expect(findings(report).map(({ rule }) => rule)).toContain('pins-leave-gap');
    expect(cluster.structure.find(({ id }) => id === 'cluster/b')).toMatchObject({ people: 0 });
    expect(cluster.status).toBe('needs-hires');
  });

  test('may be of one design, though another has it elsewhere', async () => {
    const { report } = await evaluated({
      ...pinned({ 'sales-0': 'b' }),
      designs: { cluster: { pinned: { 'sales-0': 'b' } }, lifecycle: { pinned: { 'sales-0': 'retain' } } },
    });
    expect(findings(report)).toEqual([]);
    const at = (id: string) => designOf(report, id).structure;
    expect(at('cluster').some(({ id, people }) => id === 'cluster/b' && people > 0)).toBe(true);
    expect(at('lifecycle').some(({ id, people }) => id === 'phase/retain' && people > 0)).toBe(true);
  });
});

describe('a basis', () => {
  const of = (designs: object, attributes: (at: number) => object) => ({
    ...company(8),
    customers: Array.from({ length: 600 }, (_, at) => ({ id: `c${at}`, attributes: attributes(at) })),
    designs,
  });
  const world = (content: object) => ({ files: { 'org.yaml': JSON.stringify(content, null, 1) } });

  test('that no customer has a value of is an error with its place, and nothing is written', async () => {
    const content = of({ cluster: { basis: 'segment' } }, (at) => ({
      kind: at % 2 === 0 ? 'a' : 'b',
      segment: '',
    }));
    const { code, stdout, stderr, written } = await command(
      ['evaluate', 'org.yaml', '--format', 'json', '-o', 'report.json'],
      world(content),
    );
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(written.size).toBe(0);
    expect(stderr).toMatch(/org\.yaml:\d+:\d+ {2}error/);
    expect(stderr).toContain(
      'designs.cluster.basis: "segment" is not an attribute that any customer has a value of.',
    );
  });

  test('that is no attribute is one as well', async () => {
    const content = of({ cluster: { basis: 'knid' } }, (at) => ({ kind: at % 2 === 0 ? 'a' : 'b' }));
    const { code, stderr } = await command(['evaluate', 'org.yaml'], world(content));
    expect(code).toBe(2);
    expect(stderr).toContain('"knid" is not an attribute.');
    expect(stderr).toContain('Attributes of the customers: "kind".');
  });

  test('of a value for every customer is refused, with what would help', async () => {
    const { report } = await evaluated(
      of({ cluster: { basis: 'turnover' } }, (at) => ({ turnover: at + 1 })),
      '--design',
      'cluster',
    );
    expectImpossible(
      report,
      'cluster',
      /"turnover" has 600 values; a basis can have 500 at most\. `attributes\.turnover\.classes`/,
      {
        needed: 500,
        available: 600,
      },
    );
  });
});

test('more capabilities than can be looked at are refused, not tried', async () => {
  const names = Array.from({ length: 14 }, (_, at) => `skill-${at}`);
  const { report } = await evaluated({
    ...whole,
    capabilities: Object.fromEntries(names.map((name) => [name, { role: 'joins' }])),
  });
  // Account teams name people one by one, whatever a team could hold.
  for (const id of ['cluster', 'matrix'])
    expectImpossible(report, id, /A team can have 12 skills at most; the file gives it 18\./, {
      needed: 12,
      available: 18,
    });
});
