import { createHash } from 'node:crypto';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, test } from 'vitest';
import { lazy } from '../../src/base/memo.ts';
import { documents } from '../../src/documents/index.ts';
import { type Document, formatsOf } from '../../src/render/document.ts';
import type { RenderOptions } from '../../src/render/format.ts';
import { formats as everyFormat } from '../../src/render/formats.ts';
import { anyText, CONTROLS, LONG, MIXED } from '../support/hostile-text.ts';
import { elementsOf } from '../support/markdown-elements.ts';
import { runs } from '../support/runs.ts';
import { commandsIn } from '../support/workflow-commands.ts';
import { samples } from './samples.ts';
import { hostileMaker } from './with-text.ts';

const PLAIN: RenderOptions = { columns: 80, color: false, quiet: false };

type Render = (value: unknown, options?: Partial<RenderOptions>) => string;

const tooWide = (text: string, columns: number): string[] =>
  // Measured by another library than the renderer's.
  text.split('\n').filter((line) => stringWidth(line) > columns);

/** What holds for one format beside what holds for all: `tame` are the elements of the document with harmless texts. */
const laws: Readonly<
  Record<string, (render: Render, value: unknown, tame: () => readonly string[]) => void>
> = {
  table: (render, value) => {
    const plain = render(value);
    expect(tooWide(plain, 80)).toEqual([]);
    expect(tooWide(render(value, { quiet: true }), 80)).toEqual([]);
    expect(tooWide(render(value, { columns: 120 }), 120)).toEqual([]);
    const colored = render(value, { color: true }).replace(/\u001b\[\d+m/g, '');
    expect(colored.replace(/ +$/gm, '')).toBe(plain.replace(/ +$/gm, ''));
  },
  json: (render, value) => {
    expect(JSON.parse(render(value))).toEqual(JSON.parse(JSON.stringify(value)));
  },
  markdown: (render, value, tame) => {
    expect(elementsOf(render(value)), 'no text makes an element, or ends one').toEqual(tame());
    const bars = (line: string) => line.replaceAll(/\\./g, '').split('|').length;
    const lines = render(value).split('\n');
    lines.forEach((line, at) => {
      const next = lines[at + 1] ?? '';
      // Every row of a table has as many cells as its head.
      if (line.startsWith('| ') && next.startsWith('| ')) expect(bars(next)).toBe(bars(line));
    });
    for (const mostBytes of [500, 5_000])
      expect(new TextEncoder().encode(render(value, { mostBytes })).length).toBeLessThanOrEqual(mostBytes);
  },
  html: (render, value) => {
    const page = render(value);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
    expect(policy).toContain("default-src 'none'");
    for (const tag of ['style', 'script'])
      for (const [, text] of page.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g')))
        expect(policy, `allows this ${tag} alone`).toContain(hashOf(text!));
    const markup = markupOf(page);
    expect(
      markup.match(/ style=| on[a-z]+="| src=|<(?:link|iframe|img|base|form|object)\b/g),
      'asks for nothing',
    ).toBeNull();
    expect([...markup.matchAll(/ href="([^"]*)"/g)].filter(([, to]) => !to!.startsWith('#'))).toEqual([]);
    const ids = [...markup.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size, 'no two places have one id').toBe(ids.length);
  },
};

/** What of a page is markup, without what its style and its script hold. */
const markupOf = (page: string): string => page.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '');
const tagsOf = (page: string): string[] =>
  // A text of a chart that is cut has the whole as its title.
  [
    ...markupOf(page)
      .replace(/<title>[^<]*<\/title>/g, '')
      .matchAll(/<\/?[a-z!][a-z0-9]*/gi),
  ].map(([tag]) => tag);
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const check = (render: Render, value: unknown): string => {
  const before = structuredClone(value);
  const text = render(value);
  expect(text, 'ends in one newline').toMatch(/[^\n]\n$/);
  expect(text, 'holds nothing that a terminal acts upon').not.toMatch(CONTROLS);
  expect(text, 'holds what is no value').not.toMatch(/\bNaN\b|\bundefined\b|\[object /);
  expect(commandsIn(text), 'holds no command to a runner').toEqual({ of: [], legacy: [] });
  expect(render(structuredClone(value)), 'is the same twice').toBe(text);
  expect(value, 'is left alone').toEqual(before);
  expect(render(value, { quiet: true }).length, 'is no longer where it is quiet').toBeLessThanOrEqual(
    text.length,
  );
  return text;
};

test('every kind of document has samples, and no two have one id', () => {
  expect(Object.keys(samples).sort()).toEqual(documents.map(({ id }) => id).sort());
});

describe.each(documents.map((document) => [document.id, document as Document<unknown>] as const))(
  '%s',
  (id, document) => {
    const formats = formatsOf(document);
    const shared = [...formats].filter(([name]) => everyFormat.some((format) => format.id === name));
    const values: Record<string, unknown> = {};
    let makeHostile: (words: string) => unknown;
    let isValid: (value: unknown) => boolean;

    beforeAll(async () => {
      const schema = await document.schema();
      isValid = (value) => schema.safeParse(value).success;
      for (const [name, make] of Object.entries(samples[id]!)) values[name] = await make();
      makeHostile = hostileMaker(Object.values(values)[0], isValid);
    });

    const renderOf = async (name: string): Promise<Render> => {
      const render = await formats.get(name)!.load();
      return (value, options = {}) => render(value, { ...PLAIN, ...options });
    };

    test('has every format that all documents have, each with a summary', () => {
      expect(shared.map(([name]) => name).sort()).toEqual(everyFormat.map((format) => format.id).sort());
      for (const { summary } of formats.values()) expect(summary).toMatch(/^[A-Z].*\.$/);
    });

    test('is what its schema says', () => {
      for (const value of Object.values(values)) expect(isValid(value)).toBe(true);
      expect(isValid(makeHostile(MIXED.join('')))).toBe(true);
    });

    test.each(shared.map(([name]) => name))('as %s keeps the laws of formats', async (name) => {
      const render = await renderOf(name);
      for (const value of Object.values(values)) {
        check(render, value);
        laws[name]?.(render, value, () => elementsOf(render(value)));
      }
    });

    test.each(shared.map(([name]) => name))('as %s keeps them whatever the texts', async (name) => {
      const render = await renderOf(name);
      const tame = lazy(() => elementsOf(render(makeHostile('x'))));
      const tameTags = lazy(() => tagsOf(render(makeHostile('x'))));
      for (const words of [...MIXED, LONG]) {
        const value = makeHostile(words);
        check(render, value);
        laws[name]?.(render, value, tame);
        if (name === 'html')
          expect(tagsOf(render(value)), 'no text makes an element, or ends one').toEqual(tameTags());
      }
      check(render, makeHostile(''));
      fc.assert(
        fc.property(anyText, (words) => {
          const value = makeHostile(`x${words}`);
          check(render, value);
          laws[name]?.(render, value, tame);
        }),
        { numRuns: runs(3) },
      );
    });
  },
);
