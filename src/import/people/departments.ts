import { counted } from '../../base/text.ts';
import type { Journal } from '../journal.ts';
import { branchDepartments } from './branches.ts';
import type { ImportedPerson } from './person.ts';

export interface ImportedDepartment {
  readonly id: string;
  readonly name: string;
  readonly parent: string;
}

/** Between the parts of a division that stands below another. */
export const BELOW = ' > ';

/**
 * The departments of people, with what stands above them, parents first; without any, those that follow from who
 * leads whom. Puts into each person the id of the department, and the path above it.
 */
export function makeDepartments(people: readonly ImportedPerson[], journal: Journal): ImportedDepartment[] {
  for (const person of people)
    if (person.department === '' && person.division !== '') {
      person.department = person.division;
      person.division = '';
    }
  if (people.every(({ department }) => department === '')) branchDepartments(people, journal);
  const divisionsOf = divisions(people);
  let several = 0;
  for (const [name, paths] of divisionsOf) if (paths.length > 1 && name !== '') several++;
  if (several > 0)
    journal.note(
      `${counted(several, 'department stands', 'departments stand')} in several divisions: there is one in each, with the division in its id.`,
    );
  for (const person of people) {
    const paths = divisionsOf.get(person.department)!;
    if (person.department === '') person.division = '';
    else if (paths.length === 1) person.division = paths[0]!;
    else if (paths.length > 1 && person.division !== '')
      person.department = `${person.division}/${person.department}`;
  }
  return listDepartments(people);
}

/** The divisions that each department name stands in. */
function divisions(people: readonly ImportedPerson[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { department, division } of people) {
    const paths = found.get(department) ?? [];
    found.set(department, paths);
    if (division !== '' && !paths.includes(division)) paths.push(division);
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

function listDepartments(people: readonly ImportedPerson[]): ImportedDepartment[] {
  const above = new Map<string, string>();
  for (const { department, division } of people) if (department !== '') above.set(department, division);
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
