import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { disk } from '../../../src/cli/io/disk.ts';
import { pageBlocks } from '../../../src/documents/page/blocks.ts';
import { Journal } from '../../../src/import/journal.ts';
import { plainText } from '../../../src/import/table/xlsx/workbook.ts';
import { xlsxTable } from '../../../src/import/table/xlsx-table.ts';
import { evaluate } from '../../../src/index.ts';
import { type Block, chart, flat, list, section, table, text, title } from '../../../src/render/block.ts';
import { inFont, lineCount } from '../../../src/render/pptx/measured.ts';
import { MOST_PAGES } from '../../../src/render/pptx/plan.ts';
import { renderDeck } from '../../../src/render/pptx/pptx.ts';
import { loadOrganisation } from '../../../src/schema/read/load.ts';
import { command } from '../../cli/in-memory.ts';
import { FRAGMENTS, MIXED } from '../../support/hostile-text.ts';
import { ruleIds } from '../../support/organisations.ts';
import { runs } from '../../support/runs.ts';
import { anyBlocks } from '../any-blocks.ts';
import { faultsIn } from './package-check.ts';

const textsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));

const decoded = (xml: string): string =>
  xml.replace(
    /&(lt|gt|quot|#39|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name]!,
  );

const slidesOf = (bytes: Uint8Array): string[] =>
  Object.entries(textsOf(bytes)).flatMap(([name, xml]) =>
    /^ppt\/slides\/[^/]*\.xml$/.test(name) ? [xml] : [],
  );

/** The same package with some of its parts written otherwise, or left out. */
const changed = (bytes: Uint8Array, change: (parts: Record<string, string>) => void): Uint8Array => {
  const parts = textsOf(bytes);
  change(parts);
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, strToU8(content)])),
  );
};

/** A firm's presentation: four to three, two slides of its own, a layout of another name that has no footer. */
const firm = (): Uint8Array =>
  changed(
    renderDeck([title('Firm'), section('One', {}, [text('a')]), section('Two', {}, [text('b')])], {}),
    (parts) => {
      const replace = (name: string, from: RegExp, to: string) => {
        const before = parts[name]!;
        parts[name] = before.replace(from, to);
        expect(parts[name], `${from} in ${name}`).not.toBe(before);
      };
      replace('ppt/presentation.xml', /cx="12192000" cy="6858000"/, 'cx="9144000" cy="6858000"');
      replace('ppt/slideLayouts/slideLayout1.xml', /name="Title Only"/, 'name="Firm page"');
      replace(
        'ppt/slideLayouts/slideLayout1.xml',
        /<p:sp>(?:(?!<p:sp>)[\s\S])*?type="ftr"[\s\S]*?<\/p:sp>/,
        '',
      );
      replace('ppt/theme/theme1.xml', /0B62A4/, '7A0019');
    },
  );

describe('a deck', () => {
  let blocks: Block[];
  let deck: Uint8Array;

  beforeAll(async () => {
    const loaded = await loadOrganisation('examples/tindle-and-moss/org.yaml', disk, { ruleIds });
    const report = evaluate(loaded, { version: 'test', seats: true });
    blocks = flat(pageBlocks({ date: '2026-11-30', privacy: [], report }));
    deck = renderDeck(blocks, { date: '2026-11-30' });
  });

  test('is a package in which everything is where it is said to be', () => {
    expect(faultsIn(deck)).toEqual([]);
  });

  test('is the same to the byte twice, and holds no day but the one that it is given', () => {
    expect(renderDeck(blocks, { date: '2026-11-30' })).toEqual(deck);
    const { 'docProps/core.xml': core } = textsOf(deck);
    expect(core).toContain('2026-11-30T00:00:00Z');
    expect(textsOf(renderDeck(blocks, {}))['docProps/core.xml']).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  });

  test('has at most eighteen pages and the appendix, each with a title, “Draft”, its number and notes', () => {
    const slides = slidesOf(deck);
    const shown = slides.filter((xml) => !xml.includes('Appendix · Draft'));
    expect(shown.length).toBeGreaterThan(8);
    expect(shown.length).toBeLessThanOrEqual(MOST_PAGES);
    expect(slides.length).toBeGreaterThan(shown.length);
    for (const xml of slides) {
      expect(xml).toMatch(/type="title"\/>[\s\S]*?<a:t>[^<]+<\/a:t>/);
      expect(xml).toContain('Draft · ');
      expect(xml).toContain('type="slidenum"');
    }
    expect(Object.keys(textsOf(deck)).filter((name) => /notesSlides\/[^/]*\.xml$/.test(name))).toHaveLength(
      slides.length,
    );
  });

  test('says which subjects it has no page for', () => {
    const many = Array.from({ length: 70 }, (_, at) => section(`Subject ${at}`, {}, [text('a')]));
    const slides = slidesOf(renderDeck(many, {}));
    expect(slides).toHaveLength(MOST_PAGES + 40 + 1);
    expect(slides.join('')).toContain('12 more subjects are in the other formats only');
    expect(slides.join('')).toContain('Subject 69');
  });

  test('says beside every chart and every picture where it is from, and in the notes what its figures mean', () => {
    const drawn = slidesOf(deck).filter((xml) => /c:chart |custGeom|cxnSp/.test(xml));
    expect(drawn.length).toBeGreaterThan(4);
    for (const xml of drawn) expect(xml).toMatch(/Source: org\.yaml, computed by orgdesign/);
    const notes = Object.entries(textsOf(deck)).flatMap(([name, xml]) =>
      /notesSlides\/[^/]*\.xml$/.test(name) ? [xml] : [],
    );
    expect(notes.join()).toMatch(/\(silos\.count\): How many separate departments .* Source: /);
  });

  test('has charts whose workbook holds the categories, the series and the figures that they show, and locks none', async () => {
    const parts = unzipSync(deck);
    const charts = Object.keys(parts).filter((name) => /^ppt\/charts\/[^/]*\.xml$/.test(name));
    expect(charts.length).toBeGreaterThan(2);
    for (const name of charts) {
      const xml = strFromU8(parts[name]!);
      const rels = strFromU8(parts[name.replace('charts/', 'charts/_rels/').concat('.rels')]!);
      const book = parts[`ppt/embeddings/${/embeddings\/([^"]*)"/.exec(rels)![1]}`]!;
      const shown = (part: string) =>
        [...xml.matchAll(new RegExp(`<c:${part}>.*?</c:${part}>`, 'gs'))].map(([cache]) =>
          [...cache.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => plainText(decoded(value!))),
        );
      const rows: string[][] = [];
      const table = await xlsxTable('chart.xlsx', book, undefined, () => 0, new Journal());
      await table.read(
        (cells) => rows.push([...cells]),
        () => {},
      );
      const [head, ...body] = rows;
      expect(head!.slice(1)).toEqual(shown('tx').flat());
      expect(body.map(([category]) => category)).toEqual(shown('cat')[0]);
      expect(head!.slice(1).map((_, at) => body.map((row) => Number(row[at + 1])))).toEqual(
        shown('val').map((values) => values.map(Number)),
      );
      expect(strFromU8(unzipSync(book)['xl/worksheets/sheet1.xml']!)).not.toMatch(/Protection|autoFilter/);
    }
  });

  test.each([
    [
      'a part that has a type and is not there',
      (parts: Record<string, string>) => void delete parts['ppt/slides/slide1.xml'],
    ],
    [
      'two shapes of one number',
      (parts: Record<string, string>) => {
        parts['ppt/slides/slide2.xml'] = parts['ppt/slides/slide2.xml']!.replaceAll(
          /<p:cNvPr id="3"/g,
          '<p:cNvPr id="2"',
        );
      },
    ],
    [
      'a text without a paragraph',
      (parts: Record<string, string>) => {
        parts['ppt/slides/slide1.xml'] = parts['ppt/slides/slide1.xml']!.replace(
          /<a:lstStyle\/>[\s\S]*?<\/p:txBody>/,
          '<a:lstStyle/></p:txBody>',
        );
      },
    ],
    [
      'a relationship that leads nowhere',
      (parts: Record<string, string>) => {
        const name = 'ppt/slides/_rels/slide1.xml.rels';
        parts[name] = parts[name]!.replace('slideLayout1.xml', 'slideLayout9.xml');
      },
    ],
    [
      'a line that is glued to nothing',
      (parts: Record<string, string>) => {
        const [name] = Object.entries(parts).find(([, xml]) => xml.includes('<p:cxnSp>'))!;
        parts[name] = parts[name]!.replace(/<a:endCxn [^>]*>/, '');
      },
    ],
    [
      'a control character',
      (parts: Record<string, string>) => {
        parts['ppt/slides/slide1.xml'] = parts['ppt/slides/slide1.xml']!.replace('<a:t>', '<a:t>\u0001');
      },
    ],
    [
      'letters below ten points',
      (parts: Record<string, string>) => {
        parts['ppt/slides/slide1.xml'] = parts['ppt/slides/slide1.xml']!.replace(/ sz="\d+"/, ' sz="900"');
      },
    ],
  ])('with %s is refused by the check', (_, change) => {
    expect(faultsIn(changed(deck, change))).not.toEqual([]);
  });

  test('in a template keeps its masters, layouts, theme and slides to the byte, and stands after them', () => {
    const template = firm();
    const said: string[] = [];
    const made = renderDeck(blocks, { templateBytes: template, tell: (message) => said.push(message) });
    expect(faultsIn(made)).toEqual([]);
    const [before, after] = [unzipSync(template), unzipSync(made)];
    for (const [name, content] of Object.entries(before))
      if (!['[Content_Types].xml', 'ppt/presentation.xml', 'ppt/_rels/presentation.xml.rels'].includes(name))
        expect(after[name], name).toEqual(content);
    const order = (bytes: Uint8Array) =>
      [...textsOf(bytes)['ppt/presentation.xml']!.matchAll(/<p:sldId id="(\d+)"/g)].map(([, id]) => id);
    expect(order(made).slice(0, 2)).toEqual(order(template));
    expect(order(made).length).toBe(slidesOf(made).length);
    expect(order(made).length).toBeGreaterThan(12);
    expect(said).toEqual([
      'The template’s layout has no placeholder for a footer: “Draft” stands in a text box.',
    ]);
    for (const xml of slidesOf(made).slice(2)) expect(xml).toContain('Draft');
    // What is placed stands inside the narrower page.
    for (const xml of slidesOf(made).slice(2))
      for (const [, x, width] of xml.matchAll(/<a:off x="(\d+)" y="\d+"\/><a:ext cx="(\d+)"/g))
        expect(Number(x) + Number(width)).toBeLessThanOrEqual(9_144_000 + 400_000);
  });

  test('is measured in the font of the theme, which may be broader', () => {
    const lines = () => lineCount('a question of some length '.repeat(20), 300, 12);
    expect(inFont('Verdana', lines)).toBeGreaterThan(inFont('Arial', lines));
    expect(inFont('Arial', lines)).toBe(lines());
  });

  test.each([
    ['no archive', strToU8('firm'), /damaged/],
    ['a locked one', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), /locked by a password/],
    ['an archive of something else', zipSync({ 'a.txt': strToU8('a') }), /it has no ppt\/presentation\.xml/],
    ['one with macros', zipSync({ 'ppt/vbaProject.bin': strToU8('a') }), /macros/],
  ])('refuses a template that is %s', (_, template, message) => {
    expect(() => renderDeck(blocks, { templateBytes: template })).toThrow(message);
  });

  test('whatever the texts is a sound package, in which no text is markup', () => {
    const elements = (bytes: Uint8Array) =>
      slidesOf(bytes)
        .join('')
        .match(/<(?!a:(?:r|rPr|t|solidFill|schemeClr|endParaRPr|p|pPr|tr|tc)\b)[a-z]+:\w+/g)!
        .filter(
          (tag) => !/^<a:(?:txBody|bodyPr|lstStyle|tcPr|ln|lumMod|lumOff|lnSpc|spc|buNone|noFill)/.test(tag),
        );
    const made = (word: (fragment: string) => string) =>
      renderDeck(
        [
          title(word(MIXED.join(''))),
          section(word(MIXED[0]!), {}, [list(FRAGMENTS.slice(0, 20).map(word))]),
          section(word(MIXED[1]!), {}, [list(FRAGMENTS.slice(20, 40).map(word))]),
          section(word(MIXED[2]!), {}, [list(FRAGMENTS.slice(40).map(word))]),
          section(word(MIXED[3]!), {}, [
            table(
              [word(MIXED[0]!)],
              [{ rows: FRAGMENTS.map((one) => ({ label: word(one), cells: [word(one)] })) }],
            ),
          ]),
          section('Bars', {}, [
            chart(
              word(MIXED[1]!),
              {
                form: 'bars',
                keys: FRAGMENTS.slice(0, 8).map(word),
                unit: '',
                bars: FRAGMENTS.map((one) => ({ label: word(one), values: [1, 1, 1, 1, 1, 1, 1, 1] })),
              },
              { source: word(MIXED[2]!), twin: table([], []) },
            ),
          ]),
        ],
        {},
      );
    const hostile = made((fragment) => `${fragment}x`);
    expect(faultsIn(hostile)).toEqual([]);
    const kinds = (bytes: Uint8Array) => [...new Set(elements(bytes))].sort();
    expect(kinds(hostile)).toEqual(kinds(made(() => 'x')));
    expect(Object.values(textsOf(hostile)).join('')).not.toContain('<script');
    fc.assert(
      fc.property(
        anyBlocks(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'binary', maxLength: 12 }))),
        (all) => {
          expect(faultsIn(renderDeck(all, {}))).toEqual([]);
        },
      ),
      { numRuns: runs(8) },
    );
  });
});

describe('orgdesign report -o deck.pptx', () => {
  const files = { 'org.yaml': readFileSync('examples/tindle-and-moss/org.yaml', 'utf8') };

  test('writes a deck, in a template where one is named, and says what that lacks', async () => {
    const { code, stderr, bytes } = await command(
      ['report', 'org.yaml', '--template', 'firm.pptx', '-o', 'deck.pptx'],
      {
        files: { ...files, 'firm.pptx': firm() },
      },
    );
    expect(code).toBe(0);
    expect(stderr).toContain('no placeholder for a footer');
    expect(faultsIn(bytes.get('deck.pptx')!)).toEqual([]);
  });

  test('refuses a template where no deck is written, and a deck for a terminal', async () => {
    const page = await command(['report', 'org.yaml', '--template', 'firm.pptx', '-o', 'r.html'], { files });
    expect([page.code, page.stderr]).toEqual([2, expect.stringContaining('--template is for a deck')]);
    const shown = await command(['report', 'org.yaml', '--format', 'pptx'], { files });
    expect([shown.code, shown.stderr]).toEqual([2, expect.stringContaining('no text for a terminal')]);
  });
});
