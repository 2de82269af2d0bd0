import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/base/errors.ts';
import { printable } from '../../src/base/text.ts';
import { runs } from '../support/runs.ts';
import { load } from './load-memory.ts';

const YAML = `version: 1
name: Acme
people:
  - &a { id: p1, fte: 0.5, managers: [{ to: p2, weight: 0.5 }] }
  - id: p2
    <<: *a
customers: { file: c.csv, columns: { id: Customer }, constants: { market: b2b } }
departments:
  - { id: d1, serves: { where: { industry: [retail] } } }
journeys: [{ id: j1, steps: [{ phase: identify, capability: marketing, hours: 3 }] }]
policy: { rules: { team-too-small: off }, absence: 0.1 }
`;
const CSV =
  'Customer;revenue;retention;industry;satisfaction.score\n"c1";"1,5";93 %;retail;8\nc2;;0.5;"food; and\nmore";\n';

const SPLINTERS = [
  ...[
    '"',
    "'",
    '\n',
    '\r\n',
    '\t',
    ':',
    ': ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '*a',
    '&a ',
    '<<: ',
    '? ',
    '| ',
    '> ',
    '!',
    '%YAML 1.1\n',
  ],
  ...[
    '---\n',
    '#',
    ',',
    ';',
    '\0',
    '\x1b[31m',
    '\u202e',
    '\u2028',
    '\ud800',
    '\u{1f600}',
    'e\u0301',
    '1e999',
    '.nan',
    '~',
    'null',
  ],
  ...['__proto__', 'constructor', '99999999999999999999', '-1', '%', '\x85', '\ufeff'],
];

const mutations = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    drop: fc.oneof({ weight: 3, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(60) }),
    put: fc.oneof(fc.constantFrom(...SPLINTERS), fc.string({ maxLength: 6 }), fc.constant('')),
  }),
  { minLength: 1, maxLength: 4 },
);

type Mutation = { at: number; drop: number; put: string };

function mutated(text: string, changes: readonly Mutation[]): string {
  return changes.reduce((changing, { at, drop, put }) => {
    const start = Math.floor(at * changing.length);
    return changing.slice(0, start) + put + changing.slice(start + drop);
  }, text);
}

async function tried(yaml: string, csv: string): Promise<void> {
  try {
    await load(yaml, { 'c.csv': csv });
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    for (const { message, hint = '', frame = '', at } of (error as UserError).problems) {
      expect(printable(message)).toBe(message);
      expect(printable(hint)).toBe(hint);
      const lines = frame.split('\n');
      expect(lines.map(printable)).toEqual(lines);
      expect(message).toMatch(/[.?!]$/);
      if (at !== undefined) {
        expect(at.line).toBeGreaterThan(0);
        expect(at.column).toBeGreaterThan(0);
        expect(frame).toContain(`> `);
      }
    }
  }
}

describe('any change to a valid file', () => {
  it('starts from one that loads', async () => {
    expect((await load(YAML, { 'c.csv': CSV })).customers.count).toBe(2);
  });

  it('in the YAML gives an organisation or a UserError that is printable', async () => {
    await fc.assert(
      fc.asyncProperty(mutations, (changes) => tried(mutated(YAML, changes), CSV)),
      { numRuns: runs(300) },
    );
  });

  it('in the CSV gives an organisation or a UserError that is printable', async () => {
    await fc.assert(
      fc.asyncProperty(mutations, (changes) => tried(YAML, mutated(CSV, changes))),
      { numRuns: runs(300) },
    );
  });

  it('of bytes does so as well', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 40 }),
        fc.uint8Array({ maxLength: 40 }),
        async (yaml, csv) => {
          await expect(load(yaml)).rejects.toBeInstanceOf(UserError);
          const named = 'version: 1\nname: a\npeople: { file: p.csv }\n';
          await load(named, { 'p.csv': csv }).catch((error) => expect(error).toBeInstanceOf(UserError));
        },
      ),
      { numRuns: runs(100) },
    );
  });
});
