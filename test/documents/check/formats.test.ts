import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { printable } from '../../../src/base/text.ts';
import { checkFormats } from '../../../src/documents/check/index.ts';
import { formats } from '../../../src/render/formats.ts';
import { type Check, check as checkSchema } from '../../../src/schema/documents/check.ts';
import { anyText, CONTROLS, FRAGMENTS, MIXED } from '../../support/hostile-text.ts';
import { runs } from '../../support/runs.ts';
import { commandsIn } from '../../support/workflow-commands.ts';
import { COMPARED, checked, company, findingsOf, ofEveryState } from './checked.ts';
import { hostile, NOTHING } from './hostile.ts';
import { parseGitlab } from './schemas/gitlab.ts';
import { checking } from './schemas/json-schema.ts';
import { parseJunit } from './schemas/junit.ts';
import { parseRdjson } from './schemas/rdjson.ts';
import { parseSarif } from './schemas/sarif.ts';

const plain = { columns: 80, color: false, quiet: false };
const isCounting = ({ state }: { readonly state: string }) => state === 'new' || state === 'worse';
const allOf = (check: Check) => [...findingsOf(check), ...(check.policy?.findings ?? [])];
const present = (check: Check) => allOf(check).filter(({ state }) => state !== 'gone');
const counting = (check: Check) => allOf(check).filter(isCounting);

/** The document that the schema which is published with the product describes. */
const checkJson = checking(
  JSON.parse(readFileSync(new URL('../../../schemas/v1/check.schema.json', import.meta.url), 'utf8')),
);

/** A text as it is in the command that the runner sees, which looks past what shows as nothing. */
const seen = (text: string) => printable(text).replace(/\p{Default_Ignorable_Code_Point}/gu, '');

const PROPERTIES = ['file', 'line', 'endLine', 'col', 'endColumn', 'title'];

/** Whether a text is what it says it is; each throws where it is not. */
const valid: Readonly<Record<string, (text: string, check: Check) => void>> = {
  table: (text, check) => {
    const verdicts = text.split('\n').filter((line) => line === 'Passed' || line === 'Failed');
    expect(verdicts).toEqual([check.verdict.pass ? 'Passed' : 'Failed']);
  },
  json: (text) => {
    checkJson(JSON.parse(text));
  },
  sarif: (text, check) => {
    const [run] = parseSarif(text).runs;
    expect(run!.results.length).toBe(present(check).length);
  },
  gitlab: (text, check) => {
    expect(parseGitlab(text).length).toBe(present(check).filter(({ state }) => state !== 'waived').length);
  },
  rdjson: (text, check) => {
    expect(parseRdjson(text).diagnostics.length).toBe(counting(check).length);
  },
  junit: (text, check) => {
    const { failures, skipped } = parseJunit(text).attributes;
    expect(failures > 0).toBe(!check.verdict.pass);
    expect(skipped).toBeGreaterThanOrEqual(allOf(check).filter(({ state }) => state === 'waived').length);
  },
  github: (text, check) => {
    const { of } = commandsIn(text);
    // The policy and the verdict are no commands.
    expect(of.length).toBe(text.split('\n').length - 3);
    expect(of.length).toBe(counting(check).length + (check.verdict.pass ? 0 : 1));
    for (const { name, properties } of of) {
      expect(['error', 'warning', 'notice']).toContain(name);
      for (const key of Object.keys(properties)) expect(PROPERTIES).toContain(key);
      for (const key of PROPERTIES.slice(1, -1)) expect(properties[key] ?? '1').toMatch(/^\d+$/);
    }
    const titles = of
      .map(({ properties: { title } }) => title)
      .filter((title) => title !== 'orgdesign check');
    const expected = counting(check).map(({ rule, state }) => (state === 'worse' ? `${rule} (worse)` : rule));
    expect(titles.sort()).toEqual(expected.map((title) => seen(title)).sort());
    expect(text.split('\n').at(-2)).toMatch(
      /^orgdesign check (passed|failed): \d+ findings? new or worse\.$/,
    );
  },
  markdown: (text) => {
    expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(65_536);
  },
};

const samples: Record<string, Check> = { nothing: NOTHING };

beforeAll(async () => {
  const { before, after, policy } = COMPARED;
  samples.compared = await checked(after, { before, policy, names: true });
  samples.alone = await checked(after, {});
  samples.design = await checked(after, { design: 'functional', policy });
  samples.states = await ofEveryState();
});

test('every format has its law', () => {
  // What holds for a format of any document is looked at in formats.test.ts of the folder above.
  const ofAll = new Set(formats.map(({ id }) => id));
  expect([...checkFormats.keys()].filter((name) => !(name in valid) && !ofAll.has(name))).toEqual([]);
  expect(Object.keys(valid).filter((name) => !checkFormats.has(name))).toEqual([]);
  for (const { summary } of checkFormats.values()) expect(summary).toMatch(/^[A-Z].*\.$/);
});

describe.each([...checkFormats].filter(([name]) => name in valid))('%s', (name, { load }) => {
  test('is valid, harmless and the same twice, whatever the names', async () => {
    const render = await load();
    const holds = (check: Check, words: string) => {
      const given = hostile(check, words);
      const first = render(given, plain);
      expect(first).toMatch(/[^\n]\n$/);
      expect(first).not.toMatch(CONTROLS);
      const { of, legacy } = commandsIn(first);
      expect(legacy).toEqual([]);
      if (name !== 'github') expect(of).toEqual([]);
      expect(render(structuredClone(given), plain)).toBe(first);
      expect(given).toEqual(hostile(check, words));
      valid[name]!(first, given);
    };
    for (const [sample, check] of Object.entries(samples)) {
      expect(checkSchema.safeParse(hostile(check, MIXED.join(''))).error?.issues ?? []).toEqual([]);
      // Whatever there may be in one stands in the sample of all states.
      for (const words of ['', ...MIXED, ...(sample === 'states' ? FRAGMENTS : [])]) holds(check, words);
    }
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(samples)), anyText, (sample, words) => {
        holds(samples[sample]!, words);
      }),
      { numRuns: runs(30) },
    );
  });

  test('is as valid where it is quiet', async () => {
    const render = await load();
    const quiet = { ...plain, quiet: true };
    for (const check of Object.values(samples)) valid[name]!(render(check, quiet), check);
  });

  test('names nobody unless the document does', async () => {
    const render = await load();
    const given = { before: company({ one: 5 }), policy: 'failOn: warning' };
    const named = await checked(company({ one: 2, two: 2 }), { ...given, names: true });
    const unnamed = await checked(company({ one: 2, two: 2 }), given);
    expect(render(named, plain)).toContain('Winnow');
    expect(render(unnamed, plain)).not.toContain('Winnow');
  });
});

test('a figure that reads as in the baseline is called neither better nor worse', async () => {
  const check = await checked(company({ one: 2 }), { before: company({ one: 2 }) });
  const [one] = check.structures;
  const render = await checkFormats.get('markdown')!.load();
  const as = (before: number, after: number) => {
    const measures = one!.measures.map((measure) =>
      measure.id === 'teams.belowMinimum'
        ? { ...measure, unit: '', before, after, change: 'worse' as const }
        : measure,
    );
    const text = render({ ...check, structures: [{ ...one!, measures }] }, plain);
    return text.split('\n').find((line) => line.startsWith('| Teams below minimum'))!;
  };
  expect(as(4.98, 5.11)).toContain('worse');
  expect(as(4.98, 4.981)).not.toContain('worse');
});

test('an annotation names an example where the message names nobody', async () => {
  const check = await checked(company({ one: 2 }));
  const [one] = check.structures;
  const [finding] = one!.findings;
  const render = await checkFormats.get('github')!.load();
  const as = (message: string) =>
    render(
      { ...check, structures: [{ ...one!, findings: [{ ...finding!, message, examples: ['p2 to "p9"'] }] }] },
      plain,
    );
  expect(as('1 line leads to 1 id that nobody has.')).toContain('nobody has. E.g. p2 to "p9".');
  expect(as('The line of p2 leads to p9.')).not.toContain('E.g.');
});
