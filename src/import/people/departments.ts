import { kindsOf } from '../../base/kinds.ts';
import { counted } from '../../base/text.ts';
import type { Journal } from '../journal.ts';
import { BELOW, oneSpelling, type Places, splitCompleteNames } from './department-names.ts';
import type { ImportedPeople } from './person.ts';

export interface ImportedDepartment {
  readonly id: string;
  readonly name: string;
  readonly parent: string;
}

/**
 * The departments of people, with what stands above them, parents first; without any, those that follow from who
 * leads whom. Puts into each person the id of the department, and the path above it.
 */
export function makeDepartments(people: ImportedPeople, journal: Journal): ImportedDepartment[] {
  const jobs = [...people.places.values()].flat();
  const count = people.id.length;
  const rows = {
    department: people.department.concat(jobs.map((job) => job.department)),
    division: people.division.concat(jobs.map((job) => job.division)),
  };
  let places = placesOf(rows);
  oneSpelling(places, journal);
  splitCompleteNames(places, journal);
  for (let at = 0; at < places.department.length; at++)
    if (places.department[at] === '' && places.division[at] !== '') {
      places.department[at] = places.division[at]!;
      places.division[at] = '';
    }
  const { first } = places;
  if (places.department.every((name, at) => name === '' || first[at]! >= count)) {
    standIn(places, rows);
    branchDepartments(people, rows, journal);
    places = placesOf(rows);
  }
  const { department, division, of } = places;
  const isWithout = (at: number) =>
    department[of[at]!] === '' && (people.manager[at] !== '' || people.lines[at]!.length > 0);
  const without = department.includes('') ? people.id.filter((_, at) => isWithout(at)).length : 0;
  if (without > 0 && without < count)
    journal.note(
      `${counted(without, 'person below somebody has', 'people below somebody have')} no department.`,
    );
  const divisionsOf = divisions(places);
  let several = 0;
  for (const [name, paths] of divisionsOf) if (paths.size > 1 && name !== '') several++;
  if (several > 0)
    journal.note(
      `${counted(several, 'department stands', 'departments stand')} in several divisions: there is one in each, with the division in its id.`,
    );
  for (let at = 0; at < department.length; at++) {
    const paths = divisionsOf.get(department[at]!)!;
    if (department[at] === '') division[at] = '';
    else if (paths.size === 1) division[at] = paths.values().next().value!;
    else if (paths.size > 1 && division[at] !== '') department[at] = `${division[at]}/${department[at]}`;
  }
  standIn(places, people);
  jobs.forEach((job, index) => {
    job.department = department[of[count + index]!]!;
    job.division = division[of[count + index]!]!;
  });
  placeJobs(people);
  const list = listDepartments(places);
  const known = new Set(list.map(({ id }) => id));
  for (const lines of people.lines)
    for (const { job = '' } of lines)
      if (job !== '' && !known.has(job)) {
        known.add(job);
        list.push({ id: job, name: job, parent: '' });
      }
  return list;
}

/** Where all seats stand, and behind them where further jobs do. */
interface Standing {
  readonly department: string[];
  readonly division: string[];
}

function placesOf({ department, division }: Standing): Places {
  const { of, first, counts } = kindsOf(department.length, [department, division]);
  return {
    department: first.map((row) => department[row]!),
    division: first.map((row) => division[row]!),
    of,
    first,
    counts,
  };
}

/** Puts seats into their places. */
function standIn({ department, division, of }: Places, rows: Standing): void {
  for (let row = 0; row < rows.department.length; row++) {
    rows.department[row] = department[of[row]!]!;
    rows.division[row] = division[of[row]!]!;
  }
}

/** Says in the lines of further jobs of which department they are: where none is given, that of whoever they lead to. */
function placeJobs({ id, department, lines, places }: ImportedPeople): void {
  if (places.size === 0) return;
  const of = new Map(id.map((one, at) => [one, department[at]!]));
  for (const [at, jobs] of places)
    lines[at] = lines[at]!.map((line, index) => {
      const job = index === 0 ? '' : jobs[index - 1]!.department || (of.get(line.to) ?? '');
      return job === '' ? line : { ...line, job };
    });
}

/** The divisions that each department name stands in. */
function divisions({ department, division }: Places): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (let at = 0; at < department.length; at++) {
    let paths = found.get(department[at]!);
    if (paths === undefined) {
      paths = new Set();
      found.set(department[at]!, paths);
    }
    if (division[at] !== '') paths.add(division[at]!);
  }
  return found;
}

const DEEPEST = 50;

/** A path as what stands above and the last part. */
function splitPath(path: string): [prefix: string, last: string] {
  const at = path.lastIndexOf(BELOW);
  if (at <= 0 || path.split(BELOW, DEEPEST + 1).length > DEEPEST) return ['', path];
  return [path.slice(0, at), path.slice(at + BELOW.length)];
}

function listDepartments(places: Places): ImportedDepartment[] {
  const above = new Map<string, string>();
  for (let at = 0; at < places.department.length; at++)
    if (places.department[at] !== '') above.set(places.department[at]!, places.division[at]!);
  const list = new Map<string, ImportedDepartment>();
  const open = new Set<string>();
  /** The department that a path stands for, if people of others name it as their division; never its own parent. */
  const departmentAt = (path: string): string | undefined => {
    if (open.size > DEEPEST) return undefined;
    if (above.has(path) && above.get(path) !== path && !open.has(path)) return path;
    const [prefix, last] = splitPath(path);
    return last !== path && above.get(last) === prefix && !open.has(last) ? last : undefined;
  };
  const unit = (path: string): string => {
    if (path === '') return '';
    const own = departmentAt(path);
    if (own !== undefined) return department(own);
    const id = `division/${path}`;
    if (!list.has(id)) {
      const [prefix, last] = splitPath(path);
      list.set(id, { id, name: last, parent: unit(prefix) });
    }
    return id;
  };
  const department = (id: string): string => {
    if (list.has(id)) return id;
    open.add(id);
    const path = above.get(id)!;
    const parent = unit(path);
    open.delete(id);
    const name = path !== '' && id.startsWith(`${path}/`) ? id.slice(path.length + 1) : id;
    list.set(id, { id, name, parent });
    return id;
  };
  for (const id of above.keys()) department(id);
  return [...list.values()];
}

/** Above this share of all people, a branch is told apart by the branches below it. */
const TOO_MUCH = 2 / 3;
const ROOT_OFFICE = 'Root office';

/**
 * Departments where the source has none: each direct report of the top who leads anyone heads one, with everybody
 * below. A branch that holds more than two thirds of all is divided by the level below it.
 */
function branchDepartments(people: ImportedPeople, places: Standing, journal: Journal): void {
  const tree = new Tree(people);
  const tops = tree.tops.filter((top) => tree.reports(top).length > 0);
  if (tops.length === 0) return;
  const names = new Set<string>([ROOT_OFFICE]);
  const nameOf = (head: number): string => {
    // Never the name: departments stand in every report.
    const base = people.title[head]!.trim() || `Branch of ${people.id[head]!}`;
    let unique = names.has(base) ? `${base} (${people.id[head]!})` : base;
    while (names.has(unique)) unique += "'";
    names.add(unique);
    return unique;
  };
  const put = (person: number, department: string, division: string) => {
    places.department[person] = department;
    places.division[person] = division;
  };
  const branch = (head: number, division: string): void => {
    const name = nameOf(head);
    const below = tree.below(head);
    const heads = tree.reports(head).filter((report) => tree.reports(report).length > 0);
    const divided = division === '' && below.length > TOO_MUCH * people.id.length && heads.length > 1;
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
    `No department is given: ${counted(new Set(places.department.slice(0, people.id.length).filter((name) => name !== '')).size, 'department follows', 'departments follow')} from who reports to whom${tops.length === 1 ? ', one for each branch below the top' : ', one for each person at the top who leads others'}.`,
  );
}

/** Who reports to whom, by the first line of each. A circle has no top, and is in nobody's branch. */
class Tree {
  readonly tops: number[] = [];
  private readonly lists: number[][];

  constructor({ id, manager, lines }: ImportedPeople) {
    const index = new Map(id.map((one, at) => [one, at]));
    this.lists = id.map(() => []);
    manager.forEach((to, at) => {
      const boss = index.get(to || (lines[at]![0]?.to ?? ''));
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
