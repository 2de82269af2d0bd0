import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import {
  type Block,
  dim,
  facts,
  findings,
  flat,
  list,
  pairs,
  section,
  strong,
  table,
  text,
  title,
  together,
  toned,
} from '../../src/render/block.ts';
import type { RenderOptions } from '../../src/render/format.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { anyText, CONTROLS } from '../support/hostile-text.ts';
import { elementsOf } from '../support/markdown-elements.ts';
import { runs } from '../support/runs.ts';
import { commandsIn } from '../support/workflow-commands.ts';
import { anyBlocks } from './any-blocks.ts';

const PLAIN: RenderOptions = { columns: 80, color: false, quiet: false };

const atTerminal = (blocks: readonly Block[], options: Partial<RenderOptions> = {}) =>
  renderTerminal({ value: null, blocks }, { ...PLAIN, ...options });
const inMarkdown = (blocks: readonly Block[], options: Partial<RenderOptions> = {}) =>
  renderMarkdown({ value: null, blocks }, { ...PLAIN, ...options });

/** What fails is told as it is: so much could be made smaller that it would take minutes. */
const RUNS = { numRuns: runs(60), endOnFailure: true };

/** Neither blank, which would leave an item without anything, nor all of it invisible. */
const word = anyText.map((words) => `a${words}z`);

/** The same blocks with `x` in the place of every text that `word` made. */
const tame = (blocks: readonly Block[]): readonly Block[] =>
  JSON.parse(JSON.stringify(blocks), (key, value: unknown) =>
    typeof value === 'string' && /^a.*z$/su.test(value) && key !== 'kind' ? 'x' : value,
  );

describe('blocks of every kind, whatever the texts in them', () => {
  test('at a terminal are harmless, no wider than it, and the same with and without colours', () => {
    fc.assert(
      fc.property(anyBlocks(word), fc.constantFrom(40, 80, 130), (blocks, columns) => {
        const shown = atTerminal(blocks, { columns });
        expect(shown).toMatch(/[^\n]\n$/);
        expect(shown).not.toMatch(CONTROLS);
        expect(commandsIn(shown)).toEqual({ of: [], legacy: [] });
        const widest = Math.max(columns, 80);
        expect(shown.split('\n').filter((line) => stringWidth(line) > widest)).toEqual([]);
        const colored = atTerminal(blocks, { columns, color: true }).replace(/\u001b\[\d+m/g, '');
        expect(colored.replace(/ +$/gm, '')).toBe(shown.replace(/ +$/gm, ''));
      }),
      RUNS,
    );
  });

  test('in Markdown are the elements that they are with harmless texts', () => {
    fc.assert(
      fc.property(anyBlocks(word), (blocks) => {
        const page = inMarkdown(blocks);
        expect(page).toMatch(/[^\n]\n$/);
        expect(page).not.toMatch(CONTROLS);
        expect(commandsIn(page)).toEqual({ of: [], legacy: [] });
        expect(elementsOf(page)).toEqual(elementsOf(inMarkdown(tame(blocks))));
      }),
      RUNS,
    );
  });

  test('in Markdown are no longer than the place holds, and end what they begin', () => {
    fc.assert(
      fc.property(anyBlocks(word), fc.integer({ min: 200, max: 3000 }), (blocks, mostBytes) => {
        const page = inMarkdown(blocks, { mostBytes });
        expect(new TextEncoder().encode(page).length).toBeLessThanOrEqual(mostBytes);
        const count = (what: string) => page.split(what).length;
        expect(count('\n</details>')).toBe(count('<details>\n'));
      }),
      RUNS,
    );
  });
});

const numbers = (count: number) => Array.from({ length: count }, (_, at) => `n${at + 1}.`);

describe('a limit', () => {
  test('cuts a list at a terminal, says so, and cuts none elsewhere', () => {
    const blocks = [list(numbers(5), { limit: { most: 3 } })];
    expect(atTerminal(blocks)).toBe('  • n1.\n  • n2.\n  • n3.\n  and 2 more, see --format json\n');
    expect(inMarkdown(blocks)).toBe('- n1.\n- n2.\n- n3.\n- n4.\n- n5.\n');
  });

  test('cuts nothing where less would be left out than is worth it', () => {
    expect(atTerminal([list(numbers(4), { limit: { most: 3, least: 2 } })])).not.toContain('more');
  });

  test('says what is left out, and which format has it', () => {
    const limit = { most: 1, noun: 'flow', format: 'markdown' };
    expect(atTerminal([list(numbers(3), { limit })])).toContain('and 2 more flows, see --format markdown');
  });

  test('cuts members, and rows but for the sum', () => {
    const members = ['a', 'b', 'c', 'd'];
    expect(atTerminal([list([{ text: 'all', members }], { limitOfMembers: { most: 2 } })])).toBe(
      '  • all: a, b, … 2 more\n',
    );
    const rows = members.map((label) => ({ label, cells: ['1'], sum: label === 'd' }));
    const shown = atTerminal([table(['n'], [{ rows }], { limit: { most: 1 } })]);
    expect(shown.match(/^[a-d] /gm)).toEqual(['a ', 'd ']);
    expect(shown).toContain('and 2 more');
  });
});

describe('a section', () => {
  const figures = table(['n'], [{ rows: [{ label: 'People', cells: ['3'] }] }]);

  test('is headed by its title, and by its table where it opens with one', () => {
    expect(atTerminal([section('Moved', { count: '3 of 4' }, [text('All.')])])).toBe(
      'Moved  3 of 4\n  All.\n',
    );
    expect(atTerminal([section('Size', { count: '3' }, [figures])])).toContain('\nSize\n  People   3\n');
  });

  test('is a heading below that of the title in Markdown, or folds', () => {
    const blocks = (folds: boolean) => [
      title('T', { level: 3 }),
      section('S', { count: '1', folds }, [text('a')]),
    ];
    expect(inMarkdown(blocks(false))).toBe('### T\n\n#### S: 1\n\na\n');
    expect(inMarkdown(blocks(true))).toContain('<details>\n<summary>S: 1</summary>\n\na\n\n</details>\n');
  });
});

describe('at a terminal', () => {
  test('what stands together has no line between', () => {
    expect(atTerminal([together(title('T'), facts(['1 person', '2 seats'])), text('a')])).toBe(
      'T\n1 person · 2 seats\n\na\n',
    );
    expect(
      atTerminal([
        pairs([
          ['before', 'a'],
          ['after', 'b'],
        ]),
      ]),
    ).toBe('before  a\nafter   b\n');
  });

  test('items are led by a label, a number or a box, and notes stand below the text', () => {
    const items = [{ text: 'one', notes: [{ text: dim('why') }, { text: 'do it', advice: true }] }];
    expect(atTerminal([list(items)])).toBe('  • one\n    why\n    → do it\n');
    expect(atTerminal([list(items, { ordered: true })])).toBe('  1. one\n     why\n     → do it\n');
    expect(atTerminal([list([{ ...items[0]!, label: toned('bad', 'open') }])])).toBe(
      '  open     one\n           why\n           → do it\n',
    );
    expect(
      atTerminal([
        list([
          { text: 'one', done: true },
          { text: 'two', done: false },
        ]),
      ]),
    ).toBe('  [x] one\n  [ ] two\n');
  });

  test('a table that is too wide divides, each part with the first columns again', () => {
    const names = Array.from({ length: 12 }, (_, at) => `column${at}`);
    const rows = [{ label: 'People', cells: names.map((_, at) => `${at}`) }];
    const shown = atTerminal([table(names, [{ rows }], { divides: { repeat: 1, width: 10 } })]);
    expect(shown.match(/column0/g)!.length).toBe(3);
    for (const name of names) expect(shown).toContain(name);
  });

  test('a finding is told with its place, its rule and the change that would clear it', () => {
    const finding = {
      severity: 'warning' as const,
      message: 'Too small.',
      rule: 'team-too-small',
      at: { file: 'org.yaml', line: 3 },
      suggestion: { text: 'Join two.' },
    };
    expect(atTerminal([findings([finding])])).toBe(
      '  warning  Too small.\n           org.yaml:3 · team-too-small\n           → Join two.\n',
    );
    expect(inMarkdown([findings([{ ...finding, fails: true }])])).toBe(
      '- **warning:** Too small. · org.yaml:3 · team-too-small · To clear it: Join two.\n',
    );
  });
});

test('what is not to be said is left out where it would stand', () => {
  expect(flat([text('a'), false, [undefined, [text('b')]]])).toEqual([text('a'), text('b')]);
  expect(section('S', {}, [false, text('a')]).blocks).toEqual([text('a')]);
});

test('in Markdown a tone that weighs is marked, and a key is code', () => {
  expect(
    inMarkdown([text([strong(' given '), '(Bush) ', toned('key', 'a.`b'), toned('good', ' yes')])]),
  ).toBe(' **given** (Bush) `a.b` yes\n');
});
