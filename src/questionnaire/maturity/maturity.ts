import { midSentence } from '../../base/text.ts';
import type { View } from '../../model/view.ts';
import { placeOf } from '../../rules/finding.ts';
import type { Maturity, NextStep } from '../../schema/documents/assessment.ts';
import type { Level } from '../../schema/input/practice-items/practice.ts';
import { PRACTICES, type PracticeId } from '../../schema/input/practices.ts';
import { type Answers, answersOf, howAnswered, practices } from '../answers/answers.ts';
import {
  components,
  conditions,
  type Heading,
  levels,
  profileOf,
  shareInPlace,
  standingOf,
  tally,
} from './profile.ts';

/** Steps proposed for a level at most. */
const MOST_OF_A_LEVEL = 3;

/** To be customer-led is a choice; this item says whether it was made. Source: Focus/Centric/Led. */
const LED_IS_WANTED: PracticeId = 'customers-before-shareholders';

/** What is missing first, then what is there in part, each in the order of the questionnaire. */
const toDo = (answers: Answers, items: readonly PracticeId[]): readonly PracticeId[] =>
  (['no', 'partly'] as const).flatMap((wanted) =>
    items.filter((item) => answers.get(item)!.answer === wanted && !answers.get(item)!.sign),
  );

/** The lowest level that is not largely in place; undefined where all are. */
const lowestOpen = (answers: Answers): Heading<Level> | undefined =>
  levels.find(({ items }) => standingOf(tally(answers, items)) !== 'largely-in-place');

function ofLevel(answers: Answers, level: Heading): readonly PracticeId[] {
  if (level.id !== 'led') return toDo(answers, level.items);
  const { answer } = answers.get(LED_IS_WANTED)!;
  if (answer === 'no') return [];
  return answer === 'unknown' ? [LED_IS_WANTED] : toDo(answers, level.items);
}

/** The component of which least is in place; the first of equals, undefined where nothing is to be done for any. */
function weakest(answers: Answers): Heading | undefined {
  let found: Heading | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const component of components) {
    const share = shareInPlace(tally(answers, component.items));
    if (toDo(answers, component.items).length === 0 || share >= least) continue;
    found = component;
    least = share;
  }
  return found;
}

/**
 * What to do next: up to three steps of the lowest level that is not largely in place, so that nothing of a higher one is
 * proposed before; to be customer-led only where that is wanted. Then one for each condition, and one of the weakest component. No
 * step stands twice. What is unknown, or shown by a sign only, is asked and not proposed.
 */
export function nextStepsOf(answers: Answers): readonly NextStep[] {
  const steps: NextStep[] = [];
  const taken = new Set<PracticeId>();
  const propose = (items: readonly PracticeId[], of: Heading, most: number) => {
    for (const item of items.filter((one) => !taken.has(one)).slice(0, most)) {
      const { step, source } = practices.get(item)!;
      const { answer, derived, at } = answers.get(item)!;
      taken.add(item);
      steps.push({
        item,
        of: of.id,
        step,
        because: `${item} is ${howAnswered({ answer, derived })}, and counts for ${of.name.toLowerCase()}.`,
        answer,
        source,
        at: placeOf(at),
      });
    }
  };
  const level = lowestOpen(answers);
  if (level !== undefined) propose(ofLevel(answers, level), level, MOST_OF_A_LEVEL);
  for (const condition of conditions) propose(toDo(answers, condition.items), condition, 1);
  const component = weakest(answers);
  if (component !== undefined) propose(toDo(answers, component.items), component, 1);
  return steps;
}

/** Something that the answers say together; '' where they do not. */
interface Remark {
  readonly id: string;
  readonly source: string;
  say(answers: Answers): string;
}

/** Practices that a tool rests on. Our choice among those that Eccles names. */
const UNDER_A_TOOL: readonly PracticeId[] = [
  'customer-interest-prevails',
  'hire-for-empathy',
  'service-staff-trained',
  'sales-help-buying',
  'customer-goals-collective',
];
/** Fewer known answers say little of a whole company. A judgement. */
const FEWEST_KNOWN = 10;

const standing = (answers: Answers, { items }: Heading) => standingOf(tally(answers, items));

const answer = (answers: Answers, item: PracticeId) => answers.get(item)!.answer;

const level = (id: string): Heading => levels.find((one) => one.id === id)!;

/** Every remark, in the order in which they are made. */
export const remarks: readonly Remark[] = [
  {
    id: 'beyond-structure',
    source: 'Jackson',
    say(answers) {
      const { no, yes, partly } = tally(answers, [...answers.keys()]);
      const known = yes + partly + no;
      if (known < FEWEST_KNOWN || no <= known / 2) return '';
      return `Most of what is known of the practices is missing (${no} of ${known}). Collaboration comes from culture and measures; a structure helps them, and cannot take their place.`;
    },
  },
  {
    id: 'tool-without-practice',
    source: 'Eccles',
    say(answers) {
      if (answer(answers, 'crm-in-use') !== 'yes') return '';
      const missing = UNDER_A_TOOL.filter((item) => answer(answers, item) === 'no');
      if (missing.length <= UNDER_A_TOOL.length / 2) return '';
      return `A CRM is in use, but ${missing.length} of ${UNDER_A_TOOL.length} practices that it rests on are missing (${missing.join(', ')}). A tool alone does little.`;
    },
  },
  {
    id: 'focus-is-not-enough',
    source: 'Focus/Centric/Led',
    say(answers) {
      const centric = standing(answers, level('centric'));
      if (standing(answers, level('focused')) !== 'largely-in-place') return '';
      if (centric === 'largely-in-place' || centric === 'unknown') return '';
      return 'The company is customer-focused and not yet customer-centric. A programme of focus changes behaviour; culture and processes change only as far as the customer’s interest also wins hard decisions.';
    },
  },
  {
    id: 'bounded-listening',
    source: 'Focus/Centric/Led',
    say: (answers) =>
      answer(answers, 'listens-beyond-current') === 'no'
        ? 'Only today’s customers are listened to, about what is sold now: on that point the company is customer-focused at most.'
        : '',
  },
  {
    id: 'legacy-limits',
    source: 'Focus/Centric/Led',
    say: (answers) =>
      answer(answers, 'systems-can-change') === 'no'
        ? 'Systems and processes cannot change at the pace that customers call for: this holds all further steps back.'
        : '',
  },
  {
    id: 'uneven',
    source: 'Eccles',
    say(answers) {
      const of = (wanted: (heading: Heading) => boolean) =>
        components.filter(wanted).map(({ name }) => name.toLowerCase());
      const strong = of((one) => standing(answers, one) === 'largely-in-place');
      const without = of(
        (one) => standing(answers, one) !== 'unknown' && tally(answers, one.items).yes === 0,
      );
      if (strong.length === 0 || without.length === 0) return '';
      return `It is uneven: ${strong.join(', ')} largely in place, and nothing wholly in place of ${without.join(', ')}.`;
    },
  },
  {
    id: 'led-is-a-choice',
    source: 'Focus/Centric/Led',
    say: (answers) =>
      lowestOpen(answers)?.id === 'led' && answer(answers, LED_IS_WANTED) === 'no'
        ? 'To be customer-led, with customers before shareholders and employees, is a choice, and the company has not made it: nothing of that level is proposed.'
        : '',
  },
];

/** Steps named in the sentence on where a company stands. */
const MOST_NAMED = 3;

/**
 * Where a company stands between focused, centric and led: the last level that is largely in place with all below it, and what
 * separates it from the next, what is missing first.
 */
function standsAt(answers: Answers): Maturity['stands'] {
  const next = lowestOpen(answers);
  if (next === undefined)
    return { level: 'led', next: null, separates: [], sentence: 'The company is customer-led.' };
  const reached = levels[levels.indexOf(next) - 1];
  const [there, wanted] = [reached?.name.toLowerCase() ?? null, next.name.toLowerCase()];
  const counts = tally(answers, next.items);
  const separates = toDo(answers, next.items).slice(0, MOST_NAMED);
  const at = { level: reached?.id ?? null, next: next.id, separates: [...separates] };
  const is = there === null ? `is not ${wanted} yet` : `is ${there}, and not ${wanted} yet`;
  if (next.id === 'led' && answer(answers, LED_IS_WANTED) === 'no')
    return {
      ...at,
      separates: [],
      sentence: `The company is ${there}; to be ${wanted} is a choice, and it has not made it.`,
    };
  const missing = `${counts.unknown} of ${next.items.length} answers on it are missing`;
  if (standingOf(counts) === 'unknown')
    return {
      ...at,
      sentence:
        there === null
          ? `Whether the company is even ${wanted} is not known: ${missing}.`
          : `The company is ${there}; whether it is ${wanted} too is not known: ${missing}.`,
    };
  const steps = separates.map((item) => midSentence(practices.get(item)!.step).replace(/\.$/, ''));
  return {
    ...at,
    sentence: `The company ${is}. What separates it: ${steps.length === 0 ? missing : steps.join('; ')}.`,
  };
}

/**
 * How far a company is with its customers: what is in place of each level, component and condition, what to do next, and
 * what the answers say together. There is no figure for the whole, since one gap can cost as much as many. Answers, and
 * the data where nobody answered, are those of the organisation as it is.
 */
export function maturityOf(view: View): Maturity {
  const answers = answersOf(view);
  return {
    answers: PRACTICES.map(({ id, question, source }) => {
      const { answer, derived, evidence, at } = answers.get(id)!;
      return { item: id, question, answer, derived, evidence, at: placeOf(at), source };
    }),
    stands: standsAt(answers),
    levels: profileOf(answers, levels),
    components: profileOf(answers, components),
    conditions: profileOf(answers, conditions),
    nextSteps: [...nextStepsOf(answers)],
    remarks: remarks.flatMap(({ id, source, say }) => {
      const text = say(answers);
      return text === '' ? [] : [{ id, text, source }];
    }),
  };
}
