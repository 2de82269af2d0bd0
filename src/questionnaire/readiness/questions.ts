import type { View } from '../../model/view.ts';
import { askContext } from '../../rules/fit/fit-premises.ts';
import type { OpenQuestion } from '../../schema/documents/assessment.ts';
import type { ContextKey } from '../../schema/input/organisation.ts';
import { PRACTICES } from '../../schema/input/practices.ts';
import { answersOf } from '../maturity/answers.ts';
import { feedsOf, verdict, verdictsOn } from './feeds.ts';

/** A key of the context that is asked for where it is not given. */
interface Asked {
  readonly key: ContextKey;
  /** Where verdicts do not ask it already. */
  readonly question?: string;
  readonly choices?: readonly string[];
  /** What it tells beside verdicts. */
  readonly feeds?: readonly string[];
  readonly source: string;
}

const SKILLS = ['readiness for clusters (design)', 'which skills are in a cluster'];
const DEGREES = ['yes', 'partly', 'no'];

/**
 * What is asked of the context. The share of pay is asked as an item of the questionnaire, and people are counted where a file does
 * not say how many there are.
 */
export const CONTEXT: readonly Asked[] = [
  { key: 'market', choices: ['b2b', 'b2c', 'mixed'], source: 'Jackson' },
  {
    key: 'targetMarkets',
    question: 'Which attribute of your customers tells your target markets?',
    feeds: ['readiness for clusters (foundations)'],
    source: 'Jackson',
  },
  {
    key: 'serviceLevel',
    question: 'Does the offering come with a standard or a high level of service delivery?',
    choices: ['standard', 'high'],
    feeds: SKILLS,
    source: 'Jackson',
  },
  {
    key: 'offering',
    choices: ['goods', 'technology', 'services', 'projects'],
    feeds: SKILLS,
    source: 'Jackson',
  },
  {
    key: 'collaboration',
    choices: ['good', 'mixed', 'poor'],
    feeds: ['readiness for clusters (common infrastructure)'],
    source: 'Jackson',
  },
  { key: 'departmentalTradition', choices: DEGREES, source: 'Jackson' },
  { key: 'limitedResources', choices: DEGREES, source: 'Jameane' },
  { key: 'paybackYears', source: 'Bush' },
];

/** Whether the context, or the customers, say it. */
function isKnown({ organisation: { context, customers } }: View, key: ContextKey): boolean {
  if (key === 'market' && customers.market.some((market) => market >= 0)) return true;
  return context[key] !== undefined && context[key] !== 'unknown';
}

function contextQuestions(view: View): readonly OpenQuestion[] {
  const verdicts = verdictsOn();
  return CONTEXT.filter(({ key }) => !isKnown(view, key)).map(
    ({ key, question, choices = [], feeds = [], source }) => ({
      key: `context.${key}`,
      question: question ?? askContext(key).ask!.text,
      choices: [...choices],
      feeds: [...verdict(verdicts.get(`context.${key}`)), ...feeds],
      source,
    }),
  );
}

/**
 * What nobody answered and no data answer, signs in the data aside: first what verdicts on designs read, then what readiness
 * does, then the rest, each in the order of the questionnaire.
 */
export function questionsOf(view: View): readonly OpenQuestion[] {
  const answers = answersOf(view);
  const practices = PRACTICES.flatMap(({ id, question, source }): OpenQuestion[] => {
    const { answer, sign } = answers.get(id)!;
    if (answer !== 'unknown' && !sign) return [];
    return [
      {
        key: `practices.${id}`,
        question,
        choices: ['yes', 'partly', 'no'],
        feeds: [...feedsOf(id)],
        source,
      },
    ];
  });
  const rank = ({ feeds: [first = ''] }: OpenQuestion) =>
    first.startsWith('the verdict') ? 0 : first.startsWith('readiness') ? 1 : 2;
  return [...contextQuestions(view), ...practices].sort((a, b) => rank(a) - rank(b));
}
