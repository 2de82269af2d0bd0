import { isMap, isScalar, isSeq, type Node, type YAMLSeq } from 'yaml';
import { flow } from './yaml.ts';
import {
  asLine,
  childOf,
  colonAfter,
  type Entry,
  hasAnchor,
  isNothing,
  listAt,
  type MapNode,
  NoPlace,
  type Path,
  pairOf,
  rangeOf,
  type Values,
  within,
  written,
} from './yaml-nodes.ts';

/** What is changed of a document; numbers in a path count the entries of a list as it was before. */
export type YamlEdit =
  /** `undefined` takes a key away; maps that are not there are made. */
  | { readonly kind: 'set'; readonly path: Path; readonly value: unknown }
  /** At the end of a list that is there. */
  | { readonly kind: 'add'; readonly path: Path; readonly value: object }
  /** An entry of a list. */
  | { readonly kind: 'remove'; readonly path: Path };

/** Keys at the beginning of a file, below which a key at the top that is not there yet goes. */
const HEAD = ['version', 'name', 'asOf', 'currency', 'context', 'practices'];
const INDENT = '  ';

/** A part of a text that is replaced; what is only put in has no length. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The edits of one document, with what is put into the same place together. */
export class YamlEdits {
  readonly splices: Splice[] = [];
  private readonly newline: string;
  /** What goes into a map that has no such key, all of it at once. */
  private readonly missing = new Map<MapNode, Values>();
  private readonly added: (readonly [list: YAMLSeq<Node>, value: object])[] = [];
  private readonly gone = new Map<MapNode, number>();

  constructor(private readonly text: string) {
    this.newline = text.includes('\r\n') ? '\r\n' : '\n';
  }

  /** Whether there is a place for an edit. */
  takes(root: MapNode, edit: YamlEdit): boolean {
    const before = this.splices.length;
    try {
      this.apply(root, edit);
      return true;
    } catch (error) {
      if (!(error instanceof NoPlace)) throw error;
      this.splices.length = before;
      return false;
    }
  }

  private apply(root: MapNode, edit: YamlEdit): void {
    if (edit.kind === 'set') this.set(root, edit.path, edit.value);
    else if (edit.kind === 'add') this.added.push([listAt(root, edit.path), edit.value]);
    else this.remove(listAt(root, edit.path.slice(0, -1)), Number(edit.path.at(-1)));
  }

  /** Puts in what was missing; after all edits, and what stands further inside first, since both may go into one place. */
  finish(root: MapNode): void {
    const maps = [...this.missing].sort(([a], [b]) => rangeOf(b)[0] - rangeOf(a)[0]);
    for (const [map, entries] of maps) if (map !== root) this.putInto(map, entries, false);
    for (const [list, value] of this.added) this.add(list, value);
    const top = this.missing.get(root);
    if (top !== undefined) this.putInto(root, top, true);
  }

  private set(root: MapNode, path: Path, value: unknown): void {
    let map = root;
    for (const [at, key] of path.slice(0, -1).entries()) {
      const next = childOf(map, key);
      if (next === undefined || isNothing(next)) {
        if (value !== undefined) this.leave(map, path.slice(at), value);
        return;
      }
      if (isSeq(next)) {
        const entry = (next as YAMLSeq<Node>).items[Number(path[at + 1])];
        if (!isMap(entry)) throw new NoPlace();
        this.set(entry as MapNode, path.slice(at + 2), value);
        return;
      }
      if (!isMap(next)) throw new NoPlace();
      map = next as MapNode;
    }
    const key = String(path.at(-1));
    const pair = pairOf(map, key);
    if (pair === undefined) {
      // An empty key of its own hides one that comes from elsewhere.
      if (value !== undefined || map.items.some((one) => isScalar(one.key) && one.key.source === '<<'))
        this.leave(map, [key], value ?? null);
    } else if (value === undefined) this.takeAway(map, pair);
    else this.replace(pair, value);
  }

  private leave(map: MapNode, [first, ...rest]: Path, value: unknown): void {
    const entries: Values = this.missing.get(map) ?? {};
    this.missing.set(map, entries);
    let into = entries;
    const keys = [first!, ...rest].map(String);
    for (const key of keys.slice(0, -1)) into = within(into, key);
    into[keys.at(-1)!] = value;
  }

  private replace({ key, value }: Entry, wanted: unknown): void {
    if (isNothing(value)) this.put(colonAfter(key), colonAfter(key), ` ${written(wanted)}`);
    else {
      if ('anchor' in value! && value.anchor !== undefined) throw new NoPlace();
      this.put(rangeOf(value!)[0], this.endOf(value!), written(wanted));
    }
  }

  private takeAway(map: MapNode, pair: Entry): void {
    const { key, value } = pair;
    if (value !== null && 'anchor' in value && value.anchor !== undefined) throw new NoPlace();
    const end = isNothing(value) ? colonAfter(key) : this.endOf(value!);
    const [from] = rangeOf(key);
    const gone = (this.gone.get(map) ?? 0) + 1;
    this.gone.set(map, gone);
    // The last one leaves its key, for what may be put behind it.
    const last = gone === map.items.length;
    if (map.flow === true && !last) {
      this.cutFromFlow(from, end);
      return;
    }
    const start = this.lineStart(from);
    const rest = this.text.slice(end, this.lineEnd(end));
    const alone = this.text.slice(start, from).trim() === '' && rest.trim() === '';
    if (alone && !last) this.put(start, this.lineEnd(end), '');
    else if (!isNothing(value)) this.put(colonAfter(key), end, '');
  }

  /** With one of the commas around it. */
  private cutFromFlow(from: number, end: number): void {
    const after = /^\s*,[ \t]*/.exec(this.text.slice(end));
    const before = /,\s*$/.exec(this.text.slice(0, from));
    if (after !== null) this.put(from, end + after[0].length, '');
    else this.put(before === null ? from : from - before[0].length, end, '');
  }

  private putInto(map: MapNode, entries: Values, atTop: boolean): void {
    const pairs = Object.entries(entries).filter(([key, value]) => !this.putBehind(map, key, value));
    if (pairs.length === 0) return;
    if (map.flow === true) {
      this.putIntoFlow(map, pairs.map(([key, value]) => `${flow(key)}: ${written(value)}`).join(', '));
      return;
    }
    if (atTop) {
      this.putAtTop(map, pairs);
      return;
    }
    const [head] = map.items;
    if (head === undefined) throw new NoPlace();
    const first = rangeOf(head.key)[0];
    const before = this.text.slice(this.lineStart(first), first);
    // The first key of an entry stands behind its dash.
    if (!/^\s*(?:-\s+)*$/.test(before)) throw new NoPlace();
    const indent = ' '.repeat(before.length);
    this.addLines(this.endOf(map), pairs.map(asLine(indent)));
  }

  /** Puts a value behind a key that is there with nothing. */
  private putBehind(map: MapNode, key: string, value: unknown): boolean {
    const own = pairOf(map, key)?.key;
    if (own === undefined) return false;
    const at = colonAfter(own);
    if (map.flow === true) this.put(at, at, ` ${written(value)}`);
    else {
      const indent = ' '.repeat(rangeOf(own)[0] - this.lineStart(rangeOf(own)[0]));
      this.addLines(at, Object.entries(value as Values).map(asLine(indent + INDENT)));
    }
    return true;
  }

  private putAtTop(map: MapNode, pairs: readonly (readonly [string, unknown])[]): void {
    const after =
      map.items.filter(({ key }) => isScalar(key) && HEAD.includes(String(key.value))).at(-1) ??
      map.items[0]!;
    const end = isNothing(after.value) ? colonAfter(after.key) : this.endOf(after.value!);
    const lines = pairs.flatMap(([key, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? ['', `${key}:`, ...Object.entries(value).map(asLine(INDENT))]
        : [`${key}: ${written(value)}`],
    );
    this.addLines(end, lines);
  }

  private putIntoFlow(map: MapNode | YAMLSeq, text: string): void {
    const [from, to] = rangeOf(map as unknown as Node);
    const last = map.items.at(-1) as Entry | Node | undefined;
    if (last === undefined) {
      const [open, close] = isSeq(map) ? ['[', ']'] : ['{ ', ' }'];
      this.put(from, to, open + text + close);
      return;
    }
    const at =
      'key' in last
        ? isNothing(last.value)
          ? colonAfter(last.key)
          : this.endOf(last.value!)
        : this.endOf(last);
    this.put(at, at, `, ${text}`);
  }

  private add(list: YAMLSeq<Node>, value: object): void {
    if (list.flow === true) {
      this.putIntoFlow(list, flow(value));
      return;
    }
    const last = list.items.at(-1);
    if (last === undefined) throw new NoPlace();
    const start = this.dashBefore(last);
    const indent = ' '.repeat(start - this.lineStart(start));
    this.addLines(this.endOf(last), [`${indent}- ${flow(value)}`]);
  }

  private remove(list: YAMLSeq<Node>, index: number): void {
    const entry = list.items[index];
    if (entry === undefined || hasAnchor(entry)) throw new NoPlace();
    if (list.flow === true) {
      this.cutFromFlow(rangeOf(entry)[0], this.endOf(entry));
      return;
    }
    const start = this.dashBefore(entry);
    this.put(this.lineStart(start), this.lineEnd(this.endOf(entry)), '');
  }

  /** Where the dash of an entry stands, which begins a line. */
  private dashBefore(entry: Node): number {
    const [from] = rangeOf(entry);
    const dash = this.text.lastIndexOf('-', from - 1);
    const between = this.text.slice(dash + 1, from);
    if (
      dash < 0 ||
      !/^(?:\s|#.*\n|[&!]\S+(?!\S))*$/.test(between) ||
      this.text.slice(this.lineStart(dash), dash).trim() !== ''
    )
      throw new NoPlace();
    return dash;
  }

  /** Where the last thing in a node ends that is no comment and no empty line. */
  private endOf(node: Node): number {
    if (isMap(node) && node.flow !== true) {
      const last = (node as MapNode).items.at(-1);
      if (last !== undefined) return isNothing(last.value) ? colonAfter(last.key) : this.endOf(last.value!);
    }
    if (isSeq(node) && node.flow !== true) {
      const last = node.items.at(-1) as Node | undefined;
      if (last !== undefined) return this.endOf(last);
    }
    const [from, to] = rangeOf(node);
    // A text in several lines takes its last line break with it.
    return from + this.text.slice(from, to).trimEnd().length;
  }

  /** Lines below the line on which a place is, whatever comment stands behind it. */
  private addLines(after: number, lines: readonly string[]): void {
    const end = this.text.indexOf('\n', Math.max(0, after - 1));
    const at = end === -1 ? this.text.length : end + 1;
    const before = end === -1 ? this.newline : '';
    this.put(at, at, before + lines.map((line) => line + this.newline).join(''));
  }

  private put(from: number, to: number, text: string): void {
    this.splices.push({ from, to, text });
  }

  private lineStart(at: number): number {
    return this.text.lastIndexOf('\n', at - 1) + 1;
  }

  /** Where the line of a place ends, its break included. */
  private lineEnd(at: number): number {
    const end = this.text.indexOf('\n', at);
    return end === -1 ? this.text.length : end + 1;
  }
}
