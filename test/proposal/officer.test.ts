import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { buildOrganisation } from '../../src/model/build.ts';
import { treeOf } from '../../src/model/tree.ts';
import { viewOf } from '../../src/model/view.ts';
import type { DesignId } from '../../src/schema/input/designs.ts';
import { OFFICER_MODELS } from '../../src/schema/input/officer.ts';
import { anyOrganisation, figureOf } from '../support/organisations.ts';
import { runs } from '../support/runs.ts';
import { expectFixedPoint, expectSameOrganisation } from './same.ts';
import { designed, exampleFiles, type Files, load, written } from './written.ts';

const DESIGNS = ['functional', 'lifecycle', 'cluster', 'matrix'] as const;

const asked = (files: Files, design: DesignId, model: string, more: object): Files => {
  const content = parse(files['org.yaml']!);
  const options = { ...content.designs?.[design], customerOfficer: { model, tenureYears: 3, ...more } };
  return {
    ...files,
    'org.yaml': stringify({ ...content, designs: { ...content.designs, [design]: options } }),
  };
};

/** An officer is where the model has them, and stays there when the design is written, read, and made again. */
async function expectLaw(files: Files, design: DesignId, model: string, more = {}): Promise<void> {
  const of = await designed(asked(files, design, model, more), design);
  if (of === null || treeOf(of.after).roots.length === 0) return;
  const { officer, people } = of.after;
  expect(officer?.model).toBe(model);
  const tree = treeOf(of.after);
  expect(tree.boss[officer!.seat]).toBe(tree.roots[0]);
  const reports = tree.reportStart[officer!.seat + 1]! - tree.reportStart[officer!.seat]!;
  const today = treeOf(of.before);
  if (model === 'minister' && officer!.seat >= of.before.people.count) expect(reports).toBe(0);
  const changed = figureOf('officer.linesChanged', viewOf(of.after), viewOf(of.before));
  // Of an officer who is new, every line.
  if (officer!.seat >= of.before.people.count) expect(changed).toBe(reports + 1);
  expect(today.boss.length).toBeLessThanOrEqual(people.count);
  const reach = figureOf('officer.reach', viewOf(of.after));
  if (reach !== null) {
    expect(reach).toBeGreaterThanOrEqual(0);
    expect(reach).toBeLessThanOrEqual(1 + 1e-9);
  }
  const read = await load(written(of));
  const organisation = buildOrganisation(read);
  expect(organisation.people.id[organisation.officer!.seat]).toBe(people.id[officer!.seat]);
  expect({ ...organisation.officer, seat: 0, origin: 0 }).toEqual({ ...officer, seat: 0, origin: 0 });
  expectSameOrganisation(of, organisation);
  expectFixedPoint(of, organisation);
}

describe.each(DESIGNS)('%s with an officer, written and read again, measures the same', (design) => {
  it.each(OFFICER_MODELS)('%s', async (model) => {
    await fc.assert(
      fc.asyncProperty(anyOrganisation, (content) =>
        expectLaw({ 'org.yaml': JSON.stringify(content) }, design, model),
      ),
      { numRuns: runs(6) },
    );
    await fc.assert(
      fc.asyncProperty(anyOrganisation, (content) =>
        expectLaw({ 'org.yaml': JSON.stringify(content) }, design, model, {
          replacesMarketing: true,
          customerManagers: true,
        }),
      ),
      { numRuns: runs(6) },
    );
    await expectLaw(exampleFiles('halden'), design, model);
    await expectLaw(exampleFiles('halden'), design, model, {
      replacesMarketing: true,
      customerManagers: true,
    });
  });
});
