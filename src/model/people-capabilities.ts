import { NO_CAPABILITY } from '../schema/input/capability.ts';
import type { Loaded } from '../schema/loaded.ts';
import type { Assumption, Index, Organisation, People } from './organisation.ts';
import { titleMapper, wholeCompany } from './titles.ts';

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
  for (const seat of owners) {
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
  return { capability, secondary, assumptions };
}
