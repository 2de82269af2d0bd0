import { didYouMean, quoted } from '../../base/text.ts';
import { NO_CAPABILITY } from '../input/capability-ids.ts';
import { checkColumn, checkUnique } from './check.ts';
import { known, type References } from './references.ts';

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
