import { counted } from '../../base/text.ts';
import type { Journal } from '../journal.ts';
import type { ImportedPerson } from './person.ts';

/** Above this share of all people, a branch is told apart by the branches below it. */
const TOO_MUCH = 2 / 3;
const ROOT_OFFICE = 'Root office';

/**
 * Departments where the source has none: each direct report of the top who leads anyone heads one, with everybody
 * below. A branch that holds more than two thirds of all is divided by the level below it.
 */
export function branchDepartments(people: readonly ImportedPerson[], journal: Journal): void {
  const tree = new Tree(people);
  const tops = tree.tops.filter((top) => tree.reports(top).length > 0);
  if (tops.length === 0) return;
  const names = new Set<string>([ROOT_OFFICE]);
  const nameOf = (head: number): string => {
    const { title, name, id } = people[head]!;
    const base = (title || name || id).trim();
    let unique = names.has(base) ? `${base} (${id})` : base;
    while (names.has(unique)) unique += "'";
    names.add(unique);
    return unique;
  };
  const put = (person: number, department: string, division: string) => {
    people[person]!.department = department;
    people[person]!.division = division;
  };
  const branch = (head: number, division: string): void => {
    const name = nameOf(head);
    const below = tree.below(head);
    const heads = tree.reports(head).filter((report) => tree.reports(report).length > 0);
    const divided = division === '' && below.length > TOO_MUCH * people.length && heads.length > 1;
    for (const person of below) put(person, name, division);
    if (divided) for (const each of heads) branch(each, name);
  };
  if (tops.length === 1) {
    const [top] = tops as [number];
    put(top, ROOT_OFFICE, '');
    for (const report of tree.reports(top))
      if (tree.reports(report).length > 0) branch(report, '');
      else put(report, ROOT_OFFICE, '');
  } else for (const top of tops) branch(top, '');
  journal.assume(
    `There is no column of departments: ${counted(new Set(people.map(({ department }) => department)).size, 'department follows', 'departments follow')} from who reports to whom${tops.length === 1 ? ', one for each branch below the top' : ', one for each person at the top who leads others'}.`,
  );
}

/** Who reports to whom, by the first line of each. A circle has no top, and is in nobody's branch. */
class Tree {
  readonly tops: number[] = [];
  private readonly lists: number[][];

  constructor(people: readonly ImportedPerson[]) {
    const index = new Map(people.map(({ id }, at) => [id, at]));
    this.lists = people.map(() => []);
    people.forEach(({ manager, lines }, at) => {
      const boss = index.get(manager || (lines[0]?.to ?? ''));
      if (boss === undefined || boss === at) this.tops.push(at);
      else this.lists[boss]!.push(at);
    });
  }

  reports(person: number): readonly number[] {
    return this.lists[person]!;
  }

  /** A person and everybody below. */
  below(person: number): number[] {
    const found = [person];
    for (let at = 0; at < found.length; at++)
      for (const report of this.lists[found[at]!]!) found.push(report);
    return found;
  }
}
