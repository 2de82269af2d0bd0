import { idInWords } from '../base/text.ts';
import {
  type CapabilityInput,
  ENABLING_CAPABILITY_IDS,
  NO_CAPABILITY,
  specialismOf,
} from '../schema/input/capability.ts';
import type { OrganisationInput } from '../schema/input/organisation.ts';
import type { Loaded } from '../schema/loaded.ts';
import type { Assumption, Capability, Index, Organisation, People } from './organisation.ts';
import { titleMapper, wholeCompany } from './titles.ts';

type Role = Capability['role'];

/**
 * The built-in capabilities: role in a cluster, and share of the work in identify, acquire and retain.
 * Roles after Jackson (marketing, sales and account management are essential, operations and product management
 * conditional, finance and the like never in a cluster; other skills that customers need join where every cluster can have
 * one); where a capability works in the lifecycle after Jameane. The
 * shares themselves are a judgement, listed in every report that rests on them.
 */
const BUILT_IN: readonly (readonly [
  id: string,
  role: Role,
  identify: number,
  acquire: number,
  retain: number,
])[] = [
  ['marketing', 'essential', 0.75, 0.25, 0],
  ['sales', 'essential', 0, 1, 0],
  ['account-management', 'essential', 0, 0.2, 0.8],
  ['support', 'joins', 0, 0, 1],
  ['operations', 'common', 0, 0.8, 0.2],
  ['product-management', 'common', 0, 1, 0],
  ['communications', 'joins-if-enough', 0.4, 0.3, 0.3],
  ['market-research', 'joins-if-enough', 1, 0, 0],
  // What a Chief Customer Officer cannot do without (Bush): it looks at customers over all phases and groups, so it is in none.
  ['customer-insight', 'enabling', 0, 0, 0],
  ['lead-qualification', 'joins-if-enough', 1, 0, 0],
  ['pre-sales', 'joins-if-enough', 0.4, 0.6, 0],
  ['product-development', 'common', 0, 1, 0],
  ['production', 'common', 0, 1, 0],
  ...ENABLING_CAPABILITY_IDS.map((id) => [id, 'enabling', 0, 0, 0] as const),
  ['leadership', 'leadership', 0, 0, 0],
];

/** Where nobody said in which phases a skill of a company's own works. */
const NOT_KNOWN = [0, 0, 0] as const;

/** Whether a capability of a file is one of those that are built in. */
const isBuiltIn = (id: string) => BUILT_IN.some(([known]) => known === id);

/** Shares in the phases that a capability has without anybody giving any: those of the table, else of what it is a specialism of. */
export function assumedPhases(
  { id, of }: Pick<Capability, 'id' | 'of'>,
  all: readonly Capability[],
): readonly number[] {
  const known = BUILT_IN.find(([one]) => one === id);
  return known === undefined ? (all[of]?.phases ?? NOT_KNOWN) : known.slice(2).map(Number);
}

/** The shares given, scaled to sum to 1; without any, or where all are 0, those that are assumed. */
function phaseShares(
  given: CapabilityInput['phases'],
  otherwise: readonly [number, number, number],
): readonly [number, number, number] {
  if (given === undefined) return otherwise;
  const sum = given.identify + given.acquire + given.retain;
  return sum > 0 ? [given.identify / sum, given.acquire / sum, given.retain / sum] : otherwise;
}

/**
 * Capabilities of an organisation: the built-in ones as the context and the file change them, then the file's own.
 * Operations joins clusters where the service level is high, product management where technology is sold (Jackson), each if
 * there is enough of it: what is optional never stands in the way.
 */
export function capabilityTable(
  input: Pick<OrganisationInput, 'capabilities' | 'context'>,
): readonly Capability[] {
  const joining = new Set<string>();
  if (input.context.serviceLevel === 'high') joining.add('operations');
  if (input.context.offering === 'technology') joining.add('product-management');
  const table = BUILT_IN.map(([id, role, ...phases]): Omit<Capability, 'of'> => {
    const given = input.capabilities[id];
    return {
      id,
      name: given?.name ?? idInWords(id),
      role: given?.role ?? (joining.has(id) ? 'joins-if-enough' : role),
      phases: phaseShares(given?.phases, phases),
    };
  });
  for (const [id, given] of Object.entries(input.capabilities)) {
    if (isBuiltIn(id)) continue;
    table.push({
      id,
      name: given.name ?? idInWords(id),
      // A specialism goes where its parent goes.
      role: given.role ?? (given.of === undefined ? 'common' : 'joins-if-enough'),
      phases: phaseShares(given.phases, NOT_KNOWN),
    });
  }
  const index = indexById(table);
  const ofOf = table.map(({ id }) => index.get(specialismOf(id, input.capabilities) ?? '') ?? -1);
  // A specialism of a specialism works where the nearest works of which it is known.
  const phasesOf = (at: Index): Capability['phases'] => {
    for (let one = at, guard = 0; one >= 0 && guard < 64; one = ofOf[one]!, guard++)
      if (isBuiltIn(table[one]!.id) || table[one]!.phases.some((share) => share > 0))
        return table[one]!.phases;
    return NOT_KNOWN;
  };
  return table.map((capability, at) => ({ ...capability, phases: phasesOf(at), of: ofOf[at]! }));
}

/** Index by id. */
export const indexById = (items: readonly { readonly id: string }[]): ReadonlyMap<string, Index> =>
  new Map(items.map((item, index) => [item.id, index]));

/** Measures of what a customer meets: all rest on who has which capability, and on the journey. */
export const JOURNEY_MEASURES = [
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
 * What each seat can do: as the file says, else as title and unit say it. Who owns customers can manage accounts as well.
 * What was not given is an assumption.
 */
export function resolveCapabilities(
  { people: rows, input }: Pick<Loaded, 'people' | 'input'>,
  capabilityIndex: ReadonlyMap<string, Index>,
  { units, unitOf }: Pick<Organisation, 'units' | 'unitOf'>,
  owners: ReadonlySet<Index>,
): Pick<People, 'capability' | 'secondary'> & { readonly assumptions: readonly Assumption[] } {
  const assumptions: Assumption[] = [];
  const mapTitle = titleMapper(input.capabilities);
  const company = wholeCompany(unitOf, units.length);
  const mapped = { seats: 0, byDepartment: 0 };
  const capability = new Int16Array(rows.count);
  const secondary = new Map<Index, readonly Index[]>();
  for (let seat = 0; seat < rows.count; seat++) {
    const own = rows.capability[seat]!;
    // Known to have none, so that the words of a title or of a new department do not give one.
    if (own === NO_CAPABILITY && !capabilityIndex.has(own)) {
      capability[seat] = -1;
      continue;
    }
    const unit = unitOf[seat]!;
    const department = unit < 0 || unit === company ? '' : units[unit]!.name;
    const id = own || mapTitle(rows.title[seat]!, department);
    capability[seat] = capabilityIndex.get(id) ?? -1;
    if (own !== '' || id === '') continue;
    mapped.seats++;
    const several = mapTitle.several(rows.title[seat]!);
    const others = several.filter((one) => one !== id && capabilityIndex.has(one));
    if (others.length > 0)
      secondary.set(
        seat,
        others.map((one) => capabilityIndex.get(one)!),
      );
    if (mapTitle.ofTitle(rows.title[seat]!) === '') mapped.byDepartment++;
  }
  if (mapped.seats > 0)
    assumptions.push({
      id: 'capability-from-title',
      text: `The skill of ${mapped.seats} of ${rows.count === 1 ? '1 seat' : `${rows.count} seats`} was taken from title and department${mapped.byDepartment === 0 ? '' : `, of ${mapped.byDepartment} from the name of the department alone`}.`,
      affects: [...JOURNEY_MEASURES, 'expertise.fragmentation', 'cover.singleHolders'],
    });

  for (const [seat, ids] of rows.secondary)
    secondary.set(
      seat,
      ids
        .map((id) => capabilityIndex.get(id) ?? -1)
        .filter((index) => index >= 0 && index !== capability[seat]),
    );
  const accountManagement = capabilityIndex.get('account-management')!;
  let owning = 0;
  for (const seat of owners) {
    const now = secondary.get(seat) ?? [];
    if (capability[seat] === accountManagement || now.includes(accountManagement)) continue;
    secondary.set(seat, [...now, accountManagement]);
    owning++;
  }
  if (owning > 0)
    assumptions.push({
      id: 'owners-manage-accounts',
      text: `${owning} ${owning === 1 ? 'person who owns' : 'people who own'} customers without account management as their skill hold${owning === 1 ? 's' : ''} it as a second one.`,
      affects: [...JOURNEY_MEASURES, 'cover.singleHolders'],
    });
  return { capability, secondary, assumptions };
}
