import { addTo } from '../../base/groups.ts';
import { byText } from '../../base/text.ts';
import type { Organisation, Unit } from '../../model/organisation.ts';
import type { Charter, ScorecardItem } from '../../schema/input/department.ts';

const SERVES = { all: 'everyone', none: 'nobody', some: 'some customers' } as const;

/** What stands for a trait that is not given. */
type Traits = ReadonlyMap<string, string | null>;

const listed = (values: readonly string[] | undefined): string | null =>
  values === undefined || values.length === 0 ? null : values.join('; ');

/** Parts of a charter that a text stands for, as they are called. */
export const CHARTER_TEXTS: Readonly<Record<string, string>> = {
  'charter.valueProposition': 'value proposition',
  'charter.targetCustomers': 'target customers',
  'charter.journey': 'journey in the charter',
};

const charterTraits = (charter: Charter = {}): readonly (readonly [string, string | null])[] => [
  ['charter.valueProposition', charter.valueProposition ?? null],
  ['charter.targetCustomers', charter.targetCustomers ?? null],
  ['charter.journey', charter.journey ?? null],
  ['charter.goals', listed(charter.goals)],
  ['charter.serviceLevels', listed(charter.serviceLevels)],
];

const said = ({ value, unit, target, owner, weight }: ScorecardItem): string =>
  [
    ...(value === undefined ? [] : [[value, unit].filter((part) => part !== undefined).join(' ')]),
    ...(target === undefined ? [] : [`target ${target}`]),
    ...(owner === undefined ? [] : [`owner ${owner}`]),
    ...(weight === undefined ? [] : [`weight in pay ${weight}`]),
  ].join(', ') || 'without figures';

/** What a unit answers for, by metric; one that stands there twice is told as both. */
function scorecardTraits(scorecard: readonly ScorecardItem[] = []): readonly (readonly [string, string])[] {
  const found = new Map<string, string[]>();
  for (const item of scorecard) addTo(found, `scorecard.${item.metric}`, said(item));
  return [...found].map(([field, items]) => [field, items.join('; ')]);
}

/** What a unit is beside its name, head and members, as text by the key in the file. */
export const traitsOf = (organisation: Organisation, unit: Unit): Traits =>
  new Map<string, string | null>([
    ['accountable', unit.accountable ? 'yes' : 'no'],
    ['advises', listed(unit.advises)],
    ['answersTo', unit.answersTo === undefined ? null : organisation.people.id[unit.answersTo]!],
    ['capability', organisation.capabilities[unit.capability]?.id ?? null],
    ...charterTraits(unit.charter),
    ['decides', listed(unit.decides)],
    ['kind', unit.kind],
    ['lead', unit.selfGoverning === true ? 'none' : null],
    ['parent', organisation.units[unit.parent]?.id ?? null],
    ['phase', unit.phase],
    ...scorecardTraits(unit.scorecard),
    ['serves', SERVES[unit.serves.kind]],
    // In which order the customers stand makes no difference.
    ['servesUnits', listed([...(unit.servesUnits ?? [])].sort(byText))],
  ]);
