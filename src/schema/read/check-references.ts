import { didYouMean, quoted } from '../../text.ts';
import type { ServesInput } from '../common.ts';
import {
  checkColumn,
  checkId,
  checkUnique,
  type Known,
  known,
  type Path,
  type References,
} from './references.ts';

const PEOPLE = ['person', 'people'] as const;
const CUSTOMERS = ['customer', 'customers'] as const;

/** Checks that what is named exists and that ids stand once. Adds a problem for each that does not hold. */
export function checkReferences(references: References): void {
  checkPeople(references);
  checkCustomers(references);
  checkDepartments(references);
  checkJourneys(references);
  checkDesigns(references);
  checkOthers(references);
}

function checkPeople(references: References): void {
  const { people, input, capabilities, departments, problems } = references;
  const { rows } = people;
  checkUnique(problems, 'people', rows.id, (row, message) => people.problem(row, 'id', message));
  if (input.departments !== undefined) {
    checkColumn(
      references,
      departments,
      rows.department,
      (row, ...rest) => people.problem(row, 'department', ...rest),
      PEOPLE,
    );
  }
  checkColumn(
    references,
    capabilities,
    rows.capability,
    (row, ...rest) => people.problem(row, 'capability', ...rest),
    PEOPLE,
  );
  const rowsOf: number[] = [];
  const secondary: string[] = [];
  for (const [row, ids] of rows.secondary) {
    for (const id of ids) {
      rowsOf.push(row);
      secondary.push(id);
    }
  }
  checkColumn(
    references,
    capabilities,
    secondary,
    (entry, ...rest) => people.problem(rowsOf[entry]!, 'secondary', ...rest),
    PEOPLE,
  );
}

function checkCustomers(references: References): void {
  const { customers, journeys, capabilities, problems } = references;
  const { rows } = customers;
  checkUnique(problems, 'customers', rows.id, (row, message) => customers.problem(row, 'id', message));
  checkColumn(
    references,
    journeys,
    rows.journey,
    (row, ...rest) => customers.problem(row, 'journey', ...rest),
    CUSTOMERS,
  );
  for (const [capability, hours] of rows.effort) {
    if (capabilities.ids().has(capability)) continue;
    const row = hours.findIndex((value) => !Number.isNaN(value));
    problems.add('effort for what is not a capability', () =>
      customers.fieldProblem(
        `effort.${capability}`,
        Math.max(row, 0),
        `effort: ${quoted(capability)} is not a capability.`,
        didYouMean(capability, capabilities.ids()) ?? capabilities.hint,
      ),
    );
  }
}

function checkDepartments(references: References): void {
  const { input, file, problems, departments, person, capabilities } = references;
  const list = input.departments ?? [];
  checkUnique(
    problems,
    'departments',
    list.map(({ id }) => id),
    (row, message) => file.problem(['departments', row, 'id'], message),
  );
  const parents = new Map<string, string>();
  list.forEach((department, index) => {
    const path = ['departments', index];
    checkId(references, departments, department.parent, [...path, 'parent']);
    checkId(references, person, department.head, [...path, 'head']);
    checkId(references, capabilities, department.capability, [...path, 'capability']);
    checkServes(references, department.serves, [...path, 'serves']);
    if (department.parent !== undefined && !parents.has(department.id))
      parents.set(department.id, department.parent);
  });
  const checked = new Set<string>();
  list.forEach(({ id }, index) => {
    const chain: string[] = [];
    let at: string | undefined = id;
    while (at !== undefined && !checked.has(at)) {
      checked.add(at);
      chain.push(at);
      at = parents.get(at);
    }
    const start = at === undefined ? -1 : chain.indexOf(at);
    if (start === -1) return;
    const cycle = [...chain.slice(start), at!];
    const shown = cycle.length > 8 ? [...cycle.slice(0, 6), '…', at!] : cycle;
    const first = list.findIndex((department) => department.id === at);
    problems.add('departments that are above themselves', () =>
      file.problem(
        ['departments', first === -1 ? index : first, 'parent'],
        `The departments are above themselves: ${shown.map((name) => quoted(name)).join(' → ')}.`,
        'Let one of them have another parent, or none.',
      ),
    );
  });
}

function checkJourneys(references: References): void {
  const { input, file, problems, capabilities } = references;
  checkUnique(
    problems,
    'journeys',
    input.journeys.map(({ id }) => id),
    (row, message) => file.problem(['journeys', row, 'id'], message),
  );
  input.journeys.forEach((journey, index) => {
    const path = ['journeys', index];
    checkServes(references, journey.serves, [...path, 'serves']);
    const ids = journey.steps.map((step, number) => step.id ?? String(number + 1));
    checkUnique(problems, 'steps of a journey', ids, (row, message) =>
      file.problem([...path, 'steps', row, 'id'], message),
    );
    const steps = known('a step of this journey', ids, `Steps: ${ids.map((id) => quoted(id)).join(', ')}.`);
    journey.steps.forEach((step, number) => {
      checkId(references, capabilities, step.capability, [...path, 'steps', number, 'capability']);
      checkId(references, steps, step.reworkTo, [...path, 'steps', number, 'reworkTo']);
    });
  });
}

function checkDesigns(references: References): void {
  const { input, capabilities, person, attributes } = references;
  for (const [design, options] of Object.entries(input.designs)) {
    if (options === undefined) continue;
    const path = ['designs', design];
    const { include = [], exclude = [], shares = {}, pinned = {}, basis }: DesignOptions = options;
    checkList(references, capabilities, include, [...path, 'include']);
    checkList(references, capabilities, exclude, [...path, 'exclude']);
    for (const id of Object.keys(shares))
      checkId(references, capabilities, id, [...path, 'shares', id], 'key');
    for (const [id, place] of Object.entries(pinned)) {
      checkId(references, person, id, [...path, 'pinned', id], 'key');
      if (design === 'functional') checkId(references, capabilities, place, [...path, 'pinned', id]);
    }
    checkId(references, attributes, basis, [...path, 'basis']);
  }
}

interface DesignOptions {
  readonly include?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
  readonly shares?: Readonly<Record<string, unknown>> | undefined;
  readonly pinned?: Readonly<Record<string, string>> | undefined;
  readonly basis?: string | undefined;
}

function checkOthers(references: References): void {
  const { input, person, attributes, ruleIds } = references;
  input.interactions.forEach(({ from, to }, index) => {
    checkId(references, person, from, ['interactions', index, 'from']);
    checkId(references, person, to, ['interactions', index, 'to']);
  });
  for (const name of Object.keys(input.attributes))
    checkId(references, attributes, name, ['attributes', name], 'key');
  if (ruleIds === undefined) return;
  const rules = known('a rule', ruleIds, `Rules: ${ruleIds.join(', ')}.`);
  for (const id of Object.keys(input.policy.rules))
    checkId(references, rules, id, ['policy', 'rules', id], 'key');
}

function checkList(references: References, what: Known, ids: readonly string[], path: Path): void {
  for (const [index, id] of ids.entries()) checkId(references, what, id, [...path, index]);
}

function checkServes(references: References, serves: ServesInput | undefined, path: Path): void {
  if (serves === undefined || serves === 'all') return;
  if (Array.isArray(serves)) {
    checkList(references, references.customer, serves, path);
    return;
  }
  for (const name of Object.keys(serves.where)) {
    checkId(references, references.attributes, name, [...path, 'where', name], 'key');
  }
}
