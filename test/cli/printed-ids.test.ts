import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { command } from './in-memory.ts';

const FILES = ['halden', 'tindle-and-moss', 'marrowgate'].map((name) => `examples/${name}/org.yaml`);
/** What names something that is told elsewhere; other ids are those of people, units and customers, or stand beside their name. */
const NAMING = new Set(['rule', 'measure', 'item', 'key', 'criterion']);

/** Ids of rules, measures, risks, questions and criteria, wherever they stand in a document. */
function idsIn(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) for (const one of value) idsIn(one, found);
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) {
      if (NAMING.has(key) && typeof one === 'string') found.add(one);
      if (key === 'risks' && Array.isArray(one))
        for (const { id } of one as { id?: string }[]) if (id !== undefined) found.add(id);
      idsIn(one, found);
    }
}

test.each(FILES)('every id that is printed of %s is explained', async (path) => {
  const files: Record<string, string> = { 'org.yaml': readFileSync(path, 'utf8') };
  for (const name of ['people.csv', 'customers.csv'])
    try {
      files[name] = readFileSync(path.replace('org.yaml', name), 'utf8');
    } catch {
      // An example may have all in one file.
    }
  const found = new Set<string>();
  for (const args of [['evaluate'], ['assess'], ['check'], ['criteria']]) {
    const { stdout } = await command([...args, 'org.yaml', '--format', 'json'], { files });
    idsIn(JSON.parse(stdout), found);
  }
  expect([...found].some((id) => id.startsWith('risk-'))).toBe(true);
  const unknown: string[] = [];
  for (const id of found) if ((await command(['explain', id])).code !== 0) unknown.push(id);
  expect(unknown).toEqual([]);
});
