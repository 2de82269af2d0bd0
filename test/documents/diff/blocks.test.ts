import fc from 'fast-check';
import { expect, test } from 'vitest';
import { designs } from '../../../src/designs/index.ts';
import { diffFormats } from '../../../src/documents/diff/document.ts';
import { diffOf } from '../../../src/documents/diff/index.ts';
import { renderDiffMarkdown } from '../../../src/documents/diff/markdown.ts';
import { renderDiffTable } from '../../../src/documents/diff/table.ts';
import type { DiffReport } from '../../../src/schema/documents/diff.ts';
import { anyOrganisation, example, organisationOf } from '../../support/organisations.ts';
import { documentOf } from './documents.ts';

const table = await diffFormats.get('table')!.load();
const markdown = await diffFormats.get('markdown')!.load();

const same = (document: DiffReport) => {
  for (const quiet of [false, true]) {
    for (const columns of [40, 80, 100, 140, 200])
      for (const color of [false, true]) {
        const options = { columns, color, quiet };
        expect(table(document, options)).toBe(renderDiffTable(document, options));
      }
    expect(markdown(document, { columns: 80, color: false, quiet })).toBe(
      renderDiffMarkdown(document, { quiet }),
    );
  }
};

test('examples', async () => {
  const all = await Promise.all(['halden', 'marrowgate', 'tindle-and-moss'].map(example));
  for (const before of all) {
    for (const design of designs) {
      const after = design.apply(before).organisation;
      if (after) for (const names of [false, true]) same(documentOf(diffOf(before, after, { names })));
    }
    for (const after of all) same(documentOf(diffOf(before, after, { names: true })));
  }
}, 100_000);

test('random', async () => {
  await fc.assert(
    fc.asyncProperty(anyOrganisation, anyOrganisation, fc.boolean(), async (a, b, names) => {
      same(documentOf(diffOf(await organisationOf(a), await organisationOf(b), { names })));
    }),
    { numRuns: 60 },
  );
}, 100_000);
