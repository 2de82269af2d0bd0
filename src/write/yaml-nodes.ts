import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { flow } from './yaml.ts';

export type Path = readonly (string | number)[];
export type MapNode = YAMLMap<Node, Node | null>;
export type Values = Record<string, unknown>;
export type Entry = Pair<Node, Node | null>;

/** The document leaves no place for an edit: an alias stands where a map should be, say. */
export class NoPlace extends Error {}

export const rangeOf = (node: Node): readonly [number, number] => [node.range![0], node.range![1]];

export const pairOf = (map: MapNode, key: string): Entry | undefined =>
  map.items.find(({ key: own }) => isScalar(own) && (own.source === key || String(own.value) === key));

/** Whether there is nothing after the colon. */
export const isNothing = (value: Node | null): boolean =>
  value === null || (isScalar(value) && value.value === null && rangeOf(value)[0] === rangeOf(value)[1]);

/** Behind the colon of a key; spaces may stand before it. */
export const colonAfter = (key: Node): number => rangeOf(key)[1] + 1;

/** The map below a key, which is made where there is none. */
export const within = (values: Values, key: string | number): Values => {
  values[key] ??= {};
  return values[key] as Values;
};

export const hasAnchor = (node: Node): boolean => 'anchor' in node && node.anchor !== undefined;

export const childOf = (map: MapNode, key: string | number): Node | null | undefined => {
  const pair = pairOf(map, String(key));
  if (pair?.value != null && isAlias(pair.value)) throw new NoPlace();
  return pair?.value;
};

export const listAt = (root: MapNode, path: Path): YAMLSeq<Node> => {
  let node: Node | null | undefined = root;
  for (const key of path) {
    if (isSeq(node)) node = node.items[Number(key)] as Node | undefined;
    else node = isMap(node) ? childOf(node as MapNode, key) : undefined;
  }
  if (!isSeq(node)) throw new NoPlace();
  return node as YAMLSeq<Node>;
};

/** Words are as people write them: a file is read as YAML 1.2, in which yes and no are words. */
export const written = (value: unknown): string => {
  if (value === null) return '';
  return typeof value === 'string' && /^(?:yes|no|on|off|y|n)$/.test(value) ? value : flow(value);
};

export const asLine =
  (indent: string) =>
  ([key, value]: readonly [string, unknown]): string =>
    `${indent}${flow(key)}: ${written(value)}`.trimEnd();
