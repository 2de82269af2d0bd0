import { didYouMean, quoted, sample } from '../../base/text.ts';
import { specialismOf } from '../input/capability.ts';
import type { FunnelInput } from '../input/funnel.ts';
import { OFFICER_STATEMENT_IDS } from '../input/officer.ts';
import { checkCustomers, checkDepartments, checkPeople } from './check-rows.ts';
import {
  checkId,
  checkList,
  checkServes,
  checkUnique,
  known,
  type Path,
  type References,
} from './references.ts';

/** Checks that what is named exists and that ids stand once. Adds a problem for each that does not hold. */
export function checkReferences(references: References): void {
  checkPeople(references);
  checkCustomers(references);
  checkDepartments(references);
  checkJourneys(references);
  checkTeams(references);
  checkCapabilities(references);
  checkDecision(references);
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

/** A specialism is one of a capability that is none itself. */
function checkCapabilities(references: References): void {
  const { input, file, problems, capabilities } = references;
  for (const [id, { of }] of Object.entries(input.capabilities)) {
    const path = ['capabilities', id, 'of'];
    checkId(references, capabilities, of, path);
    if (of === undefined || (of !== id && specialismOf(of, input.capabilities) === undefined)) continue;
    problems.add('a specialism of a specialism', () =>
      file.problem(
        path,
        `capabilities: ${quoted(id)} cannot be of ${quoted(of)}, which is ${of === id ? 'itself' : `a specialism of ${quoted(specialismOf(of, input.capabilities)!)}`}.`,
        'Name the capability that it is a part of in the end.',
      ),
    );
  }
}

/** What the decision is judged by, what could be done beside it, and how prospects become customers. */
function checkDecision(references: References): void {
  const { input, file, problems, attributes } = references;
  const fail = (path: Path, message: string, hint: string) =>
    problems.add(message, () => file.problem(path, message, hint));
  const { list = [] } = input.criteria ?? {};
  checkUnique(
    problems,
    'criteria',
    list.map(({ id, measure }) => id ?? measure),
    (row, message) => file.problem(['criteria', 'list', row], message),
  );
  const [weighted, ranked] = [
    list.filter(({ weight }) => weight !== undefined),
    list.filter(({ rank }) => rank !== undefined),
  ];
  if (weighted.length > 0 && ranked.length > 0)
    fail(['criteria', 'list'], 'criteria: expected weights or ranks, not both.', 'Leave out one of them.');
  else if (
    // One that was no number is not missing.
    !problems.has('criteria.list') &&
    [weighted, ranked].some(({ length }) => length > 0 && length < list.length)
  )
    fail(
      ['criteria', 'list'],
      'criteria: expected a weight, or a rank, for every criterion or for none.',
      'Without any, the order of the list counts.',
    );
  if (weighted.length > 0 && weighted.every(({ weight }) => weight === 0))
    fail(['criteria', 'list'], 'criteria: all weights are 0.', 'Give the more important ones a weight.');
  const ranks = new Set<number>();
  list.forEach(({ rank }, index) => {
    if (rank === undefined) return;
    if (ranks.has(rank))
      fail(
        ['criteria', 'list', index, 'rank'],
        `criteria: two have rank ${rank}, and an order has no ties.`,
        'Give each a rank of its own, or weights, which may be equal.',
      );
    ranks.add(rank);
  });
  list.forEach(({ measure }, index) => {
    if (references.measureIds?.includes(measure) === false)
      fail(
        ['criteria', 'list', index, 'measure'],
        `criteria: there is no measure ${quoted(measure)}.`,
        didYouMean(measure, references.measureIds) ?? 'orgdesign explain lists the measures.',
      );
  });
  list.forEach(({ worst, best }, index) => {
    if (worst !== undefined && worst === best)
      fail(
        ['criteria', 'list', index, 'best'],
        'criteria: worst and best are the same figure.',
        'Give the figures between which designs are told apart.',
      );
  });
  checkUnique(
    problems,
    'initiatives',
    input.initiatives.map(({ id }) => id),
    (row, message) => file.problem(['initiatives', row, 'id'], message),
  );
  input.initiatives.forEach(({ serves }, index) => {
    checkServes(references, serves, ['initiatives', index, 'serves']);
  });
  const stages = (of: Funnel, path: Path) => {
    const steps = (['prospects', 'qualified', 'won'] as const).filter((step) => of[step] !== undefined);
    steps.forEach((step, at) => {
      const before = steps[at - 1];
      if (before !== undefined && of[step]! > of[before]!)
        fail(
          [...path, step],
          `funnel: more are ${step} than ${before}.`,
          'Each stage holds those of the one before who go on.',
        );
    });
  };
  if (input.funnel === undefined) return;
  stages(input.funnel, ['funnel']);
  input.funnel.segments?.forEach((segment, index) => {
    const path = ['funnel', 'segments', index];
    stages(segment, path);
    for (const name of Object.keys(segment.where))
      checkId(references, attributes, name, [...path, 'where', name], 'key');
  });
}

type Funnel = Omit<FunnelInput, 'segments'>;

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
