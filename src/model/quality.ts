import { grouped } from '../base/grouped.ts';
import { memo } from '../base/memo.ts';
import { alternatives, byText, counted, quoted, quotedStranger } from '../base/text.ts';
import { DATA_GATES } from '../schema/choices.ts';
import type { DataGate, ReportedQuality } from '../schema/documents/quality.ts';
import type { Policy } from '../schema/input/policy.ts';
import { rowsMeantBy } from './meant-rows.ts';
import { misplacedIn } from './misplaced.ts';
import type { Index, Organisation } from './organisation.ts';
import { type Span, spansOf } from './teams.ts';

/** A gate that is closed, and whom it is closed by. */
interface ClosedGate {
  readonly gate: DataGate;
  readonly share: number;
  /** The least share that would do. */
  readonly least: number;
  /** What to mend and how, as a sentence without names of people. */
  readonly mend: string;
  /** Seats that the sentence is about, those it begins with first. */
  readonly seats: readonly Index[];
}

/** Whether the data can bear what is made of them, each gate by itself. */
interface Quality {
  readonly shares: Readonly<Record<DataGate, number>>;
  readonly closed: readonly ClosedGate[];
}

/** What a proposal carries that was drawn on lines of which too few are known, for its figures to stay as silent. */
export const LINES_NOT_KNOWN = 'lines-not-known';
/** The thresholds that gates are judged by. */
export const GATE_THRESHOLDS = [
  'knownManagers',
  'believableSpan',
  'believableSpanShare',
  'believableSpanFrom',
  'knownCapabilities',
  'fewestCustomerRows',
] as const satisfies readonly (keyof Policy)[];

const MOST_NAMED = 3;
const TOLERANCE = 1e-9;

const presentIn = ({ people }: Organisation): number =>
  people.vacant.reduce((sum, open) => sum - open, people.count);

const more = (count: number): string =>
  count > MOST_NAMED ? `, and ${grouped(count - MOST_NAMED)} more` : '';

/** The most frequent of some texts, in quotes; of equals in their order as texts. */
function frequent(texts: Iterable<string>, inQuotes = quoted): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || byText(a[0], b[0]));
  return sorted
    .slice(0, MOST_NAMED)
    .map(([text]) => inQuotes(text))
    .join(', ')
    .concat(more(counts.size));
}

/** An id that an import made of a name says nothing to a reader. */
const MADE_ID = /^p-[0-9a-f]{10,}$/;

const report = (count: number): string => (count === 1 ? 'reports' : 'report');

/** What to do about managers who are not in the file. */
function whatToCorrect(strangers: ReadonlyMap<Index, string>, { people }: Organisation): string {
  const named = [...strangers.values()];
  const idsOf = (seats: Iterable<Index>) => frequent([...seats].map((seat) => people.id[seat]!));
  if (named.every((id) => MADE_ID.test(id)))
    return `correct the manager of ${idsOf(strangers.keys())}: the extract named somebody who has no row of this name`;
  const meantBy = rowsMeantBy(named, people);
  const meant = [...strangers].filter(([, id]) => meantBy(id) !== undefined).map(([seat]) => seat);
  const others = named.filter((id) => meantBy(id) === undefined);
  const ids = new Set(others).size;
  return [
    ...(meant.length === 0
      ? []
      : [`write the id of the manager of ${idsOf(meant)}, whose name or title stands there`]),
    ...(ids === 0
      ? []
      : [
          `add the ${ids === 1 ? 'row of' : `rows of the ${grouped(ids)} managers`} ${frequent(others, quotedStranger)}, or correct the ids`,
        ]),
  ].join('; ');
}

/** People whose manager is not known: who, and what to do about it. */
function linesToMend(organisation: Organisation, people: number): string {
  const { strangers, cut, without } = misplacedIn(organisation);
  const of = `of ${counted(people, 'person', 'people')}`;
  const parts = [
    ...(strangers.size === 0
      ? []
      : [
          {
            count: strangers.size,
            what: `${report(strangers.size)} to somebody who is not in the file`,
            how: whatToCorrect(strangers, organisation),
          },
        ]),
    ...(without.length === 0
      ? []
      : [
          {
            count: without.length,
            what: `${report(without.length)} to nobody`,
            how:
              organisation.lines.boss.length === 0
                ? 'say who leads whom (`manager`; of a table, name its column)'
                : 'give each a `manager`, or leave out who is no longer there',
          },
        ]),
    ...(cut.length === 0
      ? []
      : [
          {
            count: cut.length,
            what: `${report(cut.length)}, in the end, to themselves`,
            how: 'correct one manager of each circle',
          },
        ]),
  ].sort((a, b) => b.count - a.count);
  const said = parts.map(({ count, what }, at) => `${grouped(count)}${at === 0 ? ` ${of}` : ''} ${what}`);
  return `${alternatives(said, 'and')}: ${parts.map(({ how }) => how).join('; ')}.`;
}

/** The manager with more direct reports than can be believed; undefined where there is none. */
const beyondBelief = (organisation: Organisation, people: number) => {
  const { believableSpan, believableSpanShare, believableSpanFrom } = organisation.policy;
  if (people < believableSpanFrom) return undefined;
  let widest: Span | undefined;
  for (const span of spansOf(organisation))
    if (widest === undefined || span.reports > widest.reports) widest = span;
  if (widest === undefined || widest.reports <= believableSpan) return undefined;
  return widest.reports > believableSpanShare * people + TOLERANCE ? widest : undefined;
};

function closedLines(
  organisation: Organisation,
  least: number,
): { share: number; closed: readonly ClosedGate[] } {
  const people = presentIn(organisation);
  const { strangers, cut, without } = misplacedIn(organisation);
  const seats = [...strangers.keys(), ...without, ...cut];
  const share = people === 0 ? 1 : Math.max(0, people - seats.length) / people;
  if (share < least - TOLERANCE)
    return {
      share,
      closed: [{ gate: 'lines', share, least, mend: linesToMend(organisation, people), seats }],
    };
  const carried = organisation.assumptions.find(({ id }) => id === LINES_NOT_KNOWN);
  if (carried !== undefined)
    return {
      share,
      closed: [
        {
          gate: 'lines',
          share,
          least,
          mend: `${carried.text} Correct it there, or take ${LINES_NOT_KNOWN} out of \`assumptions:\` once it is right.`,
          seats: [],
        },
      ],
    };
  const wide = beyondBelief(organisation, people);
  if (wide === undefined) return { share, closed: [] };
  const title = organisation.people.title[wide.lead]!;
  const mend = `${grouped(wide.reports)} of ${counted(people, 'person', 'people')} report to one manager${title === '' ? '' : ` (${title})`}: give each the manager who leads them from day to day, or say \`lead: none\` of departments that lead themselves.`;
  return { share, closed: [{ gate: 'lines', share, least, mend, seats: [wide.lead] }] };
}

function closedCapabilities(
  { people }: Organisation,
  least: number,
): { share: number; closed: readonly ClosedGate[] } {
  const seats: Index[] = [];
  let present = 0;
  for (let seat = 0; seat < people.count; seat++) {
    if (people.vacant[seat] === 1) continue;
    present++;
    if (people.capability[seat]! < 0) seats.push(seat);
  }
  const share = present === 0 ? 1 : (present - seats.length) / present;
  if (share >= least - TOLERANCE) return { share, closed: [] };
  const titles = seats.map((seat) => people.title[seat]!).filter((title) => title !== '');
  const how =
    titles.length * 2 < seats.length
      ? 'name the column of job titles, job family or trade (`title`, `capability`)'
      : `say what their titles stand for under \`capabilities:\` (most frequent: ${frequent(titles)}), or give each a \`capability\``;
  const mend = `What ${grouped(seats.length)} of ${counted(present, 'person', 'people')} can do is not known: ${how}.`;
  return { share, closed: [{ gate: 'capabilities', share, least, mend, seats }] };
}

function closedCustomers({ customers }: Organisation, least: number) {
  const share = customers.count >= least ? 1 : customers.count / least;
  const closed: readonly ClosedGate[] =
    share === 1
      ? []
      : [
          {
            gate: 'customers',
            share,
            least: 1,
            mend: `${customers.count === 0 ? 'There are no customers' : `There ${customers.count === 1 ? 'is' : 'are'} only ${counted(customers.count, 'row')} of customers`}: give them under \`customers:\`, one row each, or a row for each segment with its \`count\`.`,
            seats: [],
          },
        ];
  return { share, closed };
}

/**
 * Whether the data of a file can bear figures and designs. A design is as good as the file that it is made of.
 * Linear in the people, once for each file.
 */
export function qualityOf(organisation: Organisation): Quality {
  const { policy } = organisation;
  const source = organisation.asGiven();
  // By the thresholds of now, which a policy may set for a part of the rules.
  return GATE_THRESHOLDS.every((one) => source.policy[one] === policy[one])
    ? qualityAsGiven(source)
    : qualityBy(source, policy);
}

const qualityBy = memo((source: Organisation, policy: Policy) => qualityAsGiven({ ...source, policy }));

const qualityAsGiven = memo((given: Organisation): Quality => {
  const { policy } = given;
  const gates = {
    lines: closedLines(given, policy.knownManagers),
    capabilities: closedCapabilities(given, policy.knownCapabilities),
    customers: closedCustomers(given, policy.fewestCustomerRows),
  };
  return {
    shares: {
      lines: gates.lines.share,
      capabilities: gates.capabilities.share,
      customers: gates.customers.share,
    },
    closed: DATA_GATES.flatMap((gate) => gates[gate].closed),
  };
});

/** The gates that keep something from being said, unless it was asked for in spite of the data. */
export const closedGates = (organisation: Organisation, needs: readonly DataGate[]): readonly ClosedGate[] =>
  needs.length === 0 || organisation.despiteData === true
    ? []
    : qualityOf(organisation).closed.filter(({ gate }) => needs.includes(gate));

/** Quality as documents have it. */
export const reportedQuality = (organisation: Organisation): ReportedQuality => {
  const { shares, closed } = qualityOf(organisation);
  const gate = (id: DataGate) => ({ share: shares[id], open: closed.every((one) => one.gate !== id) });
  return {
    lines: gate('lines'),
    capabilities: gate('capabilities'),
    customers: gate('customers'),
    mend: closed.map(({ mend }) => mend),
    ...(organisation.despiteData === true ? { despiteData: true } : {}),
  };
};

/** What to mend, above all else that is said; or that it is said in spite of that. */
export const mendInWords = ({ mend, despiteData }: Pick<ReportedQuality, 'mend' | 'despiteData'>): string[] =>
  mend.map((one) => (despiteData === true ? `In spite of the data (--despite-data): ${one}` : one));
