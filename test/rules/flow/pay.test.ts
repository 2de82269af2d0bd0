import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/index.ts';
import { viewOf } from '../../../src/model/view.ts';
import { fitRewardWeight } from '../../../src/rules/fit/fit-reward-weight.ts';
import { factsOf } from '../../../src/rules/fit/statement.ts';
import { rewardWeights } from '../../../src/rules/flow/pay.ts';
import { loadOrganisation } from '../../../src/schema/read/load.ts';
import { memoryFiles } from '../../source/memory-files.ts';
import { organisationOf } from '../../support/organisations.ts';
import { findingsOfRule } from '../findings.ts';

const company = (first: number, second: number, context: object = {}) => ({
  version: 1,
  name: 'Acme',
  context,
  departments: [
    {
      id: 'north',
      head: 'n1',
      scorecard: [
        { metric: 'retention', weight: first },
        { metric: 'sales', weight: 0.5 },
      ],
    },
    {
      id: 'south',
      scorecard: [{ metric: 'satisfaction', owner: 's1', weight: second }, { metric: 'margin' }],
    },
  ],
  people: [
    { id: 'n1', title: 'Accountant', department: 'north' },
    { id: 's1', title: 'Accountant', department: 'south', manager: 'n1' },
  ],
});

describe('the weight of customer measures in pay', () => {
  test('is the mean over owners, of whom a head without a name is one', async () => {
    const found = rewardWeights(await organisationOf(company(0.2, 0.1)));
    expect(found!.share).toBeCloseTo(0.15, 12);
    expect(found!.owners).toBe(2);
  });

  test('counts nobody’s pay more than once', async () => {
    const file = company(0.8, 0);
    file.departments[0]!.scorecard.push({ metric: 'satisfaction', owner: 'n1', weight: 0.8 });
    expect(rewardWeights(await organisationOf(file))!.share).toBe(0.5);
  });

  test('is not known where no scorecard gives one', async () => {
    const { departments: _, ...rest } = company(0, 0);
    expect(rewardWeights(await organisationOf(rest))).toBeNull();
  });

  test.each([
    ['half of what would count', 0.1, 0.1, 0.4],
    ['what would count', 0.2, 0.2, 0],
    ['nothing', 0, 0, 0.8],
  ])('of %s speaks against a redesign, less surely than an answer', async (_, first, second, certainty) => {
    const organisation = await organisationOf(company(first, second));
    const baseline = viewOf(organisation);
    const [premise] = fitRewardWeight.fit!.statements[0]!.premises({
      design: 'as-is',
      subject: 'company',
      baseline,
      view: baseline,
      facts: factsOf(organisation),
    });
    expect(premise).toMatchObject({ derived: true });
    expect((premise as { certainty: number }).certainty).toBeCloseTo(certainty, 12);
  });

  test('answers the questionnaire', async () => {
    const loaded = await loadOrganisation(
      'org.yaml',
      memoryFiles({ 'org.yaml': JSON.stringify(company(0.2, 0.2)) }),
      {},
    );
    const { maturity } = assess(loaded, { version: '1.0.0' });
    expect(maturity.answers.find(({ item }) => item === 'pay-tied-to-customers')).toMatchObject({
      answer: 'yes',
      derived: true,
    });
  });

  test.each([
    [0.3, 1],
    [0.2, 0],
  ])('may be by %f what the context says', async (customerPayShare, count) => {
    const text = JSON.stringify(company(0.15, 0.15, { customerPayShare }));
    expect(await findingsOfRule('fit-answer-contradicts-data', text)).toHaveLength(count);
  });
});
