import { percent } from '../../base/figures.ts';
import { grouped } from '../../base/grouped.ts';
import { addTo } from '../../base/groups.ts';
import { allOf, alternatives, counted, sentenceCase } from '../../base/text.ts';
import { skillsOnlyAssumed } from '../../designs/account-team/skills-assumed.ts';
import { namesakesOf } from '../../designs/cluster/basis/namesakes.ts';
import { examples } from '../../designs/consequences.ts';
import { ownersWhoStay } from '../../designs/hierarchy/who-stays.ts';
import { REVENUE_KNOWN } from '../../measures/summarise.ts';
import type { Organisation } from '../../model/organisation.ts';
import { PROFILES } from '../../schema/choices.ts';
import type { Answer } from '../../schema/documents/answer.ts';
import type { Report } from '../../schema/documents/report.ts';
import type { VerdictWord } from '../../schema/documents/verdicts.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import {
  type DecisionOnDesign,
  hangsOnPriorities,
  mayBeRecommended,
  POOR,
  type Standing,
} from '../../verdicts/decision.ts';
import { DESIGN_NAMES } from '../../verdicts/design-names.ts';
import { answersFor, type QuestionTrial } from '../../verdicts/questions.ts';

type Question = Answer['questions'][number];

const MOST = 5;
/** Less than this moves nothing that anybody would notice. */
const WORTH_ASKING = 0.05;
/** Above this share of assumed hours nothing is decided by them. */
const MOST_ASSUMED = 0.5;

/** What is asked of the data themselves, where more than half of what figures rest on is assumed. */
function ofData({ designs, organisation }: Pick<Report, 'designs' | 'organisation'>): Question[] {
  const measures = designs[0]?.measures ?? {};
  const figures = Object.values(measures);
  const isByStep = measures['journey.accountableShare']?.assumedShare === 0;
  const ask = (id: string, text: string): Question => ({
    id,
    text,
    moves: 2,
    decides: true,
    answers: [],
    effect: isByStep
      ? 'hours are given by step, as if all customers needed the same'
      : 'most hours behind the figures are assumed',
  });
  if (organisation.customers === 0) return [ask('customers', 'Who are the customers, and who serves them?')];
  if (!figures.some(({ assumedShare }) => (assumedShare ?? 0) > MOST_ASSUMED)) return [];
  return [ask('customers.effort', 'What do customers need of each skill, in hours a month?')];
}

/** What customers go through, where the built-in journey asks for a skill that nobody has. */
function ofJourney(organisation: Organisation): Question[] {
  const missing = [...skillsOnlyAssumed(organisation)].map((one) => organisation.capabilities[one]!.name);
  if (missing.length === 0 || organisation.customers.count === 0) return [];
  return [
    {
      id: 'journeys',
      text: 'What does a customer go through, step by step, and with whom?',
      moves: 1,
      decides: false,
      answers: [],
      effect: `nobody has ${alternatives(missing)}, which only the built-in journey asks for`,
    },
  ];
}

/** Share of the customers whose owners no design places, since their own work is not known. */
const shareNotPlaced = (organisation: Organisation): number =>
  ownersWhoStay(organisation).customers /
  Math.max(
    1,
    organisation.customers.customers.reduce((a, b) => a + b, 0),
  );

/** Whether designs are made without the owners of most customers, so that nothing is decided by them. */
export const lacksOwners = (organisation: Organisation): boolean =>
  shareNotPlaced(organisation) > MOST_ASSUMED;

/** What the owners of customers do, where it is not known: designs leave them where they are, and may hire beside them. */
function ofOwners(organisation: Organisation): Question[] {
  const { owners, customers } = ownersWhoStay(organisation);
  if (shareNotPlaced(organisation) < WORTH_ASKING) return [];
  return [
    {
      id: 'capabilities',
      text: `What do the ${counted(owners.length, 'person who owns', 'people who own')} ${grouped(customers)} of the customers do?`,
      moves: 2,
      decides: lacksOwners(organisation),
      answers: [],
      effect: 'no design places them, and some hire beside them',
    },
  ];
}

/** Whether departments serve the customers they are called after, where nothing says who serves whom: designs would divide them at random. */
function ofNames(organisation: Organisation): Question[] {
  const found = namesakesOf(organisation);
  if (found === null) return [];
  const { attribute, pairs } = found;
  const names = pairs.map(({ unit }) => organisation.units[unit]!.name);
  const { unit, value } = pairs[0]!;
  const key = `serves: { where: { ${JSON.stringify(attribute)}: [${JSON.stringify(value)}] } }`;
  return [
    {
      id: 'departments.serves',
      text: `Do ${examples(names)} each serve the customers of that name (${attribute})?`,
      moves: 2,
      decides: true,
      answers: [],
      effect: `if so, write ${key} at ${organisation.units[unit]!.name}`,
    },
  ];
}

/** What counts most, where today's structure leads only narrowly by priorities that nobody agreed to. */
function ofPriorities({ ranking }: Pick<Report, 'ranking'>): Question[] {
  if (ranking === null || !hangsOnPriorities(ranking)) return [];
  const others = Object.entries(ranking.near)
    .filter(([id]) => id !== 'as-is')
    .sort(([, a], [, b]) => b - a);
  const [next, share] = others[0] ?? ['as-is', 0];
  return [
    {
      id: 'criteria.profile',
      text: 'What counts most: the customer, cost, little disruption or growth?',
      moves: 2,
      decides: true,
      answers: [...PROFILES],
      effect: `${DESIGN_NAMES[next as DesignId].name} ${DESIGN_NAMES[next as DesignId].wins} in ${percent(share)} of the ways like ${(ranking.profile ?? '').replace('-', ' ')}`,
    },
  ];
}

/** Where revenue is not known of nine customers in ten, each counts alike, however much it pays. */
function ofRevenue({ revenue, count, prospect }: Organisation['customers']): Question[] {
  const own = Array.from({ length: count }, (_, row) => row).filter((row) => prospect[row] === 0);
  const known = own.filter((row) => !Number.isNaN(revenue[row]!)).length;
  if (own.length === 0 || known >= REVENUE_KNOWN * own.length) return [];
  return [
    {
      id: 'customers.revenue',
      text: 'What do customers pay you in a year?',
      moves: 0,
      decides: false,
      answers: [],
      effect: 'until then all customers count alike',
    },
  ];
}

/** "open if yes, rather not if no": what the answers would make of a design; undefined where they make nothing of it. */
function movedTo({ tried }: QuestionTrial, design: DesignId): string | undefined {
  const answers = new Map<VerdictWord, string[]>();
  for (const { answer, verdicts } of tried) {
    addTo(answers, verdicts.get(design)!.word, answer);
  }
  if (answers.size < 2) return undefined;
  return [...answers]
    .map(([word, some]) => `${word === 'suits, if' ? 'suits on conditions' : word} if ${alternatives(some)}`)
    .join(', ');
}

/** What the answers would make of every design that they move, first of those that may suit, and of these of what they move most. */
export function effectOf(question: QuestionTrial): string {
  const { tried, design: most } = question;
  const maySuit = (design: DesignId) =>
    tried.some(({ verdicts }) => !POOR.includes(verdicts.get(design)!.word));
  const designs = [...(tried[0]?.verdicts.keys() ?? [])].sort(
    (a, b) => Number(maySuit(b)) - Number(maySuit(a)) || Number(b === most) - Number(a === most),
  );
  const moved = new Map<string, string[]>();
  for (const design of designs) {
    const to = movedTo(question, design);
    if (to !== undefined) addTo(moved, to, DESIGN_NAMES[design].name);
  }
  return [...moved]
    .map(([to, names], at) => {
      const who = allOf(names);
      return `${at === 0 ? who : sentenceCase(who)}: ${to}`;
    })
    .join('. ');
}

/**
 * Whether an answer of its own lets a design be recommended that may not be now, or the other way round, and `lets` something
 * be decided then.
 */
const decidesOf = (
  { tried }: QuestionTrial,
  standings: readonly Standing[],
  lets: (verdicts: QuestionTrial['tried'][number]['verdicts']) => boolean,
): boolean =>
  tried.some(
    ({ verdicts }) =>
      [...verdicts].some(([id, { word }]) => {
        const now = standings.find((one) => one.id === id);
        return now !== undefined && mayBeRecommended({ ...now, word }) !== mayBeRecommended(now);
      }) && lets(verdicts),
  );

/** Answers with which a design that is recommended could not be any more; nothing where all leave it so. */
function undoneBy(
  { tried }: QuestionTrial,
  standings: readonly Standing[],
  { decision, design }: DecisionOnDesign,
): Pick<Question, 'undoneBy'> {
  const now = standings.find(({ id }) => id === design);
  if (decision !== 'recommend' || now === undefined) return {};
  const undoing = tried.flatMap(({ answer, verdicts }) => {
    const then = verdicts.get(now.id);
    return then === undefined || mayBeRecommended({ ...now, word: then.word }) ? [] : [answer];
  });
  return undoing.length === 0 ? {} : { undoneBy: undoing };
}

/** What is not known and would tell, first what decides, then by how much it moves. */
export function questionsOf(
  report: Pick<Report, 'designs' | 'organisation' | 'ranking'>,
  organisation: Organisation,
  tried: readonly QuestionTrial[],
  standings: readonly Standing[],
  decision: DecisionOnDesign,
  lets: Parameters<typeof decidesOf>[2] = () => true,
): Question[] {
  const asked = tried.map(
    (one): Question => ({
      id: one.key,
      text: one.text,
      moves: one.moves,
      decides: decidesOf(one, standings, lets),
      answers: [...answersFor(one.key)],
      effect: effectOf(one),
      ...undoneBy(one, standings, decision),
    }),
  );
  const worth = asked.filter(({ moves }) => moves >= WORTH_ASKING);
  const revenue = ofRevenue(organisation.customers);
  return [
    ...[
      ...ofOwners(organisation),
      ...ofNames(organisation),
      ...ofData(report),
      ...ofPriorities(report),
      ...ofJourney(organisation),
      ...worth.filter(({ decides }) => decides),
      ...worth.filter(({ decides }) => !decides),
    ].slice(0, MOST - revenue.length),
    ...revenue,
  ];
}
