import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../../src/numbers/random.ts';
import { SourceText } from '../../../src/source/source-text.ts';
import { parseYaml } from '../../../src/source/yaml/library.ts';
import { readPlainYaml } from '../../../src/source/yaml/plain.ts';
import { itemLines, mapLines } from '../../../src/write/lines.ts';

const examples = fileURLToPath(new URL('../../../examples', import.meta.url));
const files = readdirSync(examples, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ name, text: readFileSync(join(examples, name), 'utf8') }));

/** What the library makes of a text; undefined for a fault. */
const byLibrary = (text: string) => {
  const parsed = parseYaml(new SourceText('org.yaml', '', text));
  return 'root' in parsed && parsed.faults.length === 0 ? parsed.root : undefined;
};

const PLAIN = `# A company
version: 1
name: Acme   # since 1911
asOf: 2026-06-30
description: "It said: \\"no\\"\\n"
other: 'it''s'
empty:
nothing: ~
numbers: [1, -2.50, 1e3, +4, .5, 00123, 123456789012345678901234567890]
words: [true, False, NULL, yes, nullable, 1x, a b, http://x/y, a#b]
practices: { strategy-clear: yes, "quoted":1, 'x y': [ ], }

departments:
- id: sales
  head: p1
  kinds:
    - - deep
      - {}
- { id: care,
    # below
    name: Care }
people:
  - id: p1
    #  a remark
    name: Ünal 😀
  # another
  -   { id: p2 }
  - [
      p3,
      p4 , "p5"
    ]
folded: "a text \\"that\\"
  goes  on
  # as it was"
apart:
  "on a line of its own"
teams:
    t1: { lead: p1 }
`;

const TOKENS = [
  ...' |  |\n|\n\n|\r\n|\t|- |: |:|#| #|# c\n| # c\n|\n#c\n|"|\\|[|]|{|}|, |,|&a |*a|!t |> |? |%|@|--- |\n---\n|\n...\n'.split(
    '|',
  ),
  ..."'|<<: |~|True|0x1F|.inf|1e5|-|\u00a0|\ufeff|\u2028|key: v|\n  |\n- |[a, b]|{a: 1}|\\x41|:\n|: # c\n|,\n|\n]|\n  }".split(
    '|',
  ),
  '|',
];

describe('plain YAML', () => {
  it('is read as the library reads it, or is left to it, whatever a text is changed to', () => {
    const random = randomFrom(20_261_130);
    const below = (most: number) => Math.floor(random() * most);
    const pick = <Value>(values: readonly Value[]) => values[below(values.length)]!;
    const texts = [PLAIN, ...files.map(({ text }) => text)].map((text) => text.split('\n'));

    /** Some lines of a file, as far to the left as they go. */
    const extract = (): string => {
      const lines = random() < 0.5 ? texts[0]! : pick(texts);
      const from = below(lines.length);
      const some = lines.slice(from, from + 1 + below(14));
      const indents = some.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
      return some.map((line) => line.slice(Math.min(...indents, 20))).join('\n');
    };
    const changed = (text: string): string => {
      const at = below(text.length + 1);
      const way = random();
      if (way < 0.6) return text.slice(0, at) + pick(TOKENS) + text.slice(at + (way < 0.4 ? 0 : below(3)));
      const lines = text.split('\n');
      const line = below(lines.length);
      if (way < 0.8) lines[line] = ' '.repeat(below(6)) + lines[line]!.trimStart();
      else lines.splice(line, way < 0.9 ? 1 : 0, pick(lines));
      return lines.join('\n');
    };

    const different: string[] = [];
    let plain = 0;
    let faulty = 0;
    for (let count = 0; count < 2000; count++) {
      let text = extract();
      for (let changes = below(4); changes > 0; changes--) text = changed(text);
      if (random() < 0.05) text = text.replaceAll('\n', '\r\n');
      const read = readPlainYaml(text);
      if (read !== undefined) {
        plain++;
        if (!isDeepStrictEqual(read, byLibrary(text))) different.push(text);
      } else if (count < 500 && byLibrary(text) === undefined) faulty++;
    }
    expect(different).toEqual([]);
    // So that neither a reader that reads nothing nor changes that break nothing pass.
    expect(plain).toBeGreaterThan(450);
    expect(faulty).toBeGreaterThan(100);
  });

  it('is what all of this is, and what the examples are written in', () => {
    for (const { text } of [...files, { text: PLAIN }, { text: PLAIN.replaceAll('\n', '\r\n') }]) {
      const read = readPlainYaml(text);
      expect(read).toBeDefined();
      expect(isDeepStrictEqual(read, byLibrary(text))).toBe(true);
    }
  });

  it('is what the product writes', () => {
    const words = (count: number) => Array.from({ length: count }, (_, at) => `word${at}: "x"`).join(' ');
    const values = { text: words(40), list: [words(30), words(2), 'yes', '', '00123', ' a '], number: -1.5 };
    const text = ['version: 1', 'assumptions:', ...itemLines(values), ...mapLines('practices', values)].join(
      '\n',
    );
    expect(text.split('\n').length).toBeGreaterThan(20);
    const read = readPlainYaml(text);
    expect(read).toBeDefined();
    expect(isDeepStrictEqual(read, byLibrary(text))).toBe(true);
  });

  it.each([
    ['an anchor', 'a: &x 1\n'],
    ['an alias', 'a: *x\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a merge key', 'a: { <<: { b: 1 } }\n'],
    ['a directive', '%YAML 1.2\n---\na: 1\n'],
    ['a second document', 'a: 1\n---\nb: 1\n'],
    ['a text of several lines', 'a: b\n  c\n'],
    ['a text of several lines in single quotes', "a: 'b\n  c'\n"],
    ['a text of several paragraphs', 'a: "b\n\n  c"\n'],
    ['a text that goes on too far to the left', 'a:\n  b: "c\n  d"\n'],
    ['a key of several lines', '{ "a\n  b": c }\n'],
    ['a literal text', 'a: |\n  b\n'],
    ['a tab', 'a:\n\tb: 1\n'],
    ['an explicit key', '? a\n: b\n'],
    ['a second colon', 'a: b: c\n'],
    ['an open bracket', 'a: [b\n'],
    ['two indentations', 'a:\n    b: 1\n  c: 2\n'],
    ['no map and no list', 'a\n'],
    ['nothing', '# a\n'],
    ['too deep', `a: ${'['.repeat(60)}${']'.repeat(60)}\n`],
    ['too many remarks', `${'#\n'.repeat(100_001)}a: 1\n`],
  ])('is not: %s', (_, text) => {
    expect(readPlainYaml(text)).toBeUndefined();
  });
});
