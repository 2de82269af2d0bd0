import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { claimsOf, readingOf, STRENGTHS } from './claims-table.ts';
import { pairs } from './pairs/index.ts';
import { FIT_RULES, PRACTICE_IDS, READINESS, REMARKS } from './registries.ts';

const page = readFileSync(new URL('../../docs/claims.md', import.meta.url), 'utf8');
const claims = claimsOf(page);
const strongAs = (wanted: string) => claims.filter(({ strength }) => strength === wanted);
const carried = claims.flatMap(({ carriedBy }) => readingOf(carriedBy).carried);

/** How the id of a claim begins, by its first article. */
const PREFIXES = new Map([
  ['Jackson', 'jackson'],
  ['Jameane', 'jameane'],
  ['Bush', 'bush'],
  ['Focus/Centric/Led', 'focus'],
  ['Eccles', 'eccles'],
]);

describe('the table of claims', () => {
  test('names only what is there, and as not there only what is not', () => {
    const faults = claims.flatMap(({ id, carriedBy }) =>
      readingOf(carriedBy).faults.map((fault) => `${id}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  test('says at its top how many claims there are of each strength', () => {
    const [computed, questions, options, texts, none] = STRENGTHS.map((one) => strongAs(one).length);
    expect(computed! + questions! + options! + texts! + none!).toBe(claims.length);
    expect(page).toContain(
      `Of ${claims.length} claims ${computed} are computed, ${questions} are questions, ${options} options and ${texts} text; ${none} no tool can carry.`,
    );
    expect(computed).toBeGreaterThanOrEqual(110);
  });

  test('has a pair of companies for every claim that is computed, and for no other', () => {
    expect(pairs.map(({ claim }) => claim).sort()).toEqual(
      strongAs('computed')
        .map(({ id }) => id)
        .sort(),
    );
  });

  test('says of what is weaker than computed by which question, option or text it is carried', () => {
    const kindsOf = (wanted: string) =>
      strongAs(wanted).map(
        ({ id, carriedBy }) => [id, readingOf(carriedBy).carried.map(({ kind }) => kind)] as const,
      );
    for (const [id, kinds] of kindsOf('question')) expect(kinds, id).toContain('practice');
    for (const [id, kinds] of kindsOf('option')) expect(kinds, id).toContain('key');
    for (const [id, kinds] of kindsOf('text')) expect(kinds.length, id).toBeGreaterThan(0);
    for (const { id, strength, carriedBy } of claims)
      expect(carriedBy.startsWith('none: '), id).toBe(strength === 'none');
  });

  test('has every claim once, with its article and as one sentence', () => {
    expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
    expect(new Set(claims.map(({ claim }) => claim)).size).toBe(claims.length);
    for (const { id, claim, article } of claims) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
      const [first = ''] = article.split(', ');
      expect(id.startsWith(`${PREFIXES.get(first)}-`), id).toBe(true);
      expect(claim).toMatch(/^[A-Z][^`]*\.$/);
    }
  });

  test('has claims of all five articles', () => {
    for (const article of PREFIXES.keys())
      expect(claims.filter((claim) => claim.article.split(', ').includes(article)).length).toBeGreaterThan(
        10,
      );
  });

  test.each([
    ['rule', FIT_RULES],
    ['practice', PRACTICE_IDS],
    ['readiness', READINESS],
    ['remark', REMARKS],
  ])('says of every %s where it comes from', (kind, ids) => {
    const named = new Set(carried.filter((one) => one.kind === kind).map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(5);
    expect(ids.filter((id) => !named.has(id))).toEqual([]);
  });
});

describe('what carries a claim is refused', () => {
  test.each([
    ['an id that is not there', 'rule `fit-horoscope`', 'there is no rule fit-horoscope'],
    ['an id of another kind', 'measure `fit-strategy`', 'there is no measure fit-strategy'],
    ['a kind that is none', 'wish `fit-strategy`', 'is not a kind and an id'],
    ['words in the place of an id', 'rule strategy', 'is not a kind and an id'],
    [
      'one bad id among good ones',
      'rule `fit-strategy`; practice `horoscope`',
      'there is no practice horoscope',
    ],
    ['a key that no file has', 'key `departments[].horoscope`', 'there is no key departments[].horoscope'],
    ['a list that is none', 'key `context[].market`', 'there is no key context[].market'],
    ['a part that no report has', 'report `designs[].horoscope`', 'there is no report designs[].horoscope'],
    ['as missing what is there', 'not yet: rule `fit-strategy`', 'it carries the claim now'],
    ['the same after what is there', 'rule `fit-strategy` — not yet: practice `crm-in-use`', 'it carries'],
    ['references in words', 'rule `fit-strategy` — and rule `fit-horoscope`', 'names something in words'],
    ['a reason that is none', 'none: because', 'no reason is given'],
    ['a reason with an id', 'none: see the rule that is called `fit-strategy` for that', 'names nothing'],
    ['nothing', '', 'is not a kind and an id'],
  ])('%s', (_, carriedBy, fault) => {
    const { faults, carried: counted } = readingOf(carriedBy);
    expect(faults.join()).toContain(fault);
    expect(counted).toEqual([]);
  });

  test.each([
    ['what is there', 'rule `fit-strategy`; key `departments[].charter.goals`; command `assess`', 3],
    ['with words', 'practice `crm-in-use` — as somebody says', 1],
    ['with what comes later', 'practice `crm-in-use` — not yet: rule `fit-horoscope`', 1],
    ['what only comes later', 'not yet: rule `fit-horoscope`', 0],
    ['a reason', 'none: a file describes one company, and no other', 0],
  ])('but not %s', (_, carriedBy, number) => {
    const { faults, carried: counted } = readingOf(carriedBy);
    expect(faults).toEqual([]);
    expect(counted).toHaveLength(number);
  });
});
