import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { designs } from '../../src/designs/index.ts';
import { transitionOf } from '../../src/designs/transition/transition.ts';
import { showTransition } from '../../src/documents/transition/transition.ts';
import { buildOrganisation } from '../../src/model/build.ts';
import { stageFiles } from '../../src/proposal/simulate.ts';
import type { DesignId } from '../../src/schema/input/designs.ts';
import { anyOrganisation } from '../support/organisations.ts';
import { runs } from '../support/runs.ts';
import { expectSameOrganisation } from './same.ts';
import { type Designed, designed, exampleFiles, inTables, load } from './written.ts';

/** Each stage, written and read again, is the stage. Returns how many there are. */
async function expectStages(of: Designed): Promise<number> {
  const { loaded, before, design: id, result } = of;
  const transition = transitionOf(before, id, result);
  const shown = showTransition(before, transition);
  const design = designs.find((one) => one.id === id)!;
  for (const [at, stage] of transition.stages.entries()) {
    const { yaml, tables } = stageFiles(loaded, before, stage, {
      shown: shown.stages[at]!,
      number: at + 1,
      of: transition.stages.length,
      design,
      stem: `stage-${at}`,
      modeline: '# yaml-language-server: $schema=org.schema.json',
    });
    expect(yaml).toContain(`Stage ${at + 1} of ${transition.stages.length}`);
    const read = await load({ 'org.yaml': yaml, ...Object.fromEntries(tables) });
    const organisation = buildOrganisation(read);
    expectSameOrganisation(
      { ...of, after: stage.organisation, result: { ...result, organisation: stage.organisation } },
      organisation,
    );
  }
  return transition.stages.length;
}

const ids = designs.map(({ id }) => id).filter((id) => id !== 'as-is');

describe.each(ids)(
  'each stage on the way to %s, written and read again, measures the same',
  (id: DesignId) => {
    it('as a list and as a table', async () => {
      let stages = 0;
      await fc.assert(
        fc.asyncProperty(
          anyOrganisation,
          fc.boolean(),
          fc.integer({ min: 1, max: 4 }),
          async (content, tables, clusters) => {
            const options = { clusters };
            const all = { ...content, designs: { cluster: options, matrix: options } };
            const of = await designed(tables ? inTables(all) : { 'org.yaml': JSON.stringify(all) }, id);
            if (of !== null) stages += await expectStages(of);
          },
        ),
        { numRuns: runs(10) },
      );
      if (id !== 'account-team') expect(stages).toBeGreaterThan(10);
    }, 30_000);

    it.each(['halden', 'tindle-and-moss', 'marrowgate'])(
      'of %s',
      async (name) => {
        const of = await designed(exampleFiles(name), id);
        if (of === null) expect(id).toBe('account-team');
        else await expectStages(of);
      },
      30_000,
    );
  },
);
