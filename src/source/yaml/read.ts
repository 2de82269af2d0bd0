import type { SourceText } from '../source-text.ts';
import type { ReadYaml } from './node.ts';
import { readPlainYaml } from './plain.ts';

/**
 * What a YAML text holds, undefined for nothing; or what keeps it from being read. Plain YAML is read in one pass, all other
 * by the library, which is loaded only for it.
 * @param isKey - Whether a word is a key that the file may have.
 */
export async function readNodes(source: SourceText, isKey?: (word: string) => boolean): Promise<ReadYaml> {
  const plain = readPlainYaml(source.text);
  if (plain !== undefined) return { root: plain, faults: [] };
  return (await import('./library.ts')).parseYaml(source, isKey);
}
