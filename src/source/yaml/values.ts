import type { Problem } from '../../base/errors.ts';
import { grouped } from '../../base/grouped.ts';
import { quoted } from '../../base/text.ts';
import type { SourceText } from '../source-text.ts';
import { type CutValue, cutValue } from './cut-value.ts';
import type { ReadingGuide } from './guide.ts';
import {
  mergedMaps,
  resolved,
  textOf,
  type YamlContent,
  type YamlMap,
  type YamlNode,
  type YamlPair,
  type YamlScalar,
} from './node.ts';

/** How many values aliases may add to those written: more is no organisation but a billion laughs. */
const MOST_REPEATED_VALUES = 1_000_000;
/** Of a text: more is no name, and no description. */
const LONGEST_TEXT = 100_000;
/** Of anchors first met inside one another. */
const DEEPEST = 20;

interface Known {
  readonly value: unknown;
  readonly size: number;
}

/**
 * Turns the nodes of a file into plain values. Text stays as written (`00123`), an alias has the very value of its anchor. Keys
 * without a value, or with `null`, are left out where the schema knows them: else they stay, for the schema to refuse.
 */
export class YamlValues<Shape> {
  readonly problems: Problem[] = [];
  private readonly known = new Map<YamlContent, Map<Shape | undefined, Known>>();
  private readonly open = new Set<YamlContent>();
  private written = 0;
  private repeated = 0;

  constructor(
    private readonly source: SourceText,
    private readonly guide: ReadingGuide<Shape>,
  ) {}

  /** Whether aliases repeat so much that the values must not be looked at. */
  get tooMuch(): boolean {
    return this.repeated > MOST_REPEATED_VALUES;
  }

  /** The value of a node; null for what is empty. */
  read(node: YamlNode | undefined, shape: Shape | undefined): unknown {
    if (this.tooMuch || node === undefined) return null;
    const target = resolved(node);
    if (target === undefined) {
      const name = this.source.text.slice(node.start).split(/[\s,\]}]/, 1)[0]!;
      const anchor = `&${name.slice(1)}`;
      this.report(
        node.start,
        `The alias ${quoted(name)} names no anchor before it.`,
        `Put text that begins with * in quotes, or ${quoted(anchor)} before what it stands for.`,
      );
      return null;
    }
    return target.anchored
      ? this.readOnce(target, shape, target !== node, node.start)
      : this.readNode(target, shape);
  }

  private readOnce(node: YamlContent, shape: Shape | undefined, alias: boolean, offset: number): unknown {
    let byShape = this.known.get(node);
    if (byShape === undefined) {
      byShape = new Map();
      this.known.set(node, byShape);
    }
    let entry = byShape.get(shape);
    if (entry === undefined) {
      if (this.open.has(node) || this.open.size > DEEPEST) {
        this.report(
          offset,
          'This alias stands for something that contains the alias itself, or is nested too deeply.',
        );
        return null;
      }
      this.open.add(node);
      const before = this.written + this.repeated;
      const value = this.readNode(node, shape);
      entry = { value, size: this.written + this.repeated - before };
      this.open.delete(node);
      byShape.set(shape, entry);
    } else if (alias) {
      this.repeated += entry.size;
      if (this.tooMuch) {
        this.report(offset, `Aliases repeat more than ${grouped(MOST_REPEATED_VALUES)} values.`);
      }
    }
    return entry.value;
  }

  private readNode(node: YamlContent, shape: Shape | undefined): unknown {
    this.written++;
    if (node.kind === 'scalar') return this.readScalar(node, shape);
    if (node.kind === 'map') return this.gluedEntries(node, shape) ?? this.readMap(node, shape);
    const entries = shape === undefined ? undefined : this.guide.entries(shape);
    return node.entries.map((entry) => this.read(entry, entries));
  }

  private readScalar(node: YamlScalar, shape: Shape | undefined): unknown {
    if (isEmpty(node)) return null;
    if (node.text.length > LONGEST_TEXT) {
      this.report(node.start, `A text of more than ${grouped(LONGEST_TEXT)} characters starts here.`);
      return null;
    }
    const asText = typeof node.value === 'string' || typeof node.value === 'symbol';
    if (asText || (shape !== undefined && this.guide.isText(shape))) return textOf(node);
    return node.value;
  }

  private readMap(map: YamlMap, shape: Shape | undefined): Record<string, unknown> {
    const value: Record<string, unknown> = {};
    const seen = new Map<string, number>();
    map.pairs.forEach((pair, at) => {
      if (pair.merges) return;
      if (pair.value === undefined) {
        const cut = at === 0 || map.pairs[at - 1]!.value !== undefined;
        if (cut) this.readCut(cutValue(map, at, shape, this.guide), value);
        return;
      }
      const key = this.readKey(pair, seen);
      if (key === undefined) {
        this.readRepeated(map, pair, shape, value);
        return;
      }
      // An id stays as it is written, whatever it is.
      if (isEmpty(pair.value) || (key !== 'id' && isNone(pair.value))) {
        if (shape !== undefined && this.guide.keys(shape)?.has(key) === false) value[key] = null;
        return;
      }
      const read = this.read(pair.value, shape === undefined ? undefined : this.guide.below(shape, key));
      if (read !== null) value[key] = read;
    });
    for (const pair of map.pairs) if (pair.merges) this.merge(pair, shape, value, seen);
    return value;
  }

  /** Entries of a list that is given twice are those of the first, so that what names them can be checked. */
  private readRepeated(
    map: YamlMap,
    pair: YamlPair,
    shape: Shape | undefined,
    value: Record<string, unknown>,
  ): void {
    const key = textOf(pair.key) ?? '';
    const first = map.pairs.find((one) => textOf(one.key) === key)?.value;
    const earlier = Object.hasOwn(value, key) ? value[key] : undefined;
    if (first?.kind !== 'list' || pair.value?.kind !== 'list' || !Array.isArray(earlier)) return;
    const below = shape === undefined ? undefined : this.guide.below(shape, key);
    earlier.push(...(this.read(pair.value, below) as unknown[]));
    first.entries.push(...pair.value.entries);
  }

  /** `-id: p1` is a key that begins with a dash, where an entry of a list was meant. */
  private gluedEntries(map: YamlMap, shape: Shape | undefined): unknown[] | undefined {
    const begins = (pair: YamlPair | undefined) => /^-[A-Za-z]/.test(textOf(pair?.key) ?? '');
    const entries = begins(map.pairs[0]) && shape !== undefined ? this.guide.entries(shape) : undefined;
    if (entries === undefined) return undefined;
    const found: YamlMap[] = [];
    for (const pair of map.pairs) {
      const text = textOf(pair.key) ?? '';
      const start = pair.key?.start ?? map.start;
      if (begins(pair)) {
        const name = text.slice(1);
        this.report(start, 'A space is missing behind the dash of an entry.', `Write \`- ${name}: …\`.`);
        found.push({ ...map, pairs: [] });
      }
      const key = {
        kind: 'scalar',
        start,
        anchored: false,
        text: text.replace(/^-/, ''),
        value: text,
      } as const;
      found.at(-1)!.pairs.push({ ...pair, key });
    }
    return found.map((entry) => this.readMap(entry, entries));
  }

  private readCut({ offset, message, hint, meant }: CutValue, value: Record<string, unknown>): void {
    this.report(offset, message, hint);
    if (meant !== undefined) value[meant.key] = meant.value;
  }

  private readKey(pair: YamlPair, seen: Map<string, number>): string | undefined {
    const offset = pair.key?.start ?? pair.value?.start ?? 0;
    const key = textOf(pair.key);
    if (key === undefined || key === '' || key === '__proto__') {
      this.report(
        offset,
        key === '__proto__' ? 'This name cannot be used.' : 'A key is missing, or is no plain text.',
      );
      return undefined;
    }
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      const { line } = this.source.position(earlier);
      this.report(
        offset,
        `The key ${quoted(key)} is given twice; previously at line ${line}.`,
        'Remove one of them.',
      );
      return undefined;
    }
    seen.set(key, offset);
    return key;
  }

  private merge(
    pair: YamlPair,
    shape: Shape | undefined,
    into: Record<string, unknown>,
    seen: ReadonlyMap<string, number>,
  ): void {
    for (const map of mergedMaps(pair)) {
      if (map === undefined && pair.value !== undefined && resolved(pair.value) === undefined) {
        this.read(pair.value, undefined);
        continue;
      }
      if (map === undefined) {
        this.report(pair.key?.start ?? 0, 'The key "<<" takes a map, or a list of maps, usually an alias.');
        continue;
      }
      const value = this.readOnce(map, shape, true, pair.value?.start ?? 0);
      for (const [key, merged] of Object.entries(value ?? {})) {
        if (!seen.has(key) && !Object.hasOwn(into, key)) into[key] = merged;
      }
    }
  }

  private report(offset: number, message: string, hint?: string): void {
    if (this.problems.length < 20) this.problems.push(this.source.problem(offset, message, hint));
  }
}

function isEmpty(node: YamlNode | undefined): boolean {
  return node === undefined || (node.kind === 'scalar' && node.value === null && node.text === '');
}

/** Whether it is what programs write for nothing: `null`, `~`. Who is called `Null` keeps the name: no program writes that. */
function isNone(node: YamlNode | undefined): boolean {
  return node?.kind === 'scalar' && node.value === null && node.text !== 'Null';
}
