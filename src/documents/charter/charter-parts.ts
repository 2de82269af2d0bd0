import { allOf } from '../../base/text.ts';
import type { Flow, Index, Unit } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';
import { isThere, wantedFeedback } from '../../rules/flow/flows.ts';
import { membersBelow } from '../../rules/structure/unit-members.ts';
import type { CharterPart } from '../../schema/documents/charter.ts';
import type { Phase } from '../../schema/input/fields.ts';
import { customersInFigures, journeyOf, rowsOf, teamOf } from './charter-facts.ts';

/** A unit whose charter is written, and how a key of its entry in the file is called. */
interface CharterSubject {
  readonly view: View;
  readonly at: Index;
  readonly unit: Unit;
  key(part: string): string;
}

type Part = Omit<CharterPart, 'id' | 'name' | 'source'>;

/** What somebody wrote, else what the file says, else that it is missing, with what to write where. */
function partOf(
  { key }: CharterSubject,
  [id, name, source]: readonly [id: string, name: string, source: string],
  given: string | readonly string[] | undefined,
  write: { readonly key?: string; readonly what: string },
  fromFile: readonly string[] = [],
): CharterPart {
  const lines = (typeof given === 'string' ? [given] : (given ?? [])).filter((line) => line !== '');
  const part: Part =
    lines.length > 0
      ? { state: 'given', lines }
      : {
          state: fromFile.length > 0 ? 'from-file' : 'missing',
          lines: [...fromFile],
          write: { key: key(write.key ?? `charter.${id}`), what: write.what },
        };
  return { id, name, ...part, source };
}

/** What is read from the file and has no key of its own; left out where there is nothing to tell. */
const factOf = (id: string, name: string, source: string, lines: readonly string[]): CharterPart[] =>
  lines.length === 0 ? [] : [{ id, name, state: 'from-file', lines: [...lines], source }];

const PURPOSES: Readonly<Record<Phase, string>> = {
  identify:
    'Find prospects and look after them, know the market, be heard on the subject, and keep a brand that people like.',
  acquire: 'Turn prospects into customers, and tell them all about the product and the purchase.',
  retain: 'Support customers, keep up the relationship, and stay in contact with those who leave.',
};

/** Specialists that a phase is not to be without. Source: Jameane. */
const SPECIALISTS: Readonly<Record<Phase, readonly string[]>> = {
  identify: ['market-research', 'lead-qualification'],
  acquire: ['product-development'],
  retain: ['support'],
};

const valueProposition = (one: CharterSubject) =>
  partOf(one, ['valueProposition', 'Value proposition', 'Jackson'], one.unit.charter?.valueProposition, {
    what: 'What is sold to these customers, and what they are promised.',
  });

function customerParts(one: CharterSubject): readonly CharterPart[] {
  const { view, at, unit } = one;
  const rows = rowsOf(view.organisation, at);
  const figures = customersInFigures(view.organisation, rows);
  const written = (unit.charter?.targetCustomers ?? '') !== '';
  const { inside, outside, isBuiltIn } = journeyOf(view, at, rows);
  const given = unit.charter?.journey;
  // What the file does not say cannot be from it.
  const proposed = isBuiltIn && (given === undefined || given.length === 0);
  return [
    valueProposition(one),
    partOf(
      one,
      ['targetCustomers', 'Target customers', 'Jackson'],
      unit.charter?.targetCustomers,
      { what: 'Who the customers are, prospects included, and who is none.' },
      figures,
    ),
    ...(written ? factOf('customers', 'Its customers in figures', 'Jackson; Eccles', figures) : []),
    {
      ...partOf(
        one,
        ['journey', 'How customers are acquired, served and retained', 'Jackson'],
        given,
        { what: 'What customers go through, from first contact on.' },
        proposed ? ['The file has no journey: these are the built-in steps, assumed.', ...inside] : inside,
      ),
      ...(proposed ? { state: 'proposed' as const } : {}),
    },
    ...factOf(
      'needs',
      'What it needs of others',
      'Jackson',
      outside.length === 0
        ? []
        : [`Steps done outside it, to be agreed on as service levels: ${allOf(outside)}.`],
    ),
  ];
}

const goals = (one: CharterSubject) =>
  partOf(one, ['goals', 'Goals', 'Jackson'], one.unit.charter?.goals, {
    what: 'What is to be reached, in money and for customers, by when.',
  });

const serviceLevels = (one: CharterSubject) =>
  partOf(one, ['serviceLevels', 'Service levels', 'Jackson'], one.unit.charter?.serviceLevels, {
    what: 'What the unit promises, such as an answer within a day, and what it is promised.',
  });

const team = ({ view, at }: CharterSubject) => factOf('team', 'Team', 'orgdesign', teamOf(view, at));

/** Which centres and services have the unit for a customer, and what they promise and decide. */
function suppliers({ view, unit }: CharterSubject): readonly CharterPart[] {
  const serving = view.organisation.units.filter(({ servesUnits }) => servesUnits?.includes(unit.id));
  return factOf(
    'suppliers',
    'Centres and services that work for it',
    'Jackson',
    serving.map(({ name, decides = [], advises = [], charter }) => {
      const promises = charter?.serviceLevels ?? [];
      const says = [
        ...(decides.length === 0 ? [] : [`decides ${allOf(decides)}`]),
        ...(advises.length === 0 ? [] : [`advises on ${allOf(advises)}`]),
        ...(promises.length === 0 ? [] : [`promises: ${promises.join('; ')}`]),
      ];
      return `${name}${says.length === 0 ? ', with nothing agreed so far' : `: ${says.join('; ')}`}.`;
    }),
  );
}

/** What the unit tells others and hears of them, and which knowledge that is wanted does not flow. */
function knowledge(one: CharterSubject): readonly CharterPart[] {
  const { view, at } = one;
  const { flows, units } = view.organisation;
  const said = ({ from, to, what, kind }: Flow) =>
    `${from === at ? `To ${units[to]!.name}` : `From ${units[from]!.name}`}: ${what}${kind === 'other' ? '' : ` (${kind})`}.`;
  const lines = flows.filter(({ from, to }) => from === at || to === at).map(said);
  const missing = wantedFeedback(view).filter(
    (wanted) => (wanted.from.has(at) || wanted.to.has(at)) && !isThere(wanted, flows),
  );
  if (lines.length === 0 || missing.length > 0)
    return [
      {
        id: 'knowledge',
        name: 'What it tells others, and hears',
        state: lines.length === 0 ? 'missing' : 'from-file',
        lines,
        write: {
          key: 'flows',
          what:
            missing.length === 0
              ? 'Who tells it what, and whom it tells.'
              : `Not there so far: ${missing.map(({ what, kind }) => `${what} (kind: ${kind})`).join('; ')}.`,
        },
        source: 'Jameane; Jackson',
      },
    ];
  return factOf('knowledge', 'What it tells others, and hears', 'Jameane; Jackson', lines);
}

function phaseParts(one: CharterSubject): readonly CharterPart[] {
  const { view, at, unit } = one;
  const { capabilities, people } = view.organisation;
  if (unit.phase === null) return [];
  const wanted = SPECIALISTS[unit.phase];
  const there = new Set(
    [...membersBelow(view, at)]
      .filter((seat) => people.vacant[seat] === 0)
      .map((seat) => capabilities[people.capability[seat]!]?.id),
  );
  const called = (id: string) => capabilities.find((capability) => capability.id === id)?.name ?? id;
  const lacking = wanted.filter((id) => !there.has(id));
  return [
    {
      id: 'purpose',
      name: 'Purpose',
      state: 'given',
      lines: [PURPOSES[unit.phase]],
      source: 'Jameane',
    },
    ...(lacking.length === 0
      ? []
      : [
          {
            id: 'roles',
            name: 'Specialists it is not to be without',
            state: 'missing' as const,
            lines: [],
            write: {
              key: 'people',
              what: `Somebody for ${allOf(lacking.map(called))}.`,
            },
            source: 'Jameane',
          },
        ]),
  ];
}

function remit(one: CharterSubject): readonly CharterPart[] {
  const { unit } = one;
  return [
    partOf(one, ['decides', 'What it decides for all', 'Jackson'], unit.decides, {
      key: 'decides',
      what: 'Processes and systems that all have to use, as [CRM fields, stages of a sale].',
    }),
    partOf(one, ['advises', 'What it only advises on', 'Jackson'], unit.advises, {
      key: 'advises',
      what: 'What the others may do as they like, as [pricing].',
    }),
  ];
}

function itsCustomers(one: CharterSubject): CharterPart {
  const { view, unit } = one;
  const names = new Map(view.organisation.units.map(({ id, name }) => [id, name]));
  return partOf(
    one,
    ['servesUnits', 'Units that are its customers', 'Jackson'],
    unit.servesUnits?.map((id) => `${names.get(id)}.`),
    { key: 'servesUnits', what: 'Ids of the clusters and departments that it works for.' },
  );
}

/** The parts of the business plan of a unit, by what it is. */
export function partsOf(one: CharterSubject): readonly CharterPart[] {
  switch (one.unit.kind) {
    case 'centre-of-expertise':
      return [...remit(one), itsCustomers(one), goals(one), ...team(one), ...knowledge(one)];
    case 'common-service':
      return [itsCustomers(one), serviceLevels(one), goals(one), ...team(one)];
    case 'phase':
      return [
        ...phaseParts(one),
        goals(one),
        serviceLevels(one),
        ...team(one),
        ...suppliers(one),
        ...knowledge(one),
      ];
    default:
      return [
        ...customerParts(one),
        goals(one),
        serviceLevels(one),
        ...team(one),
        ...suppliers(one),
        ...knowledge(one),
      ];
  }
}
