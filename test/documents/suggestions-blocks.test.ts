import { expect, test } from 'vitest';
import { disk } from '../../src/cli/io/disk.ts';
import { suggestFormats } from '../../src/documents/suggestions/document.ts';
import { renderSuggestionsMarkdown } from '../../src/documents/suggestions/markdown.ts';
import { renderSuggestions } from '../../src/documents/suggestions/table.ts';
import { structureFrom, suggest } from '../../src/index.ts';
import type { Suggestions } from '../../src/schema/documents/suggestions.ts';
import { loadOrganisation } from '../../src/schema/read/load.ts';

const table = await suggestFormats.get('table')!.load();
const markdown = await suggestFormats.get('markdown')!.load();

/** Headings of sections are underlined everywhere now; no colour but that changes. */
const plainLeft = (text: string) =>
  text.replace(
    /\u001b\[(1m\u001b\[4mLeft\u001b\[24m\u001b\[22m( {2}.*)|1m(Left {2}.*)\u001b\[22m)/g,
    (_, __, a, b) => `LEFT ${a ?? b}`.replace('Left', ''),
  );

const same = (document: Suggestions) => {
  for (const quiet of [false, true]) {
    for (const columns of [80, 100, 140, 200])
      for (const color of [false, true]) {
        const options = { columns, color, quiet };
        expect(plainLeft(table(document, options))).toBe(plainLeft(renderSuggestions(document, options)));
      }
    const options = { columns: 80, color: false, quiet };
    expect(markdown(document, options)).toBe(renderSuggestionsMarkdown(document, options));
  }
};

test('suggestions', async () => {
  for (const name of ['halden', 'marrowgate', 'tindle-and-moss']) {
    const loaded = await loadOrganisation(`examples/${name}/org.yaml`, disk);
    for (const design of [undefined, 'cluster', 'lifecycle'] as const)
      for (const severity of ['warning', 'note'] as const)
        for (const names of [false, true]) {
          const structure = await structureFrom(loaded, design).catch(() => undefined);
          if (structure) {
            const { document } = suggest(structure, { policy: null, severity, names, version: '0' });
            same(document);
            same({
              ...document,
              left: [
                ...document.left,
                ...Array(14).fill(
                  document.left[0] ?? { finding: document.suggestions[0]!.clears, why: 'no-remedy' },
                ),
              ],
            });
            same({
              ...document,
              suggestions: [...document.suggestions, ...Array(14).fill(document.suggestions[0] ?? [])].flat(),
            });
            same({ ...document, suggestions: [], moves: 0, redrawn: 0 });
            same({ ...document, left: [] });
          }
        }
  }
}, 200_000);
