import { given } from '../base/given.ts';
import { assumptionsOf } from '../documents/report/assumptions.ts';
import type { Assumption, Organisation } from '../model/organisation.ts';
import { viewOf } from '../model/view.ts';
import { DESIGN_IDS, type DesignId, designs as designsShape } from '../schema/input/designs.ts';
import type { Policy } from '../schema/input/policy.ts';
import type { Loaded } from '../schema/loaded.ts';
import { commentLines, flowLines, itemLines, mapLines } from '../write/lines.ts';
import { flow } from '../write/yaml.ts';
import { figure } from './wording.ts';

/** What a proposal writes in its own way; whatever else a file says is taken over as it is. */
const WRITTEN_ELSEWHERE = new Set([
  'version',
  'name',
  'description',
  'asOf',
  'currency',
  'hoursPerFtePerMonth',
  'customerOfficer',
  'capabilities',
  'departments',
  'teams',
  'flows',
  'people',
  'customers',
  'attributes',
  'journeys',
  'interactions',
  'designs',
  'policy',
  'assumptions',
]);

/** What a file says first of the whole. */
export function headLines({ input }: Loaded, after: Organisation): string[] {
  const { name, description, asOf, currency } = input;
  return [
    'version: 1',
    ...flowLines('name: ', name, '  '),
    ...(description === undefined ? [] : flowLines('description: ', description, '  ')),
    ...(asOf === undefined ? [] : [`asOf: ${asOf}`]),
    ...(currency === undefined ? [] : [`currency: ${currency}`]),
    `hoursPerFtePerMonth: ${after.hoursPerFtePerMonth}`,
  ];
}

/** What a file says of the company beside its structure: the context, answers to questions. */
export function companyLines({ input, customers }: Loaded): string[][] {
  return Object.entries(input)
    .filter(([key]) => !WRITTEN_ELSEWHERE.has(key))
    .map(([key, value]) => {
      if (Array.isArray(value)) return value.length === 0 ? [] : [`${key}:`, ...value.flatMap(itemLines)];
      if (typeof value !== 'object') return flowLines(`${key}: `, value, '  ');
      // Without customers there is no attribute that could be named.
      const entries = Object.entries(value).filter(
        ([name]) => name !== 'targetMarkets' || customers.count > 0,
      );
      return mapLines(key, Object.fromEntries(entries));
    });
}

/** The Chief Customer Officer, be it that of the design. */
export function officerLines({ officer, people }: Organisation): string[] {
  if (officer === undefined) return [];
  const { seat, model, tenureYears } = officer;
  return mapLines('customerOfficer', {
    person: people.id[seat]!,
    ...given({ model, tenureYears }),
  });
}

/** The options of the designs that differ from those that hold anyway. */
export function changedOptions({ input }: Loaded): Readonly<Record<string, object>> {
  const found: Record<string, object> = {};
  for (const id of DESIGN_IDS) {
    if (id === 'as-is') continue;
    const options = input.designs[id];
    if (options === undefined) continue;
    const usual = new Map(Object.entries(designsShape.shape[id].unwrap().parse({})));
    found[id] = Object.fromEntries(
      Object.entries(options).filter(
        ([name, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(usual.get(name)),
      ),
    );
  }
  return found;
}

/** The thresholds, those that a design was given among them. */
export function policyLines(before: Organisation, { policy }: Organisation): string[] {
  const changed = (Object.keys(policy) as (keyof Policy)[]).filter(
    (key) => before.policy[key] !== policy[key],
  );
  const said = (value: Policy[keyof Policy]) =>
    typeof value === 'number' ? figure(value) : Object.keys(value ?? {}).length === 0 ? undefined : value;
  return [
    ...commentLines(
      `Thresholds that designs keep to and findings are judged by${changed.length === 0 ? '' : `; the design sets ${changed.join(', ')}`}.`,
    ),
    ...mapLines(
      'policy',
      Object.fromEntries(Object.entries(policy).map(([key, value]) => [key, said(value)])),
    ),
  ];
}

/** What is known to be assumed, for every report of the file to go on saying so. */
export function assumptionLines(assumptions: readonly Assumption[]): string[] {
  if (assumptions.length === 0) return [];
  return [
    ...commentLines(
      'What was not known and is assumed in this file. Reports go on saying so; take an entry out when you have put what is known in its place.',
    ),
    'assumptions:',
    ...assumptions.flatMap(({ id, text, affects }) => itemLines({ id, text, affects: [...affects] })),
  ];
}

/** Who works with whom. */
export function interactionLines({ interactions, people }: Organisation): string[] {
  if (interactions.length === 0) return [];
  return [
    'interactions:',
    ...interactions.map(
      ({ from, to, weight }) =>
        `  - ${flow({ from: people.id[from]!, to: people.id[to]!, ...(weight === 1 ? {} : { weight }) })}`,
    ),
  ];
}

/** What every reading of a file finds out by itself, from the marks in it. */
const FOUND_AGAIN = new Set([
  'built-in-journey',
  'step-hours',
  'accountable-units',
  'acquisition-cost',
  'acquisition-rate',
]);

/** What a design rests on without its being known, other than what a reading of its file finds by itself. */
export function assumedIn(
  before: Organisation,
  after: Organisation,
  design: DesignId,
): readonly Assumption[] {
  return assumptionsOf(viewOf(before), [{ id: design, organisation: after }]).filter(
    ({ id }) => !FOUND_AGAIN.has(id),
  );
}
