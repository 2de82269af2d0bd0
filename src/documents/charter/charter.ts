import { UserError } from '../../base/errors.ts';
import { didYouMean, printable, quoted, sample } from '../../base/text.ts';
import { requiredMetrics, SERVICE_SCORECARDS, scorecardOf } from '../../designs/scorecards-and-charters.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { reportedQuality } from '../../model/quality.ts';
import { type View, viewOf } from '../../model/view.ts';
import { topmost } from '../../rules/flow/flows.ts';
import { isCustomerMetric, rewardWeights } from '../../rules/flow/pay.ts';
import type {
  CharterDocument,
  CharterMeasure,
  CharterPart,
  PartState,
  UnitCharter,
} from '../../schema/documents/charter.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import type { Loaded } from '../../schema/loaded.ts';
import { type DocumentOptions, headerOf } from '../header.ts';
import { personWriter, withPeople } from '../with-people.ts';
import { rowsOf } from './charter-facts.ts';
import { officerCharter } from './charter-officer.ts';
import { partsOf } from './charter-parts.ts';

export interface CharterOptions extends DocumentOptions {
  /** Id of the one unit that is wanted; else all clusters, phases, centres of expertise and common services. */
  readonly unit?: string;
}

const KINDS = ['cluster', 'phase', 'centre-of-expertise', 'common-service'] as const;

function wantedUnits(organisation: Organisation, file: string, wanted: string | undefined): readonly Index[] {
  const { units } = organisation;
  if (wanted === undefined) {
    const found = KINDS.flatMap((kind) => topmost(organisation, kind));
    if (found.length > 0 || organisation.officer !== undefined) return found;
    throw new UserError(
      `${printable(file)} has no cluster, phase, centre of expertise, common service or Chief Customer Officer to write a charter for.`,
      'FILE#cluster and FILE#lifecycle are designs that have some; --unit takes any department.',
    );
  }
  const at = units.findIndex(({ id }) => id === wanted);
  if (at >= 0) return [at];
  const ids = units.map(({ id }) => id);
  throw new UserError(
    `${printable(file)} has no department ${quoted(wanted)}.`,
    didYouMean(wanted, ids) ?? (ids.length === 0 ? 'It has none at all.' : `Departments: ${sample(ids)}.`),
  );
}

/** What a unit consists of rather than what is counted of its customers: made by whoever made the unit. */
const isMadeWithUnit = ({ id, write }: CharterPart): boolean =>
  ['team', 'needs', 'suppliers', 'knowledge'].includes(id) && write === undefined;

/** The officer comes with all units, and with the unit that is their own. */
const isWanted = ({ officer, unitOf, units }: Organisation, unit: string | undefined): boolean =>
  officer !== undefined &&
  (unit === undefined ||
    (units[unitOf[officer.seat]!]?.id === unit && units[unitOf[officer.seat]!]!.head === officer.seat));

/** The scorecard of a unit, and what it is to answer for beside that, with the values that the file has. */
function measuresOf(view: View, at: Index): CharterMeasure[] {
  const { organisation } = view;
  const unit = organisation.units[at]!;
  const given = unit.scorecard ?? [];
  const owner = organisation.people.id[view.heads().head[at]!];
  const wanted = SERVICE_SCORECARDS[unit.kind] ?? requiredMetrics(unit);
  const lacking = wanted.filter((metric) => !given.some((item) => item.metric === metric));
  return [
    ...given.map((item) => ({ ...item, state: 'given' as const })),
    ...scorecardOf(organisation, lacking, rowsOf(organisation, at), owner).map((item) => ({
      ...item,
      state: item.value === undefined ? ('missing' as const) : ('from-file' as const),
    })),
  ].map((item) => ({
    ...item,
    // A name can be put in its place at the end.
    ...(item.owner === undefined ? {} : { owner: `{person:${item.owner}}` }),
    ofCustomers: isCustomerMetric(item.metric),
  }));
}

/**
 * The business plans of units in outline: what is given, what the file says, and what is missing, with where to write it.
 * @throws UserError where there is no such unit, or none that has a charter.
 */
export function buildCharter(
  loaded: Loaded,
  organisation: Organisation,
  design: DesignId | undefined,
  options: CharterOptions,
): CharterDocument {
  const view = viewOf(organisation);
  const declared = new Map(loaded.input.departments?.map(({ id }, index) => [id, index]));
  // A design is written down first, by orgdesign simulate; where each department then stands is not known.
  const key = (at: Index, part: string) => {
    const id = organisation.units[at]?.id;
    const index = design === undefined && id !== undefined ? declared.get(id) : undefined;
    return `departments[${index ?? ''}].${part}`;
  };
  const wanted = wantedUnits(organisation, loaded.source.name, options.unit);
  const units = wanted.map((at): UnitCharter => {
    const unit = organisation.units[at]!;
    // What a design says of a unit that it made itself is nobody's word yet.
    const isDrawn = design !== undefined && !declared.has(unit.id);
    const proposed = <T extends { readonly state: PartState }>(
      list: readonly T[],
      isMade = (_: T) => false,
    ): T[] =>
      list.map((one) =>
        isDrawn && (one.state === 'given' || isMade(one)) ? { ...one, state: 'proposed' } : one,
      );
    return {
      id: unit.id,
      name: unit.name,
      kind: unit.kind,
      parts: proposed(partsOf({ view, at, unit, key: (part) => key(at, part) }), isMadeWithUnit),
      scorecard: proposed(measuresOf(view, at)),
      customerPayShare: rewardWeights(organisation, [unit])?.share ?? null,
    };
  });
  const officer = isWanted(organisation, options.unit) ? officerCharter(view, key) : undefined;
  return withPeople(
    {
      ...headerOf(loaded, options.version),
      organisation: organisation.name,
      quality: reportedQuality(organisation),
      ...(design === undefined ? {} : { design }),
      units,
      ...(officer === undefined ? {} : { officer: { ...officer, person: `{person:${officer.person}}` } }),
    },
    personWriter(organisation.people, options.names === true),
  );
}
