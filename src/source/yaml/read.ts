import type { Problem } from '../../base/errors.ts';
import type { SourceText } from '../source-text.ts';
import type { YamlNode } from './node.ts';
import { readPlainYaml } from './plain.ts';

/**
 * What a YAML text holds, undefined for nothing; or what keeps it from being read. Plain YAML is read in one pass, all other
 * by the library, which is loaded only for it.
 */
export async function readNodes(
  source: SourceText,
): Promise<{ root: YamlNode | undefined } | readonly Problem[]> {
  const plain = readPlainYaml(source.text);
  return plain === undefined ? (await import('./library.ts')).parseYaml(source) : { root: plain };
}
