import { byText } from '../../base/text.ts';
import { matchingOf } from '../../measures/change/matching.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { CheckedStructure } from '../../schema/documents/check.ts';
import { movesOf } from '../diff/people.ts';
import { refsOf } from '../diff/refs.ts';

export type Moves = NonNullable<CheckedStructure['moved']>;
/** Of the people of the baseline, those who are there no longer; null where there was nobody. */
export const goneShare = ({ inBoth, left }: Moves): number | null =>
  inBoth + left > 0 ? left / (inBoth + left) : null;

type Flow = Moves['between'][number];

/** How many people are in another unit than before, from where to where; who, only with `names`. Linear in the seats. */
export function movedBetween(before: Organisation, after: Organisation, names: boolean): Moves {
  const matching = matchingOf(before, after);
  const { inBoth, moved, newManager, joined, left } = movesOf(
    matching,
    refsOf(before, names),
    refsOf(after, names),
  );
  const flows = new Map<string, Flow & { who: NonNullable<Flow['who']> }>();
  for (const { person, from, to } of moved) {
    const key = JSON.stringify([from?.id ?? null, to?.id ?? null]);
    const flow = flows.get(key) ?? { from, to, people: 0, who: [] };
    flow.people++;
    flow.who.push(person);
    flows.set(key, flow);
  }
  const between = [...flows]
    .sort(([a, one], [b, other]) => other.people - one.people || byText(a, b))
    .map(([, { who, ...flow }]): Flow => (names ? { ...flow, who } : flow));
  return {
    inBoth,
    moved: moved.length,
    share: inBoth > 0 ? moved.length / inBoth : null,
    newManager: newManager.length,
    joined: joined.length,
    left: left.length,
    between,
  };
}
