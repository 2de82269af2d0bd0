import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { ChartData } from '../../../src/render/chart/chart.ts';
import { asFile, draw, inPage } from '../../../src/render/chart/draw.ts';
import { wallsOf } from '../../../src/render/chart/journey.ts';
import { fitted, textWidth } from '../../../src/render/chart/svg.ts';
import { asText, TEXT_ENDINGS } from '../../../src/render/chart/text-forms.ts';
import { anyText, CONTROLS, MIXED } from '../../support/hostile-text.ts';
import { runs } from '../../support/runs.ts';

/** One chart of every form, with this text wherever a text may stand. */
const charts = (text: string): readonly ChartData[] => [
  {
    form: 'tree',
    nodes: [
      { id: 'a', parent: null, title: `${text}Chief`, detail: text, colour: text, marks: [] },
      {
        id: text || 'b',
        parent: 'a',
        title: text,
        detail: `+3 · ${text}`,
        colour: 'sales',
        marks: ['new', 'vacant'],
      },
      { id: 'c', parent: 'nobody', title: text, detail: '', colour: '', marks: ['displaced'] },
    ],
  },
  {
    form: 'journey',
    units: [text, 'Sales'],
    steps: [
      { phase: text, label: text, unit: 0 },
      { phase: 'Acquire', label: 'sell', unit: 1 },
      { phase: 'Retain', label: text, unit: -1 },
    ],
  },
  { form: 'bars', keys: ['a', text], bars: [{ label: text, values: [1, 2] }], unit: text },
  {
    form: 'bars',
    keys: ['lead'],
    bars: [
      { label: text, values: [-0.2], note: text },
      { label: 'b', values: [0.5] },
    ],
    unit: '',
  },
  {
    form: 'flows',
    left: [text, 'b'],
    right: ['c', text],
    links: [
      { from: 0, to: 1, value: 3 },
      { from: 1, to: 0, value: 1 },
    ],
    unit: text,
  },
  {
    form: 'bridge',
    steps: [
      { label: text, value: 100, total: true },
      { label: 'more', value: 3, total: false },
      { label: text, value: 103, total: true },
    ],
    unit: text,
  },
  { form: 'timeline', rows: [{ label: text, start: 0, end: 3 }], unit: text },
  { form: 'heat', rows: [text], columns: [text, 'b'], values: [[2, 0]], unit: text },
];

const empty: readonly ChartData[] = [
  { form: 'tree', nodes: [] },
  { form: 'journey', units: [], steps: [] },
  { form: 'bars', keys: [], bars: [], unit: '' },
  { form: 'flows', left: [], right: [], links: [], unit: '' },
  { form: 'bridge', steps: [], unit: '' },
  { form: 'timeline', rows: [], unit: '' },
  { form: 'heat', rows: [], columns: [], values: [], unit: '' },
];

/** Names of the elements and attributes of well-formed XML. @throws where it is none. */
const elementsOf = (xml: string): string[] => {
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) =>
    names.push(name, ...Object.keys(attributes).map((one) => `@${one}`)),
  );
  parser.write(xml).close();
  return names;
};

const ALLOWED = new Set(['svg', 'title', 'rect', 'text', 'g', 'path', 'line', 'circle']);

describe('whatever the texts', () => {
  const holds = (data: ChartData, text: string) => {
    const file = asFile(data, { title: text, source: text, warnings: [text] });
    const names = elementsOf(file);
    expect(names.filter((name) => !name.startsWith('@') && !ALLOWED.has(name))).toEqual([]);
    expect(names.filter((name) => /^@(?:style|href|src|on.*)$/.test(name))).toEqual([]);
    expect(file).not.toMatch(/="[^"]*(?:NaN|undefined|Infinity)/);
    expect(file).not.toMatch(CONTROLS);
    expect(asFile(structuredClone(data), { title: text, source: text, warnings: [text] })).toBe(file);
    expect(elementsOf(inPage(data, text))[0]).toBe('svg');
  };

  test('a picture is well-formed, harmless and the same twice', () => {
    for (const text of ['', ...MIXED]) for (const data of [...charts(text), ...empty]) holds(data, text);
    fc.assert(
      fc.property(anyText, (text) => {
        for (const data of charts(text)) holds(data, text);
      }),
      { numRuns: runs(20) },
    );
  });

  test('nothing of it reaches over the edge', () => {
    for (const data of charts('A name that is longer than any box or lane could ever hold, and then some')) {
      const { width, height, content } = draw(data);
      for (const [, x, y, wide, tall] of content.matchAll(
        /<rect x="([-\d.]+)" y="([-\d.]+)" width="([\d.]+)" height="([\d.]+)"/g,
      )) {
        expect(Number(x)).toBeGreaterThanOrEqual(-1);
        expect(Number(x) + Number(wide)).toBeLessThanOrEqual(width + 1);
        expect(Number(y) + Number(tall)).toBeLessThanOrEqual(height + 1);
      }
    }
  });
});

test('no box of an organisation chart stands on another, and a manager stands beside the first report', () => {
  const shape = fc.array(fc.nat(), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(shape, (choices) => {
      const nodes = choices.map((choice, at) => ({
        id: `n${at}`,
        // Some have no manager, and stand for themselves.
        parent: at === 0 || choice % 7 === 0 ? null : `n${choice % at}`,
        title: `n${at}`,
        detail: '',
        colour: '',
        marks: [],
      }));
      const { content } = draw({ form: 'tree', nodes });
      const boxes = [...content.matchAll(/<title>(n\d+)<\/title><rect x="([\d.]+)" y="([\d.]+)"/g)];
      expect(boxes).toHaveLength(nodes.length);
      expect(new Set(boxes.map(([, , x, y]) => `${x} ${y}`)).size).toBe(nodes.length);
      const place = new Map(boxes.map(([, id, x, y]) => [id, [Number(x), Number(y)]]));
      for (const { id, parent } of nodes) {
        if (parent === null) continue;
        expect(place.get(id)![0]).toBeGreaterThan(place.get(parent)![0]!);
        const own = nodes.filter((one) => one.parent === parent).map((one) => place.get(one.id)![1]!);
        expect(place.get(parent)![1]).toBe(Math.min(...own));
      }
    }),
    { numRuns: runs(50) },
  );
});

test('a bar is as long as what it stands for', () => {
  const { content } = draw({
    form: 'bars',
    keys: ['n'],
    bars: [
      { label: 'a', values: [10] },
      { label: 'b', values: [5] },
    ],
    unit: '',
  });
  const [long, short] = [...content.matchAll(/width="([\d.]+)" height="18"/g)].map(
    ([, wide]) => Number(wide) + 1,
  );
  expect(long! / short!).toBeCloseTo(2, 2);
});

test('a wall stands wherever another unit takes over, and where nobody does', () => {
  const steps = (units: number[]) => units.map((unit) => ({ phase: 'Acquire', label: 'x', unit }));
  expect(wallsOf({ steps: steps([0, 0, 1, 1, 0, -1]) })).toBe(3);
  expect(wallsOf({ steps: steps([2, 2]) })).toBe(0);
  expect(wallsOf({ steps: [] })).toBe(0);
});

test('a text is cut to its room with an ellipsis, and told in full', () => {
  expect(fitted('Sales', 100)).toBe('Sales');
  const cut = fitted('Regional Sales Manager for the North', 100);
  expect(cut).toMatch(/^Regional.*…$/);
  expect(textWidth(cut)).toBeLessThanOrEqual(100);
  expect(draw(charts('Regional Sales Manager for the Nordic Countries')[0]!).content).toContain(
    'Nordic Countries',
  );
});

describe.each(TEXT_ENDINGS)('an organisation chart as %s', (ending) => {
  test('has a line for each box and each line of the chart, whatever the texts', () => {
    const sizes = ['x', ...MIXED].map((text) => asText(charts(text)[0]!, text, ending)!.split('\n').length);
    expect(new Set(sizes).size).toBe(1);
    for (const text of MIXED) expect(asText(charts(text)[0]!, text, ending)).not.toMatch(CONTROLS);
  });

  test('is not there for charts of other forms', () => {
    expect(asText(charts('x')[1]!, 'x', ending)).toBeUndefined();
  });
});

test('what is to be known before a picture is believed stands in it, whole, under the title', () => {
  const [data] = charts('Sales');
  const warning = `${'60 of 87 people report to somebody who is not in the file. '.repeat(4)}Mend it.`;
  const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text).join(' ');
  const captions = { title: 'Who leads whom', source: 'org.yaml' };
  expect(texts(asFile(data!, { ...captions, warnings: [warning] }))).toContain(warning);
  expect(asFile(data!, { ...captions, warnings: [] })).toBe(asFile(data!, captions));
});

test('names that differ at their end, and their numbers, are told apart in a picture of moves', () => {
  const long = 'Kundendienst und technische Unterstützung';
  const nodes = [`${long} Nord`, `${long} Süd`];
  const file = asFile(
    {
      form: 'flows',
      unit: '',
      left: nodes,
      right: ['Cluster'],
      links: nodes.map((_, at) => ({ from: at, to: 0, value: 9 + 16 * at })),
    } as ChartData,
    { title: `${'A very long name of a company '.repeat(3)}with customer clusters`, source: 'org.yaml' },
  );
  const shown = [...file.matchAll(/<text[^>]*>(?:<title>[^<]*<\/title>)?([^<]*)</g)].map(([, text]) => text!);
  expect(shown.filter((text) => /^Kundendienst.*…/.test(text)).map((text) => text.slice(-8))).toEqual([
    expect.stringMatching(/Nord 9$/),
    expect.stringMatching(/Süd 25$/),
  ]);
  // A title ends with the design, so it is broken, and not cut.
  expect(shown.join(' ')).toContain('with customer clusters');
});
