import { describe, expect, test } from 'vitest';
import { conflictsOf, sharedSeatsOf } from '../../src/model/conflicts.ts';
import { viewOf } from '../../src/model/view.ts';
import { problemsOf } from '../schema/load-memory.ts';
import { figureOf, organisationOf } from '../support/organisations.ts';

describe('contact with the customer', () => {
  const contacts = async (rest: string) => {
    const { journeys } = await organisationOf(`version: 1
name: Contacts
people: [{ id: p }]
${rest}
journeys:
  - id: j
    steps:
      - { phase: identify, capability: market-research }
      - { phase: identify, capability: lead-qualification }
      - { phase: acquire, capability: operations }
      - { phase: acquire, capability: tasting }
      - { phase: retain, capability: support, contact: false }
      - { phase: retain, capability: finance, contact: true }
`);
    return journeys[0]!.steps.map(({ contact }) => contact);
  };
  const own = 'capabilities: { tasting: { of: sales } }';

  test('follows from the capability unless the step says it', async () => {
    expect(await contacts('capabilities: { tasting: {} }')).toEqual([false, true, false, false, false, true]);
  });

  test('of a specialism is that of its parent, and operations have it where service is high', async () => {
    expect(await contacts(own)).toEqual([false, true, false, true, false, true]);
    expect(await contacts(`${own}\ncontext: { serviceLevel: high }`)).toEqual([
      false,
      true,
      true,
      true,
      false,
      true,
    ]);
  });
});

test('specialisms are built in, and a file can say otherwise', async () => {
  const { capabilities } = await organisationOf(
    'version: 1\nname: Specialists\npeople: [{ id: p }]\ncapabilities: { pre-sales: { of: marketing }, tasting: { of: sales } }\n',
  );
  const parents = Object.fromEntries(
    capabilities.flatMap(({ id, of }) => (of < 0 ? [] : [[id, capabilities[of]!.id]])),
  );
  expect(parents).toEqual({
    'pre-sales': 'marketing',
    'lead-qualification': 'sales',
    'market-research': 'marketing',
    communications: 'marketing',
    tasting: 'sales',
  });
});

describe('customers', () => {
  const JOURNEYS =
    'journeys:\n  - { id: sale, steps: [{ phase: acquire, capability: sales }] }\n  - { id: invoice, steps: [{ phase: retain, capability: finance }] }\n';
  const HEAD = `version: 1\nname: Customers\npeople: [{ id: p }]\n${JOURNEYS}`;
  const customersOf = async (rows: string) => {
    const { customers, journeys } = await organisationOf(`${HEAD}customers: { file: c.csv }\n`, {
      'c.csv': rows,
    });
    const ids = [...customers.id].sort();
    const order = ids.map((id) => customers.id.indexOf(id));
    return {
      prospects: order.map((row) => customers.prospect[row]!),
      main: order.map((row) => journeys[customers.journey[row]!]!.id),
      shares: order.flatMap((row, at) => {
        const shares = customers.journeys.get(row);
        return shares === undefined
          ? []
          : [[at, ...shares.map(({ journey, share }) => [journeys[journey]!.id, Number(share.toFixed(6))])]];
      }),
      attributes: customers.attributes.map(({ name }) => name),
    };
  };

  test('go through several journeys, in a table as in a list', async () => {
    const table = await customersOf(
      'id,journeys\nc1,sale:0.25;invoice:0.75\nc2,invoice\nc3,sale;invoice\nc4,sale:0.2;invoice\nc5,sale:0.2;invoice:0.2\n',
    );
    expect(table.main).toEqual(['invoice', 'invoice', 'sale', 'invoice', 'sale']);
    expect(table.shares).toEqual([
      [0, ['sale', 0.25], ['invoice', 0.75]],
      [2, ['sale', 0.5], ['invoice', 0.5]],
      [3, ['sale', 0.2], ['invoice', 0.8]],
      [4, ['sale', 0.5], ['invoice', 0.5]],
    ]);
    const list = await organisationOf(
      `${HEAD}customers: [{ id: c1, journeys: [{ id: sale, share: 0.25 }, invoice] }]\n`,
    );
    expect(list.customers.journeys.get(0)).toEqual([
      { journey: 0, share: 0.25 },
      { journey: 1, share: 0.75 },
    ]);
  });

  test('name journeys that are there, and one journey or several', async () => {
    const [unknown, both] = await problemsOf(
      `${HEAD}customers:\n  - { id: c1, journeys: [sail] }\n  - { id: c2, journey: sale, journeys: [invoice] }\n`,
    );
    expect(unknown!.message).toBe('"sail" is not a journey; 1 customer names it.');
    expect(both!.message).toBe('customers: expected either journey or journeys, not both.');
    expect([unknown!.at!.line, both!.at!.line]).toEqual([8, 9]);
  });

  test('are prospects where the file says so', async () => {
    const { prospects, attributes } = await customersOf('id,status\nc1,prospect\nc2,Customer\nc3,\n');
    expect({ prospects, attributes }).toEqual({ prospects: [1, 0, 0], attributes: [] });
  });

  test('have a status of their own as an attribute, which is said', async () => {
    const { prospects, attributes } = await customersOf('id,Status\nc1,prospect\nc2,active\n');
    expect({ prospects, attributes }).toEqual({ prospects: [0, 0], attributes: ['Status'] });
    const { irregularities } = await organisationOf(`${HEAD}customers: { file: c.csv }\n`, {
      'c.csv': 'id,Status\nc1,active\n',
    });
    expect(irregularities.find(({ kind }) => kind === 'reading-note')?.detail).toEqual([
      'The column "Status" holds other values than customer and prospect, as "active": it is an attribute.',
    ]);
  });
});

describe('two jobs of one person', () => {
  const company = (job: string) => `version: 1
name: Two jobs
departments:
  - { id: sales, head: s, accountable: true }
  - { id: research, head: r, accountable: true }
people:
  - { id: chief }
  - { id: s, department: sales, manager: chief }
  - { id: s1, department: sales, manager: s, capability: sales }
  - { id: r, department: research, manager: chief }
  - { id: r1, department: research, manager: r }
  - { id: x, department: sales, managers: [{ to: s, weight: 0.5 }, { to: r, weight: 0.5${job} }] }
`;

  test('are no conflict, and each job counts in its unit', async () => {
    const [conflict, jobs] = [
      await organisationOf(company('')),
      await organisationOf(company(', job: research')),
    ];
    expect(conflictsOf(conflict)).toHaveLength(1);
    expect(conflictsOf(jobs)).toEqual([]);
    const shared = (organisation: typeof jobs) =>
      sharedSeatsOf(organisation).map(({ seat, bosses }) => [
        organisation.people.id[seat],
        bosses.map(({ boss, ...rest }) => ({ ...rest, boss: organisation.people.id[boss] })),
      ]);
    expect(shared(jobs)).toMatchObject(shared(conflict));
    const dual = (organisation: typeof jobs) => figureOf('reporting.dualConflicts', viewOf(organisation));
    expect([dual(conflict), dual(jobs)]).toEqual([1, 0]);
    expect(figureOf('reporting.dominatedLines', viewOf(jobs))).toBe(0);
  });

  test('may have one manager, as two lines', async () => {
    const organisation = await organisationOf(
      company(', job: research').replace('{ to: r, weight: 0.5, job', '{ to: s, weight: 0.5, job'),
    );
    expect(organisation.irregularities.filter(({ kind }) => kind === 'duplicate-line')).toEqual([]);
    expect(conflictsOf(organisation)).toEqual([]);
  });

  test('stand in a cell of a table, the department of the other job last', async () => {
    const organisation = await organisationOf('version: 1\nname: Two jobs\npeople: { file: p.csv }\n', {
      'p.csv':
        'id,department,managers,email,worker type\na,sales,,a@x.test,employee\nb,research,a,,Contractor\nx,sales,a:0.6:solid;b:0.4:solid:research,,\n',
    });
    const { lines, units, people } = organisation;
    const [a, b, x] = ['a', 'b', 'x'].map((id) => people.id.indexOf(id)) as [number, number, number];
    expect(
      Array.from(lines.job!.subarray(lines.start[x]!, lines.start[x + 1]!), (job) => units[job]?.id),
    ).toEqual([undefined, 'research']);
    expect([a, b, x].map((seat) => people.email[seat])).toEqual(['a@x.test', '', '']);
    expect([a, b, x].map((seat) => people.workerType[seat])).toEqual(['employee', 'contractor', '']);
  });

  test('name departments that are there', async () => {
    const [problem] = await problemsOf(company(', job: researsh'));
    expect(problem).toMatchObject({
      message: '"researsh" is not a department; 1 person names it.',
      hint: 'Did you mean "research"?',
      at: { line: 12 },
    });
  });
});
