import type { View } from '../model/view.ts';
import { askContext } from '../rules/fit/premises.ts';
import { type FitSubject, REDESIGNS } from '../rules/fit/statement.ts';
import { rules } from '../rules/index.ts';
import type { OpenQuestion } from '../schema/documents/assessment.ts';
import type { ContextKey } from '../schema/input/context.ts';
import { DESIGN_IDS, type DesignId } from '../schema/input/designs.ts';
import { PRACTICES, type PracticeId } from '../schema/input/practices.ts';
import { answersOf } from './answers/answers.ts';
import { components, conditions, levels } from './maturity/profile.ts';
import { PART_NAMES, readinessItems } from './readiness/readiness.ts';

/** What readiness is for, by design. */
const READINESS_OF: Partial<Record<DesignId, string>> = { cluster: 'clusters', lifecycle: 'phases' };

/** What a verdict is on, by the key of the file that rules about fit read: the company first, then designs. */
export function verdictsOn(): ReadonlyMap<string, readonly FitSubject[]> {
  const found = new Map<string, Set<FitSubject>>();
  for (const { fit } of rules)
    for (const key of fit?.reads ?? []) {
      const subjects = found.get(key) ?? new Set<FitSubject>();
      for (const arm of fit!.statements) for (const subject of arm.designs) subjects.add(subject);
      found.set(key, subjects);
    }
  const order = ['company', ...DESIGN_IDS] as const;
  return new Map([...found].map(([key, subjects]) => [key, order.filter((id) => subjects.has(id))]));
}

/** The verdicts on some subjects, where there are any. */
function verdict(subjects: readonly FitSubject[] | undefined): readonly string[] {
  if (subjects === undefined) return [];
  const designs = subjects.filter((id) => id !== 'company');
  const every = REDESIGNS.every((id) => designs.includes(id));
  return [
    ...(subjects.includes('company') ? ['the verdict on whether to reorganise now'] : []),
    ...(designs.length === 0 ? [] : [`the verdict on ${every ? 'every design' : designs.join(', ')}`]),
  ];
}

/** Readiness for what asks for an item, in which part. */
const readinessFor = (id: PracticeId): readonly string[] => [
  ...new Set(
    [...readinessItems].flatMap(([design, items]) =>
      items.flatMap(({ reads = [], part }) =>
        reads.includes(id)
          ? [`readiness for ${READINESS_OF[design]} (${PART_NAMES[part].toLowerCase()})`]
          : [],
      ),
    ),
  ),
];

/** What an item of the questionnaire tells, verdicts on designs first. */
export function feedsOf(id: PracticeId): readonly string[] {
  const headings = [...levels, ...components, ...conditions].filter(({ items }) => items.includes(id));
  return [
    ...verdict(verdictsOn().get(`practices.${id}`)),
    ...readinessFor(id),
    ...headings.map(({ name }) => `maturity (${name.toLowerCase()})`),
  ];
}

/** A key of the context that is asked for where it is not given. */
interface ContextQuestion {
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
export const CONTEXT: readonly ContextQuestion[] = [
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
  { key: 'costPressure', choices: DEGREES, source: 'Galbraith 1971' },
  { key: 'technologyPace', choices: DEGREES, source: 'Galbraith 1971; Allen 1984' },
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
