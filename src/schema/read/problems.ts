import type { z } from 'zod';
import { type Problem, UserError } from '../../base/errors.ts';
import { grouped } from '../../base/grouped.ts';
import { didYouMean, quoted } from '../../base/text.ts';
import { hintFor } from './hints.ts';
import { below, branches, entries, expected, foundText, keysOf, type Shape, shapeAt } from './shape.ts';
import type { YamlFile } from './yaml-file.ts';

const LISTED = 20;
const MOST_KINDS = 100;
const OTHERS = 'other problems';

interface Group {
  readonly label: string;
  readonly listed: Problem[];
  count: number;
}

/**
 * Everything found wrong with a set of files, by kind. The first of each kind are kept, the others only counted, so
 * that a column of 100,000 wrong cells costs neither memory nor the reader's patience.
 */
export class Problems {
  private readonly groups = new Map<string, Group>();

  /** `named` says in words what problems of this kind have in common; `describe` is called only for those listed. */
  add(named: string, describe: () => Problem): void {
    const kind = this.groups.size < MOST_KINDS || this.groups.has(named) ? named : OTHERS;
    let group = this.groups.get(kind);
    if (group === undefined) {
      group = { label: kind, listed: [], count: 0 };
      this.groups.set(kind, group);
    }
    group.count++;
    if (group.listed.length < LISTED) group.listed.push(describe());
  }

  /** Whether something of this kind, as `criteria.list.weight`, was found wrong. */
  has(kind: string): boolean {
    return [...this.groups.keys()].some((one) => one.startsWith(kind));
  }

  get empty(): boolean {
    return this.groups.size === 0;
  }

  /** In the order of their places; after the last one listed of a kind how many more of it there are. */
  list(): Problem[] {
    const groups = [...this.groups.values()];
    const files = [...new Set(groups.flatMap(({ listed }) => listed.map(({ at }) => at?.file ?? '')))];
    const placed = groups.flatMap(({ label, listed, count }) => {
      const own = listed.map((problem) => ({ problem, place: order(problem, files) }));
      const more = count - listed.length;
      if (more === 0) return own;
      const place = own.reduce((last, one) => Math.max(last, one.place), -1);
      return [...own, { problem: { message: `… and ${grouped(more)} more of this kind: ${label}.` }, place }];
    });
    return placed.sort((a, b) => a.place - b.place).map(({ problem }) => problem);
  }

  /** @throws UserError with all of them, if there are any. */
  throwIfAny(): void {
    if (!this.empty) throw new UserError(this.list());
  }
}

function order(problem: Problem, files: readonly string[]): number {
  if (problem.at === undefined) return -1;
  return (
    files.indexOf(problem.at.file) * 2 ** 40 + problem.at.line * 2 ** 12 + Math.min(problem.at.column, 4095)
  );
}

type Issue = z.core.$ZodIssue;
type Path = readonly (string | number)[];
/** The values of a file, how a problem with one of them is told, and what it may hold: an organisation, if left out. */
type File = Pick<YamlFile, 'value' | 'problem'> & Partial<Pick<YamlFile, 'shape'>>;

/** Adds what zod found wrong with the value of a file, in plain words and with its place; returns the places. */
export function addIssues(issues: readonly Issue[], file: File, problems: Problems): readonly Path[] {
  const faulty: Path[] = [];
  for (const issue of issues) addIssue(issue, [], file, problems, faulty);
  return faulty;
}

/**
 * The value without what stands at the faulty places, as far as that is a key of its own. A choice, a date or a number that must not be
 * missing has another that fits, so that what else is wrong can be told.
 */
export function withoutFaulty(value: object, faulty: readonly Path[], file?: Shape): object {
  const rest = structuredClone(value);
  for (const path of faulty) {
    const key = path.at(-1);
    const parent = valueAt(rest, path.slice(0, -1));
    if (typeof key !== 'string' || typeof parent !== 'object' || parent === null) continue;
    const around = shapeAt(path.slice(0, -1), file);
    const isRequired =
      around !== undefined && branches(around).some(({ required }) => required?.includes(key));
    const other = isRequired ? fitting(below(around, key), file !== undefined) : undefined;
    if (other === undefined) Reflect.deleteProperty(parent, key);
    else Reflect.set(parent, key, other);
  }
  return rest;
}

/** Stands for a text that must not be missing, where the shape of the file is given. */
export const SOME_TEXT = '-';

const fitting = (shape: Shape | undefined, isText: boolean): unknown => {
  if (shape?.type === 'number' || shape?.type === 'integer') return Math.max(shape.minimum ?? 1, 1);
  if (shape?.format === 'date') return '2000-01-01';
  return shape?.const ?? shape?.enum?.[0] ?? (isText && shape?.type === 'string' ? SOME_TEXT : undefined);
};

function addIssue(issue: Issue, above: Path, file: File, problems: Problems, faulty: Path[]): void {
  const path = [...above, ...(issue.path as (string | number)[])];
  const name = nameOf(path);
  if (issue.code === 'unrecognized_keys') {
    const kind = kindOf(path, file.shape);
    for (const key of issue.keys) {
      addUnknownKey(key, path, file, problems, kind);
      faulty.push([...path, key]);
    }
    return;
  }
  if (issue.code === 'invalid_union') {
    const branch = meantBranch(issue.errors);
    if (branch !== undefined) {
      for (const inner of branch) addIssue(inner, path, file, problems, faulty);
      return;
    }
  }
  faulty.push(path);
  const input = valueAt(file.value, path);
  const shape = shapeAt(path, file.shape);
  if (input === undefined) {
    problems.add(`${kindOf(path, file.shape)} is missing`, () =>
      file.problem(path, `${name} is missing.`, shape?.description, 'parent'),
    );
    return;
  }
  const wanted = wantedText(issue, shape);
  const kind = kindOf(path, file.shape);
  problems.add(`${kind}: expected ${wanted}`, (): Problem => {
    const parent = shapeAt(path.slice(0, -1), file.shape);
    const hint = hintFor(input, { shape, key: path.at(-1), parent });
    return file.problem(path, `${name}: expected ${wanted}, found ${foundText(input)}.`, hint);
  });
}

function addUnknownKey(key: string, path: Path, file: File, problems: Problems, kind: string): void {
  problems.add(`unknown keys in ${kind}`, () => {
    const keys = keysOf(shapeAt(path, file.shape));
    const present = (valueAt(file.value, path) ?? {}) as object;
    const where = path.length === 0 ? 'at the top of the file' : `in ${nameOf(path)}`;
    const absent = keys.filter((candidate) => !Object.hasOwn(present, candidate));
    const hint = didYouMean(key, absent) ?? didYouMean(key, keys) ?? `Known keys: ${listed(keys)}.`;
    return file.problem([...path, key], `Unknown key ${quoted(key)} ${where}.`, hint, 'key');
  });
}

/** Keys shown where none is close to an unknown one. */
const MOST_KEYS = 30;

const listed = (keys: readonly string[]): string =>
  keys.length <= MOST_KEYS
    ? keys.join(', ')
    : `${keys.slice(0, MOST_KEYS).join(', ')} and ${keys.length - MOST_KEYS} more`;

/** The one branch of a union that the value has the type of, if there is just one. */
function meantBranch(errors: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const meant = errors.filter(
    (issues) =>
      !issues.some(
        ({ path, code }) => path.length === 0 && (code === 'invalid_type' || code === 'invalid_value'),
      ),
  );
  return meant.length === 1 ? meant[0] : undefined;
}

function wantedText(issue: Issue, shape: Shape | undefined): string {
  if (issue.message.startsWith('expected ')) return issue.message.slice('expected '.length);
  if (issue.code === 'too_small' && issue.origin === 'array') return `at least ${issue.minimum} in the list`;
  return shape === undefined ? 'something else' : expected(shape);
}

/** A path without its indices, as the reader knows it: `people.fte`. */
function nameOf(path: Path): string {
  const name = path.filter((key) => typeof key === 'string').join('.');
  return name === '' ? 'The file' : quoted(name).slice(1, -1);
}

/** The name with `*` for what the file itself names, so that a thousand wrong entries of a map are of one kind. */
function kindOf(path: Path, file: Shape | undefined): string {
  let shape: Shape | undefined = shapeAt([], file);
  const names: string[] = [];
  for (const key of path) {
    if (typeof key === 'string') names.push(keysOf(shape).includes(key) ? key : '*');
    shape = shape === undefined ? undefined : typeof key === 'string' ? below(shape, key) : entries(shape);
  }
  return names.join('.') || 'the file';
}

function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return undefined;
    current = (current as Record<string | number, unknown>)[key];
  }
  return current;
}
