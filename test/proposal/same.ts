import { expect } from 'vitest';
import { designs } from '../../src/designs/index.ts';
import { assumptionsOf } from '../../src/documents/report/assumptions.ts';
import { flowsOf, structureOf } from '../../src/documents/report/structure.ts';
import { reportedFindings } from '../../src/documents/reported-findings.ts';
import { measures } from '../../src/measures/index.ts';
import { isOfChange, type MeasureResult } from '../../src/measures/measure.ts';
import type { Assumption, Organisation } from '../../src/model/organisation.ts';
import { qualityOf } from '../../src/model/quality.ts';
import { treeOf } from '../../src/model/tree.ts';
import { type View, viewOf } from '../../src/model/view.ts';
import { rules } from '../../src/rules/index.ts';
import { runRules } from '../../src/rules/run.ts';
import type { Designed } from './written.ts';

/** Text with every number replaced by its ten leading digits: equal texts are equal within a relative 1e-9. */
const figures = (value: unknown): string =>
  JSON.stringify(value, (_, one) => {
    if (typeof one !== 'number') return one;
    return Math.abs(one) < 1e-12 ? 0 : Number(one.toPrecision(9));
  });

function expectNear(a: unknown, b: unknown, path: string): void {
  if (typeof a === 'number' && typeof b === 'number') {
    if (Number.isNaN(a) && Number.isNaN(b)) return;
    const apart = Math.abs(a - b);
    if (!(apart <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b)))) expect(a, path).toBe(b);
    return;
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    expect(a, path).toEqual(b);
    return;
  }
  expect(Object.keys(a), path).toEqual(Object.keys(b));
  for (const [key, value] of Object.entries(a))
    expectNear(value, (b as Record<string, unknown>)[key], `${path}.${key}`);
}

const knowsLines = (organisation: Organisation): boolean =>
  qualityOf(organisation).closed.every(({ gate }) => gate !== 'lines');

/** Every measure but those of change, with all that is told of it; work is what customers need in `baseline`, which a design is of. */
export function expectSameMeasures(a: View, b: View, baseline: View = b): void {
  const [of, and] = [measuresOf(a, a), measuresOf(b, baseline)];
  expect([...of.keys()]).toEqual([...and.keys()]);
  // Lines that were left out as faults are not in what was written: what rests on too few of them there may be shown.
  const isDrawn = ![a, b].every(({ organisation }) => knowsLines(organisation));
  for (const [id, result] of of)
    if (!isDrawn || !isHidden(id, result, and.get(id))) expectNear(result, and.get(id), id);
}

const isHidden = (id: string, ...results: readonly (MeasureResult | undefined)[]): boolean =>
  measures.find((one) => one.id === id)!.needs?.includes('lines') === true &&
  results.some((one) => one?.value === null);

const measuresOf = (view: View, baseline: View) =>
  new Map(
    measures
      .filter((one) => !isOfChange(one) && (one.applies?.(view) ?? true))
      .map(
        (measure) =>
          [measure.id, measure.take(view, measure.id.startsWith('work.') ? baseline : view)] as const,
      ),
  );

const byId = <T extends { readonly id: string }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Everyone with what is known of them, and the units, by id. */
export const peopleOf = ({ people, units, unitOf, lines, capabilities }: Organisation) =>
  byId(
    people.id.map((id, seat) => ({
      id,
      name: people.name[seat]!,
      title: people.title[seat]!,
      unit: units[unitOf[seat]!]?.id,
      capability: capabilities[people.capability[seat]!]?.id,
      secondary: people.secondary.get(seat)?.map((one) => capabilities[one]!.id) ?? [],
      fte: people.fte[seat],
      costPerYear: people.costPerYear[seat],
      level: people.level[seat],
      location: people.location[seat]!,
      vacant: people.vacant[seat],
      email: people.email[seat]!,
      workerType: people.workerType[seat],
      lines: Array.from(lines.boss.subarray(lines.start[seat]!, lines.start[seat + 1]!), (boss, at) => ({
        boss: people.id[boss],
        weight: Number(lines.weight[lines.start[seat]! + at]!.toPrecision(9)),
        dotted: lines.dotted[lines.start[seat]! + at],
        job: units[lines.job?.[lines.start[seat]! + at] ?? -1]?.id,
      })),
    })),
  );

const unitsOf = ({ units, capabilities, customers }: Organisation) =>
  byId(
    units.map(({ id, phase, capability, accountable, selfGoverning, serves, charter, scorecard }) => ({
      id,
      selfGoverning,
      phase,
      capability: capabilities[capability]?.id,
      accountable,
      serves:
        serves.kind === 'some' ? Array.from(serves.customers, (at) => customers.id[at]!).sort() : serves.kind,
      charter: Object.entries(charter ?? {}),
      scorecard: scorecard ?? [],
    })),
  );

/** Customers by id, as far as nothing else looks at them. */
const customersOf = ({ customers, journeys }: Organisation) =>
  new Map(
    customers.id.map((id, at) => [
      id,
      {
        prospect: customers.prospect[at],
        journeys: customers.journeys
          .get(at)
          ?.map(({ journey, share }) => [journeys[journey]!.id, Number(share.toPrecision(9))]),
      },
    ]),
  );

/** Declared teams with who is in them, and how much. */
const teamsOf = ({ teams, people, customers }: Organisation) =>
  teams.map(({ id, name, kind, lead, members, serves }) => ({
    id,
    name,
    kind,
    lead: people.id[lead],
    serves:
      serves?.kind === 'some' ? Array.from(serves.customers, (at) => customers.id[at]!).sort() : serves?.kind,
    members: members.map(({ seat, share }) => [people.id[seat]!, Number(share.toPrecision(9))]).sort(),
  }));

const served = ({ relationships, customers, people }: Organisation) =>
  new Map(
    customers.id.map((id, at) => [
      id,
      Array.from(
        relationships.seat.subarray(relationships.start[at]!, relationships.start[at + 1]!),
        (seat) => people.id[seat]!,
      ).sort(),
    ]),
  );

/** Rules about what the source had wrong and the proposal has not, or about a design beside its source. */
const ABOUT_THE_SOURCE = new Set([
  'pin-without-effect',
  'unknown-manager',
  'self-report',
  'reporting-cycle',
  'weights-not-one',
  'duplicate-line',
  'unknown-customer-owner',
  'unknown-customer',
  'unknown-team-member',
  'outside-snapshot',
  'doubtful-reading',
  'reading-note',
]);

/** Who is at the top is not told where a manager is missing or a cycle was cut: that is told instead. */
const HIDDEN_BY_FAULTS = new Set(['several-roots', 'orphan', 'no-root', 'poor-data']);

function findings(view: View, { before, after, design, result }: Designed) {
  const hidden = (rule: string) => after.irregularities.length > 0 && HIDDEN_BY_FAULTS.has(rule);
  return reportedFindings(
    runRules(view, { ...result, design, baseline: viewOf(before) }),
    view.organisation,
    false,
  )
    .filter(({ rule }) => rules.find(({ id }) => id === rule)!.about !== 'fit')
    .filter(({ rule }) => !ABOUT_THE_SOURCE.has(rule) && !hidden(rule))
    .map(({ at, examples, entity, ...rest }) => ({
      ...rest,
      // Which five of more are shown follows the order of rows.
      examples: rest.count > examples.length ? examples.length : [...examples].sort(),
      entity: rest.count > 1 ? entity.kind : entity,
    }))
    .map((finding) => figures(finding))
    .sort();
}

const assumed = (list: readonly Assumption[]) =>
  new Map(byId(list).map(({ id, text, affects }) => [id, { text, affects: [...affects].sort() }]));

/** What the report says that a design rests on. */
function assumptionsOfDesign({ before, after, design, result }: Designed) {
  const ofDesign = assumptionsOf(viewOf(before), [{ id: design, organisation: result.organisation }]);
  const ofStructure = assumptionsOf(viewOf(after));
  return assumed([
    ...ofDesign.filter(({ id }) => id !== 'accountable-units'),
    ...ofStructure.filter(({ id }) => id === 'accountable-units'),
  ]);
}

/** The law: a file that was written of a design is that design. */
export function expectSameOrganisation(of: Designed, read: Organisation): void {
  const { after } = of;
  const [a, b] = [viewOf(after), viewOf(read)];
  expect(peopleOf(read)).toEqual(peopleOf(after));
  expect(unitsOf(read)).toEqual(unitsOf(after));
  expect(served(read)).toEqual(served(after));
  expect(teamsOf(read)).toEqual(teamsOf(after));
  expect(customersOf(read)).toEqual(customersOf(after));
  for (const key of ['context', 'criteria', 'funnel', 'initiatives'] as const)
    expect(figures(read[key])).toEqual(figures(after[key]));
  expect(byId(structureOf(b))).toEqual(byId(structureOf(a)));
  expectSameMeasures(b, a, viewOf(of.before));
  if (knowsLines(read) && knowsLines(after)) expect(findings(b, of)).toEqual(findings(a, of));
  expect(assumed(assumptionsOf(b))).toEqual(assumptionsOfDesign(of));
  expect(flowsOf(b)).toEqual(flowsOf(a));
  expect(figures(read.policy)).toEqual(figures(after.policy));
}

/** Where everyone is, and under whom. */
export const placesOf = (organisation: Organisation) => {
  const { people, units, unitOf } = organisation;
  const { boss } = treeOf(organisation);
  return byId(
    people.id.map((id, seat) => ({ id, unit: units[unitOf[seat]!]?.id, boss: people.id[boss[seat]!] })),
  );
};

/** The design finds its own form in what was read, and leaves everyone and every figure as they are. */
export function expectFixedPoint({ design }: Designed, read: Organisation): void {
  const again = designs.find(({ id }) => id === design)!.apply(read).organisation!;
  expect(placesOf(again)).toEqual(placesOf(read));
  expectSameMeasures(viewOf(again), viewOf(read));
}

/** The design makes of what was read what it makes of the organisation that was written. */
export function expectSameDesign({ design, after }: Designed, read: Organisation): void {
  const { apply } = designs.find(({ id }) => id === design)!;
  const [a, b] = [apply(after).organisation!, apply(read).organisation!];
  expect(placesOf(b)).toEqual(placesOf(a));
  expectSameMeasures(viewOf(b), viewOf(a));
}
