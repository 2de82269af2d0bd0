import { describe, expect, it } from 'vitest';
import { linesOf, load, problemsOf } from './load-memory.ts';

const HEAD = 'version: 1\nname: Acme\npeople:\n';
/** A fault of a value at the end: it is told as well only where the rest of the file was looked at. */
const THEN = '  - { id: last, fte: x }\n';
const FTE = expect.stringContaining('people.fte: expected a number');

const told = async (people: string) =>
  (await linesOf(`${HEAD}${people}${THEN}`)).map((line) => line.replace('org.yaml:', ''));

describe('a line in the wrong column', () => {
  it.each<[string, string, string]>([
    [
      'a key too far left',
      '  - id: p1\n    title: CEO\n   level: 3\n',
      '6:4 This line is indented by 3, the keys of its entry by 4. | Indent it by 4 spaces.',
    ],
    [
      'a key too far right',
      '  - id: p1\n    title: CEO\n     level: 3\n',
      '6:6 This line is indented by 5, the keys of its entry by 4. | Indent it by 4 spaces.',
    ],
    [
      'an entry too far right',
      '  - { id: p1 }\n   - { id: p2 }\n',
      '5:4 This line is indented by 3, the entries of its list by 2. | Indent it by 2 spaces.',
    ],
    [
      'an entry with all its keys',
      '  - id: p1\n    title: x\n   - id: p2\n     title: y\n',
      '6:4 This line is indented by 3, the entries of its list by 2. | Indent it by 2 spaces.',
    ],
    [
      'a key below its dash',
      '  - id: p1\n  title: CEO\n',
      '5:3 This line is indented by 2, the keys of its entry by 4. | Indent it by 4 spaces.',
    ],
    [
      'lines that end as Windows ends them',
      '  - { id: p1 }\r\n - { id: p2 }\r\n',
      '5:2 This line is indented by 1, the entries of its list by 2. | Indent it by 2 spaces.',
    ],
  ])('is told on the line itself, with its column and the right one: %s', async (_, people, expected) => {
    expect(await told(people)).toEqual([expected, FTE]);
  });

  it('is told for each line, and as an entry among keys where that is meant', async () => {
    expect(
      await told('  - id: a\n    title: x\n   level: 1\n  - id: b\n    title: y\n     level: 2\n'),
    ).toEqual([expect.stringMatching(/^6:4 .* by 3,/), expect.stringMatching(/^9:6 .* by 5,/), FTE]);
    expect((await linesOf('version: 1\nname: x\npeople:\n  p1:\n    title: x\n  - id: p2\n'))[0]).toContain(
      'An entry of a list stands here among keys.',
    );
  });
});

describe('a sign or a space that is forgotten', () => {
  it.each<[string, string, string]>([
    [
      'behind the colon',
      '- id: p1\n- id:p2\n  title: Rep\n',
      '5:5 A space is missing behind the colon. | Write `id: p2`.',
    ],
    [
      'behind the dash',
      '- id: p1\n-id: p2\n  title: Rep\n',
      '5:1 A space is missing behind the dash. | Write `- id: p2`.',
    ],
  ])('is told once, and not the lines that follow: the space %s', async (_, people, expected) => {
    expect(await linesOf(`${HEAD}${people}`)).toEqual([expect.stringContaining(expected)]);
  });

  it('is told once: the colon behind a key', async () => {
    expect(await linesOf('version: 1\nname: Acme\npeople\n  - { id: p1 }\n  - { id: p2 }\n')).toEqual([
      expect.stringContaining('3:1 This key has no value: is a colon missing?'),
    ]);
  });
});

describe('a slip', () => {
  it.each<[string, string, string]>([
    [
      'braces forgotten',
      '  - { id: p1 }\n  - id: p6, title: Rep, manager: p1\n',
      '5:5 Several keys stand on one line, and not in braces. | Write `- { id: p6, title: Rep, manager: p1 }`, or each key on a line of its own.',
    ],
    ['a brace forgotten before', '  - id: p6, title: Rep }\n', '4:5 Several keys stand on one line'],
    ['a brace forgotten behind', '  - { id: p6, title: Rep\n', '4:5 A bracket { that opens here'],
    [
      'a comma forgotten',
      '  - { id: p1 title: CEO }\n',
      '4:14 A comma is missing before "title". | Write `p1, title: …`.',
    ],
    ['a comma behind a quote', '  - { id: "p1" title: CEO }\n', '4:16 A comma is missing before "title".'],
    [
      'a semicolon',
      '  - { id: p1; title: CEO }\n',
      '4:15 A comma is missing before "title". | Write `p1, title: …`.',
    ],
    ['a colon in a text', '  - { id: p1, title: Head: Sales }\n', '4:22 A second colon stands in this text.'],
    [
      'a glued colon',
      '  - id: p1\n    title:CEO\n',
      '5:10 A space is missing behind the colon. | Write `title: CEO`.',
    ],
    [
      'a glued colon in braces',
      '  - { id: p1, name:Ann }\n',
      '4:15 A space is missing behind the colon of "name". | Write `name: Ann`.',
    ],
    [
      'no colon',
      '  - id: p1\n    title CEO\n',
      '5:5 This key has no value: is a colon missing? | Write `title: CEO`.',
    ],
    [
      'an equals sign',
      '  - id: p1\n    title = CEO\n',
      '5:10 A colon and a space belong between a key and its value. | Write `title: CEO`.',
    ],
    ['a bullet', '  * id: p1\n', '4:3 A & or a * begins an anchor or an alias here.'],
    [
      'a list on the line of its key',
      '  - id: p1\n    secondary: - sales\n',
      '5:16 An entry of a list stands on the line of its key.',
    ],
    [
      'an open quote',
      '  - { id: p1, name: "Ann, title: CEO }\n',
      '4:21 A quote that opens here is never closed.',
    ],
    [
      'an open quote on a line',
      '  - id: p1\n    title: "CEO\n',
      '5:12 A quote that opens here is never closed.',
    ],
    [
      'an open list',
      '  - { id: p1, secondary: [sales, support }\n',
      '4:26 A bracket [ that opens here is never closed.',
    ],
    ['a bracket too many', '  - { id: p1 }}\n', '4:15 A bracket is closed here that is not open.'],
    [
      'text behind a quote',
      '  - { id: p1, title: "Head" of Sales }\n',
      '4:29 Something follows on what had ended',
    ],
    ['a sign', '  - { id: p1, title: @Head }\n', '4:22 Text cannot begin with this character.'],
    ['a tag', '  - { id: p1, title: !x Head }\n', '4:22 A word with `!` before it is a tag'],
    ['a #', '  - { id: p1, title: No #1, level: 2 }\n', '4:25 A # behind a space begins a comment'],
    ['tabs', '\t- id: p1\n\t  title: x\n', '4:1 A tab stands where YAML needs spaces.'],
    ['a backslash', '  - { id: p1, title: "C:\\q" }\n', '4:25 A backslash in double quotes'],
    ['no-break spaces', '\u00a0\u00a0- { id: p1 }\n', '4:1 A no-break space stands here'],
  ])('is told alone, and hides nothing that comes behind it: %s', async (_, people, expected) => {
    expect(await told(people)).toEqual([expect.stringContaining(expected), FTE]);
  });

  it('of glued dashes is told at each', async () => {
    expect(await linesOf(`${HEAD}  -id: p1\n  -id: p2\n`)).toEqual([
      expect.stringContaining('4:3 A space is missing behind the dash of an entry. | Write `- id: …`.'),
      expect.stringContaining('5:3 A space is missing'),
    ]);
  });

  it('in a number is told once, and not as a number too', async () => {
    expect(await told('  - { id: p1, costPerYear: 85 000,50, level: 3 }\n')).toEqual([
      expect.stringContaining('Write `costPerYear: 85000.5`.'),
      FTE,
    ]);
  });

  it('that repeats a list does not make those of the second strangers', async () => {
    const lines = await linesOf(
      'version: 1\nname: x\ndepartments:\n  - { id: s }\ndepartments:\n  - { id: t, heed: p1 }\npeople:\n  - { id: p1, department: t }\n',
    );
    expect(lines).toEqual([
      'org.yaml:5:1 The key "departments" is given twice; previously at line 3. | Remove one of them.',
      'org.yaml:6:14 Unknown key "heed" in departments. | Did you mean "head"?',
    ]);
  });
});

describe('who reports to whom, and who owns customers', () => {
  const rest = `
  - { id: p1 }
  - { id: p2, manager: p9x }
  - { id: p3, manager: p4 }
  - { id: p4, managers: [{ to: p3 }, { to: p1, kind: dotted }] }
  - { id: p6, manager: p6 }
customers:
  - { id: c1, owner: [p1, p33] }
`;

  it('is told in the run that refuses the file, and as what would not refuse it', async () => {
    const problems = await problemsOf(
      `version: 1\nname: x\ndepartments: [{ id: s, head: p7x }]\npeople:${rest}`,
    );
    expect(problems.map(({ message, at, isFinding = false }) => [at?.line, isFinding, message])).toEqual([
      [3, false, 'departments.head: "p7x" is not a person.'],
      [6, true, '"p9x" is not a person; 1 person names it.'],
      [7, true, 'People report to each other in a circle: "p3" → "p4" → "p3".'],
      [9, true, '"p6" reports to themselves.'],
      [11, true, '"p33" is not a person; 1 customer names it.'],
    ]);
  });

  it('refuses no file by itself', async () => {
    expect((await load(`version: 1\nname: x\npeople:${rest}`)).people.count).toBe(5);
  });
});

describe('advice', () => {
  it.each([
    ['{ id: p1, costPerYear: 180.000,50 }', '{ id: p1, costPerYear: 180000.5 }'],
    ['{ id: p1, title: Head: Sales }', '{ id: p1, title: "Head: Sales" }'],
    ['{ id: p1 title: CEO }', '{ id: p1, title: CEO }'],
    ['{ id: p1, vacant: ja }', '{ id: p1, vacant: true }'],
    ['{ id: p1, fte: "0,8" }', '{ id: p1, fte: 0.8 }'],
    ['{ id: p1, start: 28.02.2026 }', '{ id: p1, start: 2026-02-28 }'],
  ])('that is followed leads to a file that is read: %s', async (wrong, right) => {
    const [line = ''] = await linesOf(`${HEAD}  - ${wrong}\n`);
    const written = / \| .*?(?:Write `?|quotes: )(.*?)`?\.$/.exec(line)?.[1] ?? '';
    expect(right).toContain(written.replace(': …', ''));
    expect((await load(`${HEAD}  - ${right}\n`)).people.count).toBe(1);
  });
});
