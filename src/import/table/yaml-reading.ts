import type { Problem } from '../../base/errors.ts';
import { SourceText } from '../../source/source-text.ts';
import { resolveAliases } from '../../source/yaml-aliases.ts';
import { parseYaml } from '../../source/yaml-document.ts';
import { YamlValues } from '../../source/yaml-values.ts';

const GUIDE = { isText: () => true, below: () => ({}), entries: () => ({}) };

/** A YAML document as plain values, scalars as they are written; or what keeps it from being read. */
export function readYaml(file: string, text: string): { value: unknown } | { problems: readonly Problem[] } {
  const source = new SourceText(file, '', text);
  const document = parseYaml(source);
  if (!('contents' in document)) return { problems: document };
  const values = new YamlValues(source, resolveAliases(document), GUIDE);
  const value = values.read(document.contents, {});
  return values.problems.length > 0 ? { problems: values.problems } : { value };
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
