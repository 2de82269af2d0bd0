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

const CITIES = ['Gdynia', 'Rostock', 'Santos'];
const titled = (id: string, parent: string | null, title: string): TreeNode => ({
  ...node(id, parent),
  ...{ title, detail: 'Customer Service', unit: 'Customer Service' },
});
const textsIn = (elements: readonly Element[]): string[][] =>
  elements.flatMap((one) =>
    one.kind === 'shape' && one.form === 'roundRect'
      ? [one.paragraphs!.map(({ runs }) => runs.map(({ text }) => text).join(''))]
      : [],
  );

test('titles stand whole where the column below is empty, and the unit above is not told again', () => {
  const heads = Array.from({ length: 8 }, (_, at) =>
    titled(`h${at}`, 'top', `Chief Commercial Officer ${at}`),
  );
  const below = CITIES.map((city, at) => titled(`b${at}`, 'h0', `Customer Service Manager ${city}`));
  const texts = textsIn(
    orgChart({ form: 'tree', nodes: [titled('top', null, 'Managing Director'), ...heads, ...below] }, BOX),
  );
  expect(texts.flat().filter((text) => text.includes('…'))).toEqual([]);
  expect(texts.filter((text) => text.includes('Customer Service'))).toHaveLength(1);
});

test('titles that have to be cut keep their ends, by which they differ', () => {
  const heads = Array.from({ length: 8 }, (_, at) => node(`h${at}`, 'top'));
  const below = CITIES.flatMap((city, at) =>
    [0, 1, 2].map((nth) => titled(`b${at}${nth}`, 'h0', `Customer Service Team Lead of the Night ${city}`)),
  );
  const titles = textsIn(orgChart({ form: 'tree', nodes: [node('top', null), ...heads, ...below] }, BOX)).map(
    ([title]) => title!,
  );
  const cut = titles.filter((title) => title.includes('…'));
  expect(cut.length).toBeGreaterThan(0);
  for (const title of cut) expect(CITIES.some((city) => title.endsWith(city))).toBe(true);
});

test('teams below a lead are shown, heads alone making room for them, and never counted as people', () => {
  const leads = Array.from({ length: 9 }, (_, at) => node(`l${at}`, 'h0'));
  const teams = leads.map(({ id }): TreeNode => ({ ...node(` t${id}`, id), colour: '', isTeam: true }));
  const heads = Array.from({ length: 8 }, (_, at) => node(`h${at}`, 'top'));
  const all = orgChart({ form: 'tree', nodes: [node('top', null), ...heads, ...leads, ...teams] }, BOX);
  expect([...boxes(all).keys()].filter((name) => name.startsWith(' t'))).toHaveLength(9);
  const little = orgChart(
    { form: 'tree', nodes: [node('top', null), ...heads, ...leads, ...teams] },
    { ...BOX, height: 130 },
  );
  expect(
    textsIn(little)
      .flat()
      .filter((text) => text.startsWith('+9 · 9 teams')),
  ).toHaveLength(1);
});
