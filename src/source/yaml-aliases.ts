import {
  type Alias,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import type { YamlDocument } from './yaml-document.ts';

/** The node that each alias stands for: the last one before it with that anchor. */
export type Aliases = ReadonlyMap<Alias, Node>;

/** Every alias of a document with its node, in one pass (the library looks through the whole document for each). */
export function resolveAliases(document: YamlDocument): Aliases {
  const anchors = new Map<string, Node>();
  const aliases = new Map<Alias, Node>();
  const pass = (node: unknown): void => {
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target !== undefined) aliases.set(node, target);
      return;
    }
    if (!isNode(node)) return;
    if ('anchor' in node && typeof node.anchor === 'string') anchors.set(node.anchor, node);
    if (isSeq(node)) for (const item of node.items) pass(item);
    if (isMap(node)) {
      for (const pair of node.items) {
        pass(pair.key);
        pass(pair.value);
      }
    }
  };
  pass(document.contents);
  return aliases;
}

/** The node itself, or the one that an alias stands for. */
export function resolved(node: unknown, aliases: Aliases): Node | undefined {
  if (isAlias(node)) return aliases.get(node);
  return isNode(node) ? node : undefined;
}

/** A scalar as it was written, trimmed, in Unicode NFC; undefined for what is no scalar. */
export function textOf(node: unknown, aliases: Aliases): string | undefined {
  const scalar = resolved(node, aliases);
  if (!isScalar(scalar)) return undefined;
  const text = typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? String(scalar.value));
  return text.trim().normalize('NFC');
}

export function isMerge(pair: Pair): boolean {
  return isScalar(pair.key) && pair.key.source === '<<' && (pair.key.type ?? 'PLAIN') === 'PLAIN';
}

/** The maps that a merge key takes keys from, in order; undefined in place of what is no map. */
export function mergedMaps(pair: Pair, aliases: Aliases): (YAMLMap | undefined)[] {
  const value = resolved(pair.value, aliases);
  const sources = isSeq(value) ? value.items.map((item) => resolved(item, aliases)) : [value];
  return sources.map((source) => (isMap(source) ? source : undefined));
}

/** The character offset at which a node starts. */
export function startOf(node: unknown): number | undefined {
  return isNode(node) && node.range ? node.range[0] : undefined;
}
