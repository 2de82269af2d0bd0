import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  ANSWERABLE,
  choicesFor,
  type GivenValue,
  readAnswer,
  readGiven,
} from '../../src/schema/input/answers.ts';
import { withAnswers } from '../../src/write/answers.ts';

const given = (...entries: readonly string[]): GivenValue[] =>
  entries.map((entry) => {
    const read = readGiven(entry);
    if ('fault' in read) throw new Error(read.fault);
    return read;
  });

const written = (text: string, ...entries: readonly string[]): string =>
  withAnswers(text, given(...entries))!;

describe('answers in a file', () => {
  test('change one line each and nothing else, comments included', () => {
    const text = readFileSync(new URL('../../examples/halden/org.yaml', import.meta.url), 'utf8');
    const before = text.split('\n');
    const after = written(text, 'context.collaboration=good', 'context.paybackYears=2').split('\n');
    expect(after.length).toBe(before.length + 1);
    expect(before.filter((line) => !after.includes(line))).toEqual(['  collaboration: mixed']);
    expect(parse(after.join('\n')).context).toMatchObject({ collaboration: 'good', paybackYears: 2 });
  });

  test.each([
    ['a file without the areas', 'version: 1\nname: X # n\npeople: []\n'],
    ['maps on one line', 'version: 1\nname: X\ncontext: { market: b2b }\npractices: {}\npeople: []\n'],
    ['a file on one line', '{version: 1, name: X, people: []}'],
    ['areas with nothing in them', 'version: 1\nname: X\ncontext:\npractices:\n  # none\npeople: []'],
    ['keys with nothing behind them', 'version: 1\nname: X\ncontext:\n  market: # which\npeople: []\n'],
    ['ends of lines of Windows', 'version: 1\r\nname: X\r\ncontext:\r\n  market: b2c\r\npeople: []\r\n'],
    [
      'an answer with a note',
      'version: 1\npractices:\n  strategy-clear:\n    answer: no\n    note: |\n      b\n\npeople: []\n',
    ],
    ['comments between', 'version: 1\ncontext:\n  # a\n  staff: 3 # b\n  # c\n\n# d\npeople: []\n'],
  ])('are written into %s', (_, text) => {
    const after = written(text, 'context.market=b2b', 'practices.strategy-clear=partly', 'context.staff=50');
    const { answer = undefined, note = undefined } =
      typeof parse(after).practices['strategy-clear'] === 'object'
        ? parse(after).practices['strategy-clear']
        : {};
    expect(parse(after).context).toMatchObject({ market: 'b2b', staff: 50 });
    expect(answer ?? parse(after).practices['strategy-clear']).toBe('partly');
    expect(note).toBe(parse(text).practices?.['strategy-clear']?.note);
    for (const comment of text.match(/#.*/g) ?? []) expect(after).toContain(comment.trimEnd());
    expect(after.includes('\r\n')).toBe(text.includes('\r\n'));
    expect(after.replaceAll('\r\n', '')).not.toContain('\r');
    // The same answers again change nothing.
    expect(written(after, 'context.market=b2b', 'practices.strategy-clear=partly')).toBe(after);
  });

  test('are refused where the file leaves no place for them', () =>
    expect(
      withAnswers('x-a: &a { market: b2b }\nversion: 1\ncontext: *a\n', given('context.market=b2c')),
    ).toBe(undefined));
});

test('every word that a key takes can be answered and written, and nothing else', () => {
  for (const key of ANSWERABLE) {
    for (const choice of choicesFor(key)) {
      const read = readAnswer(key, choice);
      expect('key' in read && parse(withAnswers('version: 1\n', [read])!)).toMatchObject({
        [key.split('.')[0]!]: { [key.split('.')[1]!]: choice },
      });
    }
    expect(readAnswer(key, key === 'context.targetMarkets' ? '' : 'nothing of it')).toHaveProperty('fault');
  }
});
