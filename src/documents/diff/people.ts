import { hasMoved, hasNewManager } from '../../measures/change/change.ts';
import { type Matching, sameUnit, stayer } from '../../measures/change/matching.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { treeOf } from '../../model/tree.ts';
import type { Diff } from '../../schema/documents/diff.ts';
import { type Refs, sortedBy } from './refs.ts';

type People = Diff['people'];

/**
 * The department that each unit belongs to: the unit at the top above it, or the one below that where a single unit stands
 * above all the others.
 */
function departmentsOf({ units }: Organisation): (unit: Index) => Index {
  const tops = units.flatMap(({ parent }, index) => (parent < 0 ? [index] : []));
  const above = tops.length === 1 ? tops[0]! : -1;
  const department = new Int32Array(units.length).fill(-1);
  const found = (unit: Index): Index => {
    let top = unit;
    for (let guard = 0; guard < units.length && department[top]! < 0; guard++) {
      const { parent } = units[top]!;
      if (parent < 0 || parent === above) break;
      top = parent;
    }
    if (department[top]! >= 0) top = department[top]!;
    department[unit] = top;
    return top;
  };
  return (unit) => (unit < 0 ? -1 : found(unit));
}

/** Second lines of `from` to whom the same person has no line at all in the other organisation. */
function endedLines(
  from: Organisation,
  to: Organisation,
  seat: Index,
  there: Index,
  inOther: Int32Array,
): Index[] {
  const ended: Index[] = [];
  const first = treeOf(from).boss[seat]!;
  for (let k = from.lines.start[seat]!; k < from.lines.start[seat + 1]!; k++) {
    const boss = from.lines.boss[k]!;
    if (boss === first) continue;
    const other = inOther[boss]!;
    const { start, boss: bosses } = to.lines;
    if (other < 0 || !bosses.subarray(start[there]!, start[there + 1]!).includes(other)) ended.push(boss);
  }
  return ended;
}

/** People who are there in `one` and not in `other`, or whose seat stands open there. */
function only(one: Organisation, other: Organisation, inOther: Int32Array, refs: Refs): People['joined'] {
  const found: People['joined'] = [];
  for (let seat = 0; seat < one.people.count; seat++) {
    if (one.people.vacant[seat] === 1) continue;
    const there = inOther[seat]!;
    if (there >= 0 && other.people.vacant[there] === 0) continue;
    found.push({
      person: refs.person(seat),
      unit: refs.unitOrNone(one.unitOf[seat]!),
      seat: there < 0 ? 'own' : 'open',
    });
  }
  return sortedBy(found, ({ person }) => person.id);
}

/** Who moves, who gets another boss, and who comes and goes. Linear in the seats and reporting lines. */
export function movesOf(
  matching: Matching,
  was: Refs,
  is: Refs,
): Pick<People, 'inBoth' | 'moved' | 'newManager' | 'joined' | 'left' | 'endedLines' | 'newLines'> {
  const { before, after, seats } = matching;
  const [bossBefore, bossAfter] = [treeOf(before).boss, treeOf(after).boss];
  const [departmentBefore, departmentAfter] = [departmentsOf(before), departmentsOf(after)];
  const moved: People['moved'] = [];
  const newManager: People['newManager'] = [];
  const ended: People['endedLines'] = [];
  const begun: People['newLines'] = [];
  let inBoth = 0;
  for (let seat = 0; seat < before.people.count; seat++) {
    const there = stayer(matching, seat);
    if (there < 0) continue;
    inBoth++;
    const person = is.person(there);
    if (hasMoved(matching, seat, there)) {
      const [from, to] = [before.unitOf[seat]!, after.unitOf[there]!];
      moved.push({
        person,
        from: was.unitOfSeat(seat),
        to: is.unitOfSeat(there),
        newDepartment:
          (from < 0 && to < 0) || !sameUnit(matching, departmentBefore(from), departmentAfter(to)),
      });
    }
    if (hasNewManager(matching, seat, there))
      newManager.push({
        person,
        from: was.personOrNone(bossBefore[seat]!),
        to: is.personOrNone(bossAfter[there]!),
      });
    for (const boss of endedLines(before, after, seat, there, seats.forward))
      ended.push({ person, to: was.person(boss) });
    for (const boss of endedLines(after, before, there, seat, seats.backward))
      begun.push({ person, to: is.person(boss) });
  }
  const lines = (found: People['newLines']) => sortedBy(found, ({ person, to }) => `${person.id}\0${to.id}`);
  return {
    inBoth,
    moved: sortedBy(moved, ({ person }) => person.id),
    newManager: sortedBy(newManager, ({ person }) => person.id),
    joined: only(after, before, seats.backward, is),
    left: only(before, after, seats.forward, was),
    endedLines: lines(ended),
    newLines: lines(begun),
  };
}
