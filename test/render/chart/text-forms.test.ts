import { instance } from '@viz-js/viz';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { TreeNode } from '../../../src/render/chart/chart.ts';
import { asText } from '../../../src/render/chart/text-forms.ts';
import { MIXED } from '../../support/hostile-text.ts';

/** A manager with two reports, whose every text is one of those that would do harm, or else an ordinary one. */
const nodes = (text: string): readonly TreeNode[] => [
  { id: 'a', parent: null, title: `Chief ${text}`, detail: text, colour: '', marks: [] },
  {
    id: text || 'b',
    parent: 'a',
    title: text,
    detail: `+3 · ${text}`,
    colour: 'x',
    marks: ['new', 'vacant'],
  },
  { id: 'c', parent: 'a', title: 'Sales', detail: '', colour: '', marks: ['displaced'] },
];
const TEXTS = ['Sales & Service', '{record|of}', 'a\\nb "quoted"', '<b>bold</b>', '#end', ...MIXED];

test('Graphviz reads the DOT as what it is: three boxes with their texts, and two lines', async () => {
  const viz = await instance();
  for (const text of TEXTS) {
    const { objects = [], edges = [] } = viz.renderJSON(
      asText({ form: 'tree', nodes: nodes(text) }, text, 'dot')!,
    ) as {
      objects?: { label: string }[];
      edges?: { tail: number; head: number }[];
    };
    expect(edges.map(({ tail, head }) => [tail, head])).toEqual([
      [0, 1],
      [0, 2],
    ]);
    expect(objects).toHaveLength(3);
    expect(objects[2]!.label).toBe('Sales\\nloses the seat');
    expect(objects[0]!.label.startsWith('Chief')).toBe(true);
  }
});

describe('the CSV for draw.io', () => {
  const parts = (text: string) => {
    const lines = asText({ form: 'tree', nodes: nodes(text) }, text, 'drawio.csv')!;
    const settings = new Map(
      [...lines.matchAll(/^# ([a-z]+): (.*)$/gm)].map(([, key, value]) => [key!, value!] as const),
    );
    const table = Papa.parse<Record<string, string>>(lines.replace(/^#.*\n/gm, ''), {
      header: true,
      skipEmptyLines: true,
    });
    return { settings, ...table };
  };

  test('is a table below its settings, whose lines lead to rows that are there', () => {
    for (const text of TEXTS) {
      const { settings, data, errors, meta } = parts(text);
      expect(errors).toEqual([]);
      expect(data).toHaveLength(3);
      const { from, to } = JSON.parse(settings.get('connect')!) as { from: string; to: string };
      for (const row of data) if (row[from] !== '') expect(data.map((one) => one[to])).toContain(row[from]);
      expect(data.filter((row) => row[from] !== '')).toHaveLength(2);
      const named = [...settings.get('label')!.matchAll(/%(\w+)%/g)].map(([, name]) => name!);
      for (const name of [from, to, ...named, ...settings.get('ignore')!.split(',')])
        expect(meta.fields).toContain(name);
      expect(settings.get('layout')).toBe('horizontaltree');
    }
  });

  test('holds no markup of a text, and no formula', () => {
    for (const text of [...TEXTS, '=1+1', '+SUM(A1)'])
      for (const row of parts(text).data)
        for (const cell of Object.values(row)) {
          expect(cell).not.toMatch(/<|^[=@]/);
          expect(cell).not.toMatch(/^[+-](?!\d+ ·)/);
        }
  });
});
