import { quoted } from '../../base/text.ts';
import { answerOf } from '../../model/practices.ts';
import type { ContextKey } from '../../schema/input/context.ts';
import type { Policy } from '../../schema/input/policy.ts';
import { type Answer, PRACTICES, type PracticeId } from '../../schema/input/practices.ts';
import type { Cap, CompanyFacts, FitCase, Lever, NotKnown, Premise, Reading } from './statement.ts';

/** How sure it is that something holds, by what was answered. */
const HOLDS: Readonly<Record<Answer, number | null>> = { yes: 1, partly: 0.5, no: 0, unknown: null };

/** What is asked of an item of the questionnaire. */
export const questionOf = (item: PracticeId) => ({
  key: `practices.${item}`,
  text: PRACTICES.find(({ id }) => id === item)!.question,
});

/** What is asked where the context does not say it. */
const QUESTIONS: Partial<Record<ContextKey, string>> = {
  market: 'Do you sell to businesses (b2b), to consumers (b2c), or to both (mixed)?',
  offering: 'Do you sell goods, technology, services or projects?',
  collaboration: 'Is the record of departments working together good, mixed or poor?',
  departmentalTradition: 'Does the company think in departments: careers, budgets and goals?',
  limitedResources: 'Are people and money short?',
  costPressure: 'Must costs fall?',
  technologyPace: 'Does the technology that the company works with change fast?',
  customerPayShare: 'What share of executives’ variable pay depends on customer measures?',
  paybackYears: 'In how many years has the reorganisation to pay for itself?',
};

/** That the context does not say something, with the question. */
export const askContext = (key: ContextKey): NotKnown => ({
  ask: { key: `context.${key}`, text: QUESTIONS[key] ?? '' },
});

/** Where a key of the file stands. */
export const place = ({ baseline }: FitCase, ...path: (string | number)[]) =>
  baseline.organisation.placeOf(path);

function practice(
  fit: FitCase,
  item: PracticeId,
  text: string,
  holds: boolean,
  otherwise?: Reading,
): Reading {
  const { answer, note, at } = answerOf(fit.facts, item);
  const certainty = HOLDS[answer];
  if (certainty === null) return otherwise ?? { ask: questionOf(item) };
  const noted = note === undefined ? '' : `, ${quoted(note)}`;
  return {
    text: `${holds && answer === 'partly' ? 'in part, ' : ''}${text} (practices.${item}: ${answer}${noted})`,
    certainty: holds ? certainty : 1 - certainty,
    at: at ?? place(fit, 'practices', item),
    derived: false,
    ...(answer === 'partly' ? { partly: true } : {}),
  };
}

/**
 * That an item of the questionnaire is there: yes 1, partly 0.5, no 0. Of "partly" the text is said to hold
 * in part; `otherwise` is what the data say where nobody answered.
 */
export const isThere = (fit: FitCase, item: PracticeId, text: string, otherwise?: Reading): Reading =>
  practice(fit, item, text, true, otherwise);

/** That an item of the questionnaire is not there: no 1, partly 0.5, yes 0. The text is to be true of "partly" as well. */
export const isMissing = (fit: FitCase, item: PracticeId, text: string, otherwise?: Reading): Reading =>
  practice(fit, item, text, false, otherwise);

/**
 * What has to be settled before customers are grouped: where it is answered with no, or not at all, clusters suit only if it
 * is. `text` is what has to hold.
 */
export function isSettled(fit: FitCase, item: PracticeId, text: string): Cap | undefined {
  if (fit.subject !== 'cluster') return undefined;
  const { answer } = answerOf(fit.facts, item);
  if (answer === 'yes' || answer === 'partly') return undefined;
  return { at: 'suits, if', text, ask: answer === 'unknown' ? questionOf(item) : null };
}

/** A premise that rests on what the context says. */
export const said = (fit: FitCase, key: ContextKey, text: string, certainty: number): Premise => ({
  text: `${text} (context.${key})`,
  certainty,
  at: place(fit, 'context', key),
  derived: false,
});

/** That the context says yes to something: yes 1, partly 0.5, no 0; of "partly" the text is said to hold in part. */
export function saidYes(
  fit: FitCase,
  key: 'departmentalTradition' | 'limitedResources' | 'costPressure' | 'technologyPace',
  text: string,
  otherwise?: Reading,
): Reading {
  const answer = fit.facts.context[key] ?? 'unknown';
  const certainty = HOLDS[answer];
  if (certainty === null) return otherwise ?? askContext(key);
  const told = answer === 'partly' ? `in part, ${text}` : answer === 'no' ? `${text}: no` : text;
  return said(fit, key, told, certainty);
}

const ROUNDING = 1e-9;

/** A premise that rests on the data of the file. */
export const read = (
  fit: FitCase,
  path: readonly (string | number)[],
  text: string,
  certainty: number,
): Premise => ({
  text,
  // What is next to nothing is a rounding of the last digit, and no reason.
  certainty: certainty < ROUNDING ? 0 : Math.min(1, certainty),
  at: place(fit, ...path),
  derived: true,
});

/** What is asked where the file does not say what customers differ in. */
export const ASK_NEEDS: NotKnown = {
  ask: {
    key: 'customers',
    text: 'What do customers differ in: hours that they need of each skill (effort), retention, margin, satisfaction?',
  },
};

/** What data cannot tell either. */
export const NO_TELLING: NotKnown = { ask: null };

/** A key of the context that could have a better value; tried only where it has another one. */
export function contextLever<K extends ContextKey>(
  key: K,
  text: string,
  better: (value: NonNullable<CompanyFacts['context'][K]>, policy: Policy) => CompanyFacts['context'][K],
): Lever {
  return {
    key: `context.${key}`,
    text,
    apply(facts, { baseline }) {
      const now = facts.context[key];
      if (now === undefined || now === 'unknown') return null;
      const value = better(now as NonNullable<typeof now>, baseline.organisation.policy);
      return value === now ? null : { ...facts, context: { ...facts.context, [key]: value } };
    },
  };
}
