import type { NextStep } from '../../schema/documents/maturity.ts';
import { PRACTICES, type PracticeId } from '../../schema/input/practices.ts';
import type { Answers } from './answers.ts';
import { placeOf } from './places.ts';
import { components, conditions, type Heading, levels, shareInPlace, standingOf, tally } from './profile.ts';

/** Steps proposed for a level at most. */
const MOST_OF_A_LEVEL = 3;

/** To be customer-led is a choice; this item says whether it was made. Source: Focus/Centric/Led. */
export const LED_IS_WANTED: PracticeId = 'customers-before-shareholders';

const practices = new Map(PRACTICES.map((practice) => [practice.id, practice]));

/** What is missing first, then what is there in part, each in the order of the questionnaire. */
const toDo = (answers: Answers, items: readonly PracticeId[]): readonly PracticeId[] =>
  (['no', 'partly'] as const).flatMap((wanted) =>
    items.filter((item) => answers.get(item)!.answer === wanted && !answers.get(item)!.sign),
  );

/** The lowest level that is not largely in place; undefined where all are. */
export const lowestOpen = (answers: Answers): Heading | undefined =>
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
        because: `${item} is ${answer === 'unknown' ? 'not answered' : derived ? `${answer} by the data` : `answered ${answer}`}, and counts for ${of.name.toLowerCase()}.`,
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
