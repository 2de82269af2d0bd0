import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alternatives, closest, counted, printable, quoted, withoutCommands } from '../../src/base/text.ts';
import { codeFrame } from '../../src/source/frame.ts';
import { SourceText } from '../../src/source/source-text.ts';

describe('commands of a runner', () => {
  it.each([
    ['a ##[error]b', 'a \ufffd#[error]b'],
    ['#\u200b#\u00ad[a]', '\ufffd\u200b#\u00ad[a]'],
    ['a\n  ::error::b', 'a\n  \ufffd:error::b'],
    ['\u200b::a', '\u200b\ufffd:a'],
    ['\u001b[1m::a', '\u001b[1m\ufffd:a'],
    ['a::b # ## [c] #', 'a::b # ## [c] #'],
  ])('%j is shown as %j', (text, shown) => {
    expect(withoutCommands(text)).toBe(shown);
    expect(withoutCommands(shown)).toBe(shown);
  });
});

describe('printable', () => {
  it('replaces what a terminal would act upon, one for one', () => {
    const hostile = '\0\x07\x1b[31m\x7f\x85\x9b\n\r\t\u061c\u200e\u202e\u2028\u2029\u2066\u2069\ud800x\udc00';
    const shown = printable(hostile);
    expect(shown).toHaveLength(hostile.length);
    expect(shown.replaceAll('\ufffd', '')).toBe('[31mx');
  });

  it('leaves other text alone, also emoji with their joiners', () => {
    const text = 'Zoë Müller 王 نگار\u200cنگار 👩‍👩‍👧 “x”';
    expect(printable(text)).toBe(text);
  });

  it('twice is as good as once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => printable(printable(text)) === printable(text)),
    );
  });
});

describe('words', () => {
  it('are suggested where they are close', () => {
    expect(closest('Sales Force', ['marketing', 'sales-force'])).toBe('sales-force');
    expect(closest('soild', ['dotted', 'solid'])).toBe('solid');
    expect(closest('x', ['marketing'])).toBeUndefined();
    expect(closest('x'.repeat(1000), ['x'])).toBeUndefined();
  });

  it('are joined, counted and quoted', () => {
    expect([alternatives([]), alternatives(['a']), alternatives(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a, b or c',
    ]);
    expect([counted(1, 'person', 'people'), counted(1204, 'row')]).toEqual(['1 person', '1,204 rows']);
    expect([quoted('a\nb'), quoted('abcdef', 4)]).toEqual(['"a\ufffdb"', '"abc…"']);
  });
});

describe('places in a text', () => {
  it('count lines of every kind', () => {
    const source = new SourceText('a.txt', '', 'one\r\ntwo\rthree\nfour');
    const places = [0, 5, 9, 15, 99].map((offset) => source.position(offset));
    expect(places.map(({ line, column }) => [line, column])).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
      [4, 1],
      [4, 5],
    ]);
  });

  it('are those that splitting at line breaks gives', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '\n', '\r\n', '\r'), maxLength: 20 }),
        fc.nat(20),
        (text, at) => {
          const offset = Math.min(at, text.length);
          if (text.slice(offset - 1, offset + 1) === '\r\n') return;
          const before = text.slice(0, offset).split(/\r\n|\n|\r/);
          const { line, column } = new SourceText('a', '', `${text}x`).position(offset);
          expect([line, column]).toEqual([before.length, before.at(-1)!.length + 1]);
        },
      ),
    );
  });

  it('are shown with context, cut around the column', () => {
    const lines = ['short', `${'a'.repeat(150)} here ${'b'.repeat(150)}`, 'x\ty\x1b[0m'];
    const frame = codeFrame((line) => lines[line - 1]!, 3, { file: 'a', line: 2, column: 152 });
    const [, marked, marker, after] = frame.split('\n');
    expect(marked).toMatch(/^> 2 \| …a+ here b+…$/);
    expect(marked!.slice(marker!.indexOf('^')).slice(0, 4)).toBe('here');
    expect(marker).toMatch(/ \^\^\^\^$/);
    expect(after).toBe('  3 |');
    expect(Math.max(...frame.split('\n').map((line) => line.length))).toBeLessThan(120);
  });
});
