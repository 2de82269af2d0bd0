import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildOrganisation } from '../../src/model/build.ts';
import { figuresOfAll } from '../support/figures.ts';
import { anyOrganisation, loadedExample, loadedOf } from '../support/organisations.ts';
import { renamed } from '../support/renamed.ts';
import { runs } from '../support/runs.ts';

describe('renaming people, customers and departments changes no figure of any design', () => {
  it.each(['halden', 'tindle-and-moss', 'marrowgate'])('of %s', async (name) => {
    const loaded = await loadedExample(name);
    const figures = figuresOfAll(buildOrganisation(loaded));
    for (const how of ['reverse'] as const)
      expect(figuresOfAll(buildOrganisation(renamed(loaded, how)))).toEqual(figures);
  });

  it('of any organisation', async () => {
    await fc.assert(
      fc.asyncProperty(anyOrganisation, fc.integer({ min: 1, max: 1e6 }), async (content, seed) => {
        const names = [...new Set(content.people.flatMap(({ department }) => department ?? []))].sort();
        const loaded = await loadedOf({ ...content, departments: names.map((id) => ({ id, name: id })) });
        const figures = figuresOfAll(buildOrganisation(loaded));
        expect(figuresOfAll(buildOrganisation(renamed(loaded, seed)))).toEqual(figures);
      }),
      { numRuns: runs(15) },
    );
  });
});
