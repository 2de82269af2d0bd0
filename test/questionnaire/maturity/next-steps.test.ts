import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextStepsOf } from '../../../src/questionnaire/maturity/maturity.ts';
import { components, conditions, levels } from '../../../src/questionnaire/maturity/profile.ts';
import { ANSWERS, type Answer, PRACTICES, type PracticeId } from '../../../src/schema/input/practices.ts';
import { all, answering } from './answering.ts';

const of = (id: string) => [...levels, ...components, ...conditions].find((one) => one.id === id)!.items;
const [focused, centric, led] = [of('focused'), of('centric'), of('led')];
const steps = (given: Partial<Record<PracticeId, Answer>>, otherwise: Answer = 'unknown') =>
  nextStepsOf(answering(given, otherwise)).map((step) => `${step.of} ${step.item}`);

describe('the next steps', () => {
  test('begin with three of the lowest level, what is missing before what is there in part', () => {
    const given = {
      'customer-on-agenda': 'partly',
      'customer-advocate': 'no',
      'journeys-mapped': 'no',
    } as const;
    expect(steps({ ...given, 'touchpoints-fixed': 'partly' })).toEqual([
      'focused journeys-mapped',
      'focused customer-advocate',
      'focused customer-on-agenda',
    ]);
  });

  test('propose nothing of a higher level before', () => {
    const given = { ...all(focused, 'no'), ...all(centric, 'no'), ...all(led, 'no') };
    expect(steps(given).filter((step) => !step.startsWith('focused'))).toEqual([
      'jobs jobs-to-be-done',
      'metrics lifetime-value-segments',
    ]);
    expect(steps(given).slice(0, 3)).toEqual([
      'focused customer-on-agenda',
      'focused communication-from-the-top',
      'focused customer-listening',
    ]);
  });

  test('go on to the next level where one is largely in place', () => {
    const given = { ...all(focused, 'yes'), ...all(centric, 'no') };
    expect(steps(given)[0]).toBe('centric systems-can-change');
  });

  test('ask first whether to be customer-led is wanted, and leave it where it is not', () => {
    const below = { ...all(focused, 'yes'), ...all(centric, 'yes'), ...all(led, 'no') };
    const first = (answer: Answer) =>
      steps({ ...below, 'customers-before-shareholders': answer, 'jobs-to-be-done': 'yes' });
    expect(first('unknown')).toEqual(['led customers-before-shareholders']);
    expect(first('no')).toEqual([]);
    expect(first('yes')).toEqual([
      'led best-practice-exchange',
      'led co-creation',
      'led interactions-from-data',
    ]);
    expect(first('partly')[0]).toBe('led best-practice-exchange');
  });

  test('then take one of each condition, and one of the component of which least is in place', () => {
    const given = {
      'rules-challenged': 'partly',
      'prioritisation-forum': 'partly',
      'trade-offs-beyond-finance': 'no',
      'customer-data-linked': 'no',
      'one-message': 'partly',
      'risk-alerts': 'no',
      'crm-in-use': 'yes',
      'referrals-tracked': 'no',
    } as const;
    expect(steps(given)).toEqual([
      'challenge rules-challenged',
      'prioritisation trade-offs-beyond-finance',
      'data customer-data-linked',
      'sales referrals-tracked',
    ]);
  });

  test('propose nothing where all is in place, nor where nothing is known', () => {
    expect(steps({}, 'yes')).toEqual([]);
    expect(steps({}, 'unknown')).toEqual([]);
  });

  test('propose nothing that the data show a sign of only', () => {
    const sign = answering({}, 'partly', { derived: true, sign: true });
    expect(nextStepsOf(sign).filter(({ item }) => item !== 'customers-before-shareholders')).toEqual([]);
    const read = answering({}, 'partly', { derived: true });
    expect(nextStepsOf(read)[0]).toMatchObject({
      item: 'customer-on-agenda',
      because: 'customer-on-agenda is partly by the data, and counts for customer-focused.',
    });
  });

  test('are at most eight, none twice, and only of what is missing or there in part', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...ANSWERS), { minLength: PRACTICES.length, maxLength: PRACTICES.length }),
        (given) => {
          const answers = answering(Object.fromEntries(PRACTICES.map(({ id }, at) => [id, given[at]])));
          const found = nextStepsOf(answers);
          expect(found.length).toBeLessThanOrEqual(8);
          expect(new Set(found.map(({ item }) => item)).size).toBe(found.length);
          for (const { item, answer, of: heading } of found) {
            expect(of(heading)).toContain(item);
            expect(answer).toBe(answers.get(item as PracticeId)!.answer);
            if (item !== 'customers-before-shareholders') expect(['no', 'partly']).toContain(answer);
          }
        },
      ),
    );
  });
});
