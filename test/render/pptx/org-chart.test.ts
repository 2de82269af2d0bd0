import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TreeNode } from '../../../src/render/chart/chart.ts';
import { type Element, kindColour, type TextShape } from '../../../src/render/pptx/element.ts';
import { orgChart } from '../../../src/render/pptx/org-chart.ts';
import { runs } from '../../support/runs.ts';

const BOX = { x: 40, y: 98, width: 880, height: 394 };
const node = (id: string, parent: string | null): TreeNode => ({
  ...{ id, parent, title: id, detail: '', marks: [], colour: id.slice(-1) === '1' ? 'Sales' : 'Support' },
});

/** A top, heads below it, and as many below each as it says. */
const company = (sizes: readonly number[]): TreeNode[] => [
  node('top', null),
  ...sizes.flatMap((size, head) => [
    node(`h${head}`, 'top'),
    ...Array.from({ length: size }, (_, at) => node(`h${head}-${at}`, `h${head}`)),
  ]),
];

const boxes = (elements: readonly Element[]) =>
  new Map(
    elements.flatMap((one) =>
      one.kind === 'shape' && one.form === 'roundRect' ? [[one.name, one as TextShape] as const] : [],
    ),
  );

test('heads stand in one row, as many as a page is wide, and below each only its own', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 8 }), (sizes) => {
      const shown = boxes(orgChart({ form: 'tree', nodes: company(sizes) }, BOX));
      const heads = sizes.map((_, head) => shown.get(`h${head}`)!.box!);
      expect(new Set(heads.map(({ y }) => y)).size).toBe(1);
      for (const [name, { box }] of shown) {
        const own = /^(h\d+)-/.exec(name)?.[1];
        if (own === undefined) continue;
        const nearest = heads.findLastIndex(({ x }) => x <= box!.x);
        expect(`h${nearest}`).toBe(own);
        expect(box!.y).toBeGreaterThan(heads[nearest]!.y);
      }
    }),
    { numRuns: runs(50) },
  );
});

test('a kind has the same colour in every picture, whatever else is in it', () => {
  const kinds = ['Production', 'Sales', 'Support'];
  for (const sizes of [[1], [2, 0, 3]]) {
    const shown = boxes(orgChart({ form: 'tree', nodes: company(sizes), kinds }, BOX));
    expect(shown.get('h0-0')!.line).toEqual(kindColour(2));
  }
  expect(new Set(Array.from({ length: 8 }, (_, nth) => JSON.stringify(kindColour(nth)))).size).toBe(8);
});
