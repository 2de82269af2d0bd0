import { describe, expect, it } from 'vitest';
import { linesOf, load, problemsOf } from './load-memory.ts';

const HEAD = 'version: 1\nname: Acme\npeople: [{ id: p1 }]\n';

describe('a file that is no YAML map', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['empty', '', 'org.yaml is empty. | It should begin with `version: 1`, then `name:` and `people:`.'],
    ['comments', '# nothing\n', 'org.yaml holds nothing but comments. | It should begin'],
    ['a list', '- a\n', 'org.yaml:1:1 org.yaml holds no map of keys and values. | It should begin'],
    ['text', 'hello\n', 'org.yaml:1:1 org.yaml holds no map of keys and values.'],
    ['binary', 'a: \0', 'org.yaml is a binary file, not YAML. | Give the YAML file of the organisation.'],
    [
      'a zip',
      Uint8Array.of(0x50, 0x4b, 3, 4, 0),
      'org.yaml is a binary file, not YAML. | Save the sheet as CSV',
    ],
    ['Latin 1', Uint8Array.of(0x61, 0x3a, 0x20, 0xe9), 'org.yaml is not UTF-8 text. | Save it as UTF-8.'],
    ['YAML 1.1', '# x\n%YAML 1.1\n---\na: 1\n', 'org.yaml:2:1 The directive %YAML 1.1 is not supported'],
    ['two documents', `${HEAD}---\na: 1\n`, 'org.yaml:4:1 A second YAML document starts here'],
    ['a tab', 'a:\n\tb: 1\n', 'org.yaml:2:1 A tab stands where YAML needs spaces. | Indent with spaces.'],
    [
      'two colons',
      'version: 1\nname: a: b\n',
      'org.yaml:2:7 A second colon stands in this text. | Put it in quotes: "a: b".',
    ],
    ['an open bracket', 'a: [1\n', 'org.yaml:1:4 A bracket [ that opens here is never closed.'],
    [
      'a tag',
      'name: !include x\n',
      'org.yaml:1:7 A word with `!` before it is a tag, and none is known here.',
    ],
    [
      'a line one column too far left',
      'a:\n  - { b: 1 }\n - { b: 2 }\n  - { b: 3 }\n',
      'org.yaml:3:2 This line is indented by 1, the entries of its list by 2. | Indent it by 2 spaces.',
    ],
    [
      'a no-break space',
      'a:\n  - { b: 1 }\n\u00a0\u00a0- { b: 2, c: 3 }\n',
      'org.yaml:3:1 A no-break space stands here, where YAML needs a plain one.',
    ],
    [
      'a colon in a text',
      'a: [{ title: Head: Sales, b: 1 }]\n',
      'A second colon stands in this text. | Put it in quotes: "Head: Sales".',
    ],
    ['a # in a text', 'a: { title: No #1, b: 1 }\n', 'A # behind a space begins a comment'],
    ['too deep', `a: ${'['.repeat(5000)}`, 'org.yaml:1:103 The YAML is nested too deeply to be read.'],
    ['deep lists', '- '.repeat(5000), 'The YAML is nested too deeply to be read.'],
  ])('says so: %s', async (_, yaml, start) => {
    expect((await linesOf(yaml)).join('\n')).toContain(start);
  });

  it('reads UTF-16', async () => {
    const bytes = Uint8Array.from(Buffer.from('\ufeffversion: 2', 'utf16le'));
    expect((await linesOf(bytes))[0]).toMatch(/^org\.yaml:1:10 version: expected 1, found the number 2\./);
  });
});

describe('aliases', () => {
  it('stops a billion laughs at once', async () => {
    const levels = Array.from({ length: 30 }, (_, level) =>
      level === 0
        ? 'a0: &a0 [x,x,x,x,x,x,x,x,x]'
        : `a${level}: &a${level} [${Array(9)
            .fill(`*a${level - 1}`)
            .join(',')}]`,
    );
    const start = performance.now();
    expect((await linesOf(`version: 1\n${levels.join('\n')}\n`)).join()).toContain(
      'Aliases repeat more than 1,000,000 values.',
    );
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('reports an alias of itself, an unknown one, and both places of a wrong value', async () => {
    expect((await linesOf(`${HEAD}journeys: &j [*j]\n`)).join()).toContain(
      'org.yaml:4:15 This alias stands for something that contains',
    );
    expect((await linesOf(`${HEAD}description: *no\n`))[0]).toBe(
      'org.yaml:4:14 The alias "*no" names no anchor before it. | Put text that begins with * in quotes, or "&no" before what it stands for.',
    );
    const lines = await linesOf('version: 1\nname: &n abc\nhoursPerFtePerMonth: *n\npeople: [{ id: p1 }]\n');
    expect(lines).toEqual([
      'org.yaml:2:10 hoursPerFtePerMonth: expected a number above 0, found text "abc" (used at line 3).',
    ]);
  });
});

describe('values that do not fit', () => {
  it.each<[string, string]>([
    ['peple: 1', 'org.yaml:4:1 Unknown key "peple" at the top of the file. | Did you mean "people"?'],
    ['name: x', 'org.yaml:4:1 The key "name" is given twice; previously at line 2. | Remove one of them.'],
    ['asOf: tomorrow', 'org.yaml:4:7 asOf: expected a date as 2024-01-31, found text "tomorrow".'],
    ['asOf: 30.11.2026', 'found text "30.11.2026". | Write 2026-11-30.'],
    ['asOf: 01/02/2026', 'Write 2026-02-01 or 2026-01-02.'],
    ['currency: Euro', 'found text "Euro". | Write EUR.'],
    ['customers: [{ id: c, retention: 93 }]', '| Write it as a fraction: 93 % is 0.93.'],
    [
      'customers: [{ id: c, journey: [a] }]',
      '| Write one, without brackets: "a"; several go into `journeys`.',
    ],
    ['teams: [{ id: t, members: p1 }]', '| Write ["p1"] for a list of one.'],
    ['currency: euro', 'org.yaml:4:11 currency: expected three capital letters, as EUR, found text "euro".'],
    [
      'hoursPerFtePerMonth: abc',
      'org.yaml:4:22 hoursPerFtePerMonth: expected a number above 0, found text "abc".',
    ],
    ['hoursPerFtePerMonth: "143"', 'expected a number above 0, found text "143". | Write it without quotes.'],
    [
      'policy: { absence: 15 % }',
      'policy.absence: expected a number from 0 to 1, found text "15 %". | Write it as a fraction: 0.15.',
    ],
    [
      'policy: { minimumTeam: 2.5 }',
      'policy.minimumTeam: expected a whole number from 1 to 10000, found the number 2.5.',
    ],
    [
      'policy: { rules: { team-too-small: of } }',
      'policy.rules.team-too-small: expected "off", "note", "warning" or "error", found text "of". | Did you mean "off"?',
    ],
    [
      'policy: { rules: { team-to-small: off } }',
      'org.yaml:4:20 policy.rules: "team-to-small" is not a rule. | Did you mean "team-too-small"?',
    ],
    ['context: { market: B2C }', 'expected "b2b", "b2c" or "mixed", found text "B2C". | Did you mean "b2c"?'],
    ['context: 3', 'context: expected a map, found the number 3.'],
    [
      'customers: all',
      'org.yaml:4:12 customers: expected a list or a map with file, columns and constants, found text "all". | The customers: a list, or the CSV file that holds it.',
    ],
    ['customers: [{ name: x }]', 'org.yaml:4:13 customers.id is missing. | Identifier, as written.'],
    ['customers: [{ id: "" }]', 'customers.id: expected text, found empty text.'],
    [
      'customers: [{ id: c, retension: 1 }]',
      'org.yaml:4:22 Unknown key "retension" in customers. | Did you mean "retention"?',
    ],
    ['customers: { fil: c.csv }', 'org.yaml:4:12 customers.file is missing.'],
    [
      'customers: [{ id: c, satisfaction: { score: 12 } }]',
      'org.yaml:4:36 customers.satisfaction: expected a satisfaction score on its scale, from 0 to 10. | Correct the score (12), or give `min` and `max` of the scale it was taken on.',
    ],
    [
      'journeys: [{ id: j, steps: [] }]',
      'journeys.steps: expected at least 1 in the list, found an empty list.',
    ],
    [
      'departments: [{ id: d, serves: c1 }]',
      'org.yaml:4:32 departments.serves: expected "all", "none", a list or a map with where, found text "c1". | Write ["c1"] for a list of one customer.',
    ],
    [
      'departments: [{ id: d, serves: { were: {} } }]',
      'Unknown key "were" in departments.serves. | Did you mean "where"?',
    ],
    ['interactions: [{ from: p1, to: , weight: 0 }]', 'org.yaml:4:28 interactions.to is missing.'],
    [
      'customers: [{ id: c, revenue: 1,200,000 }]',
      'org.yaml:4:33 "200" stands here without a colon and a value. | Within { } a comma ends a value. Write `revenue: 1200000`.',
    ],
    ['customers: [{ id: c, retention: 0,9 }]', 'Write `retention: 0.9`.'],
    ['customers: [{ id: c, name: Lee, Sons, market: b2b }]', 'Write `name: "Lee, Sons"`.'],
    ['customers: [{ id: c, attributes: { industry: Food, Drink } }]', 'Write `industry: "Food, Drink"`.'],
    ['customers: [{ id: c, revenue: 180.000,50 }]', 'Write `revenue: 180000.5`.'],
    ['customers: [{ id: c, revenue: 1,250.75 }]', 'Write `revenue: 1250.75`.'],
    ['customers: [{ id: c, retention: 0,925 }]', 'Write `retention: 0.925`.'],
    ['customers: [{ id: c, market: b2b, b2c }]', 'Within { } a comma ends a value. Leave the comma out.'],
    [
      'customers: [{ id: c, market: b2b, name:Acme }]',
      'org.yaml:4:35 A space is missing behind the colon of "name". | Write `name: Acme`.',
    ],
    ['customers: [{ id: c, revenue: 1.250.000 }]', 'found text "1.250.000". | Write 1250000.'],
    ['customers: [{ id: c, revenue: 120k }]', 'Write 120000.'],
    ['customers: [{ id: c, revenue: "1,2 Mio. EUR" }]', 'Write 1200000.'],
    ['customers: [{ id: c, revenue: "85,000" }]', 'Write 85000 for thousands, or 85.'],
    ['customers: [{ id: c, revenue: €85.000,50 }]', 'Write `revenue: 85000.5`.'],
    ["customers: [{ id: c, revenue: 1'250'000 CHF }]", 'Write 1250000.'],
    ['customers: [{ id: c, retention: "0,8" }]', 'Write 0.8.'],
    ['customers: [{ id: c, revenue: about 3 }]', 'Write a plain number'],
    ['asOf: 31.02.2026', '| No month has that day. Write year, month and day, as 2024-01-31.'],
    ['asOf: 2026-02-31', '| No month has that day.'],
    ['asOf: 2026/1/5', 'Write 2026-01-05.'],
    ['departments: [{ id: d, accountable: ja }]', 'Write true.'],
    ['context: { limitedResources: oui }', 'Did you mean "yes"?'],
    ['customers: [{ id: c, retention: 9 }]', '9 % is 0.09'],
    ['teams: [{ id: t, members: p1, p2 }]', 'Write `members: [p1, p2]`.'],
    ['departments: [{ id: d, accountable }]', 'Write `accountable: value`.'],
    ['departments: [{ id: d, acountable: }]', 'Unknown key "acountable" in departments. | Did you mean'],
    ['departments: { d: { name: D } }', '| Write each as an entry of a list: - { id: "d", … }.'],
    ['customers: c.csv', '| Write { file: "c.csv" }.'],
    ['customers: [{ id: c, margin: 35% }]', '| It is an amount and no share'],
    ['__proto__: 1', 'org.yaml:4:1 This name cannot be used.'],
    ['? [a]\n: 1', 'A key is missing, or is no plain text.'],
  ])('%s', async (yaml, expected) => {
    expect((await linesOf(`${HEAD}${yaml}\n`)).join('\n')).toContain(expected);
  });

  it.each([
    ['9', 'One seat is at most 1.5 of full time: give each of several posts a row of its own.'],
    ['80', 'Write it as a fraction of full time: 80 % is 0.8.'],
    ['38.5', '38.5 % is 0.385, and hours a week are to be divided by those of full time.'],
    ['"0,8"', 'Write 0.8.'],
  ])('says how much of full time a seat may be: %s', async (fte, expected) => {
    const [line] = await linesOf(`version: 1\nname: x\npeople: [{ id: p1, fte: ${fte} }]\n`);
    expect(line).toContain(expected);
  });

  it('says what people should be', async () => {
    expect(await linesOf('version: 1\nname: x\n')).toEqual([
      'org.yaml:1:1 people is missing. | The seats: a list, or the CSV file that holds it.',
    ]);
    expect(await linesOf('version: 1\nname: x\npeople:\n')).toEqual([
      'org.yaml:3:1 people is missing. | The seats: a list, or the CSV file that holds it.',
    ]);
  });

  it('reports a wrong version alone', async () => {
    expect(await linesOf('version: "2"\nfoo: 1\n')).toEqual([
      'org.yaml:1:10 version: expected 1, found text "2". This release reads version 1 of the format. | Write `version: 1`, or use the release of orgdesign that the file was written for.',
    ]);
  });

  it('lists all kinds in the order of the file', async () => {
    const lines = await linesOf(
      'version: 1\nname: Acme\ncurency: EUR\npeople:\n  - { id: a, titel: x }\n  - { id: b, fte: x, titel: y }\ncontxt: {}\n',
    );
    expect(lines.map((line) => line.match(/^org\.yaml:(\d+)/)?.[1])).toEqual(['3', '5', '6', '6', '7']);
  });

  it('lists twenty of a kind and counts the others', async () => {
    const people = Array.from({ length: 1000 }, (_, index) => `  - { id: p${index}, fte: x }\n`).join('');
    const lines = await linesOf(`version: 1\nname: Acme\npeople:\n${people}`);
    expect(lines).toHaveLength(21);
    expect(lines[20]).toBe('… and 980 more of this kind: people.fte: expected a number from 0 to 1.5.');
  });

  it('counts what the file itself names as of one kind', async () => {
    const rules = Array.from({ length: 3_000 }, (_, index) => `r${index}: of`).join(', ');
    const keys = Array.from({ length: 3_000 }, (_, index) => `k${index}: 1\n`).join('');
    const lines = await linesOf(`${HEAD}policy: { rules: { ${rules} } }\n${keys}`);
    expect(lines).toHaveLength(42);
    expect(lines[20]).toMatch(/^… and 2,980 more of this kind: policy\.rules\.\*: expected "off"/);
    expect(lines[41]).toBe('… and 2,980 more of this kind: unknown keys in the file.');
  }, 20_000);

  it('refuses manager and managers together', async () => {
    const problems = await problemsOf(
      'version: 1\nname: A\npeople:\n  - id: a\n    manager: b\n    managers: [{ to: c }]\n',
    );
    expect(problems.find(({ isFinding }) => isFinding !== true)).toMatchObject({
      message: 'people: expected either manager or managers, not both.',
      at: { line: 6 },
    });
  });

  it('shows two lines of context and a marker', async () => {
    const [problem] = await problemsOf('version: 1\nname: Acme\npeple:\n  - id: a\npeople: []\n');
    expect(problem?.frame).toBe(
      [
        '  1 | version: 1',
        '  2 | name: Acme',
        '> 3 | peple:',
        '    | ^^^^^',
        '  4 |   - id: a',
        '  5 | people: []',
      ].join('\n'),
    );
  });
});

describe('an organisation without people', () => {
  it.each([
    ['version: 1\nname: X\npeople: []\n', 'there is nobody'],
    ['version: 1\nname: X\nasOf: 2026-01-01\npeople: [{ id: a, start: 2026-02-01 }]\n', 'nobody is left'],
  ])('%s', async (yaml, expected) => {
    const [line] = await linesOf(yaml);
    expect(line).toContain('org.yaml:');
    expect(line).toContain(expected);
  });
});

describe('faults of different kinds', () => {
  it('are all told at once', async () => {
    const lines = await linesOf(`version: 1
name: X
departments: [{ id: sales }]
people:
  - { id: a, department: nope, manger: b, fte: 9 }
  - { id: a, capability: saels }
`);
    expect(lines.map((line) => line.replace(/ \|.*$/, ''))).toEqual([
      expect.stringContaining('nope'),
      expect.stringContaining('manger'),
      expect.stringContaining('fte'),
      expect.stringContaining('"a"'),
      expect.stringContaining('saels'),
    ]);
  });
});

describe('YAML that is broken', () => {
  it.each([
    ...[
      'a: [1,,2]',
      'a: |x',
      'a: @x',
      'a: b: c',
      '%x\na: 1',
      'a:\n  - x\n - y',
      '- a\nb: c',
      '[['.repeat(99),
    ],
    ...[
      'a: "x" y',
      "a: 'it's'",
      'a: { b: 1,\n\tc: 2 }',
      'a: {b:1}c',
      'a: |\nx\nb: 1',
      'a: "\\q"',
      'a: }',
      '? [',
    ],
  ])('is told with what to change, and in no words of a library: %s', async (yaml) => {
    const problems = await problemsOf(`${yaml}\n`);
    expect(problems.length).toBeGreaterThan(0);
    for (const { message, hint, frame } of problems) {
      expect(hint).toMatch(/[.]$/);
      expect(frame).toContain('^');
      expect(message).not.toMatch(/flow|block|scalar|token|implicit|sequence|collection|node|stream/i);
    }
  });

  it.each<[string, string, string]>([
    ['an open quote', '  - { id: p2, title: "Head }', '7:22 A quote that opens here is never closed.'],
    ['an open brace', '  - { id: p2, title: Head', '7:5 A bracket { that opens here is never closed.'],
    [
      'an open bracket',
      '  - { id: p2, secondary: [sales, support }',
      '7:26 A bracket [ that opens here is never closed.',
    ],
    ['a brace too many', '  - { id: p2 }}', '7:15 A bracket is closed here that is not open.'],
    ['an indent', '   - { id: p2 }', '7:4 This line is indented by 3, the entries of its list by 2.'],
    ['a colon forgotten', '  - id: p2\n    title Head', '8:5 This key has no value: is a colon missing?'],
    ['a sign', '  - { id: p2, title: @Head }', '7:22 Text cannot begin with this character.'],
  ])('is told once, where it is to be mended: %s', async (_, line, told) => {
    const lines = await linesOf(
      `version: 1\nname: Acme\ncurrency: EUR\ndepartments: []\npeople:\n  - { id: p1 }\n${line}\ncustomers: []\n`,
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`org.yaml:${told} | `);
  });
});

describe('what programs write for nothing', () => {
  it('is no name', async () => {
    const { people } = await load(
      'version: 1\nname: Acme\npeople: [{ id: p1, manager: null, department: ~, name: Null }]\ncustomers: null\n',
    );
    expect([people.manager[0], people.department[0], people.name[0]]).toEqual(['', '', 'Null']);
  });
});

describe('one fault', () => {
  it('does not hide the others', async () => {
    const lines = await linesOf(
      `${HEAD}journeys: [{ id: j, steps: [{ phase: aquire, capability: salse, hours: -1 }] }]\n`,
    );
    expect(lines.map((line) => line.split(' ')[1])).toEqual([
      'journeys.steps.phase:',
      'journeys.steps.capability:',
      'journeys.steps.hours:',
    ]);
  });
});
