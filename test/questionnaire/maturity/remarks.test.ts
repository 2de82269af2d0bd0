import { describe, expect, test } from 'vitest';
import { remarks } from '../../../src/questionnaire/maturity/maturity.ts';
import { components, levels } from '../../../src/questionnaire/maturity/profile.ts';
import { type Answer, PRACTICES, type PracticeId } from '../../../src/schema/input/practices.ts';
import { all, answering } from './answering.ts';

type Given = Partial<Record<PracticeId, Answer>>;

const of = (id: string) => [...levels, ...components].find((one) => one.id === id)!.items;
const first = (number: number) => PRACTICES.slice(0, number).map(({ id }) => id);
const under: Given = {
  'customer-interest-prevails': 'no',
  'hire-for-empathy': 'no',
  'service-staff-trained': 'no',
};

/** For each remark answers of which it is said, and answers that differ in one thing of which it is not. */
const CASES: Readonly<Record<string, readonly [said: Given, not: Given]>> = {
  'beyond-structure': [
    { ...all(first(12), 'no'), ...all(first(5), 'yes') },
    { ...all(first(12), 'no'), ...all(first(6), 'yes') },
  ],
  'tool-without-practice': [
    { 'crm-in-use': 'yes', ...under },
    { 'crm-in-use': 'yes', ...under, 'hire-for-empathy': 'partly' },
  ],
  'focus-is-not-enough': [
    { ...all(of('focused'), 'yes'), ...all(of('centric'), 'partly') },
    { ...all(of('focused'), 'yes'), ...all(of('centric'), 'yes') },
  ],
  'bounded-listening': [{ 'listens-beyond-current': 'no' }, { 'listens-beyond-current': 'partly' }],
  'legacy-limits': [{ 'systems-can-change': 'no' }, { 'systems-can-change': 'partly' }],
  uneven: [
    { 'needs-known': 'yes', 'solutions-from-needs': 'no' },
    { 'needs-known': 'yes', 'solutions-from-needs': 'yes' },
  ],
  'led-is-a-choice': [
    { ...all(of('focused'), 'yes'), ...all(of('centric'), 'yes'), 'customers-before-shareholders': 'no' },
    { ...all(of('focused'), 'yes'), ...all(of('centric'), 'yes'), 'customers-before-shareholders': 'yes' },
  ],
};

test('every remark has a case', () => {
  expect(Object.keys(CASES)).toEqual(remarks.map(({ id }) => id));
});

describe.each(remarks.map((remark) => [remark.id, remark] as const))('%s', (id, { say, source }) => {
  const [said, not] = CASES[id]!;

  test('is said, as a sentence with a source', () => {
    expect(say(answering(said))).toMatch(/^[A-Z].*\.$/);
    expect(source).toMatch(/Jackson|Focus\/Centric\/Led|Eccles/);
  });

  test('is not said where one thing is different, nor where nothing is known', () => {
    expect(say(answering(not))).toBe('');
    expect(say(answering({}))).toBe('');
  });
});

test('few answers say nothing of the whole company', () => {
  const say = (number: number) => remarks[0]!.say(answering(all(first(number), 'no')));
  expect(say(9)).toBe('');
  expect(say(10)).toContain('10 of 10');
});

test('a level that is unknown is not said to be missing', () => {
  const { say } = remarks.find(({ id }) => id === 'focus-is-not-enough')!;
  expect(say(answering(all(of('focused'), 'yes')))).toBe('');
});
