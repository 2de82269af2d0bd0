import { basename } from 'node:path';
import { rowReader } from '../base/columns.ts';
import { alternatives, counted } from '../base/text.ts';
import { customerEntry } from '../write/customers.ts';
import { personEntry } from '../write/people.ts';
import { comment, flow, list, withoutEmpty } from '../write/yaml.ts';
import type { Imported } from './result.ts';

interface YamlOptions {
  /** The first line, which tells editors of the schema. */
  readonly modeline: string;
  /** The name that the user gives the organisation. */
  readonly name?: string | undefined;
  /** What to call it where neither the user nor the source says. */
  readonly otherwise: string;
  /** Names of the CSV files that hold people and customers; without one they are listed here. */
  readonly peopleFile?: string | undefined;
  readonly customersFile?: string | undefined;
}

const TITLES_SHOWN = 40;

/** The organisation as the file that `evaluate` reads, with a comment at each thing that the source does not say. */
export function organisationYaml(imported: Imported, options: YamlOptions): string {
  const { asOf, currency, departments } = imported;
  const name = options.name ?? imported.name;
  const lines = [
    options.modeline,
    comment(
      `Imported by orgdesign from ${originOf(imported)}. "Fill in" marks what the source does not say.`,
    ),
    'version: 1',
    ...(name === '' ? [comment('Fill in: the name of the organisation.')] : []),
    `name: ${flow(name || options.otherwise)}`,
    ...(asOf === ''
      ? [
          comment('Fill in: the day of the extract; who starts later, or ended before, is then left out.'),
          '# asOf: 2026-01-31',
        ]
      : [`asOf: ${asOf}`]),
    ...(currency === undefined
      ? [comment('Fill in: the currency of all money.'), '# currency: EUR']
      : [`currency: ${currency}`]),
    '',
    ...CONTEXT,
    '',
    ...capabilityLines(imported),
    '',
    comment(
      'Fill in: `accountable: true` where the head answers for the department as one unit, `serves:` where it',
    ),
    comment('does not serve every customer. Hand-offs are counted between accountable units.'),
    departments.length === 0 ? '# departments: []' : 'departments:',
    ...list(
      departments.map(({ id, name: own, parent }) =>
        withoutEmpty({ id, name: own === id ? '' : own, parent }),
      ),
    ),
    '',
    ...teamLines(imported),
    ...peopleLines(imported, options),
    '',
    ...customerLines(imported, options),
    '',
    comment(
      'Fill in: what customers go through. Without it a built-in journey serves, and every report says so.',
    ),
    '# journeys:',
    '#   - { id: sale, steps: [{ phase: acquire, capability: sales, hours: 8 }] }',
  ];
  return `${lines.join('\n')}\n`;
}

const teamLines = ({ teams }: Imported): string[] =>
  teams.length === 0
    ? []
    : [
        comment(
          'Fill in: `serves:` where a team does not work for all customers, shares as `{ id: p7, share: 0.5 }`.',
        ),
        'teams:',
        ...list(
          teams.map(({ id, name, kind, lead, members }) =>
            withoutEmpty({
              id,
              name: name === id ? '' : name,
              kind: kind === 'team' ? '' : kind,
              lead,
              members,
            }),
          ),
        ),
        '',
      ];

const originOf = ({ files, customerFile }: Imported): string =>
  alternatives(
    [
      ...files.map(({ file, source }) => `${basename(file)} (${source.name})`),
      ...(customerFile === undefined ? [] : [basename(customerFile.file)]),
    ],
    'and',
  );

const CONTEXT = [
  '# Fill in what is known of the company; it says which designs suit it.',
  '# context:',
  '#   staff: 500                      people in the whole company, where this is a part of it',
  '#   market: b2b                     b2b, b2c or mixed',
  '#   serviceLevel: standard          standard or high',
  '#   offering: goods                 goods, technology, services or projects',
  '#   collaboration: good             good, mixed or poor: departments working together',
  '#   departmentalTradition: partly   yes, partly or no',
  '#   limitedResources: no            yes, partly or no',
];

function capabilityLines({ capabilities, coverage }: Imported): string[] {
  const { unmapped, seats } = coverage;
  const own = Object.entries(capabilities);
  const left = unmapped.reduce((sum, { count }) => sum + count, 0);
  const block =
    own.length === 0 ? [] : ['capabilities:', ...own.map(([id, entry]) => `  ${flow(id)}: ${flow(entry)}`)];
  if (left === 0)
    return block.length > 0 ? block : [comment('Every title or department says what its people do.')];
  const more = unmapped.length - TITLES_SHOWN;
  return [
    comment(
      `Fill in: titles and departments do not say what ${left} of ${counted(seats, 'seat')} can do for a customer.`,
    ),
    comment('Put each title where it belongs, as in `production: { titles: [Stocker] }`:'),
    ...unmapped
      .slice(0, TITLES_SHOWN)
      .map(({ title, count }) => comment(`  ${String(count).padStart(5)}  ${title || '(no title)'}`)),
    ...(more > 0 ? [comment(`         … and ${counted(more, 'more title')}`)] : []),
    ...(block.length > 0 ? block : ['# capabilities:']),
  ];
}

/** `people:`, with what the source lacks of them. */
function peopleLines({ people, files }: Imported, { peopleFile }: YamlOptions): string[] {
  const top = files.every(({ source }) => source.withoutManagers === true)
    ? [
        comment(
          'Fill in: `manager:` with the id of the person reported to; the source has no reporting lines.',
        ),
      ]
    : [];
  const cost = [people.costPerYear, people.hourlyPay].every((figures) => figures.every(Number.isNaN))
    ? [comment('Fill in, to see costs: `costPerYear`, the whole cost of the seat at its fte.')]
    : [];
  const personAt = rowReader(people);
  if (peopleFile !== undefined) return [...top, ...cost, `people: { file: ${flow(peopleFile)} }`];
  return [...top, ...cost, 'people:', ...list(people.id.map((_, at) => personEntry(personAt(at))))];
}

/** `customers:`, with what the source lacks of them. */
function customerLines({ customers, customerFile }: Imported, { customersFile }: YamlOptions): string[] {
  const { list: rows, turnover } = customers;
  if (customerFile === undefined)
    return [
      comment('Fill in: the customers, a list or a CSV file, as `customers: { file: customers.csv }`.'),
      'customers: []',
    ];
  const own =
    turnover.length === 0
      ? []
      : [
          comment(
            `${alternatives(turnover, 'and')}: taken for what customers turn over themselves, so attributes and not revenue.`,
          ),
          comment(
            `Where one is what they pay you, import with --map customers.revenue="${turnover.at(-1)}".`,
          ),
        ];
  const revenue = rows.every(({ figures }) => Number.isNaN(figures.revenue))
    ? [comment('Fill in, to weigh customers: `revenue`, what each pays you a year.')]
    : [];
  if (customersFile !== undefined) return [...own, ...revenue, `customers: { file: ${flow(customersFile)} }`];
  if (rows.length === 0) return [...own, 'customers: []'];
  return [...own, ...revenue, 'customers:', ...list(rows.map((row) => customerEntry(row, customers)))];
}
