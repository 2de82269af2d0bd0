import type { Problem } from '../../base/errors.ts';
import { counted, didYouMean, quoted } from '../../base/text.ts';
import type { ServesInput } from '../input/common.ts';
import type { Problems } from './problems.ts';
import type { Known, Path, References } from './references.ts';

/** Adds a problem where an id in the YAML file is not known. */
export function checkId(
  references: Pick<References, 'file' | 'problems'>,
  what: Known,
  id: string | undefined,
  path: Path,
  where: 'value' | 'key' = 'value',
): void {
  if (id === undefined || what.ids().has(id)) return;
  const name = path
    .filter((key) => typeof key === 'string')
    .slice(0, where === 'key' ? -1 : undefined)
    .join('.');
  // What comes later in the path the file itself names.
  const kind = name.split('.').slice(0, 3).join('.');
  references.problems.add(`${kind}: not the id of ${what.noun}`, () =>
    references.file.problem(path, `${name}: ${quoted(id)} is not ${what.noun}.`, hintFor(what, id), where),
  );
}

function hintFor(what: Known, id: string): string {
  return what.except?.(id) ?? didYouMean(id, what.ids()) ?? what.hint;
}

/**
 * Adds one problem for each distinct id of a column that is not known, with how many rows name it. '' is not given.
 */
export function checkColumn(
  references: References,
  what: Known,
  column: readonly string[],
  describe: (row: number, message: string, hint: string) => Problem,
  rowNoun: readonly [one: string, many: string],
): void {
  const unknown = new Map<string, { row: number; count: number }>();
  const known = what.ids();
  for (let row = 0; row < column.length; row++) {
    const id = column[row]!;
    if (id === '' || known.has(id)) continue;
    const seen = unknown.get(id);
    if (seen === undefined) unknown.set(id, { row, count: 1 });
    else seen.count++;
  }
  for (const [id, { row, count }] of unknown) {
    references.problems.add(`not the id of ${what.noun}`, () => {
      const verb = count === 1 ? 'names' : 'name';
      return describe(
        row,
        `${quoted(id)} is not ${what.noun}; ${counted(count, ...rowNoun)} ${verb} it.`,
        hintFor(what, id),
      );
    });
  }
}

/** Adds a problem for each id that was defined before. */
export function checkUnique(
  problems: Problems,
  noun: string,
  ids: readonly string[],
  describe: (row: number, message: string) => Problem,
): void {
  const seen = new Map<string, number>();
  ids.forEach((id, row) => {
    const first = seen.get(id);
    if (first === undefined) {
      if (id !== '') seen.set(id, row);
      return;
    }
    problems.add(`two with the same id among the ${noun}`, () => {
      const { line } = describe(first, '').at!;
      return describe(
        row,
        `The id ${quoted(id)} is given twice among the ${noun}; previously defined at line ${line}.`,
      );
    });
  });
}

/** Adds a problem for each id of a list in the YAML file that is not known. */
export function checkList(
  references: Pick<References, 'file' | 'problems'>,
  what: Known,
  ids: readonly string[],
  path: Path,
): void {
  for (const [index, id] of ids.entries()) checkId(references, what, id, [...path, index]);
}

/** Adds a problem for each customer or attribute that `serves` names without its being there. */
export function checkServes(references: References, serves: ServesInput | undefined, path: Path): void {
  if (serves === undefined || serves === 'all' || serves === 'none') return;
  if (Array.isArray(serves)) {
    checkList(references, references.customer, serves, path);
    return;
  }
  for (const name of Object.keys(serves.where)) {
    checkId(references, references.attributes, name, [...path, 'where', name], 'key');
  }
}
