import type { Problem } from '../../base/errors.ts';
import { SourceText } from '../../source/source-text.ts';
import { readNodes } from '../../source/yaml/read.ts';
import { YamlValues } from '../../source/yaml/values.ts';

const GUIDE = {
  isText: () => true,
  below: () => ({}),
  entries: () => ({}),
  keys: () => undefined,
  fits: () => true,
};

/** A YAML document as plain values, scalars as they are written; or what keeps it from being read. */
export async function readYaml(
  file: string,
  text: string,
): Promise<{ value: unknown } | { problems: readonly Problem[] }> {
  const source = new SourceText(file, '', text);
  const parsed = await readNodes(source);
  if (!('root' in parsed)) return { problems: parsed };
  if (parsed.faults.length > 0) return { problems: parsed.faults };
  const values = new YamlValues(source, GUIDE);
  const value = values.read(parsed.root, {});
  return values.problems.length > 0 ? { problems: values.problems } : { value };
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
