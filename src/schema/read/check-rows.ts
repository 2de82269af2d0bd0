import { didYouMean, quoted } from '../../base/text.ts';
import { NO_CAPABILITY } from '../input/capability.ts';
import { circlesOf, shownCircle } from './check-lines.ts';
import {
  checkColumn,
  checkId,
  checkList,
  checkServes,
  checkUnique,
  known,
  type References,
} from './references.ts';

const PEOPLE = ['person', 'people'] as const;
const CUSTOMERS = ['customer', 'customers'] as const;

/** What people name: departments and capabilities. */
export function checkPeople(references: References): void {
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
  if (input.departments !== undefined) {
    const jobs = [...rows.lines].flatMap(([row, lines]) => lines.map(({ job = '' }) => ({ row, job })));
    checkColumn(
      references,
      departments,
      jobs.map(({ job }) => job),
      (entry, ...rest) => people.problem(jobs[entry]!.row, 'managers', ...rest),
      PEOPLE,
    );
  }
  checkColumn(
    references,
    known(capabilities.noun, [...capabilities.ids(), NO_CAPABILITY], capabilities.hint),
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

/** What customers name: journeys and capabilities. */
export function checkCustomers(references: References): void {
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
  const [rowsOf, ids]: [number[], string[]] = [[], []];
  for (const [row, shares] of rows.journeys) {
    if (rows.journey[row] !== '')
      problems.add('expected either journey or journeys', () =>
        customers.problem(
          row,
          'journeys',
          'customers: expected either journey or journeys, not both.',
          'Put the journey among the journeys.',
        ),
      );
    for (const { id } of shares) {
      rowsOf.push(row);
      ids.push(id);
    }
  }
  checkColumn(
    references,
    journeys,
    ids,
    (entry, ...rest) => customers.problem(rowsOf[entry]!, 'journeys', ...rest),
    CUSTOMERS,
  );
  const efforts = (['effort', 'assumedEffort'] as const).flatMap((field) =>
    [...rows[field]].map(([capability, hours]) => ({ field, capability, hours })),
  );
  for (const { field, capability, hours } of efforts) {
    if (capabilities.ids().has(capability)) continue;
    const row = hours.findIndex((value) => !Number.isNaN(value));
    problems.add('effort for what is not a capability', () =>
      customers.fieldProblem(
        `${field}.${capability}`,
        Math.max(row, 0),
        `${field}: ${quoted(capability)} is not a capability.`,
        didYouMean(capability, capabilities.ids()) ?? capabilities.hint,
      ),
    );
  }
}

/** What departments name, and that none is above itself. */
export function checkDepartments(references: References): void {
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
    checkId(references, person, department.answersTo, [...path, 'answersTo']);
    if (department.lead === 'none' && department.head !== undefined)
      problems.add('expected either head or lead: none', () =>
        file.problem(
          [...path, 'head'],
          'departments: expected either head or lead: none, not both.',
          'Leave out the head of a department that governs itself.',
          'key',
        ),
      );
    if (department.answersTo !== undefined && department.lead === undefined)
      problems.add('answersTo without lead: none', () =>
        file.problem(
          [...path, 'answersTo'],
          'departments: answersTo is for a department that governs itself.',
          'Write `lead: none` beside it; else whom a department answers to is the manager of its head.',
          'key',
        ),
      );
    checkId(references, capabilities, department.capability, [...path, 'capability']);
    checkServes(references, department.serves, [...path, 'serves']);
    checkList(references, departments, department.servesUnits ?? [], [...path, 'servesUnits']);
    department.scorecard?.forEach(({ owner }, item) => {
      checkId(references, person, owner, [...path, 'scorecard', item, 'owner']);
    });
    if (department.parent !== undefined && !parents.has(department.id))
      parents.set(department.id, department.parent);
  });
  for (const circle of circlesOf(parents)) {
    const first = list.findIndex(({ id }) => id === circle[0]);
    problems.add('departments that are above themselves', () =>
      file.problem(
        ['departments', first, 'parent'],
        `The departments are above themselves: ${shownCircle(circle)}.`,
        'Let one of them have another parent, or none.',
      ),
    );
  }
}
