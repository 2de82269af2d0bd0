import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { flowLines, WIDTH } from '../../src/write/lines.ts';
import { flow, withoutEmpty } from '../../src/write/yaml.ts';

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      'Sales',
      'no',
      'Null',
      'a: b',
      'R&D',
      'a #b',
      '~',
      '',
      ' x',
      'naïve 表',
      "d'Or",
      '12',
      '-',
    ),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.boolean(),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.string({ maxLength: 6 }), tie('any'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).any;

test('YAML reads back whatever value is written on one line', () => {
  fc.assert(
    fc.property(value, (one) => {
      expect(parse(flow(one))).toEqual(one);
    }),
  );
});

test('YAML reads back text that had to be broken over lines', () => {
  const words = fc.array(fc.constantFrom('word', 'a: b', '#', 'yes', 'words,'), {
    minLength: 1,
    maxLength: 60,
  });
  fc.assert(
    fc.property(words, (list) => {
      const text = list.join(' ');
      const lines = flowLines('key: ', text, '  ');
      expect(parse(lines.join('\n'))).toEqual({ key: text });
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(WIDTH);
    }),
  );
});

test('what is not given is left out, and what is nought or false is not', () => {
  expect(withoutEmpty({ a: '', b: Number.NaN, c: [], d: undefined, e: 0, f: false, g: {} })).toEqual({
    e: 0,
    f: false,
    g: {},
  });
});
