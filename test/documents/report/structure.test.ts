import { beforeAll, describe, expect, it, test } from 'vitest';
import { structureOf } from '../../../src/documents/report/structure.ts';
import { evaluate } from '../../../src/evaluate.ts';
import { type Report, report as schema } from '../../../src/schema/documents/report.ts';
import { loadOrganisation } from '../../../src/schema/read/load.ts';
import { exampleFile } from '../../rules/findings.ts';
import { memoryFiles } from '../../source/memory-files.ts';
import { ruleIds, viewFrom } from '../../support/organisations.ts';
import { renderTable } from '../../support/rendered.ts';

async function reportOf(text: string, names = false): Promise<Report> {
  const loaded = await loadOrganisation('org.yaml', memoryFiles({ 'org.yaml': text }), { ruleIds });
  return evaluate(loaded, { version: '0.0.0', names });
}

const designIn = (report: Report, id: string) => report.designs.find((design) => design.id === id)!;

describe('the structure of a design', () => {
  let report: Report;
  beforeAll(async () => {
    // With a little more of everybody's time for customers there is somebody to spare for centres of expertise.
    report = await reportOf(`${exampleFile('halden/org.yaml')}\npolicy: { utilisation: 0.95 }\n`);
  });

  it('says in how many units people of several locations work, beside today', () => {
    expect(designIn(report, 'cluster').summary).toContainEqual(
      expect.stringMatching(
        /^People of several locations are in \d units, today in 7: the first is .+ \(.+ and .+\)\.$/,
      ),
    );
  });

  it('has charters, scorecards and flows, and fits the schema', () => {
    expect(schema.safeParse(report).error).toBeUndefined();
    const { structure, flows } = designIn(report, 'cluster');
    const pharma = structure.find(({ id }) => id === 'cluster/pharma')!;
    expect(pharma.accountable).toBe(true);
    expect(pharma.charter!.targetCustomers).toBe(
      'Customers and prospects whose industry is pharma: 10 customers today.',
    );
    expect(pharma.charter).not.toHaveProperty('goals');
    expect(pharma.scorecard!.find(({ metric }) => metric === 'sales')).toMatchObject({
      value: 8_995_000,
      unit: 'EUR a year',
      owner: pharma.head,
    });
    const ids = new Set(structure.map(({ id }) => id));
    // Only marketing and sales have two people to spare; each centre and each of four clusters, both ways.
    expect(structure.filter(({ kind }) => kind === 'centre-of-expertise').map(({ id }) => id)).toEqual([
      'centre/marketing',
      'centre/sales',
    ]);
    expect(flows!.length).toBe(2 * 4 * 2);
    for (const { from, to } of flows!) expect(ids.has(from) && ids.has(to)).toBe(true);
    expect(designIn(report, 'functional')).not.toHaveProperty('flows');
    expect(designIn(report, 'lifecycle').structure.flatMap(({ phase }) => phase ?? [])).toEqual([
      'identify',
      'acquire',
      'retain',
    ]);
  });

  it('is shown at a terminal: units with head and measures, and what they let each other know', () => {
    const text = renderTable(report, { columns: 200, color: false, quiet: false });
    const part = text.slice(text.indexOf('cluster  Customer clusters'));
    const pharma = designIn(report, 'cluster').structure.find(({ id }) => id === 'cluster/pharma')!;
    expect(part).toContain(`pharma (cluster): ${pharma.people} people, led by the ${pharma.headTitle}`);
    expect(part).toContain('retention 95 % a year');
    expect(part.replace(/\s+/g, ' ')).toContain(
      'Centre of expertise, sales → 4 clusters: common processes and systems',
    );
    const phases = text.slice(text.indexOf('lifecycle  Lifecycle phases'), text.indexOf('cluster  Customer'));
    expect(phases).toContain(
      'Identify → Acquire: what prospects look for, from market research (p020 and p019)',
    );
    expect(phases.replace(/\s+/g, ' ')).toContain(
      'Measured by not known yet: prospects found, brand awareness and conversion to acquire.',
    );
    // Today's units are told above; and nothing of it where only errors are asked for.
    expect(text.slice(0, text.indexOf('functional  Functional'))).not.toContain('Its units');
    expect(renderTable(report, { columns: 200, color: false, quiet: true })).not.toContain('Its units');
  });

  it('names heads only where names are asked for', async () => {
    const named = await reportOf(exampleFile('halden/org.yaml'), true);
    const head = (one: Report) =>
      designIn(one, 'cluster').structure.find(({ id }) => id === 'cluster/pharma')!.headName;
    expect([head(report), head(named)]).toEqual([undefined, 'Chiara Montesi']);
    expect(JSON.stringify(report.designs)).not.toContain('Sofie');
  });

  it('is harmless whatever units are called, and short however many there are', async () => {
    const people = Array.from({ length: 30 }, (_, at) => ({
      id: `p${at}`,
      title: 'Accountant',
      department: `d${at}\u001b[31m`,
      ...(at === 0 ? {} : { manager: 'p0' }),
    }));
    const hostile = await reportOf(JSON.stringify({ version: 1, name: 'Hostile', people, flows: [] }));
    const text = renderTable(hostile, { columns: 80, color: false, quiet: false });
    expect(text).not.toContain('\u001b');
    const units = text.split('\n').filter((line) => line.includes('(department)'));
    expect(units.length).toBeLessThanOrEqual(12 * hostile.designs.length);
  });

  it.each([
    [40, { servesUnits: Array.from({ length: 40 }, (_, at) => `c${at}`) }],
    [41, { servesUnits: [], servesAll: 'cluster', servesCount: 41 }],
  ])('tells whom a unit works for by id up to 40, and above that by their kind: %i', async (count, told) => {
    const clusters = Array.from({ length: count }, (_, at) => ({ id: `c${at}`, kind: 'cluster' }));
    const centre = { id: 'centre', kind: 'centre-of-expertise', servesUnits: clusters.map(({ id }) => id) };
    const view = await viewFrom({
      version: 1,
      name: 'Many',
      departments: [...clusters, centre],
      people: [{ id: 'p1' }],
    });
    const { servesUnits, servesAll, servesCount } = structureOf(view).find(({ id }) => id === 'centre')!;
    expect({ servesUnits, servesAll, servesCount }).toEqual(told);
  });
});

it('says of a unit that the seat of its head is open', async () => {
  const view = await viewFrom({
    version: 1,
    name: 'Company',
    people: [
      { id: 'top', department: 'board' },
      ...['sales', 'support'].flatMap((department) => [
        { id: department, department, manager: 'top', vacant: department === 'sales' },
        { id: `${department}1`, department, manager: department },
      ]),
    ],
  });
  const open = structureOf(view, false).map(({ head, headVacant }) => [head, headVacant]);
  expect(open).toEqual([
    ['top', undefined],
    ['sales', true],
    ['support', undefined],
  ]);
});

test('where several stand side by side, nobody is said to lead them who does not', async () => {
  const clerks = ['a', 'b', 'c', 'd'].map(
    (id) => `{ id: ${id}, title: Accounts Clerk, department: office, manager: cd }`,
  );
  const people = [
    '{ id: md, title: Managing Director, department: board }',
    '{ id: cd, title: Commercial Director, department: board, manager: md }',
    ...clerks,
    '{ id: north, title: Sales Manager, department: sales, manager: md }',
    '{ id: south, title: Sales Manager, department: sales, manager: md }',
    '{ id: s1, title: Sales Representative, department: sales, manager: north }',
    '{ id: s2, title: Sales Representative, department: sales, manager: south }',
  ];
  const report = await reportOf(
    `version: 1\nname: Clerks\npeople: [${people.join(', ')}]\ncustomers: [{ id: c1 }]\n`,
  );
  expect(schema.safeParse(report).error).toBeUndefined();
  const unit = (id: string) => designIn(report, 'as-is').structure.find((one) => one.id === id)!;
  expect(unit('office').abreast).toEqual({
    count: 4,
    lead: false,
    above: { id: 'cd', title: 'Commercial Director' },
  });
  expect(unit('sales').abreast).toMatchObject({ count: 2, lead: true, above: { id: 'md' } });
  expect(unit('board').abreast).toBeUndefined();
  const text = renderTable(report, { columns: 200, color: false, quiet: false });
  expect(text).toContain(
    'office (department): 4 people, none of whom leads the others; all answer to the Commercial Director',
  );
  expect(text).not.toContain('led by the Accounts Clerk');
  expect(text).toContain('led by the Sales Manager and 1 other side by side');
});

test('a head who is left alone is listed as leading nobody any more', async () => {
  const unit = (id: string, count: number) =>
    Array.from({ length: count }, (_, at) => ({
      id: `${id}${at}`,
      capability: at < count / 2 ? 'sales' : 'marketing',
      department: id,
      manager: id,
    }));
  const heads = ['north', 'south', 'west'].map((id) => ({
    id,
    title: `Head of ${id}`,
    capability: 'leadership',
    department: id,
    manager: 'top',
  }));
  const people = [
    { id: 'top', title: 'Chief Executive Officer', department: 'board' },
    ...heads,
    ...['north', 'south', 'west'].flatMap((id) => unit(id, 8)),
  ];
  const report = await reportOf(JSON.stringify({ version: 1, name: 'Regions', people }));
  const text = renderTable(report, { columns: 200, color: false, quiet: false });
  const part = text.slice(text.indexOf('functional  Functional'), text.indexOf('lifecycle  Lifecycle'));
  expect(part).toMatch(/1 head is left alone, and the post is gone: (\w+)/);
  expect(part).toMatch(/\(department\): 1 person, the Head of \w+, who leads nobody any more/);
  expect(part).not.toMatch(/1 person, led by the Head of/);
});
