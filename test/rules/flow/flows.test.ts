import { describe, expect, test } from 'vitest';
import { clusterWithServices, phased } from '../../../src/rules/examples/structures.ts';
import { loadOrganisation } from '../../../src/schema/read/load.ts';
import { memoryFiles } from '../../source/memory-files.ts';
import { exampleFile, findingsOf, findingsOfRule } from '../findings.ts';

describe('feedback between phases', () => {
  test('is missing in every flow that nobody has drawn', async () => {
    const [found] = await findingsOfRule(
      'flow-feedback-missing',
      phased('Silence', { without: ['insight', 'toIdentify', 'toAcquire'] }),
    );
    expect(found).toMatchObject({ value: 3, limit: 3 });
  });

  test('that does not say its kind is told apart', async () => {
    const text = phased('No kind', {}).replace(', kind: prospect-insight', '');
    const [found] = await findingsOfRule('flow-feedback-missing', text);
    expect(found!.examples!.join()).toContain('where a flow of another kind is');
  });

  test('is not wanted of a phase that develops the product itself', async () => {
    const text = phased('Own development', { without: ['insight'] }).replace(
      'title: Marketing Specialist, department: identify, manager: identify-1',
      'title: Product Developer, department: identify, manager: identify-1',
    );
    expect(await findingsOfRule('flow-feedback-missing', text)).toEqual([]);
  });
});

test('a design draws the flows, customers and remits of centres that rules ask for; nobody to spare for a centre is told', async () => {
  const about = (rule: string) => rule.startsWith('flow-') || rule.startsWith('scorecard-');
  for (const [design, wanted] of [
    ['lifecycle', []],
    ['cluster', ['flow-centre-missing']],
  ] as const) {
    const found = await findingsOf(exampleFile('tindle-and-moss/org.yaml'), design);
    expect(found.map(({ rule }) => rule).filter(about), design).toEqual(wanted);
  }
});

test('of a lacking measure the value is told that the file has', async () => {
  const text = clusterWithServices('Sales known', { cluster: ', scorecard: [{ metric: retention }]' });
  const [found] = await findingsOfRule(
    'scorecard-metric-missing',
    `${text}customers: [{ id: c, revenue: 1200 }]\n`,
  );
  expect(found).toMatchObject({ value: 4, limit: 5 });
  expect(found!.message).toContain('By the file sales is 1,200 a year.');
});

test.each([
  ['a kind that is none', 'kind: best-practise', 'best-practice'],
  ['a department that is none', 'servesUnits: [retial]', 'retail'],
])('%s is an error with what was meant', async (_, wrong, meant) => {
  const good = clusterWithServices('Slips');
  const text = wrong.startsWith('kind')
    ? good.replace('kind: best-practice', wrong)
    : good.replace('servesUnits: [retail]', wrong);
  const error = await loadOrganisation('org.yaml', memoryFiles({ 'org.yaml': text }), {}).catch((e) => e);
  expect(error.problems[0].hint).toBe(`Did you mean "${meant}"?`);
});
