import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { type GivenValue, withGiven } from '../schema/input/answers.ts';
import { flow } from './yaml.ts';

/** Keys at the beginning of a file, below which an area that is not there yet goes. */
const HEAD = ['version', 'name', 'asOf', 'currency', 'context', 'practices'];
const INDENT = '  ';

/** A part of a text that is replaced; what is only put in has no length. */
interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

type Root = YAMLMap<Node, Node | null>;

const rangeOf = (node: Node): readonly [number, number] => [node.range![0], node.range![1]];

const pairOf = (map: Root, key: string): Pair<Node, Node | null> | undefined =>
  map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);

/** Whether there is nothing after the colon. */
const isNothing = (value: Node | null): boolean =>
  value === null || (isScalar(value) && value.value === null && rangeOf(value)[0] === rangeOf(value)[1]);

/** Where the last thing in a node ends that is no comment and no empty line. */
function endOf(node: Node): number {
  if (isMap(node) && node.flow !== true) {
    const last = (node as Root).items.at(-1);
    if (last !== undefined) return isNothing(last.value) ? colonAfter(last.key) : endOf(last.value!);
  }
  if (isSeq(node) && node.flow !== true) {
    const last = node.items.at(-1) as Node | undefined;
    if (last !== undefined) return endOf(last);
  }
  return rangeOf(node)[1];
}

/** Behind the colon of a key; spaces may stand before it. */
const colonAfter = (key: Node): number => rangeOf(key)[1] + 1;

/** The edits of one document, with what is put into the same place together. */
class Edit {
  readonly splices: Splice[] = [];
  private readonly newline: string;

  constructor(
    private readonly text: string,
    private readonly root: Root,
  ) {
    this.newline = text.includes('\r\n') ? '\r\n' : '\n';
  }

  put(area: string, given: readonly GivenValue[]): void {
    const pair = pairOf(this.root, area);
    const entries = given.map(({ path, value }) => [path[1]!, value] as const);
    if (pair === undefined) this.addArea(area, entries);
    else if (isNothing(pair.value)) this.addLines(colonAfter(pair.key), entries.map(asLine(INDENT)));
    else if (isMap(pair.value)) this.putInto(pair.value as Root, entries);
    else throw new Error(`${area} is no map.`);
  }

  private putInto(map: Root, entries: readonly (readonly [string, unknown])[]): void {
    const missing: (readonly [string, unknown])[] = [];
    for (const [key, value] of entries) {
      const pair = pairOf(map, key);
      if (pair === undefined) missing.push([key, value]);
      else this.replace(pair, value);
    }
    if (missing.length === 0) return;
    if (map.flow === true)
      this.addInFlow(map, missing.map(([key, value]) => `${key}: ${written(value)}`).join(', '));
    else {
      const first = rangeOf(map.items[0]!.key)[0];
      const indent = this.text.slice(this.lineStart(first), first);
      if (indent.trim() !== '') throw new Error('The map begins beside its key.');
      this.addLines(endOf(map), missing.map(asLine(indent)));
    }
  }

  private replace({ key, value }: Pair<Node, Node | null>, answer: unknown): void {
    if (isNothing(value)) {
      const at = colonAfter(key);
      this.splices.push({ from: at, to: at, text: ` ${written(answer)}` });
      return;
    }
    // What an answer rests on stays beside it.
    const own = isMap(value) ? pairOf(value as Root, 'answer')?.value : undefined;
    const node = own ?? value!;
    this.splices.push({ from: rangeOf(node)[0], to: endOf(node), text: written(answer) });
  }

  private addArea(area: string, entries: readonly (readonly [string, unknown])[]): void {
    if (this.root.flow === true) {
      this.addInFlow(
        this.root,
        `${area}: { ${entries.map(([key, value]) => `${key}: ${written(value)}`).join(', ')} }`,
      );
      return;
    }
    const after = this.root.items
      .filter(({ key }) => isScalar(key) && HEAD.includes(String(key.value)))
      .at(-1)!;
    const end = isNothing(after.value) ? colonAfter(after.key) : endOf(after.value!);
    this.addLines(end, ['', `${area}:`, ...entries.map(asLine(INDENT))]);
  }

  private addInFlow(map: Root, text: string): void {
    const [from, to] = rangeOf(map);
    const last = map.items.at(-1);
    if (last === undefined) this.splices.push({ from, to, text: `{ ${text} }` });
    else {
      const at = isNothing(last.value) ? colonAfter(last.key) : endOf(last.value!);
      this.splices.push({ from: at, to: at, text: `, ${text}` });
    }
  }

  /** Lines below the line on which a place is, whatever comment stands behind it. */
  private addLines(after: number, lines: readonly string[]): void {
    const end = this.text.indexOf('\n', Math.max(0, after - 1));
    const at = end === -1 ? this.text.length : end + 1;
    const before = end === -1 ? this.newline : '';
    this.splices.push({ from: at, to: at, text: before + lines.map((line) => line + this.newline).join('') });
  }

  private lineStart(at: number): number {
    return this.text.lastIndexOf('\n', at - 1) + 1;
  }
}

/** Words are as people write them: a file is read as YAML 1.2, in which yes and no are words. */
const written = (value: unknown): string =>
  typeof value === 'string' && /^[a-z][a-z0-9-]*$/.test(value) ? value : flow(value);

const asLine =
  (indent: string) =>
  ([key, value]: readonly [string, unknown]): string =>
    `${indent}${key}: ${written(value)}`;

const spliced = (text: string, splices: readonly Splice[]): string => {
  let result = text;
  // From the end, so that places stay what they are; what is put into one place keeps its order.
  for (const { from, to, text: put } of splices.toReversed().sort((a, b) => b.from - a.from))
    result = result.slice(0, from) + put + result.slice(to);
  return result;
};

const valuesOf = (document: ReturnType<typeof parseDocument>): Record<string, unknown> =>
  document.toJS({ maxAliasCount: -1 }) as Record<string, unknown>;

const OPTIONS = {
  version: '1.2',
  schema: 'core',
  merge: true,
  uniqueKeys: false,
  logLevel: 'silent',
} as const;

/** What the file holds then; the note of an answer stays. */
function expected(before: Record<string, unknown>, given: readonly GivenValue[]): Record<string, unknown> {
  return withGiven(
    before,
    given.map((one) => {
      const [area, name] = one.path as [string, string];
      const now = (before[area] as Record<string, unknown> | null | undefined)?.[name];
      const isNoted = typeof now === 'object' && now !== null && 'answer' in now;
      return isNoted ? { ...one, value: { ...now, answer: one.value } } : one;
    }),
  );
}

/**
 * The text of an organisation file with some answers in it, everything else as it was to the character: comments, order, line
 * ends. The result is read again, and holds these answers and nothing else that is new.
 * @returns undefined where the file is written in a way that leaves no place for them: an alias where a map should be, say.
 */
export function withAnswers(text: string, given: readonly GivenValue[]): string | undefined {
  const document = parseDocument(text, OPTIONS);
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const edit = new Edit(text, document.contents as unknown as Root);
  const last = new Map(given.map((one) => [one.key, one]));
  const areas = new Map<string, GivenValue[]>();
  for (const one of last.values()) areas.set(one.path[0]!, [...(areas.get(one.path[0]!) ?? []), one]);
  try {
    for (const [area, some] of areas) edit.put(area, some);
  } catch {
    return undefined;
  }
  const changed = spliced(text, edit.splices);
  const again = parseDocument(changed, OPTIONS);
  const holds =
    again.errors.length === 0 &&
    isDeepStrictEqual(valuesOf(again), expected(valuesOf(document), [...last.values()]));
  return holds ? changed : undefined;
}
