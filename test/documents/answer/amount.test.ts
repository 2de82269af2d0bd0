import { expect, test } from 'vitest';
import { inOneLine, within, withTail } from '../../../src/documents/answer/amount.ts';

const LEAD =
  'In Marketing the Senior Industry Marketing Manager of the North reports to both the Industry Marketing Lead and the Sensor Development Lead: neither weighs more.';

test('a sentence is cut where a clause ends, and not within it', () => {
  // With a line to spare it is told whole.
  expect(withTail(LEAD, ' (line 114)', 2, 1)).toBe(`${LEAD} (line 114)`);
  expect(
    within(
      'What 4 people do for a customer could not be told from their title: they serve no step and stay where they are, in every design that there is.',
      2,
    ),
  ).toBe(
    'What 4 people do for a customer could not be told from their title: they serve no step and stay where they are …',
  );
});

test('neither a title with a comma nor what stands in brackets is cut in two', () => {
  const heads =
    'Three heads of today lose their post, and among them are these two of the firm (Partner, Head of Corporate Law in Lisbon, and Partner, Head of Disputes).';
  expect(within(heads, 1)).toBe('Three heads of today lose their post …');
});

test('whole sentences are told as long as they fit, and a name has one line', () => {
  expect(within(`One is short. ${'Another is long and goes on. '.repeat(4)}`.trim(), 1)).toBe(
    'One is short. Another is long and goes on.',
  );
  expect(inOneLine('A name of many words '.repeat(9))).toMatch(/^A name[^…]{1,66} …$/);
});
