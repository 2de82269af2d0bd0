import { folded, sentenceCase } from '../../base/text.ts';
import type { Index, Organisation, Unit } from '../../model/organisation.ts';
import { namedAfter } from './homes.ts';

/** From this share of a function's people on its trade is what the function is called after. */
const NEARLY_ALL = 0.8;
/** From this size, measured by the department that the function is at home in, another one is about as large. */
const ABOUT_AS_LARGE = 2 / 3;
/** From this size on it is more than a few who come from one that is called the same but for a place. */
const MORE_THAN_FEW = 1 / 4;

const wordsOf = (name: string): readonly string[] =>
  name.split(/[\s,;:()/–-]+/).filter((word) => word !== '');

/** What the names of two departments of one trade have in common that differ in one word, a place or a group; else ''. */
function inCommon(organisation: Organisation, here: Index, there: Index): string {
  const { units } = organisation;
  const trade = namedAfter(organisation, units[here]!);
  if (trade < 0 || trade !== namedAfter(organisation, units[there]!)) return '';
  const [one, two] = [wordsOf(units[here]!.name), wordsOf(units[there]!.name)];
  const shared = one.filter((word) => two.includes(word));
  return one.length === two.length && shared.length === one.length - 1 ? shared.join(' ') : '';
}

/**
 * What a function is called that is at home in a department, undefined for as that one: where it takes in the people of
 * another that is about as large, or more than a few of one that is called the same but for a place, they would be under a
 * name that is not theirs. Then the trade of nearly all gives the name, else what the names have in common. Linear.
 */
export function functionName(
  organisation: Organisation,
  unit: Index,
  {
    trade,
    members,
    isHome,
  }: {
    readonly trade: Index;
    readonly members: readonly Index[];
    readonly isHome: (unit: Index) => boolean;
  },
): string | undefined {
  const { units, unitOf, people, capabilities } = organisation;
  if (unit >= units.length) return undefined;
  const from = new Map<Index, number>();
  let own = 0;
  let ofTrade = 0;
  for (const seat of members) {
    const skill = people.capability[seat]!;
    if (skill === trade || capabilities[skill]?.of === trade) ofTrade++;
    const at = unitOf[seat]!;
    if (at >= 0 && isHome(at)) own++;
    else if (at >= 0) from.set(at, (from.get(at) ?? 0) + 1);
  }
  const merged = [...from].filter(
    ([at, count]) =>
      count >= ABOUT_AS_LARGE * own ||
      (count >= MORE_THAN_FEW * own && inCommon(organisation, unit, at) !== ''),
  );
  if (merged.length === 0) return undefined;
  const name =
    ofTrade >= NEARLY_ALL * members.length
      ? sentenceCase(capabilities[trade]!.name)
      : inCommon(organisation, unit, merged[0]![0]);
  if (name === '') return undefined;
  if (!isTaken(units, name)) return name;
  // Another department has the name of the skill.
  const parts = [unit, ...merged.map(([at]) => at)].map((at) => wordsOf(units[at]!.name));
  const shared = parts[0]!.filter((word) => parts.every((words) => words.includes(word))).join(' ');
  return shared !== '' && !isTaken(units, shared) ? shared : `${units[unit]!.name} + ${merged.length}`;
}

const isTaken = (units: readonly Unit[], name: string): boolean =>
  units.some((other) => folded(other.name) === folded(name));

/**
 * What a function is called where a new one and a department of today have one name: this one, of another trade, after its trade; the
 * new one says that it is new where nobody gives way. Undefined where no names are the same.
 */
export function toldApart(
  { units, capabilities }: Organisation,
  unit: Index,
  trade: Index,
  { created, isFunction }: { created: readonly Unit[]; isFunction: (unit: Index) => boolean },
): string | undefined {
  const own = sentenceCase(capabilities[trade]!.name);
  if (unit >= units.length) {
    const givesWay = units.every(({ name }, at) => folded(name) !== folded(own) || isFunction(at));
    return givesWay ? undefined : `${own} (new)`;
  }
  if (!isTaken(created, units[unit]!.name)) return undefined;
  return isTaken(units, own) || isTaken(created, own) ? `${units[unit]!.name} (${own})` : own;
}
