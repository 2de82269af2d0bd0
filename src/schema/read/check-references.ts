import { sample } from '../../base/text.ts';
import { OFFICER_STATEMENT_IDS } from '../input/officer.ts';
import { checkCustomers, checkDepartments, checkPeople } from './check-rows.ts';
import { checkId, checkList, checkServes, checkUnique, known, type References } from './references.ts';

/** Checks that what is named exists and that ids stand once. Adds a problem for each that does not hold. */
export function checkReferences(references: References): void {
  checkPeople(references);
  checkCustomers(references);
  checkDepartments(references);
  checkJourneys(references);
  checkTeams(references);
  checkDesigns(references);
  checkOthers(references);
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
    const steps = known('a step of this journey', ids, `Steps: ${sample(ids)}.`);
    journey.steps.forEach((step, number) => {
      checkId(references, capabilities, step.capability, [...path, 'steps', number, 'capability']);
      checkId(references, steps, step.reworkTo, [...path, 'steps', number, 'reworkTo']);
    });
  });
}

/** Members who are not there are no problem of reading but a finding, as managers are. */
function checkTeams(references: References): void {
  const { input, file, problems } = references;
  checkUnique(
    problems,
    'teams',
    input.teams.map(({ id }) => id),
    (row, message) => file.problem(['teams', row, 'id'], message),
  );
  input.teams.forEach(({ serves }, index) => {
    checkServes(references, serves, ['teams', index, 'serves']);
  });
}

/** Checks what the options of the designs name. */
export function checkDesigns(
  references: Pick<
    References,
    'input' | 'file' | 'problems' | 'capabilities' | 'person' | 'attributes' | 'bases'
  >,
): void {
  const { input, capabilities, person, attributes, bases } = references;
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
    const isAttribute = basis !== undefined && attributes.ids().has(basis);
    checkId(references, isAttribute ? bases : attributes, basis, [...path, 'basis']);
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
  const { input, file, problems, person, departments, attributes, ruleIds } = references;
  input.flows.forEach(({ from, to }, index) => {
    checkId(references, departments, from, ['flows', index, 'from']);
    checkId(references, departments, to, ['flows', index, 'to']);
  });
  input.interactions.forEach(({ from, to }, index) => {
    checkId(references, person, from, ['interactions', index, 'from']);
    checkId(references, person, to, ['interactions', index, 'to']);
  });
  checkId(references, person, input.customerOfficer?.person, ['customerOfficer', 'person']);
  for (const [name, { stages = [] }] of Object.entries(input.attributes)) {
    checkId(references, attributes, name, ['attributes', name], 'key');
    const values = stages.map(({ value }) => value);
    checkUnique(problems, 'stages of an attribute', values, (row, message) =>
      file.problem(['attributes', name, 'stages', row, 'value'], message),
    );
  }
  checkId(references, attributes, input.context.targetMarkets?.attribute, [
    'context',
    'targetMarkets',
    'attribute',
  ]);
  if (ruleIds === undefined) return;
  const list = ruleIds.join(', ');
  const rules = known('a rule', ruleIds, `Rules: ${list}.`);
  for (const id of Object.keys(input.policy.rules))
    checkId(references, rules, id, ['policy', 'rules', id], 'key');
  const certain = known(
    'a rule, or a statement about an officer',
    [...ruleIds, ...OFFICER_STATEMENT_IDS],
    `Rules: ${list}. Statements: ${OFFICER_STATEMENT_IDS.join(', ')}.`,
  );
  for (const id of Object.keys(input.policy.certainties))
    checkId(references, certain, id, ['policy', 'certainties', id], 'key');
}
