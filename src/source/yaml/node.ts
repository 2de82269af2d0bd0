import type { Problem } from '../../base/errors.ts';

/** What a YAML text holds, and what is wrong with it although it can be looked at; or what keeps it from being read. */
export type ReadYaml =
  | { readonly root: YamlNode | undefined; readonly faults: readonly Problem[] }
  | readonly Problem[];

/** What stands in a YAML file, with the character offset at which it starts; by whatever it was read. */
export type YamlNode = YamlContent | YamlAlias;
export type YamlContent = YamlMap | YamlList | YamlScalar;

interface Common {
  readonly start: number;
  /** Whether an anchor stands before it. */
  readonly anchored: boolean;
}

export interface YamlMap extends Common {
  readonly kind: 'map';
  readonly pairs: YamlPair[];
}

export interface YamlList extends Common {
  readonly kind: 'list';
  /** Undefined for what a tag made of an entry, as `!!omap` does. */
  readonly entries: (YamlNode | undefined)[];
}

export interface YamlScalar extends Common {
  readonly kind: 'scalar';
  /** As it was written, without its quotes. */
  readonly text: string;
  /** As YAML 1.2 has it in its core schema. */
  readonly value: unknown;
}

interface YamlAlias extends Common {
  readonly kind: 'alias';
  /** The last node before it with its anchor, which may be one around it. */
  readonly of: YamlContent | undefined;
}

export interface YamlPair {
  readonly key: YamlNode | undefined;
  readonly value: YamlNode | undefined;
  /** Whether the key is a plain `<<`. */
  readonly merges: boolean;
}

/** The node itself, or the one that an alias stands for. */
export function resolved(node: YamlNode | undefined): YamlContent | undefined {
  return node?.kind === 'alias' ? node.of : node;
}

/** A scalar as it was written, trimmed, in Unicode NFC; undefined for what is no scalar. */
export function textOf(node: YamlNode | undefined): string | undefined {
  const scalar = resolved(node);
  return scalar?.kind === 'scalar' ? scalar.text.trim().normalize('NFC') : undefined;
}

/** The maps that a merge key takes keys from, in order; undefined in place of what is no map. */
export function mergedMaps({ value }: YamlPair): (YamlMap | undefined)[] {
  const from = resolved(value);
  const sources = from?.kind === 'list' ? from.entries.map(resolved) : [from];
  return sources.map((source) => (source?.kind === 'map' ? source : undefined));
}
