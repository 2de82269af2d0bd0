import { brief, percent, whole } from '../../base/figures.ts';
import { grouped } from '../../base/grouped.ts';
import { allOf, counted, idInWords } from '../../base/text.ts';
import { type Item, list, listIfAny, type Part } from '../../render/block.ts';
import type { ReportedDesign } from '../../schema/documents/report.ts';
import type { ReportedUnit } from '../../schema/documents/structure.ts';
import { insideInWords } from '../../verdicts/outside.ts';

/** Units, flows, and units in one flow shown at a terminal; the JSON report has all. */
const MOST_UNITS = 12;
const MOST_FLOWS = 4;
const MOST_IN_FLOW = 3;

const KINDS: Readonly<Record<string, string>> = {
  department: 'department',
  phase: 'phase',
  cluster: 'cluster',
  'common-service': 'common service',
  'centre-of-expertise': 'centre',
};

/** People and open seats of a unit, those of the units below counted. */
function sizes(units: readonly ReportedUnit[]): ReadonlyMap<string, { people: number; vacant: number }> {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const found = new Map(units.map(({ id }) => [id, { people: 0, vacant: 0 }]));
  for (const unit of units)
    for (let at: ReportedUnit | undefined = unit, guard = 0; at !== undefined && guard < 64; guard++) {
      const size = found.get(at.id)!;
      size.people += unit.people;
      size.vacant += unit.vacant;
      at = at.parent === null ? undefined : byId.get(at.parent);
    }
  return found;
}

type Measures = NonNullable<ReportedUnit['scorecard']>;

function measured({ metric, value, target, unit = '' }: Measures[number]): string {
  const isShare = unit.startsWith('fraction');
  const said = (figure: number) =>
    (isShare ? percent(figure) + unit.slice('fraction'.length) : `${grouped(figure, 2)} ${unit}`).trim();
  const goal = target === undefined ? '' : `, to be ${said(target)}`;
  return `${idInWords(metric)} ${value === undefined ? '' : said(value)}${goal}`;
}

/** What a unit answers for: the measures with a value, then those that nobody knows yet. */
function scorecardLines(measures: Measures): string[] {
  const known = measures.filter(({ value }) => value !== undefined).map(measured);
  const open = measures.filter(({ value }) => value === undefined).map(({ metric }) => idInWords(metric));
  const parts = [
    ...(known.length === 0 ? [] : [known.join('; ')]),
    ...(open.length === 0 ? [] : [`not known yet: ${allOf(open)}`]),
  ];
  return parts.length === 0 ? [] : [`Measured by ${parts.join('; ')}.`];
}

/** What a centre mandates, and what it only advises. */
const remitLine = ({ kind, decides = [], advises = [] }: ReportedUnit): string[] => {
  if (kind !== 'centre-of-expertise') return [];
  const parts = [
    ...(decides.length === 0 ? [] : [`mandates ${allOf(decides)}`]),
    ...(advises.length === 0 ? [] : [`advises on ${allOf(advises)}`]),
  ];
  return parts.length === 0 ? [] : [`It ${parts.join('; it ')}.`];
};

/** Who leads a unit: one, several side by side, or nobody in it. */
function ledBy({ abreast, headVacant }: ReportedUnit, head: string | null): string {
  if (head === null) return '';
  if (abreast === undefined) return `, led by ${head}${headVacant === true ? ' (open)' : ''}`;
  if (abreast.lead) return `, led by ${head} and ${counted(abreast.count - 1, 'other')} side by side`;
  const { above } = abreast;
  const called = above?.name ?? (above?.title === undefined ? above?.id : `the ${above.title}`);
  return `, none of whom leads the others${called === undefined ? '' : `; all answer to ${called}`}`;
}

/** `isGone`: the head leads nobody any more and is alone in it, so that nothing is left to lead. */
function unitItem(
  unit: ReportedUnit,
  { people, vacant }: { people: number; vacant: number },
  isGone: boolean,
): Item {
  const open = vacant === 0 ? '' : ` and ${counted(vacant, 'open seat')}`;
  const head = unit.headName ?? (unit.headTitle === undefined ? unit.head : `the ${unit.headTitle}`);
  const led = isGone ? `, ${head}, who leads nobody any more` : ledBy(unit, head);
  const charter = unit.kind === 'cluster' ? unit.charter?.targetCustomers : undefined;
  const isDedicated = unit.serves.where !== undefined || unit.serves.ids !== undefined;
  const customers = isDedicated && charter === undefined ? `, ${counted(unit.serves.count, 'customer')}` : '';
  const details = [
    ...(charter === undefined ? [] : [charter]),
    ...remitLine(unit),
    ...scorecardLines(unit.scorecard ?? []),
  ];
  return {
    text: `${unit.name} (${KINDS[unit.kind] ?? unit.kind}): ${counted(people, 'person', 'people')}${open}${led}${customers}`,
    notes: details.map((text) => ({ text })),
  };
}

/** Units by name, many of one kind by their number. */
function namesOf(units: ReadonlySet<ReportedUnit>): string {
  const list = [...units];
  if (list.length <= MOST_IN_FLOW) return allOf(list.map(({ name }) => name));
  const kinds = new Set(list.map(({ kind }) => KINDS[kind] ?? kind));
  return counted(list.length, kinds.size === 1 ? [...kinds][0]! : 'unit');
}

/** Flows of the same content as one, with the units at both ends. */
function flowsPart(design: Pick<ReportedDesign, 'structure' | 'flows'>): Part {
  const units = new Map(design.structure.map((unit) => [unit.id, unit]));
  const byContent = new Map<string, { from: Set<ReportedUnit>; to: Set<ReportedUnit> }>();
  for (const { from, to, what } of design.flows ?? []) {
    const ends = byContent.get(what) ?? { from: new Set(), to: new Set() };
    ends.from.add(units.get(from)!);
    ends.to.add(units.get(to)!);
    byContent.set(what, ends);
  }
  return listIfAny(
    [...byContent].map(([what, { from, to }]) => `${namesOf(from)} → ${namesOf(to)}: ${what}`),
    { title: 'What they let each other know:', limit: { most: MOST_FLOWS, noun: 'flow' } },
  );
}

/** What stays outside the clusters though journeys go through it, and what they would be with it inside. */
const outsidePart = ({ outside = [], measures, hires }: ReportedDesign): Part => {
  const now = {
    handoffs: {
      byNumber: measures['handoffs.perJourney']?.value ?? null,
      byRevenue: measures['handoffs.perJourney']?.byRevenue ?? null,
    },
    movedShare: measures['change.movedShare']?.value ?? null,
    hires: Object.values(hires).reduce((a, b) => a + b, 0),
  };
  return listIfAny(
    outside.map(({ capability, handoffs, inside }) =>
      inside === null
        ? `${idInWords(capability)}: with it inside the clusters are impossible.`
        : `${idInWords(capability)} causes ${handoffs === null ? '–' : brief(handoffs)} of the ${now.handoffs.byNumber === null ? '–' : brief(now.handoffs.byNumber)} hand-offs between units that are left. With it inside: ${insideInWords(
            now,
            {
              ...inside,
              handoffs: { byNumber: inside.handoffs, byRevenue: inside.handoffsByRevenue ?? null },
            },
          )} (--set cluster.include=${capability}).`,
    ),
    { title: 'What stays outside the clusters:' },
  );
};

/** Open posts of centres for which nobody can be spared. */
const optionalPart = ({ optionalSeats = [] }: ReportedDesign): Part => {
  const byCapability = new Map<string, { seats: number; cost: number }>();
  for (const { capability, cost } of optionalSeats) {
    const found = byCapability.get(capability) ?? { seats: 0, cost: 0 };
    byCapability.set(capability, { seats: found.seats + 1, cost: found.cost + (cost ?? Number.NaN) });
  }
  const priced = ({ cost }: { cost: number }) =>
    Number.isNaN(cost) ? '' : `, ${whole(Math.round(cost))} a year`;
  return listIfAny(
    [...byCapability].map(
      ([capability, one]) => `${idInWords(capability)}: ${counted(one.seats, 'post')}${priced(one)}`,
    ),
    { title: 'Posts in centres of expertise for which nobody can be spared (advised, and in no figure):' },
  );
};

/** Teams of named people across the units: of an account what changes most. */
const teamsPart = ({ teams = [] }: ReportedDesign): Part =>
  listIfAny(
    teams.map(
      ({ name, headTitle, head, people }) =>
        `${name}: ${counted(people, 'person', 'people')}${head === null ? '' : `, led by the ${headTitle ?? head}`}.`,
    ),
    { title: 'Its teams, across the units:', limit: { most: MOST_UNITS, noun: 'team' } },
  );

const FIRST = ['cluster', 'phase', 'centre-of-expertise', 'common-service'];

/** The units that a design has at its top, what they answer for, and what they let each other know. */
export function structureParts(design: ReportedDesign): readonly Part[] {
  const { structure } = design;
  const all = sizes(structure);
  // What the design makes comes first, each kind in the order in which it stands.
  const rank = ({ kind }: ReportedUnit) => (FIRST.includes(kind) ? FIRST.indexOf(kind) : FIRST.length);
  const top = structure
    .filter(({ parent, id }) => parent === null && id !== '')
    .sort((a, b) => rank(a) - rank(b));
  if (top.length === 0) return [];
  const isGone = ({ id, head, people }: ReportedUnit) =>
    people === 1 &&
    all.get(id)!.people === 1 &&
    design.displaced?.some(({ person, from }) => person === head && from === id) === true;
  return [
    list(
      top.map((unit) => unitItem(unit, all.get(unit.id)!, isGone(unit))),
      { title: 'Its units:', limit: { most: MOST_UNITS, noun: 'unit' } },
    ),
    teamsPart(design),
    optionalPart(design),
    outsidePart(design),
    flowsPart(design),
  ];
}
