import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { midSentence } from '../../../src/base/text.ts';
import { disk } from '../../../src/cli/io/disk.ts';
import { figureInWords, shownFigure } from '../../../src/documents/answer/figures-in-words.ts';
import { matrixOf } from '../../../src/documents/answer/matrix.ts';
import { writerByTitle } from '../../../src/documents/answer/people-by-title.ts';
import { buildValidation } from '../../../src/documents/validation/validation.ts';
import { evaluate } from '../../../src/index.ts';
import { buildOrganisation } from '../../../src/model/build.ts';
import type { Report } from '../../../src/schema/documents/report.ts';
import type { Loaded } from '../../../src/schema/loaded.ts';
import { loadOrganisation } from '../../../src/schema/read/load.ts';
import { LONG, MIXED } from '../../support/hostile-text.ts';
import { loadedOf, organisationOf, ruleIds } from '../../support/organisations.ts';
import { renderFirstScreen, renderValidation } from '../../support/rendered.ts';
import { matrix, organisationFrom, services } from '../../verdicts/fact-sheets.ts';
import { hostileReport, sampleReport } from '../report/sample-report.ts';

const PLAIN = { columns: 80, color: false, quiet: false };
const root = fileURLToPath(new URL('../../../examples/', import.meta.url));

/** Every organisation file of the examples, with the published cases. */
const files = [root, `${root}cases/`].flatMap((folder) =>
  existsSync(folder)
    ? readdirSync(folder).flatMap((name) => {
        const file = name.endsWith('.yaml') ? name : `${name}/org.yaml`;
        return existsSync(folder + file) ? [`examples/${folder.slice(root.length)}${file}`] : [];
      })
    : [],
);

const fitsAScreen = (text: string): void => {
  const lines = text.replace(/\n$/, '').split('\n');
  expect(lines.length).toBeLessThanOrEqual(45);
  for (const line of lines) expect(stringWidth(line), line).toBeLessThanOrEqual(80);
};

it('there are examples to look at', () => expect(files.length).toBeGreaterThan(2));

it('who has neither a title nor a department is said to have no title', async () => {
  const organisation = await organisationOf({
    version: 1,
    name: 'Bare',
    departments: [{ id: 'lab', name: 'Lab' }],
    people: [{ id: 'a' }, { id: 'b', manager: 'a', department: 'lab' }],
  });
  const write = writerByTitle(organisation, false);
  expect(write('The team of {person:a} has 2 people.')).toBe(
    'The team of somebody without a title has 2 people.',
  );
  expect(write('The team of {person:b}.')).toBe('The team of somebody in Lab.');
});

describe.each(files)('%s', (file) => {
  let loaded: Loaded;
  let report: Report;
  let text: string;
  beforeAll(async () => {
    loaded = await loadOrganisation(file, disk, { ruleIds });
    report = evaluate(loaded, { version: 'test' });
    text = renderFirstScreen(report, PLAIN);
  });

  it('tells of three and more findings of one rule the first, and how many more there are', () => {
    for (const { rule, severity, more = 0 } of report.answer.findings) {
      const same = report.designs[0]!.findings.filter(
        (one) => one.rule === rule && one.severity === severity,
      );
      expect(more).toBe(same.length < 3 ? 0 : same.length - 1);
    }
  });

  it('fits a screen, also with its people by name', () => {
    fitsAScreen(text);
    fitsAScreen(renderFirstScreen(evaluate(loaded, { version: 'test', names: true }), PLAIN));
  });

  it('has each label of the options on one line', () => {
    const lines = text.split('\n');
    const last = lines.findIndex((line) => line.startsWith('Suits this company'));
    const first = lines.lastIndexOf('', last) + 2;
    expect(last).toBeGreaterThan(first);
    for (const line of lines.slice(first, last)) expect(line).toMatch(/^\S.* {2,}\S/);
  });

  it('says of which questions and rows there is no room', () => {
    const { questions, decision } = report.answer;
    const lines = text.split('\n');
    const asked = lines.filter((line) => /^ {2}\d\. /.test(line)).length;
    const flat = text.replace(/\s+/g, ' ');
    if (decision === 'not-decided' && asked < questions.length)
      expect(flat).toContain(`most first (${asked} of ${questions.length}):`);
    const { rows = [] } = matrixOf(report, 99) ?? {};
    const without = rows.filter(({ label }) => !lines.some((line) => line.startsWith(label)));
    for (const { label } of without) expect(flat).toContain(midSentence(label));
  });

  it('says how many heads lose their post wherever it says what a design asks of people', () => {
    const { displaced = [] } = report.designs.find(({ id }) => id === report.answer.design) ?? {};
    const flat = text.replace(/\s+/g, ' ');
    if (displaced.length > 0)
      expect(flat).toMatch(new RegExp(`${displaced.length} heads? of today loses? the(?:ir)? post`));
    else expect(flat).not.toMatch(/heads? of today/);
  });

  it('says who this is, then the answer, then the options, then what was found, then what to run', () => {
    const [first = '', blank, ...rest] = text.split('\n');
    expect(first).toContain(report.organisation.name);
    expect(first).toContain(`${report.organisation.people.toLocaleString('en')} people`);
    expect(blank === '' ? rest[0] : blank).not.toBe('');
    const places = [
      report.answer.sentence.split(' ').slice(0, 2).join(' '),
      'Suits this company',
      'Today’s gravest',
      'Next',
    ].map((part) => text.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
  });

  it('says of the data what validate says of them', () => {
    const validated = renderValidation(buildValidation(loaded, { version: 'test' }), PLAIN);
    const [ours, theirs] = [text, validated].map(
      (page) => /Data: [a-z]+\. Lines[^.]+\./.exec(page.replace(/\s+/g, ' '))?.[0],
    );
    expect(ours).toBeDefined();
    expect(theirs).toBe(ours);
  });

  it('names nobody, and nobody by an id', () => {
    const { people } = buildOrganisation(loaded);
    const words = new Set(text.split(/[\s,;:.()]+/));
    for (const id of people.id) expect(words.has(id), id).toBe(false);
    for (const name of people.name) if (name !== '') expect(text).not.toContain(name);
  });

  it('tells only figures that the report has', () => {
    const { answer, designs } = report;
    const today = designs[0]!.measures;
    const design = designs.find(({ id }) => id === answer.design)?.measures ?? {};
    const differences = [...answer.gains, ...answer.prices];
    for (const { measure, today: before, then: after, text: said } of differences) {
      expect(after).toBe(shownFigure(design[measure]));
      if (!measure.startsWith('change.')) expect(before).toBe(shownFigure(today[measure]));
      if (answer.gains.some((one) => one.measure === measure))
        expect(said).toContain(figureInWords(after!, design[measure]!.unit));
    }
    if (answer.confidence !== null)
      expect(answer.confidence.share).toBe(
        report.ranking!.acceptability[answer.design ?? report.ranking!.winner]![0],
      );
  });

  it('recommends nothing that is impossible, cannot be judged or does not suit, and marks no best that is not', () => {
    const { answer, designs } = report;
    if (answer.decision === 'recommend') {
      const { status, fit } = designs.find(({ id }) => id === answer.design)!;
      expect(['staffed', 'needs-hires']).toContain(status);
      expect(['suits', 'rather suits', 'suits, if', 'open']).toContain(fit.verdict);
      expect(report.ranking!.decides).toBe(true);
    }
    // What is the same in every design is no row.
    const row = text.split('\n').find((line) => line.startsWith('Work under one head'));
    if (row === undefined) expect(text).toMatch(/The same in every design:[^.]*Work under one head/s);
    else expect(row.split('*').length - 1).toBe(report.comparison['journey.accountableShare']!.best.length);
  });

  it('asks first what moves most, each question with the key that takes the answer', () => {
    const { questions } = report.answer;
    const within = (decides: boolean) =>
      questions.filter((one) => one.decides === decides && one.answers.length > 0).map(({ moves }) => moves);
    for (const moves of [within(true), within(false)])
      expect(moves).toEqual([...moves].sort((a, b) => b - a));
    for (const { id, answers } of questions)
      if (answers.length > 0) expect(id).toMatch(/^(?:(?:context|practices)\.[\w-]+|criteria\.profile)$/);
    const [, asked = ''] = /moves most first:\n((?: {2}.*\n)*?)(?= {2}[A-Z]|\n|\S)/.exec(text) ?? [];
    for (const one of asked.split(/^ {2}\d\. /m).slice(1)) expect(one).toMatch(/\([\w.-]+\)/);
  });
});

test('what is recommended on conditions says so in its first words, and names them', async () => {
  const { answer } = evaluate(await loadedOf(organisationFrom(matrix)), { version: 'test' });
  expect(answer.sentence).toBe('Recommended, on conditions: customer clusters by segment');
  expect(answer.conditions.length).toBeGreaterThan(0);
});

test('where the built-in journey asks for a skill that nobody has the journey is asked for', async () => {
  const company = {
    version: 1,
    name: 'Practice',
    departments: [{ id: 'd', name: 'Clients' }],
    people: [
      { id: 'top', title: 'Managing Partner' },
      ...['sales', 'account-management', 'marketing'].flatMap((capability) =>
        [1, 2, 3, 4].map((at) => ({ id: `${capability}${at}`, capability, manager: 'top', department: 'd' })),
      ),
    ],
    customers: [1, 2, 3].map((at) => ({ id: `c${at}`, owner: `sales${at}`, revenue: 10 })),
  };
  const asked = async (content: object) =>
    evaluate(await loadedOf(content), { version: 'test' }).answer.questions.map(({ id }) => id);
  expect(await asked(company)).toContain('journeys');
  const helper = { id: 'h', capability: 'support', manager: 'top', department: 'd' };
  expect(await asked({ ...company, people: [...company.people, helper] })).not.toContain('journeys');
});

test('the money that is at risk is not cut off, whatever else has to give way', () => {
  const report = sampleReport();
  const price = '28 % of the customer relationships end: 600K to 800K CHF of sales a year at risk.';
  const long = { ...report.answer, against: Array(3).fill(`${'very '.repeat(60)}long.`) };
  for (const answer of [report.answer, long]) {
    const prices = answer.prices.slice(0, 1).map((one) => ({ ...one, text: price }));
    expect(prices).toHaveLength(1);
    const text = renderFirstScreen({ ...report, answer: { ...answer, prices } }, PLAIN);
    fitsAScreen(text);
    expect(text.replace(/\s+/g, ' ')).toContain(price);
  }
});

test('it fits a screen whatever it is called', () => {
  for (const words of [...MIXED, LONG, '漢字'.repeat(400)])
    fitsAScreen(renderFirstScreen(hostileReport(words), PLAIN));
  fitsAScreen(renderFirstScreen(sampleReport(), PLAIN));
});

const screenOf = async (company: object) => {
  const report = evaluate(await loadedOf(company), { version: 'test' });
  return { report, text: renderFirstScreen(report, PLAIN) };
};

/** Businesses of which much is answered, and departments that divide the work for a customer. */
const partlyAnswered = (collaboration: Record<string, string>) =>
  organisationFrom({
    ...services,
    context: { staff: 800, offering: 'services', departmentalTradition: 'partly', ...collaboration },
    practices: { 'strategy-clear': 'yes', 'value-proposition-clear': 'yes', 'target-markets-clear': 'yes' },
  });

test('an answer that nobody gave and that would undo the recommendation is asked beside it, with its key', async () => {
  const { report, text } = await screenOf(partlyAnswered({}));
  expect(report.answer.decision).toBe('recommend');
  const asked = report.answer.questions.filter(({ undoneBy }) => undoneBy !== undefined);
  expect(asked.map(({ id, undoneBy }) => [id, undoneBy])).toEqual([['context.collaboration', ['poor']]]);
  expect(text.replace(/\s+/g, ' ')).toContain('(context.collaboration) Not recommended if poor.');
  const known = await screenOf(partlyAnswered({ collaboration: 'good' }));
  expect(known.report.answer.decision).toBe('recommend');
  expect(known.text).not.toContain('Not recommended if');
  // And it does undo it.
  expect((await screenOf(partlyAnswered({ collaboration: 'poor' }))).report.answer.decision).not.toBe(
    'recommend',
  );
});

test('what wins only by what it fixes itself is recommended in place of a form that does not suit, and that is said', async () => {
  const { report, text } = await screenOf(partlyAnswered({ collaboration: 'good' }));
  expect(report.ranking).toMatchObject({ winner: 'cluster', withoutByConstruction: 'as-is', decides: false });
  expect(report.designs[0]!.fit.verdict).toBe('rather not');
  expect(report.answer).toMatchObject({ decision: 'recommend', design: 'cluster' });
  expect(text.replace(/\s+/g, ' ')).toContain(
    'Without what a design fixes by its definition today’s structure leads, but it rather does not suit the company.',
  );
});
