import { folded, sample } from '../../base/text.ts';
import { BUILT_IN_CAPABILITY_IDS } from '../../schema/input/capability.ts';
import { parseList } from '../../schema/read/cells.ts';
import type { Extract } from '../extract.ts';
import type { Journal } from '../journal.ts';
import type { Capabilities } from './capabilities.ts';

/**
 * Puts the id of a capability where a person has it in other words (`Account Management`), and declares those that
 * are not known, since a file may name only what it declares.
 */
export function declareCapabilities(extract: Extract, table: Capabilities, journal: Journal): Capabilities {
  const known = [...BUILT_IN_CAPABILITY_IDS, ...Object.keys(table)];
  const byWord = new Map(known.map((id) => [folded(id), id]));
  const exact = new Set(known);
  const own = new Map<string, string>();
  const idOf = (word: string): string => {
    if (exact.has(word)) return word;
    const id = byWord.get(folded(word)) ?? own.get(word) ?? word;
    if (id === word) own.set(word, word);
    return id;
  };
  extract.column('capability').forEach((word, at) => {
    if (word !== '') extract.set('capability', at, idOf(word));
  });
  extract.column('secondary').forEach((words, at) => {
    if (words !== '') extract.set('secondary', at, parseList(words).map(idOf).join(';'));
  });
  if (own.size === 0) return table;
  journal.assume(`${sample([...own.keys()])}: declared as capabilities of your own, as common services.`);
  return { ...table, ...Object.fromEntries([...own.keys()].map((id) => [id, {}])) };
}
