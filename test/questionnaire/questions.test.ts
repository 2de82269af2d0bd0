import { describe, expect, test } from 'vitest';
import { CONTEXT, feedsOf, questionsOf } from '../../src/questionnaire/questions.ts';
import { readinessItems } from '../../src/questionnaire/readiness/readiness.ts';
import { rules } from '../../src/rules/index.ts';
import { PRACTICES } from '../../src/schema/input/practices.ts';
import { viewFrom } from '../support/organisations.ts';
import { wholeFile } from './readiness/whole-file.ts';

const keysOf = async (file: object | string) => questionsOf(await viewFrom(file)).map(({ key }) => key);

const EMPTY = 'version: 1\nname: Empty\npeople: [{ id: p1 }]\n';

describe('what is asked', () => {
  test('of a company of which nothing is known is everything', async () => {
    const keys = await keysOf(EMPTY);
    expect(keys).toHaveLength(PRACTICES.length + CONTEXT.length);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('of one that has answered everything is nothing', async () => {
    expect(await keysOf(wholeFile())).toEqual([]);
  });

  test('is first what verdicts read, then what readiness does, then the rest', async () => {
    const kinds = questionsOf(await viewFrom(EMPTY)).map(({ feeds: [first = ''] }) =>
      first.startsWith('the verdict') ? 'verdict' : first.startsWith('readiness') ? 'readiness' : 'maturity',
    );
    expect([...new Set(kinds)]).toEqual(['verdict', 'readiness', 'maturity']);
    expect(kinds).toEqual([...kinds].sort((a, b) => 'vrm'.indexOf(a[0]!) - 'vrm'.indexOf(b[0]!)));
  });

  test('is not what the data answer, but what they show a sign of only', async () => {
    const customers = [1, 2, 3, 4].map((at) => ({
      id: `c${at}`,
      market: 'b2b',
      satisfaction: { score: at > 2 ? 9 : 3 },
      attributes: { industry: at > 2 ? 'dairy' : 'water' },
    }));
    const keys = await keysOf({ version: 1, name: 'Acme', people: [{ id: 'p' }], customers });
    expect(keys).not.toContain('practices.satisfaction-measured');
    expect(keys).not.toContain('context.market');
    expect(keys).toContain('practices.segments-narrow');
  });

  test('is asked as a question, and says where it comes from and what it tells', async () => {
    for (const { question, feeds, source, key } of questionsOf(await viewFrom(EMPTY))) {
      expect(question, key).toMatch(/^[A-Z].*\?( \(note: which\))?$/);
      expect(feeds.length, key).toBeGreaterThan(0);
      expect(source, key).toMatch(/Jackson|Jameane|Bush|Focus\/Centric\/Led|Eccles|Galbraith/);
    }
  });
});

test('every item of the questionnaire tells something', () => {
  for (const { id } of PRACTICES) expect(feedsOf(id).length, id).toBeGreaterThan(0);
});

test('what rules about fit read of the context is asked, but for what is asked or counted otherwise', () => {
  const read = new Set(
    rules
      .flatMap(({ fit }) => fit?.reads ?? [])
      .flatMap((key) => (key.startsWith('context.') ? [key.slice(8)] : [])),
  );
  const asked = new Set<string>(CONTEXT.map(({ key }) => key));
  expect([...read].filter((key) => !asked.has(key)).sort()).toEqual(['customerPayShare', 'staff']);
});

test('readiness reads items of the questionnaire that there are', () => {
  const ids = new Set<string>(PRACTICES.map(({ id }) => id));
  const read = [...readinessItems.values()].flatMap((items) => items.flatMap(({ reads = [] }) => reads));
  expect(read.length).toBeGreaterThan(15);
  expect(read.filter((id) => !ids.has(id))).toEqual([]);
});
