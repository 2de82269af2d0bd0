import { mergedMaps, resolved, textOf, type YamlMap, type YamlNode } from './node.ts';

/** Where a path of keys and indices leads to in a file. */
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
  readonly key: YamlNode | undefined;
  readonly value: YamlNode | undefined;
  readonly merged: boolean;
}

/** The place of a path. Linear in the keys of the maps on its way. */
export function placeOf(root: YamlNode, path: readonly (string | number)[]): Place {
  let place: Place = { offset: root.start, keyOffset: undefined, usedAt: undefined, found: true };
  let node: YamlNode | undefined = root;
  for (const key of path) {
    const target = resolved(node);
    let next: Found | undefined;
    if (target?.kind === 'map') next = findKey(target, String(key), 0);
    else if (target?.kind === 'list' && typeof key === 'number' && key < target.entries.length) {
      next = { key: undefined, value: target.entries[key], merged: false };
    }
    if (next === undefined) return { ...place, found: false };
    const keyOffset = next.key?.start;
    const value = resolved(next.value) ?? next.value;
    const throughAlias = value === next.value ? undefined : next.value?.start;
    const throughMerge = next.merged ? target?.start : undefined;
    place = {
      offset: value?.start ?? keyOffset ?? place.offset,
      keyOffset,
      usedAt: place.usedAt ?? throughMerge ?? throughAlias,
      found: true,
    };
    node = next.value;
  }
  return place;
}

function findKey(map: YamlMap, key: string, depth: number): Found | undefined {
  const own = map.pairs.find((pair) => !pair.merges && textOf(pair.key) === key);
  if (own !== undefined) return { key: own.key, value: own.value, merged: false };
  if (depth > 50) return undefined;
  for (const pair of map.pairs) {
    if (!pair.merges) continue;
    for (const source of mergedMaps(pair)) {
      const found = source && findKey(source, key, depth + 1);
      if (found !== undefined) return { ...found, merged: true };
    }
  }
  return undefined;
}
