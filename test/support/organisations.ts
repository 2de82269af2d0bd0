import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { designs } from '../../src/designs/index.ts';
import { measures } from '../../src/measures/index.ts';
import { buildOrganisation } from '../../src/model/build.ts';
import type { Organisation } from '../../src/model/organisation.ts';
import { type View, viewOf } from '../../src/model/view.ts';
import { rules } from '../../src/rules/index.ts';
import type { DesignId } from '../../src/schema/input/designs.ts';
import type { Loaded } from '../../src/schema/loaded.ts';
import { loadOrganisation } from '../../src/schema/read/load.ts';
import { memoryFiles } from '../source/memory-files.ts';

export const ruleIds = rules.map(({ id }) => id);

/** A file that was read, from its text or from the object that it would hold. */
export const readFrom = (
  content: string | object,
  files: Readonly<Record<string, string>> = {},
): Promise<Loaded> => {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return loadOrganisation('org.yaml', memoryFiles({ 'org.yaml': text, ...files }), { ruleIds });
};

/**
 * The same, for small and random ones to be measured whatever the data are like: what is not shown of poor data is tested where
 * that is decided.
 */
export const loadedOf = async (...given: Parameters<typeof readFrom>): Promise<Loaded> => ({
  ...(await readFrom(...given)),
  despiteData: true,
});

/** The last of what was made from some texts: nothing of a company ever changes, and so all that is worked out of it is shared. */
function remembered<Made>(make: (...texts: readonly string[]) => Promise<Made>, most: number) {
  const made = new Map<string, Promise<Made>>();
  return (...texts: readonly string[]): Promise<Made> => {
    const key = texts.join('\0');
    const found = made.get(key) ?? make(...texts);
    made.delete(key);
    made.set(key, found);
    if (made.size > most) made.delete(made.keys().next().value!);
    return found;
  };
}

const organisationOfText = remembered(async (text) => buildOrganisation(await loadedOf(text)), 100);

/** An organisation from the text of its file, or from the object that the file would hold; one text is read once. */
export const organisationOf = async (
  content: string | object,
  files: Readonly<Record<string, string>> = {},
): Promise<Organisation> =>
  typeof content === 'string' && Object.keys(files).length === 0
    ? organisationOfText(content)
    : buildOrganisation(await loadedOf(content, files));

export const viewFrom = async (content: string | object): Promise<View> =>
  viewOf(await organisationOf(content));

export const designOf = (id: DesignId) => designs.find((design) => design.id === id)!;

export const measureOf = (id: string) => measures.find((measure) => measure.id === id)!;

/** The value of a measure, of an organisation or of a design against it. */
export const figureOf = (id: string, view: View, baseline: View = view) =>
  measureOf(id).take(view, baseline).value;

export const example = remembered(async (name) => buildOrganisation(await loadedExample(name!)), 10);

/** An example of the repository with its CSV files, as it is read. */
export const loadedExample = remembered((name) => {
  const folder = fileURLToPath(new URL(`../../examples/${name}/`, import.meta.url));
  const files = Object.fromEntries(
    ['people.csv', 'customers.csv'].flatMap((file) => {
      try {
        return [[file, readFileSync(folder + file, 'utf8')]];
      } catch {
        return [];
      }
    }),
  );
  return loadedOf(readFileSync(`${folder}org.yaml`, 'utf8'), files);
}, 10);

const TITLES = [
  'Marketing Specialist',
  'Sales Representative',
  'Account Manager',
  'Customer Support Agent',
  'Market Researcher',
  'Lead Qualification',
  'Content Editor',
  'Pre-sales Engineer',
  'Design Engineer',
  'Machine Operator',
  'Accountant',
  'Recruiter',
  'Botanist',
  'General Manager',
];
const DEPARTMENTS = ['north', 'south', 'sales', 'marketing', 'support', 'works', 'office'];
const INDUSTRIES = ['dairy', 'energy', 'water'];

/** Random organisations: trees with some second lines, gaps, open seats, owners, and customers with holes in their data. */
export const anyOrganisation = fc
  .record({
    people: fc.array(
      fc.record({
        title: fc.constantFrom(...TITLES),
        department: fc.option(fc.constantFrom(...DEPARTMENTS), { nil: undefined, freq: 20 }),
        boss: fc.nat(1000),
        second: fc.option(fc.record({ boss: fc.nat(1000), weight: fc.constantFrom(0.1, 0.3, 0.4, 0.5) }), {
          nil: undefined,
          freq: 5,
        }),
        fte: fc.constantFrom(1, 1, 1, 0.5, 0.8),
        level: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
        cost: fc.option(fc.integer({ min: 20_000, max: 200_000 }), { nil: undefined, freq: 20 }),
        vacant: fc.boolean().map((vacant) => vacant),
        open: fc.integer({ min: 0, max: 19 }).map((n) => n === 0),
      }),
      { minLength: 1, maxLength: 60 },
    ),
    customers: fc.array(
      fc.record({
        industry: fc.option(fc.constantFrom(...INDUSTRIES), { nil: undefined, freq: 15 }),
        territory: fc.constantFrom('east', 'west'),
        count: fc.constantFrom(1, 1, 1, 5),
        owner: fc.option(fc.nat(1000), { nil: undefined }),
        effort: fc.option(fc.integer({ min: 0, max: 80 }), { nil: undefined }),
        revenue: fc.option(fc.integer({ min: 1, max: 1_000_000 }), { nil: undefined, freq: 20 }),
      }),
      { maxLength: 20 },
    ),
    rework: fc.constantFrom(0, 0.1, 0.4),
    given: fc.boolean(),
  })
  .map(({ people, customers, rework, given }) => ({
    version: 1,
    name: 'Any',
    people: people.map((person, at) => {
      const manager = at === 0 ? undefined : `p${person.boss % at}`;
      const second = at > 1 && person.second !== undefined ? `p${person.second.boss % at}` : undefined;
      const lines =
        second !== undefined && second !== manager
          ? {
              managers: [
                { to: manager, weight: 1 - person.second!.weight },
                { to: second, weight: person.second!.weight },
              ],
            }
          : manager === undefined
            ? {}
            : { manager };
      return {
        id: `p${at}`,
        title: person.title,
        ...(person.department === undefined ? {} : { department: person.department }),
        fte: person.fte,
        ...(person.level === undefined ? {} : { level: person.level }),
        ...(person.cost === undefined ? {} : { costPerYear: person.cost }),
        ...(person.open ? { vacant: true } : {}),
        ...lines,
      };
    }),
    customers: customers.map((customer, at) => ({
      id: `c${at}`,
      count: customer.count,
      ...(customer.owner === undefined ? {} : { owner: `p${customer.owner % people.length}` }),
      ...(customer.revenue === undefined ? {} : { revenue: customer.revenue }),
      ...(customer.effort === undefined
        ? {}
        : { effort: { sales: customer.effort, support: 80 - customer.effort } }),
      attributes: {
        territory: customer.territory,
        ...(customer.industry === undefined ? {} : { industry: customer.industry }),
      },
    })),
    ...(given
      ? {
          journeys: [
            {
              id: 'j',
              steps: [
                { phase: 'identify', capability: 'marketing', hours: 5 },
                { phase: 'identify', capability: 'lead-qualification', hours: 2 },
                { phase: 'acquire', capability: 'sales', hours: 9, rework },
                { phase: 'acquire', capability: 'pre-sales', hours: 3, rework },
                { phase: 'retain', capability: 'account-management', hours: 6 },
                { phase: 'retain', capability: 'support', hours: 8 },
              ],
            },
          ],
        }
      : {}),
  }));
