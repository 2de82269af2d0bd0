import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type FoundPattern, patternsOf } from './support/source-code.ts';

const modules = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);

/** Only what may repeat without end can take longer than in proportion. */
const repeats = ({ pattern }: FoundPattern): boolean => /[*+]|\{\d+,\}/.test(pattern.source);

const patterns = modules.flatMap((module) =>
  patternsOf(readFileSync(join('src', module), 'utf8')).map((found) => ({ module, ...found })),
);

/** What repeats in hostile texts: each kind of character that a pattern may loop on, alone and between others. */
const REPEATED = [
  ...[
    ' ',
    '\t',
    '\n',
    '\r',
    '\r\n',
    '0',
    '1',
    'a',
    'A',
    'é',
    '\u0301',
    '\u200b',
    '\ud800',
    '\u0000',
    '€',
    '字',
  ],
  ...[
    '-',
    '.',
    ',',
    ';',
    ':',
    '#',
    '(',
    ')',
    '{',
    '[',
    '"',
    "'",
    '/',
    '\\',
    '@',
    '|',
    '=',
    '%',
    '_',
    '*',
    '!',
  ],
  ...[
    'a ',
    ' a',
    '1,',
    '1.',
    '(a)',
    '( ',
    '::',
    '##',
    '#\u200b',
    ': ',
    '#\n',
    ' \n',
    '- ',
    '\n#',
    '\n- ',
    'a:\n',
  ],
  ...['{person:', '\u001b[0m', '0m', '=\n', '."', ".'", 'a-', '1-', '\n:', '#a', '%\t'],
];
const BEFORE = ['', 'a'];
const AFTER = ['', '!', '\n!'];

/** Words of a pattern, which its loops may begin with. */
const wordsOf = ({ source }: RegExp): string[] => [
  ...new Set(source.replace(/\\./g, ' ').match(/[a-z]{2,}/gi) ?? []),
];

/** Milliseconds of this process alone, the least of several: others on the machine must not decide. */
const least = (times: number, work: () => void): number => {
  let best = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time++) {
    const start = process.cpuUsage().user;
    work();
    best = Math.min(best, process.cpuUsage().user - start);
  }
  return best / 1000;
};

/** Each long enough to tell the next worse kind: exponential, cubic, quadratic. A linear one takes far less than this of any. */
const LENGTHS = [20, 40, 80, 160, 500, 2_000];
const WORTH_A_LOOK = 1;
const FACTOR = 4;
const LONG = 100_000;

/** The text on which a pattern takes more than in proportion to its length, if there is one. */
const superlinearOn = ({ pattern, splits }: FoundPattern): string | undefined => {
  const all = splits ? new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, '')}g`) : pattern;
  const run = (text: string) => void (all.global ? text.replace(all, '') : text.search(all));
  const isSlow = (make: (length: number) => string, length: number): boolean => {
    const text = make(length);
    if (least(1, () => run(text)) < WORTH_A_LOOK || least(2, () => run(text)) < WORTH_A_LOOK) return false;
    if (length < LENGTHS.at(-1)!) return true;
    const longer = make(length * FACTOR);
    return least(2, () => run(longer)) > 2 * FACTOR * least(3, () => run(text));
  };
  for (const part of [...REPEATED, ...wordsOf(pattern)])
    for (const before of [...BEFORE, ...wordsOf(pattern).slice(0, 2)])
      for (const after of AFTER) {
        const make = (length: number) => before + part.repeat(Math.ceil(length / part.length)) + after;
        if (LENGTHS.some((length) => isSlow(make, length))) return JSON.stringify([before, part, after]);
      }
  for (const part of [' ', 'a', '0', '-']) run(`${part.repeat(LONG)}!`);
  return undefined;
};

test('the regular expressions of the sources are found', () => {
  expect(patterns.length).toBeGreaterThan(100);
  expect(patternsOf("const a = 1 / 2; // /no/\nx.split(/a+/u, 2); '/no/'; /b/.test(c)")).toMatchObject([
    { pattern: /a+/u, splits: true },
    { pattern: /b/, splits: false },
  ]);
});

test('one that takes time by the square of the text is told', () => {
  for (const pattern of [/\s+$/, /\d+,/g, /\s*\(/, /:.*-/, /^(?:\s*(?:#.*)?(?:\r?\n|$))*x/])
    expect(superlinearOn({ pattern, splits: false })).toBeDefined();
}, 120_000);

test('those that are put together when the program starts repeat nothing without end', () => {
  const made = modules.flatMap((module) =>
    [
      ...readFileSync(join('src', module), 'utf8').matchAll(/new RegExp\(([\s\S]*?)\n?\s*'[a-z]*',?\s*\)/g),
    ].map(([, source]) => ({ module, source: source!.replace(/\$\{[^}]*\}/g, '') })),
  );
  expect(made.length).toBeGreaterThan(3);
  expect(made.filter(({ source }) => /(?<!\\)[*+](?![^[]*\])|\{\d+,\}/.test(source))).toEqual([]);
});

test('each takes time in proportion to the text, also on hostile ones', () => {
  const slow = patterns.filter(repeats).flatMap((one) => {
    const on = superlinearOn(one);
    return on === undefined ? [] : [`${one.module}: ${one.pattern} on ${on}`];
  });
  expect(slow).toEqual([]);
}, 600_000);
