import type { Organisation } from '../../model/organisation.ts';
import type { Diff } from '../../schema/documents/diff.ts';
import { sortedBy } from './refs.ts';
import { keyOf } from './section.ts';

type Flow = Diff['flows']['new'][number];

/** The same knowledge between the same units, whatever kind it is said to be. */
const ends = ({ from, to, what }: Flow): string => keyOf(from.id, to.id, what);
const whole = (flow: Flow): string => keyOf(ends(flow), flow.kind);

function told({ flows, units }: Organisation): ReadonlyMap<string, Flow> {
  const unit = (index: number) => ({ id: units[index]!.id, name: units[index]!.name });
  return new Map(
    flows
      .map(({ from, to, what, kind }): Flow => ({ from: unit(from), to: unit(to), what, kind }))
      .map((flow) => [whole(flow), flow]),
  );
}

/** Flows of information that begin and end, and those that are said to be of another kind. Linear in the flows. */
export function flowChanges(before: Organisation, after: Organisation): Diff['flows'] {
  const [old, now] = [told(before), told(after)];
  const without = (one: ReadonlyMap<string, Flow>, other: ReadonlyMap<string, Flow>) =>
    sortedBy(
      [...one.values()].filter((flow) => !other.has(whole(flow))),
      whole,
    );
  const begun = new Map<string, Flow[]>();
  for (const flow of without(now, old)) begun.set(ends(flow), [...(begun.get(ends(flow)) ?? []), flow]);
  const changed: Diff['flows']['changed'] = [];
  const ended = without(old, now).filter((flow) => {
    const successor = begun.get(ends(flow))?.shift();
    if (successor === undefined) return true;
    const { from, to, what, kind } = successor;
    changed.push({ from, to, what, kind: { before: flow.kind, after: kind } });
    return false;
  });
  return { new: sortedBy([...begun.values()].flat(), whole), ended, changed };
}
