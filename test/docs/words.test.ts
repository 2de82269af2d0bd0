import { describe, expect, test } from 'vitest';
import { designs } from '../../src/designs/index.ts';
import { measures } from '../../src/measures/index.ts';
import { readinessItems } from '../../src/questionnaire/readiness/readiness.ts';
import { remedies } from '../../src/remedies/remedies/index.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { rules } from '../../src/rules/index.ts';
import { PRACTICES } from '../../src/schema/input/practices.ts';
import { statements } from '../../src/verdicts/officer-statements.ts';
import { findingsOf } from '../rules/findings.ts';

/** Words of those who made the product, and what an HR director would say. */
const BANNED: readonly (readonly [RegExp, string])[] = [
  [/silos? (that )?a customer meets/i, 'departments a customer deals with'],
  [/effective silos|equal silos|spread as over/i, 'effective number of departments'],
  [/units one could meet/i, 'departments a customer could meet'],
  [/share under one head/i, 'work under one head'],
  [/hours somebody serves/i, 'work that nobody does'],
  [/expertise fragments/i, 'spread of each skill'],
  [/managers? of one\b/i, 'managers with one report'],
  [/lesser (solid )?lines?|dominated (solid )?lines?/i, 'second bosses in name only'],
  [/single holders?/i, 'skills that hang on one person'],
  [/sources of initiatives/i, 'units that may approach one customer'],
  [/reach of insight/i, 'units that hear what others learn'],
  [/\bhires \d/i, '1 to hire'],
  [/this speaks against/i, '… speaks against it'],
  [/it would change (with|if|once)/i, 'to change that: …'],
  [/explains? [-−]\d/i, 'explains nothing'],
  [/\bcapabilit(y|ies)\b/i, 'skill'],
];

/** Keys, ids and file names are not words. */
const inWords = (text: string): string =>
  text.replaceAll(/`[^`]*`|\{person:[^}]*\}|\S*[.[\]]\S*[a-zA-Z]\S*|\S+-\S+/g, ' ');

function faults(texts: Iterable<readonly [where: string, text: string]>): readonly string[] {
  const found: string[] = [];
  for (const [where, text] of texts)
    for (const [banned, instead] of BANNED) {
      const [hit] = banned.exec(inWords(text)) ?? [];
      if (hit !== undefined) found.push(`${where}: "${hit}", say: ${instead}`);
    }
  return found;
}

describe('no output has words that only its makers know', () => {
  test('in the names of figures and what they mean', () =>
    expect(
      faults(measures.flatMap(({ id, label, summary }) => [[id, label] as const, [id, summary] as const])),
    ).toEqual([]));

  test('in what rules ask for, and why', () => {
    const texts = rules.flatMap(({ id, summary, why, fit }) =>
      [
        summary,
        why.text,
        ...(fit === undefined
          ? []
          : [
              fit.change,
              ...fit.statements.flatMap(({ when, change = '' }) => [when, change]),
              ...(fit.levers ?? []).map(({ text }) => text),
            ]),
      ].map((text) => [id, text] as const),
    );
    expect(faults(texts)).toEqual([]);
  });

  test.each(rules.map(({ id, examples }) => [id, examples] as const))(
    'in what %s finds',
    async (id, { bad, design }) => {
      const found: Finding[] = [];
      for (const purpose of ['evaluate', 'validate'] as const)
        try {
          found.push(...(await findingsOf(bad, design, undefined, purpose)));
        } catch (error) {
          // Of a design that is not possible nothing is found.
          expect(String(error)).toContain('is impossible');
        }
      const texts = found.filter(({ rule }) => rule === id).map(({ message }) => [id, message] as const);
      expect(faults(texts)).toEqual([]);
    },
  );

  test('in what designs do, what is asked, and what is said of the answers', () => {
    const texts = [
      ...designs.flatMap(({ id, name, summary, why }) =>
        [name, summary, why.text].map((text) => [id, text] as const),
      ),
      ...PRACTICES.flatMap(({ id, question, step }) => [question, step].map((text) => [id, text] as const)),
      ...[...readinessItems.values()]
        .flat()
        .flatMap(({ id, name, why }) => [name, why].map((text) => [id, text] as const)),
      ...statements.flatMap(({ id, summary, why, change }) =>
        [summary, why, change].map((text) => [id, text] as const),
      ),
      ...remedies.map(({ rule, summary }) => [rule, summary] as const),
    ];
    expect(texts.length).toBeGreaterThan(100);
    expect(faults(texts)).toEqual([]);
  });
});
