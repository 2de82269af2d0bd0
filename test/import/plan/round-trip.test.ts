import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applied, type OrganisationText } from '../../../src/import/plan/apply.ts';
import { changesIn } from '../../../src/import/plan/changes.ts';
import { openPlan, readPlan } from '../../../src/import/plan/read-workbook.ts';
import { type PlanTable, planTables, SHEETS } from '../../../src/import/plan/tables.ts';
import { planSheets } from '../../../src/import/plan/workbook.ts';
import type { Loaded } from '../../../src/schema/loaded.ts';
import { loadOrganisation } from '../../../src/schema/read/load.ts';
import { memoryFiles } from '../../../src/source/memory-files.ts';
import { workbookBytes } from '../../../src/write/xlsx/workbook.ts';
import { EditedWorkbook } from './edited-workbook.ts';

const REST = `# The file of a small company.
version: 1
name: Small # not so small
currency: EUR
capabilities:
  sales: { name: Selling } # ours
departments:
  # one a line
  - { id: top, name: Board, head: p1 } # the board
  - id: shop
    name: "Shop: north" # quoted
    parent: top
    kind: department
  - { id: lab, name: Lab, parent: top }
x-base: &base { location: Here, fte: 0.8 }
`;

const CUSTOMERS = `customers:
  - { id: c1, name: One, revenue: 100, owner: p3, attributes: { industry: retail, size: 12 } }
  # the second
  - id: c2
    name: Two
    retention: 0.5 # a guess
    effort: { sales: 12 }
    attributes:
      industry: dairy
`;

const PEOPLE = `people:
  - { id: p1, name: "Ann = 1", title: Chief, department: top, level: 5 } # the chief
  - id: p2 # second
    name: Bo
    title: Head of shop # of two
    department: shop
    manager: p1
    # pay was agreed
    costPerYear: 80000
  - { <<: *base, id: "03", name: Cy, department: shop, manager: p2, capability: sales }
  - id: p3
    department: lab
    managers:
      - { to: p1, kind: dotted }
      - { to: p2, weight: 0.6 } # mostly
  - { id: p4, vacant: true, title: "=SUM(A1)", department: lab, manager: p2 }
  - id: p5
    title: |
      Two
      lines
    department: lab
    serves: [c1, c2]

    manager: p3
`;

const CSV = `id;Full name;title;department;manager;managers;fte;"cost per year";level\r
p1;"Ann ""A""";Chief;top;;;1;;5\r
p2;Bo;"Head; of shop";shop;p1;;;80000;\r
03;Cy;;shop;p2;;0,8;;\r
p3;;;lab;;p1::dotted;1;;\r
p4;Di;"'=SUM(A1)";lab;p2;;;;\r
p5;Ed;x;lab;p3;;;;`;

const LAYOUTS: readonly (readonly [name: string, text: OrganisationText])[] = [
  ['lists of a YAML file', { yaml: `${REST}${PEOPLE}${CUSTOMERS}teams: []\n`, tables: new Map() }],
  [
    'a CSV file beside it',
    {
      yaml: `${REST}people: { file: people.csv, columns: { name: Full name } }\n${CUSTOMERS}`,
      tables: new Map([['people', CSV]]),
    },
  ],
];

const loaded = ({ yaml, tables }: OrganisationText): Promise<Loaded> =>
  loadOrganisation(
    'org.yaml',
    memoryFiles(
      new Map([['org.yaml', yaml], ...[...tables].map(([list, text]) => [`${list}.csv`, text] as const)]),
    ),
  );

const bytesOf = (from: Loaded, personal = true): Uint8Array => {
  const { shown, hidden } = planSheets(planTables(from, { personal }), from, [['version', '1']]);
  return workbookBytes([...shown, ...hidden], 'plan');
};

const takenBack = async (bytes: Uint8Array, text: OrganisationText) => {
  const onto = await loaded(text);
  const tables = planTables(onto, { personal: true, every: true });
  const found = changesIn(await readPlan(await openPlan('plan.xlsx', bytes), tables), onto, tables);
  return { ...found, ...applied(text, onto, found.changes) };
};

const tablesOf = async (text: OrganisationText): Promise<readonly PlanTable[]> =>
  planTables(await loaded(text), { personal: true, every: true });

/** Text by list, id and column; how many are in a unit follows from the rest. */
const textsOf = (tables: readonly PlanTable[]): Map<string, string> =>
  new Map(
    tables.flatMap(({ list, columns, rows }) =>
      rows.flatMap((row) =>
        columns.flatMap(({ key }, at) =>
          list === 'departments' && ['people', 'vacant'].includes(key)
            ? []
            : [[`${list} ${row[0]} ${key}`, row[at]!] as const],
        ),
      ),
    ),
  );
const nonEmpty = (texts: ReadonlyMap<string, string>) =>
  Object.fromEntries([...texts].filter(([, text]) => text !== ''));

/** What somebody may put into a cell of each column, as it is typed and as the file has it then. */
const TYPED: Readonly<Record<string, fc.Arbitrary<readonly [typed: string | number, text: string]>>> = {
  title: fc
    .constantFrom(
      'Clerk',
      '=1+1',
      "O'Neil: #1",
      'a "b" ; c',
      '@x',
      '',
      'no',
      '12',
      '- x',
      '\u00e9\u202e',
      '{ a: b }',
    )
    .map((text) => [text, text]),
  department: fc.constantFrom(
    ['Lab (lab)', 'lab'] as const,
    ['shop', 'shop'] as const,
    ['', ''] as const,
    ['board', 'top'] as const,
  ),
  level: fc.integer({ min: 0, max: 9 }).map((one) => [one, String(one)]),
  fte: fc.constantFrom(
    [0.5, '0.5'] as const,
    ['0,25', '0.25'] as const,
    ['', '1'] as const,
    [1, '1'] as const,
  ),
  vacant: fc.constantFrom(['yes', 'yes'] as const, ['no', ''] as const, ['', ''] as const),
  capability: fc.constantFrom(['support', 'support'] as const, ['none', 'none'] as const, ['', ''] as const),
  location: fc.constantFrom('Berlin', '', 'No. 5, 10115').map((text) => [text, text]),
  costPerYear: fc.constantFrom([70000.5, '70000.5'] as const, ['', ''] as const),
};
const CUSTOMER_CELLS: typeof TYPED = {
  revenue: fc.integer({ min: 1, max: 999 }).map((one) => [one, String(one)]),
  retention: fc.constantFrom(['93%', '0.93'] as const, [0.25, '0.25'] as const, ['', ''] as const),
  owner: fc.constantFrom(['Bo (p2); p1', 'p2;p1'] as const, ['p1', 'p1'] as const, ['', ''] as const),
  'attributes.industry': fc.constantFrom('retail', '', 'null').map((text) => [text, text]),
  'attributes.size': fc.constantFrom([15, '15'] as const, ['007', '007'] as const),
  'effort.sales': fc.constantFrom([3, '3'] as const, ['', ''] as const),
};
const UNIT_CELLS: typeof TYPED = {
  name: fc.constantFrom('Sales', 'x # y', '').map((text) => [text, text]),
  kind: fc.constantFrom(['Cluster', 'cluster'] as const, ['', 'department'] as const),
  head: fc.constantFrom(['p2', 'p2'] as const, ['', ''] as const),
};

const edit = (list: PlanTable['list'], cells: typeof TYPED, rows: number) =>
  fc
    .constantFrom(...Object.keys(cells))
    .chain((key) =>
      fc.record({ list: fc.constant(list), key: fc.constant(key), row: fc.nat(rows - 1), cell: cells[key]! }),
    );
const edits = fc.array(
  fc.oneof(
    edit('people', TYPED, 6),
    edit('customers', CUSTOMER_CELLS, 2),
    edit('departments', UNIT_CELLS, 3),
  ),
  { maxLength: 8 },
);

describe.each(LAYOUTS)('people in %s', (_, text) => {
  test('come back as they were where nothing was changed', async () => {
    const back = await takenBack(bytesOf(await loaded(text)), text);
    expect(back).toMatchObject({ changes: [], unusable: [], impossible: [] });
    expect(back.yaml).toBe(text.yaml);
    expect(back.tables).toEqual(text.tables);
  });

  test('come back with the edits of somebody else and no other, comments and order kept', async () => {
    const from = await loaded(text);
    const out = planTables(from, { personal: true });
    const bytes = bytesOf(from);
    const before = textsOf(await tablesOf(text));
    await fc.assert(
      fc.asyncProperty(edits, async (made) => {
        const workbook = new EditedWorkbook(bytes);
        const expected = new Map(before);
        for (const { list, key, row, cell } of made) {
          const { columns, rows } = out.find((one) => one.list === list)!;
          const heading = columns.find((column) => column.key === key)?.heading;
          if (heading === undefined) continue;
          workbook.set(SHEETS[list], heading, row + 2, cell[0]);
          expected.set(`${list} ${rows[row]![0]} ${key}`, cell[1]);
        }
        const back = await takenBack(workbook.bytes(), text);
        expect([back.unusable, back.impossible]).toEqual([[], []]);
        const after = textsOf(await tablesOf(back));
        expect(nonEmpty(after)).toEqual(nonEmpty(expected));
        for (const comment of text.yaml.match(/#.*/g) ?? []) expect(back.yaml).toContain(comment);
        const changed = [...expected].flatMap(([place, cell]) => (cell === before.get(place) ? [] : [place]));
        expect(
          back.changes.map((one) => `${one.list} ${one.id} ${one.kind === 'set' ? one.key : ''}`).sort(),
        ).toEqual(changed.sort());
      }),
      { numRuns: 60 },
    );
  });

  test('come and go with their rows, and a first line of several gets another boss', async () => {
    const workbook = new EditedWorkbook(bytesOf(await loaded(text)));
    workbook
      .removeRow('People', 6)
      .set('People', 'Id', 9, 'p9')
      .set('People', 'Name', 9, 'Jo')
      .set('People', 'Department', 9, 'Lab (lab)')
      .set('People', 'Manager', 9, 'Bo')
      .set('People', 'Changed by', 9, 'HR');
    workbook.set('People', 'Manager', 5, 'p4');
    const first = await takenBack(workbook.bytes(), text);
    // Who is still somebody's boss stays.
    expect(first.unusable).toEqual([
      { place: 'People, p4', why: 'the row is gone, but "p3" reports to them: change that first.' },
    ]);
    const back = await takenBack(workbook.set('People', 'Manager', 5, '03').bytes(), text);
    expect(back.unusable).toEqual([]);
    expect(back.changes.map(({ kind, id, by }) => [kind, id, by])).toEqual([
      ['set', 'p3', ''],
      ['add', 'p9', 'HR'],
      ['remove', 'p4', ''],
    ]);
    const { people } = await loaded(back);
    expect(people.id).toEqual(['p1', 'p2', '03', 'p3', 'p5', 'p9']);
    expect([people.name[5], people.department[5], people.manager[5]]).toEqual(['Jo', 'lab', 'p2']);
    expect(people.lines.get(3)?.map(({ to }) => to)).toEqual(text.tables.size > 0 ? ['03'] : ['p1', '03']);
  });
});

describe('what cannot be used is said, with its reason', () => {
  const text = LAYOUTS[0]![1];
  test.each<[string, (workbook: EditedWorkbook) => EditedWorkbook, string, string]>([
    [
      'a manager who is not there',
      (one) => one.set('People', 'Manager', 3, 'p77'),
      'People row 3, p2, Manager',
      '"p77" is nobody of the file.',
    ],
    [
      'an id that was changed',
      (one) => one.set('People', 'Id', 3, 'px'),
      'People row 3, p2, Id',
      'the id was changed to "px"',
    ],
    [
      'an id that stands twice',
      (one) => one.set('People', 'Id', 9, 'p2'),
      'People row 3, p2',
      'the id stands in rows 3, 9',
    ],
    [
      'a row without an id',
      (one) => one.set('People', 'Name', 9, 'Jo'),
      'People row 9, without an id',
      'the row has no id.',
    ],
    [
      'a number that is none',
      (one) => one.set('People', 'Fte', 3, 'half'),
      'People row 3, p2, Fte',
      'expected a number from 0 to 1.5, found "half".',
    ],
    [
      'a circle of managers',
      (one) => one.set('People', 'Manager', 2, 'p2'),
      'People row 2, p1, Manager',
      '"p1" would report to "p2" would report to "p1", which is a circle.',
    ],
    [
      'a boss of oneself',
      (one) => one.set('People', 'Manager', 3, 'Bo'),
      'People row 3, p2, Manager',
      'nobody is their own manager.',
    ],
    [
      'a department that is not there',
      (one) => one.set('People', 'Department', 3, 'lap'),
      'People row 3, p2, Department',
      '"lap" is no department of the file. Did you mean "lab"?',
    ],
    [
      'a figure that only shows',
      (one) => one.set('Units', 'People', 3, 99),
      'Units row 3, shop, People',
      'the column only shows',
    ],
    [
      'an error of a spreadsheet',
      (one) => one.set('People', 'Title', 3, '#REF!'),
      'People row 3, p2, Title',
      'the cell holds the error #REF!.',
    ],
    [
      'a unit whose row is gone',
      (one) => one.removeRow('Units', 4),
      'Units, lab',
      'the row is gone; only people are removed by that.',
    ],
  ])('%s', async (_, change, place, why) => {
    const workbook = change(new EditedWorkbook(bytesOf(await loaded(text)))).set(
      'People',
      'Title',
      4,
      'Clerk',
    );
    const back = await takenBack(workbook.bytes(), text);
    expect(back.unusable).toEqual([{ place, why: expect.stringContaining(why) }]);
    // The rest is used all the same.
    expect(back.changes.map(({ id }) => id)).toEqual(['03']);
  });

  test('where the file has changed since, what it says there stays, and the rest is taken', async () => {
    const workbook = new EditedWorkbook(bytesOf(await loaded(text)))
      .set('People', 'Title', 3, 'A')
      .set('People', 'Title', 2, 'B');
    const newer = {
      ...text,
      yaml: text.yaml
        .replace('Head of shop #', 'Head #')
        .replace('    department: lab\n    managers', '    title: New\n    department: lab\n    managers'),
    };
    const back = await takenBack(workbook.bytes(), newer);
    expect(back.unusable).toEqual([
      {
        place: 'People row 3, p2, Title',
        why: 'the file has changed there since the sheet was exported: it said "Head of shop", and says "Head" now.',
      },
    ]);
    expect(back.yaml).toBe(newer.yaml.replace('title: Chief', 'title: B'));
  });

  test('a part of a sheet removes nobody', async () => {
    const many = {
      ...text,
      yaml: text.yaml.replace(
        'people:\n',
        `people:\n${Array.from({ length: 20 }, (_, at) => `  - { id: m${at} }\n`).join('')}`,
      ),
    };
    const workbook = new EditedWorkbook(bytesOf(await loaded(many)));
    for (let row = 2; row < 12; row++) workbook.removeRow('People', row);
    const back = await takenBack(workbook.bytes(), many);
    expect(back.changes).toEqual([]);
    expect(back.unusable[0]!.why).toContain('10 rows of 26 are gone');
  });
});

test('without names the sheet holds none, nor what seats cost', async () => {
  const strings = new EditedWorkbook(bytesOf(await loaded(LAYOUTS[0]![1]), false)).text(
    'xl/sharedStrings.xml',
  );
  expect(strings).not.toMatch(/Ann|80000|Cost per year/);
});
