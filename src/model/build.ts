import { counted } from '../base/text.ts';
import { NO_CAPABILITY } from '../schema/input/capability.ts';
import type { Loaded } from '../schema/loaded.ts';
import { mergeAssumptions } from './assumptions.ts';
import { capabilityTable, indexById } from './capabilities.ts';
import { resolveCustomers, resolveRelationships } from './customers.ts';
import { resolveJourneys } from './journeys.ts';
import { resolveLines } from './lines.ts';
import { officerIn } from './officer.ts';
import type { Assumption, Index, Irregularity, Organisation, Origin, People } from './organisation.ts';
import { resolvePractices } from './practices.ts';
import { sortCustomers, sortPeople } from './sort-rows.ts';
import { titleMapper, wholeCompany } from './titles.ts';
import { resolveUnits } from './units.ts';

/** Working hours of a full-time seat a month where a file does not say: 52 weeks less leave and holidays, about 33 hours. */
const HOURS_PER_FTE_PER_MONTH = 143;

/** Measures of what a customer meets: all rest on who has which capability, and on the journey. */
const JOURNEY_MEASURES = [
  'silos.count',
  'silos.effective',
  'silos.reachable',
  'handoffs.perJourney',
  'handoffs.insideUnit',
  'journey.accountableShare',
  'journey.contacts',
  'journey.mainContactKept',
  'escalation.distance',
] as const;

/**
 * The organisation that a file describes. References are resolved to indexes, what the file leaves out is filled in and
 * listed as assumed, and what is readable but wrong is set aside and listed as irregular. Cost: linear in the file.
 */
export function buildOrganisation(read: Loaded): Organisation {
  const loaded = { ...read, people: sortPeople(read.people), customers: sortCustomers(read.customers) };
  const { people: rows, input } = loaded;
  const capabilities = capabilityTable(input);
  const capabilityIndex = indexById(capabilities);
  const seatIndex = new Map(rows.id.map((id, index) => [id, index]));
  const seatOrigin =
    (seat: Index): Origin =>
    () =>
      rows.source.position(rows.offset[seat]!);
  const placeOf =
    (path: readonly (string | number)[]): Origin =>
    () =>
      loaded.at(path);
  const whole = placeOf([]);
  const { customers, customerIndex } = resolveCustomers(loaded, capabilityIndex);
  const related = resolveRelationships(loaded, seatIndex, customerIndex);
  const { units, unitOf } = resolveUnits(loaded, {
    customers,
    customerIndex,
    capabilityIndex,
    seatIndex,
    seatOrigin,
  });
  const { lines, irregularities } = resolveLines(rows, seatIndex, seatOrigin, whole);
  const assumptions: Assumption[] = [];

  const unitNames = units.map((unit) => unit.name);
  const mapTitle = titleMapper(input.capabilities);
  const company = wholeCompany(unitOf, units.length);
  const mapped = { seats: 0, byDepartment: 0 };
  const capability = new Int16Array(rows.count);
  for (let seat = 0; seat < rows.count; seat++) {
    const own = rows.capability[seat]!;
    // Known to have none, so that the words of a title or of a new department do not give one.
    if (own === NO_CAPABILITY && !capabilityIndex.has(own)) {
      capability[seat] = -1;
      continue;
    }
    const unit = unitOf[seat]!;
    const department = unit < 0 || unit === company ? '' : unitNames[unit]!;
    const id = own || mapTitle(rows.title[seat]!, department);
    capability[seat] = capabilityIndex.get(id) ?? -1;
    if (own !== '' || id === '') continue;
    mapped.seats++;
    if (mapTitle.ofTitle(rows.title[seat]!) === '') mapped.byDepartment++;
  }
  if (mapped.seats > 0)
    assumptions.push({
      id: 'capability-from-title',
      text: `The capability of ${mapped.seats} of ${rows.count === 1 ? '1 seat' : `${rows.count} seats`} was taken from title and department${mapped.byDepartment === 0 ? '' : `, of ${mapped.byDepartment} from the name of the department alone`}.`,
      affects: [...JOURNEY_MEASURES, 'expertise.fragmentation', 'cover.singleHolders'],
    });

  const secondary = new Map<Index, readonly Index[]>();
  for (const [seat, ids] of rows.secondary)
    secondary.set(
      seat,
      ids
        .map((id) => capabilityIndex.get(id) ?? -1)
        .filter((index) => index >= 0 && index !== capability[seat]),
    );
  const accountManagement = capabilityIndex.get('account-management')!;
  let owning = 0;
  for (const seat of related.owners) {
    const now = secondary.get(seat) ?? [];
    if (capability[seat] === accountManagement || now.includes(accountManagement)) continue;
    secondary.set(seat, [...now, accountManagement]);
    owning++;
  }
  if (owning > 0)
    assumptions.push({
      id: 'owners-manage-accounts',
      text: `${owning} ${owning === 1 ? 'person who owns' : 'people who own'} customers without account management as their capability hold${owning === 1 ? 's' : ''} it as a second one.`,
      affects: [...JOURNEY_MEASURES, 'cover.singleHolders'],
    });
  const unitIndex = new Map(units.map(({ id }, index) => [id, index]));
  const journeys = resolveJourneys(input.journeys, capabilityIndex);
  if (journeys[0]!.builtIn)
    assumptions.push({
      id: 'built-in-journey',
      text: `No journey is given: the built-in one of ${journeys[0]!.steps.length} steps is assumed for every customer.`,
      affects: JOURNEY_MEASURES,
    });
  const withoutHours = journeys.flatMap(({ steps }) => steps.filter((step) => step.assumed)).length;
  if (withoutHours > 0 && !journeys[0]!.builtIn)
    assumptions.push({
      id: 'step-hours',
      text: `${counted(withoutHours, 'step', 'steps')} of the journeys give no hours: 1 hour each is assumed.`,
      affects: JOURNEY_MEASURES,
    });
  if (input.hoursPerFtePerMonth === undefined && rows.count > 0 && customers.count > 0)
    assumptions.push({
      id: 'hours-per-fte',
      text: `A full-time seat works ${HOURS_PER_FTE_PER_MONTH} hours a month.`,
      affects: [],
    });
  const people: People = {
    count: rows.count,
    id: rows.id,
    name: rows.name,
    title: rows.title,
    capability,
    secondary,
    fte: rows.fte,
    costPerYear: rows.costPerYear,
    level: rows.level,
    location: rows.location,
    vacant: rows.vacant,
    origin: seatOrigin,
  };
  return {
    name: input.name,
    currency: input.currency ?? null,
    hoursPerFtePerMonth: input.hoursPerFtePerMonth ?? HOURS_PER_FTE_PER_MONTH,
    context: input.context,
    practices: resolvePractices(input.practices, placeOf),
    ...officerIn(loaded, seatIndex, placeOf),
    policy: input.policy,
    options: input.designs,
    attributeOptions: input.attributes,
    capabilities,
    people,
    customers,
    journeys,
    units,
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
    irregularities: [...irregularities, ...related.irregularities, ...outside(loaded, whole)],
    origin: whole,
    placeOf,
  };
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
    found.push({ kind: 'reading-note', members: [], detail: [note.message], at: () => note.at });
  return found;
}
