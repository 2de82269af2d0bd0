import type { Problem } from '../../base/errors.ts';
import { grouped } from '../../base/grouped.ts';
import { quoted } from '../../base/text.ts';
import { numbersMeant } from '../../base/written-number.ts';
import type { SourceText } from '../source-text.ts';
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

/** What the schema says of a place, as far as reading needs it. */
export interface ReadingGuide<Shape> {
  /** Whether a scalar here is text, and so kept as written. */
  isText(shape: Shape): boolean;
  below(shape: Shape, key: string): Shape | undefined;
  entries(shape: Shape): Shape | undefined;
  /** All keys that a map here may have; undefined where it may have any. */
  keys(shape: Shape): ReadonlySet<string> | undefined;
  /** Whether a value may stand here. */
  fits(shape: Shape, value: unknown): boolean;
}

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
      this.report(node.start, `The alias ${quoted(name)} names no anchor before it.`);
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
    if (node.kind === 'map') return this.readMap(node, shape);
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
        if (at === 0 || map.pairs[at - 1]!.value !== undefined) this.reportCut(map, at, shape);
        return;
      }
      const key = this.readKey(pair, seen);
      if (key === undefined) return;
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

  /** Within braces a comma ends a value: what follows it has neither colon nor value, and was meant to be part of the value before. */
  private reportCut(map: YamlMap, at: number, shape: Shape | undefined): void {
    const end = map.pairs.findIndex(({ value }, index) => index > at && value !== undefined);
    const parts = map.pairs.slice(at, end === -1 ? undefined : end).map(({ key }) => textOf(key) ?? '');
    const { key, value } = map.pairs[at - 1] ?? {};
    const [name, start] = [textOf(key), textOf(value)];
    const message = `${quoted(parts[0]!)} stands here without a colon and a value.`;
    const keys = shape === undefined ? undefined : this.guide.keys(shape);
    const isKey = (part: string) => keys?.has(part) === true;
    const offset = map.pairs[at]!.key?.start ?? map.start;
    const glued = /^([^:]{1,40}):(.+)$/.exec(parts[0]!);
    if (glued !== null && isKey(glued[1]!)) {
      const text = `A space is missing behind the colon of ${quoted(glued[1]!)}.`;
      this.report(offset, text, `Write \`${glued[1]}: ${glued[2]}\`.`);
      return;
    }
    let hint = `Write \`${isKey(parts[0]!) ? parts[0] : 'key'}: value\`.`;
    if (!isKey(parts[0]!) && name !== undefined && start !== undefined) {
      const below = isKey(name) ? this.guide.below(shape!, name) : undefined;
      const meant = this.joined([start, ...parts], below);
      hint = `Within { } a comma ends a value. ${meant === undefined ? 'Leave the comma out' : `Write \`${name}: ${meant}\``}.`;
    }
    this.report(offset, message, hint);
  }

  /** What was meant by a value that commas have cut: a list, a number with a comma in it, or else a text; what may stand there. */
  private joined(parts: readonly string[], shape: Shape | undefined): string | undefined {
    if (shape !== undefined && this.guide.entries(shape) !== undefined) return `[${parts.join(', ')}]`;
    const fits = (value: unknown) => shape === undefined || this.guide.fits(shape, value);
    const number = numbersMeant(parts.join(',')).find(fits);
    if (number !== undefined) return String(number);
    const text = parts.join(', ');
    return fits(text) ? quoted(text) : undefined;
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
