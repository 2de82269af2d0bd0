import stringWidth from 'string-width';
import { beforeAll, describe, expect, test } from 'vitest';
import { designs } from '../../../src/designs/index.ts';
import { diffFormats, diffOf } from '../../../src/documents/diff/index.ts';
import { inMarkdown } from '../../../src/render/markdown-text.ts';
import { type DiffReport, diff as diffSchema } from '../../../src/schema/documents/diff.ts';
import { example, organisationOf } from '../../support/organisations.ts';
import { documentOf } from './documents.ts';

const HOSTILE =
  '\u001b[31mred \u202etxt\u2028 \u0007\u009b <script>alert(1)</script> </details> | `x` *y* [z](https://evil.example) 表 @winnow #12 www.evil.example & {person:p1} \u0085end';
const LONG = 'without-a-space-'.repeat(20);

const wordy = (text: string, changed: boolean) => ({
  version: 1,
  name: text,
  departments: [
    { id: `${text}1`, name: changed ? `${text} renamed` : text, serves: changed ? 'all' : [`c${text}`] },
    { id: changed ? `${text}2` : `${text}3`, name: text },
  ],
  people: [
    { id: text, name: text, title: text, department: `${text}1` },
    {
      id: `${text}b`,
      name: changed ? `${text}x` : text,
      title: text,
      department: `${text}${changed ? 2 : 1}`,
      manager: text,
    },
    {
      id: `${text}c`,
      name: text,
      title: text,
      department: `${text}${changed ? 2 : 3}`,
      manager: `${text}${changed ? 'b' : ''}`,
    },
    {
      id: `${text}${changed ? 'd' : 'e'}`,
      name: text,
      title: text,
      vacant: true,
      department: `${text}1`,
      manager: text,
    },
  ],
  customers: [
    {
      id: `c${text}`,
      name: text,
      owner: `${text}${changed ? 'b' : 'c'}`,
      attributes: { [text]: changed ? 'a' : text },
    },
  ],
  journeys: [{ id: text, steps: [{ phase: 'acquire', capability: 'sales', hours: changed ? 1 : 2 }] }],
});

const cluster = designs.find(({ id }) => id === 'cluster')!;

const samples: readonly (readonly [string, () => Promise<DiffReport>])[] = [
  [
    'Halden and its clusters',
    async () => {
      const before = await example('halden');
      return documentOf(diffOf(before, (await cluster.apply(before)).organisation!));
    },
  ],
  [
    'two companies that have nothing in common',
    async () =>
      documentOf(diffOf(await example('marrowgate'), await example('tindle-and-moss'), { names: true })),
  ],
  ['nothing', async () => documentOf(diffOf(await example('halden'), await example('halden')))],
  ...[HOSTILE, LONG].map(
    (text) =>
      [
        text === LONG ? 'long words' : 'hostile text',
        async () => {
          const [before, after] = [
            await organisationOf(wordy(text, false)),
            await organisationOf(wordy(text, true)),
          ];
          const document = documentOf(diffOf(before, after, { names: true }));
          return { ...document, after: { ...document.after, file: text, organisation: text } };
        },
      ] as const,
  ),
];

/** What a terminal acts upon; the newline is the renderer's own. */
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]/;

const plain = { columns: 80, color: false, quiet: false };

describe.each(samples)('the diff of %s', (_, make) => {
  let document: DiffReport;
  beforeAll(async () => {
    document = await make();
  });

  const render = async (format: string, options: Partial<typeof plain> = {}) =>
    (await diffFormats.get(format)!.load())(document, { ...plain, ...options });

  test('is what its schema says', () => {
    expect(diffSchema.safeParse(document).error?.issues ?? []).toEqual([]);
    for (const sentence of document.summary) expect(sentence).toMatch(/^\S.*\.$/su);
  });

  test.each([...diffFormats.keys()])(
    'as %s ends in one newline, is harmless, and the same twice',
    async (format) => {
      const text = await render(format);
      expect(text).toMatch(/[^\n]\n$/);
      expect(text).not.toMatch(CONTROLS);
      expect(await render(format)).toBe(text);
      if (document.changed)
        expect((await render(format, { quiet: true })).length).toBeLessThanOrEqual(text.length);
    },
  );

  test('as JSON loses nothing', async () => {
    expect(JSON.parse(await render('json'))).toEqual(document);
  });

  test('as a table fits 80 columns, with and without colours', async () => {
    for (const options of [{}, { color: true }, { columns: 40 }, { quiet: true }])
      for (const line of (await render('table', options)).split('\n'))
        expect(stringWidth(line), line).toBeLessThanOrEqual(80);
    const wide = await render('table', { columns: 200 });
    for (const line of wide.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(200);
  });

  test('as Markdown holds no markup but its own', async () => {
    const lines = (await render('markdown')).split('\n');
    const tags = lines.flatMap((line) => line.match(/<\/?\w+>/g) ?? []);
    expect(tags.length).toBe(4 * tags.filter((tag) => tag === '<details>').length);
    expect(tags.every((tag) => /^<\/?(details|summary)>$/.test(tag))).toBe(true);
    for (const line of lines) {
      expect(line).not.toMatch(/(?<!\w)@\w|https?:\/\/|www\.|(?<!\\)\]\(/);
      if (!line.startsWith('|')) continue;
      const cells = line.replaceAll(/\\./g, '').split('|').length;
      expect([5, 6, 7]).toContain(cells - 1);
    }
    // Every row of a table has as many cells as its heading.
    lines.forEach((line, at) => {
      const next = lines[at + 1] ?? '';
      const width = (row: string) => row.replaceAll(/\\./g, '').split('|').length;
      if (line.startsWith('|') && next.startsWith('|')) expect(width(next)).toBe(width(line));
    });
  });
});

describe('long lists', () => {
  const crowd = (department: string) => ({
    version: 1,
    name: 'Crowd',
    people: [
      { id: 'p000', department: 'office' },
      ...Array.from({ length: 120 }, (_, index) => ({
        id: `p${String(index + 1).padStart(3, '0')}`,
        department: index % 2 === 0 ? department : `${department}-${index}`,
        manager: 'p000',
      })),
    ],
  });
  let document: DiffReport;
  beforeAll(async () => {
    document = documentOf(diffOf(await organisationOf(crowd('old')), await organisationOf(crowd('new'))));
  });

  test('are cut at a terminal, and say so', async () => {
    const text = (await diffFormats.get('table')!.load())(document, plain);
    expect(text).toContain('• old → new (60): p001, p003, p005, p007, p009, p011, p013, p015, … 52 more');
    expect(text).toContain('and 51 more, see --format json');
    expect(text).not.toContain('p119');
  });

  test('and nowhere else', async () => {
    for (const format of ['json', 'markdown']) {
      const text = (await diffFormats.get(format)!.load())(document, plain);
      for (const { person } of document.people.moved) expect(text).toContain(person.id);
    }
  });
});

test.each([
  ['a|b', 'a\\|b'],
  ['<b>', '&lt;b&gt;'],
  ['a\nb', 'a\ufffdb'],
  ['_a_ *b* `c`', '\\_a\\_ \\*b\\* \\`c\\`'],
  ['[a](b)', '\\[a\\](b)'],
  ['@ops/team', '@\u200bops/team'],
  ['p@winnow.example', 'p@\u200bwinnow.example'],
  ['&amp;', '&amp;amp;'],
])('in Markdown %j is %j', (text, expected) => expect(inMarkdown(text)).toBe(expected));
