import { describe, expect, test } from 'vitest';
import { PRACTICES, practices } from '../../src/schema/input/practices.ts';
import { linesOf, load } from './load-memory.ts';

const HEAD =
  'version: 1\nname: Acme\npeople: [{ id: p1 }]\ncustomers: [{ id: c1, attributes: { industry: dairy } }]\n';
const ASKED = 'expected "yes", "partly", "no" or "unknown" or a map with answer and note';

describe('answers that do not fit', () => {
  test.each<[string, string]>([
    [
      'practices:\n  crm-in-use: yes\n  customer-counsil: no',
      'org.yaml:7:3 Unknown key "customer-counsil" in practices. | Did you mean "customer-council"?',
    ],
    [
      'practices:\n  crm-in-use: yes\n  one-message: partley',
      `org.yaml:7:16 practices.one-message: ${ASKED}, found text "partley". | Did you mean "partly"?`,
    ],
    [
      'practices:\n  one-message:\n    answer: unknwon\n    note: x',
      'org.yaml:7:13 practices.one-message.answer: expected "yes", "partly", "no" or "unknown", found text "unknwon". | Did you mean "unknown"?',
    ],
    [
      'practices: { risk-alerts: true }',
      `org.yaml:5:27 practices.risk-alerts: ${ASKED}, found text "true". | Did you mean "yes"?`,
    ],
    [
      'practices: { risk-alerts: false }',
      `org.yaml:5:27 practices.risk-alerts: ${ASKED}, found text "false". | Did you mean "no"?`,
    ],
    [
      'practices: { co-creation: [yes] }',
      `org.yaml:5:27 practices.co-creation: ${ASKED}, found a list. | Do customers take part in developing?`,
    ],
    [
      'practices: { ecosystem: { anser: yes } }',
      'Unknown key "anser" in practices.ecosystem. | Did you mean "answer"?',
    ],
    ['practices: { ecosystem: { note: x } }', 'practices.ecosystem.answer is missing.'],
    ['practices: yes', 'org.yaml:5:12 practices: expected a map, found text "yes". | How the company deals'],
    [
      'context:\n  collaboration: god',
      'org.yaml:6:18 context.collaboration: expected "good", "mixed", "poor" or "unknown", found text "god". | Did you mean "good"?',
    ],
    [
      'context:\n  limitedResources: maybe\n  departmentalTradition: partley',
      'org.yaml:7:26 context.departmentalTradition: expected "yes", "partly", "no" or "unknown", found text "partley". | Did you mean "partly"?',
    ],
    [
      'context:\n  colaboration: good',
      'org.yaml:6:3 Unknown key "colaboration" in context. | Did you mean "collaboration"?',
    ],
    [
      'context:\n  targetMarkets: { attribute: industri }',
      'org.yaml:6:31 context.targetMarkets.attribute: "industri" is not an attribute. | Did you mean "industry"?',
    ],
    [
      'context: { customerPayShare: 10 % }',
      'context.customerPayShare: expected a number from 0 to 1, found text "10 %". | Write it as a fraction: 0.1.',
    ],
  ])('%s', async (yaml, said) => {
    expect((await linesOf(HEAD + yaml)).join('\n')).toContain(said);
  });

  test('a wrong item among sixty-one is told without listing all of them', async () => {
    const [line] = await linesOf(`${HEAD}practices: { horoscope: yes }`);
    expect(line).toContain('Known keys: strategy-clear, ');
    expect(line).toContain(' and 31 more.');
  });
});

test('answers are read as written, whatever YAML 1.1 would make of them', async () => {
  const { input } = await load(
    `${HEAD}practices: { crm-in-use: yes, ecosystem: no, one-message: { answer: partly, note: "Not yet: 1" } }`,
  );
  expect(input.practices).toEqual({
    'crm-in-use': 'yes',
    ecosystem: 'no',
    'one-message': { answer: 'partly', note: 'Not yet: 1' },
  });
});

describe('the questionnaire', () => {
  test('has sixty-one items, each once, and all of them in the schema', () => {
    const ids = PRACTICES.map(({ id }) => id);
    expect(ids).toHaveLength(61);
    expect(new Set(ids).size).toBe(61);
    expect(Object.keys(practices.shape)).toEqual(ids);
  });

  test.each(PRACTICES.map((practice) => [practice.id, practice] as const))(
    '%s asks one question, says one step, and names its source',
    (id, { question, step, source, derived }) => {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(question).toMatch(/^[A-Z].*\?( \(note: which\))?$/);
      expect(step).toMatch(/^[A-Z][^.]*\.$/);
      expect(source).toMatch(/Jackson|Jameane|Bush|Focus\/Centric\/Led|Eccles/);
      if (derived !== undefined) expect(derived).toMatch(/^[A-Z].*\.$/);
    },
  );
});
