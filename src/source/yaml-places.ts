import { isMap, isSeq, type Node, type YAMLMap } from 'yaml';
import { type Aliases, isMerge, mergedMaps, resolved, startOf, textOf } from './yaml-aliases.ts';

/** Where a path of keys and indices leads to in a document. */
export interface Place {
  /** Start of the value, or of the nearest value around it. */
  readonly offset: number;
  /** Start of the key that the value stands at, if it stands at one. */
  readonly keyOffset: number | undefined;
  /** Start of the alias, or of the map with the merge key, through which the value was reached. */
  readonly usedAt: number | undefined;
  /** False where the path ended early. */
  readonly found: boolean;
}

interface Found {
  readonly key: unknown;
  readonly value: unknown;
  readonly merged: boolean;
}

/** The place of a path. Linear in the keys of the maps on its way. */
export function placeOf(contents: Node | null, aliases: Aliases, path: readonly (string | number)[]): Place {
  let place: Place = { offset: startOf(contents) ?? 0, keyOffset: undefined, usedAt: undefined, found: true };
  let node: unknown = contents;
  for (const key of path) {
    const target = resolved(node, aliases);
    let next: Found | undefined;
    if (isMap(target)) next = findKey(target, String(key), aliases, 0);
    else if (isSeq(target) && typeof key === 'number' && key < target.items.length) {
      next = { key: undefined, value: target.items[key], merged: false };
    }
    if (next === undefined) return { ...place, found: false };
    const keyOffset = startOf(next.key);
    const value = resolved(next.value, aliases) ?? next.value;
    const throughAlias = value === next.value ? undefined : startOf(next.value);
    const throughMerge = next.merged ? startOf(target) : undefined;
    place = {
      offset: startOf(value) ?? keyOffset ?? place.offset,
      keyOffset,
      usedAt: place.usedAt ?? throughMerge ?? throughAlias,
      found: true,
    };
    node = next.value;
  }
  return place;
}

function findKey(map: YAMLMap, key: string, aliases: Aliases, depth: number): Found | undefined {
  for (const pair of map.items) {
    if (!isMerge(pair) && textOf(pair.key, aliases) === key)
      return { key: pair.key, value: pair.value, merged: false };
  }
  if (depth > 50) return undefined;
  for (const pair of map.items) {
    if (!isMerge(pair)) continue;
    for (const source of mergedMaps(pair, aliases)) {
      const found = source && findKey(source, key, aliases, depth + 1);
      if (found !== undefined) return { ...found, merged: true };
    }
  }
  return undefined;
}
