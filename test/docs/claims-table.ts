import { registries } from './registries.ts';

export interface Claim {
  readonly id: string;
  readonly claim: string;
  readonly article: string;
  readonly strength: string;
  readonly carriedBy: string;
}

/** How strong a claim is carried, the strongest first. */
export const STRENGTHS = ['computed', 'question', 'option', 'text', 'none'] as const;

/** The rows of the one table of the page; a row that is none is an error. */
export function claimsOf(markdown: string): readonly Claim[] {
  const lines = markdown.split('\n').filter((line) => line.startsWith('|'));
  const [head, rule, ...rows] = lines;
  if (
    head !== '| id | claim | article | strength | carried by |' ||
    rule !== '| --- | --- | --- | --- | --- |'
  )
    throw new Error('There is no table of claims.');
  return rows.map((row) => {
    const cells = row.split('|').map((cell) => cell.trim());
    if (cells.length !== 7 || cells[0] !== '' || cells[6] !== '') throw new Error(`Not a row: ${row}`);
    const [, id = '', claim = '', article = '', strength = '', carriedBy = ''] = cells;
    return { id, claim, article, strength, carriedBy };
  });
}

export interface Reference {
  readonly kind: string;
  readonly id: string;
}

/** What carries a claim, what will, and what is wrong with how that is said. */
export interface Reading {
  readonly carried: readonly Reference[];
  readonly faults: readonly string[];
}

const REFERENCE = /^([a-z]+) `([^`\s]+)`$/;

function references(text: string, wanted: boolean, faults: string[]): readonly Reference[] {
  return text.split('; ').flatMap((part) => {
    const [, kind = '', id = ''] = REFERENCE.exec(part) ?? [];
    const exists = registries.get(kind);
    if (exists === undefined) {
      faults.push(`"${part}" is not a kind and an id`);
      return [];
    }
    if (exists(id) !== wanted)
      faults.push(
        wanted ? `there is no ${kind} ${id}` : `the ${kind} ${id} is there: it carries the claim now`,
      );
    return [{ kind, id }];
  });
}

const NONE = 'none: ';
const NOT_YET = 'not yet: ';

/**
 * Reads the last column: references to what there is, else `not yet: ` and references to what there is not, else `none: ` and why. After
 * references may stand, each after a dash, what is not there yet, and words without references.
 */
export function readingOf(carriedBy: string): Reading {
  const faults: string[] = [];
  const [first = '', ...more] = carriedBy.split(' — ');
  let carried: readonly Reference[] = [];
  if (first.startsWith(NONE)) {
    if (first.slice(NONE.length).split(' ').length < 5) faults.push('no reason is given');
    if (more.length > 0 || first.includes('`')) faults.push('a reason names nothing');
  } else if (first.startsWith(NOT_YET)) references(first.slice(NOT_YET.length), false, faults);
  else carried = references(first, true, faults);
  for (const segment of more)
    if (segment.startsWith(NOT_YET)) references(segment.slice(NOT_YET.length), false, faults);
    else if (segment.includes('`') || segment === '') faults.push(`"${segment}" names something in words`);
  return { carried: faults.length > 0 ? [] : carried, faults };
}
