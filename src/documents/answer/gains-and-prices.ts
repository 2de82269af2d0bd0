import { percent } from '../../base/figures.ts';
import { counted } from '../../base/text.ts';
import type { Answer } from '../../schema/documents/answer.ts';
import type { Report, ReportedDesign } from '../../schema/documents/report.ts';
import { differenceInWords, figureInWords, shownFigure, TOLD } from './figures-in-words.ts';
import { lostHeads } from './lost-heads.ts';

/** The report but for its answer. */
export type ReportWithoutAnswer = Omit<Report, 'answer'>;

type Difference = Answer['gains'][number];

/** Figures told of what a design gains, and of what it costs. */
const MOST = 3;
/** Smallest relative difference that an executive would act on. */
const WORTH_SAYING = 0.1;
/** Where the coverage of two designs differs by more, neither is called better. */
const COVERAGE_APART = 0.05;

const difference = (measure: string, today: number, after: number, text: string): Difference => ({
  measure,
  today,
  // biome-ignore lint/suspicious/noThenProperty: what the contract calls it; the value is never awaited.
  then: after,
  text,
});

/** What an executive asks of first, and how much the others weigh beside it: a judgement. */
const FIRST_OF_ALL = [
  'silos.count',
  'handoffs.betweenTeams',
  'handoffs.perJourney',
  'journey.accountableShare',
];
const ELSE = 0.3;

const BETWEEN_TEAMS = 'handoffs.betweenTeams';

/** Hand-offs from one person to another in one team: all there are but those from team to team; null where one is not known. */
function handoffsInTeam({ measures }: ReportedDesign): number | null {
  const [units, inside, teams] = ['handoffs.perJourney', 'handoffs.insideUnit', BETWEEN_TEAMS].map((id) =>
    shownFigure(measures[id]),
  );
  return units == null || inside == null || teams == null ? null : Math.max(0, units + inside - teams);
}

/** That work which goes to fewer teams changes hands inside them more often instead; nothing where it does not. */
function insideTeams(today: ReportedDesign, design: ReportedDesign): string {
  const [now, then] = [handoffsInTeam(today), handoffsInTeam(design)];
  if (now === null || then === null || then - now < WORTH_SAYING * then) return '';
  const [before, after] = [now, then].map((value) => figureInWords(value, ''));
  return before === after ? '' : ` Inside a team it changes hands ${after} times, today ${before}.`;
}

interface FigureDifference {
  readonly difference: Difference;
  readonly better: boolean;
  readonly weight: number;
}

/** Every figure that differs from today and can be compared, with how much. */
function differences(
  today: ReportedDesign,
  design: ReportedDesign,
  least = WORTH_SAYING,
): FigureDifference[] {
  // Hand-offs are told once.
  const told = TOLD.filter(
    (id) => id !== 'handoffs.perJourney' || !('handoffs.betweenTeams' in design.measures),
  );
  return told.flatMap((id): FigureDifference[] => {
    const [before, after] = [today.measures[id], design.measures[id]];
    const [now, next] = [shownFigure(before), shownFigure(after)];
    if (before === undefined || after === undefined || now === null || next === null) return [];
    if (
      after.better === 'none' ||
      after.renamed === true ||
      Math.abs((before.coverage ?? 1) - (after.coverage ?? 1)) > COVERAGE_APART
    )
      return [];
    const apart = Math.abs(next - now) / Math.max(Math.abs(now), Math.abs(next), 1e-9);
    if (apart < least || figureInWords(now, after.unit) === figureInWords(next, after.unit)) return [];
    return [
      {
        difference: difference(
          id,
          now,
          next,
          differenceInWords(id, next, now, after.unit) +
            (id === BETWEEN_TEAMS ? insideTeams(today, design) : ''),
        ),
        better: after.better === 'lower' ? next < now : next > now,
        // What a design fixes by its definition says least about the company.
        weight: apart * (FIRST_OF_ALL.includes(id) ? 1 : ELSE) * (after.byConstruction ? 0.5 : 1),
      },
    ];
  });
}

const heaviest = (all: readonly FigureDifference[], most: number): Difference[] => {
  const kept = new Set([...all].sort((a, b) => b.weight - a.weight).slice(0, most));
  return all.filter((one) => kept.has(one)).map((one) => one.difference);
};

/** What is better than today by at least a share of it, by what an executive would act on if left out: three figures. */
export const gainsOf = (today: ReportedDesign, design: ReportedDesign, least = WORTH_SAYING): Difference[] =>
  heaviest(
    differences(today, design, least).filter(({ better }) => better),
    MOST,
  );

/** The gains of what is recommended; where none is worth saying by itself, what shows at all. */
export function gainsThatShow(today: ReportedDesign, design: ReportedDesign): Difference[] {
  const worth = gainsOf(today, design);
  return worth.length > 0 ? worth : gainsOf(today, design, 0);
}

/** That a year costs less, which is a gain though it is told with what a change costs. */
export const isSaving = ({ measure, then: after }: Difference): boolean =>
  measure === 'change.costPerYear' && after !== null && after < 0;

const shareOf = (design: ReportedDesign, id: string): number => shownFigure(design.measures[id]) ?? 0;

/** Money between two ends, as `0.4M to 0.6M EUR`. */
const betweenMoney = (
  range: { readonly low: number | null; readonly high: number | null } | undefined,
  value: number,
  currency: string,
): string => {
  const [low, high] = [range?.low ?? value, range?.high ?? value].map((one) => figureInWords(one, ''));
  return `${low === high ? low : `${low} to ${high}`} ${currency}`.trim();
};

/** What a change asks of people, customers and money. */
function changes(
  { organisation }: ReportWithoutAnswer,
  today: ReportedDesign,
  design: ReportedDesign,
  currency: string,
): Difference[] {
  const [moved, managers] = [shareOf(design, 'change.movedShare'), shareOf(design, 'change.newManagerShare')];
  const inPeople = (share: number) => Math.round(share * organisation.people);
  const kept = shownFigure(design.measures['change.relationshipsKept']);
  const risk = design.measures['customers.revenueAtRisk'];
  const atRisk = shownFigure(risk) ?? 0;
  const cost = shownFigure(design.measures['change.costPerYear']);
  const seats = shareOf(design, 'change.newSeats');
  const [pooling, pooledToday] = [shareOf(design, 'work.poolingLoss'), shareOf(today, 'work.poolingLoss')];
  const money = (amount: number) => `${figureInWords(amount, '')} ${currency}`.trim();
  // Who loses a post as head is told with what is asked of everybody.
  const asked = [
    moved === 0 && managers === 0
      ? undefined
      : `${counted(inPeople(moved), 'person changes', 'people change')} unit (${percent(moved)}), ${counted(inPeople(managers), 'gets', 'get')} another manager.`,
    lostHeads(design.displaced ?? []),
  ].filter((text) => text !== undefined);
  const one = (measure: string, after: number, text: string) => difference(measure, 0, after, text);
  return [
    ...(asked.length === 0 ? [] : [one('change.movedShare', moved, asked.join(' '))]),
    ...(kept === null || kept === 1
      ? []
      : [
          difference(
            'change.relationshipsKept',
            1,
            kept,
            `${percent(1 - kept)} of the customer relationships end${atRisk === 0 ? '' : `: ${betweenMoney(risk?.range, atRisk, currency)} of sales a year at risk`}.`,
          ),
        ]),
    ...(pooling - pooledToday < 0.5
      ? []
      : [
          difference(
            'work.poolingLoss',
            pooledToday,
            pooling,
            `${counted(Math.round(pooling - pooledToday), 'more person', 'more people')} for the same service, at most.`,
          ),
        ]),
    ...(cost === null || cost === 0
      ? seats === 0
        ? []
        : [one('change.newSeats', seats, `${counted(seats, 'new seat')}; what they cost is not known.`)]
      : [
          one(
            'change.costPerYear',
            cost,
            cost > 0
              ? `${money(cost)} more a year${seats > 0 ? `, for ${counted(seats, 'new seat')}` : ''}.`
              : `${money(-cost)} less a year.`,
          ),
        ]),
  ];
}

/** What it costs: people first, then customers and money, then what gets worse; three figures. */
export function pricesOf(
  report: ReportWithoutAnswer,
  today: ReportedDesign,
  design: ReportedDesign,
  currency: string,
): Difference[] {
  const first = changes(report, today, design, currency).slice(0, MOST);
  const told = new Set(first.map(({ measure }) => measure));
  const worse = differences(today, design).filter((one) => !one.better && !told.has(one.difference.measure));
  return [...first, ...heaviest(worse, MOST - first.length)];
}
