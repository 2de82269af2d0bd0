import { rowsById, someColumns } from '../base/columns.ts';
import { given } from '../base/given.ts';
import { counted } from '../base/text.ts';
import { designOptions } from '../schema/input/designs.ts';
import type { Loaded } from '../schema/loaded.ts';
import { mergeAssumptions } from './assumptions.ts';
import { capabilityTable, indexById, JOURNEY_MEASURES, resolveCapabilities } from './capabilities.ts';
import { resolveCustomers, resolveRelationships } from './customers.ts';
import { resolveTeams } from './declared-teams.ts';
import { effortOf } from './effort.ts';
import { resolveJourneys } from './journeys.ts';
import { resolveLines } from './lines.ts';
import {
  type Assumption,
  type Index,
  type Irregularity,
  type Journey,
  type Officer,
  type Organisation,
  type Origin,
  originOfRow,
  PEOPLE_AS_GIVEN,
  type People,
} from './organisation.ts';
import { resolvePractices } from './practices.ts';
import { sortedRows } from './sort-rows.ts';
import { resolveUnits } from './units.ts';

/** Working hours of a full-time seat a month where a file does not say: 52 weeks less leave and holidays, about 33 hours. */
const HOURS_PER_FTE_PER_MONTH = 143;

/**
 * The organisation that a file describes. References are resolved to indexes, what the file leaves out is filled in and
 * listed as assumed, and what is readable but wrong is set aside and listed as irregular. People and customers stand in the
 * order of what tells them apart, whatever their ids and places in the file. Cost: linear in the file, but for a sort.
 */
export const buildOrganisation = (read: Loaded): Organisation => assembled(sortedRows(read, assembled(read)));

/** The same, in the order of the rows. */
function assembled(loaded: Loaded): Organisation {
  const { people: rows, input } = loaded;
  const capabilities = capabilityTable(input);
  const capabilityIndex = indexById(capabilities);
  const seatIndex = rowsById(rows.id);
  const seatOrigin = originOfRow(rows);
  const placeOf = originAt(loaded);
  const whole = placeOf([]);
  const { customers: named, customerIndex } = resolveCustomers(loaded, capabilityIndex);
  const related = resolveRelationships(loaded, seatIndex, customerIndex);
  const { units, unitOf } = resolveUnits(loaded, {
    customers: named,
    customerIndex,
    capabilityIndex,
    seatIndex,
    seatOrigin,
    placeOf,
  });
  const unitIndex = new Map(units.map(({ id }, index) => [id, index]));
  const declared = resolveTeams(input.teams, seatIndex, { customers: named, customerIndex }, placeOf);
  const { lines, irregularities } = resolveLines(rows, seatIndex, unitIndex, seatOrigin, whole);
  const assumptions: Assumption[] = [];

  const {
    capability,
    secondary,
    assumptions: readOff,
  } = resolveCapabilities(loaded, capabilityIndex, { units, unitOf }, related.owners);
  assumptions.push(...readOff);
  if (input.hoursPerFtePerMonth === undefined && rows.count > 0 && named.count > 0)
    assumptions.push({
      id: 'hours-per-fte',
      text: `A full-time seat works ${HOURS_PER_FTE_PER_MONTH} hours a month.`,
      affects: [],
    });
  const people: People = {
    ...someColumns(rows, PEOPLE_AS_GIVEN),
    count: rows.count,
    capability,
    secondary,
    origin: seatOrigin,
  };
  const hoursPerFtePerMonth = input.hoursPerFtePerMonth ?? HOURS_PER_FTE_PER_MONTH;
  const { journeys, customers } = resolveJourneys(input, capabilityIndex, {
    capabilities,
    customers: named,
    effort: () =>
      effortOf({ people, customers: named, capabilities, policy: input.policy, hoursPerFtePerMonth }),
  });
  assumptions.push(...assumedOfJourneys(journeys));
  return asGiven({
    name: input.name,
    currency: input.currency ?? null,
    hoursPerFtePerMonth,
    context: input.context,
    practices: resolvePractices(input.practices, placeOf),
    ...officerIn(loaded, seatIndex, placeOf),
    ...given({ criteria: input.criteria, funnel: input.funnel }),
    initiatives: input.initiatives,
    policy: input.policy,
    options: designOptions(input.designs),
    attributeOptions: input.attributes,
    capabilities,
    people,
    customers,
    journeys,
    units,
    teams: declared.teams,
    unitOf,
    lines,
    relationships: related.relationships,
    owners: related.owners,
    flows: input.flows.map(({ from, to, what, kind }) => ({
      from: unitIndex.get(from)!,
      to: unitIndex.get(to)!,
      what,
      kind,
    })),
    interactions: input.interactions.flatMap(({ from, to, weight }) => {
      const [a, b] = [seatIndex.get(from), seatIndex.get(to)];
      return a === undefined || b === undefined ? [] : [{ from: a, to: b, weight }];
    }),
    assumptions: mergeAssumptions(input.assumptions, assumptions),
    irregularities: [
      ...irregularities,
      ...related.irregularities,
      ...declared.irregularities,
      ...outside(loaded, whole),
    ],
    ...given({ despiteData: loaded.despiteData }),
    origin: whole,
    placeOf,
  });
}

/** Where what stands under some keys of the file comes from. */
const originAt =
  ({ at }: Loaded): Organisation['placeOf'] =>
  (path) =>
  () =>
    at(path);

/** What is not of a design: out of the way of all that it was made with, which a function made there would hold on to. */
function asGiven(organisation: Omit<Organisation, 'asGiven'>): Organisation {
  const made: Organisation = { ...organisation, asGiven: () => made };
  return made;
}

/** What is assumed of journeys: the steps where none is given, and hours. */
function assumedOfJourneys(journeys: readonly Journey[]): readonly Assumption[] {
  const [first] = journeys;
  const steps = first?.builtIn === true ? first.steps : journeys.flatMap((journey) => journey.steps);
  const assumed = steps.filter((step) => step.assumed);
  if (first?.builtIn === true) {
    const from =
      assumed.length === 0
        ? ', with the hours of the effort that is given'
        : assumed.length < steps.length
          ? `, with the hours of the effort that is given; those of ${counted(assumed.length, 'step', 'steps')} are spread`
          : '';
    return [
      {
        id: 'built-in-journey',
        text: `No journey is given: the built-in one of ${steps.length} steps is assumed for every customer${from}.`,
        affects: JOURNEY_MEASURES,
      },
    ];
  }
  if (assumed.length === 0) return [];
  return [
    {
      id: 'step-hours',
      text: `${counted(assumed.length, 'step', 'steps')} of the journeys give no hours: 1 hour each is assumed.`,
      affects: JOURNEY_MEASURES,
    },
  ];
}

/** What was left aside while the file was read. */
function outside(loaded: Loaded, whole: Origin): Irregularity[] {
  const found: Irregularity[] = [];
  if (loaded.people.outsideSnapshot > 0)
    found.push({
      kind: 'outside-snapshot',
      members: [],
      detail: [String(loaded.people.outsideSnapshot)],
      at: whole,
    });
  for (const note of loaded.notes)
    found.push({
      kind: 'reading-note',
      members: [],
      detail: note.doubt === undefined ? [note.message] : [note.message, note.doubt],
      at: () => note.at,
    });
  return found;
}

/** The Chief Customer Officer that a file names. */
function officerIn(
  { input: { customerOfficer } }: Pick<Loaded, 'input'>,
  seatIndex: ReadonlyMap<string, Index>,
  placeOf: Organisation['placeOf'],
): { readonly officer?: Officer } {
  const seat = customerOfficer && seatIndex.get(customerOfficer.person);
  if (seat === undefined) return {};
  const { model, tenureYears } = customerOfficer!;
  return {
    officer: {
      seat,
      ...given({ model, tenureYears }),
      origin: placeOf(['customerOfficer']),
    },
  };
}
