import { describe, expect, test } from 'vitest';
import { lazy } from '../../../src/base/memo.ts';
import { buildAssessment } from '../../../src/documents/assessment/assessment.ts';
import { assessmentFormats } from '../../../src/documents/assessment/document.ts';
import type { Assessment } from '../../../src/schema/documents/assessment.ts';
import type { Loaded } from '../../../src/schema/loaded.ts';
import { wholeFile } from '../../questionnaire/readiness/whole-file.ts';
import { loadedExample, readFrom } from '../../support/organisations.ts';

const assess = (loaded: Loaded, names = false): Assessment =>
  buildAssessment(loaded, { names, version: 'test' });
const assessed = async (content: string | object, names = false): Promise<Assessment> =>
  assess(await readFrom(content), names);
const halden = async (): Promise<Assessment> => assess(await loadedExample('halden'));

const samples = (
  [
    ['Halden', halden],
    ['Tindle & Moss', async () => assess(await loadedExample('tindle-and-moss'))],
    ['Marrowgate', async () => assess(await loadedExample('marrowgate'))],
    ['next to nothing', () => assessed({ version: 1, name: 'Empty', people: [{ id: 'p1' }] })],
    ['everything', () => assessed(wholeFile())],
  ] as const
).map(([name, make]) => [name, lazy<Promise<Assessment>>(make)] as const);

const plain = { columns: 80, color: false, quiet: false };

describe.each(samples)('the assessment of %s', (_, make) => {
  test('has counts that agree', async () => {
    const { readiness, maturity } = await make();
    expect(readiness.map(({ design }) => design)).toEqual(['cluster', 'lifecycle']);
    for (const { counts, items, blocking } of readiness.flatMap(({ parts }) => parts)) {
      expect(counts.inPlace + counts.proposed + counts.partly + counts.open + counts.unknown).toBe(
        items.length,
      );
      expect(blocking).toBe(
        items.filter(({ blocks, state }) => blocks && state !== 'in-place' && state !== 'proposed').length,
      );
    }
    expect(maturity.answers).toHaveLength(61);
  });

  test('names no person but by id or name', async () => {
    const document = await make();
    expect(JSON.stringify({ ...document, organisation: null })).not.toContain('{person:cco}');
  });
});

const rendered = async (format: string, document: Assessment, quiet = false): Promise<string> =>
  (await assessmentFormats.get(format)!.load())(document, { ...plain, quiet });

describe('the table', () => {
  test('shows each part, what blocks, the next steps and the questions', async () => {
    const text = await rendered('table', await halden());
    for (const said of [
      'readiness  for customer clusters, as the design makes them',
      'Foundations: 1 of 5 in place, 1 proposed, 2 in part, 1 unknown.',
      'They are known to those who serve customers (blocks)',
      'Customer-focused                         1       3   1        7',
      'Next steps:',
      'Read from the data, where nobody answered:',
      'questions  that nobody answered, the weightiest first',
    ])
      expect(text).toContain(said);
  });

  test('with --quiet is the state of each part and level', async () => {
    const text = await rendered('table', await halden(), true);
    expect(text).toContain('Foundations: 1 of 5 in place');
    expect(text).not.toContain('Next steps:');
    // The conclusion, then a line for each part, level and component.
    expect(text.split('\n').length).toBeLessThan(52);
  });

  test('says that a design is not possible, or cannot be judged', async () => {
    const of = async (more: string) =>
      rendered('table', await assessed(`version: 1\nname: Empty\npeople: [{ id: p1${more}\n`));
    expect(await of(', title: Sales Executive }]\ncustomers: [{ id: c1 }]')).toContain(
      'for customer clusters, which are not possible here',
    );
    expect(await of(' }]')).toContain('for customer clusters, which cannot be judged');
  });
});

describe('the Markdown', () => {
  test('has every item with a box, and every question as a key for the file', async () => {
    const document = await halden();
    const text = await rendered('markdown', document);
    const items = document.readiness.flatMap(({ parts }) => parts.flatMap((part) => part.items));
    expect(text.match(/^- \[[x ]\] /gm)).toHaveLength(items.length);
    expect(text.match(/^- \[x\] /gm)).toHaveLength(items.filter(({ state }) => state === 'in-place').length);
    for (const { key } of document.questions) expect(text).toContain(`  # ${key.split('.')[1]}:`);
  });
});

test('people are shown by id, or by name where that is asked for', async () => {
  const file = wholeFile();
  delete file.practices['customer-advocate'];
  file.people.push({ id: 'cco', name: 'Ada Quist', title: 'Chief Customer Officer', manager: 'chief' });
  const evidence = async (names: boolean) => {
    const { maturity } = await assessed(file, names);
    return maturity.answers.find(({ item }) => item === 'customer-advocate')!.evidence;
  };
  expect(await evidence(false)).toBe(
    'cco is Chief Customer Officer; whether they are heard at the top is not said.',
  );
  expect(await evidence(true)).toBe(
    'Ada Quist is Chief Customer Officer; whether they are heard at the top is not said.',
  );
});

test('there is no figure for the whole', async () => {
  const { maturity } = await halden();
  const figures = Object.values(maturity).filter((value) => typeof value === 'number');
  expect(figures).toEqual([]);
  expect(JSON.stringify(maturity)).not.toMatch(/"(score|index|total|rating)"/);
});
