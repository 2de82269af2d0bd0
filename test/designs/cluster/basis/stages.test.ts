import { describe, expect, it } from 'vitest';
import { stageSentence } from '../../../../src/designs/cluster/basis/basis-sentences.ts';
import { stageChanges } from '../../../../src/designs/cluster/basis/stages.ts';
import { groupsBy } from '../../../../src/designs/cluster/groups.ts';
import { mergeSmallest } from '../../../../src/designs/cluster/number/number.ts';
import { designOf, organisationOf } from '../../../support/organisations.ts';
import { company } from '../company.ts';

const STAGES = [{ value: 'new', years: 1 }, { value: 'growing', years: 4 }, { value: 'settled' }];

const customers = [
  { id: 'a', count: 30, attributes: { lifeStage: 'new' } },
  { id: 'b', count: 40, attributes: { lifeStage: 'growing' } },
  { id: 'c', count: 130, attributes: { lifeStage: 'settled' } },
];

async function changesOf(
  stages: readonly object[] | undefined,
  merges = 0,
  rows: readonly object[] = customers,
) {
  const organisation = await organisationOf({
    ...company(),
    customers: rows,
    ...(stages === undefined ? {} : { attributes: { lifeStage: { stages } } }),
  });
  const [attribute] = organisation.customers.attributes;
  let { groups } = groupsBy(organisation, attribute!, [...organisation.capabilities.keys()]);
  for (let n = 0; n < merges; n++) ({ groups } = mergeSmallest(groups));
  return stageChanges(organisation, attribute!, groups);
}

describe('expected changes of cluster a year', () => {
  it('are the customers of each stage by its years, where the next stage is in another cluster', async () => {
    // 30 / 1 + 40 / 4 of 200.
    expect(await changesOf(STAGES)).toEqual({ perYear: 40, share: 0.2 });
  });

  it('are none between stages of one cluster', async () => {
    // Of equal needs the smallest join: new goes with growing, and only those who settle change.
    expect(await changesOf(STAGES, 1)).toEqual({ perYear: 10, share: 0.05 });
    expect(await changesOf(STAGES, 2)).toEqual({ perYear: 0, share: 0 });
  });

  it('pass over a stage in which there is nobody', async () => {
    const rows = customers.filter(({ id }) => id !== 'b');
    expect(await changesOf(STAGES, 0, rows)).toEqual({ perYear: 30, share: 30 / 160 });
  });

  it('do not count who is kept with a parent account', async () => {
    const rows = [
      { id: 'a', parent: 'c', attributes: { lifeStage: 'new' }, effort: { sales: 10 } },
      { id: 'b', attributes: { lifeStage: 'growing' }, effort: { sales: 10 } },
      { id: 'c', attributes: { lifeStage: 'settled' }, effort: { sales: 50 } },
    ];
    expect(await changesOf(STAGES, 0, rows)).toMatchObject({ perYear: 0.25 });
  });

  it.each([
    [
      'years that are missing',
      [{ value: 'new' }, ...STAGES.slice(1)],
      'no years are given for the stage new of lifeStage',
    ],
    ['a value that is no stage', STAGES.slice(1), 'new is none of the stages declared of lifeStage'],
    ['no stages at all', undefined, 'lifeStage looks like stages that customers pass through'],
  ])('are unknown with %s, and said to be', async (_, stages, reason) => {
    const changes = (await changesOf(stages))!;
    expect(changes).toMatchObject({ perYear: null, share: null });
    expect(changes.reason).toContain(reason);
    expect(stageSentence(changes)).toMatch(
      /^How many customers change cluster each year is not known: .*\.$/,
    );
  });

  it('are no matter for an attribute that is no stage of life', async () => {
    const organisation = await organisationOf({
      ...company(),
      customers: ['x', 'y'].map((industry) => ({ id: industry, attributes: { industry } })),
    });
    const [attribute] = organisation.customers.attributes;
    expect(stageChanges(organisation, attribute!, [])).toBeNull();
  });

  it('stand in the explanation and in the report of a design', async () => {
    const { basis, explanation } = designOf('cluster').apply(
      await organisationOf({
        ...company(16),
        customers,
        attributes: { lifeStage: { stages: STAGES } },
        designs: { cluster: { clusters: 3 } },
      }),
    );
    expect(basis?.stageChanges).toEqual({ perYear: 40, share: 0.2 });
    expect(basis?.candidates[0]?.changesPerYear).toBe(40);
    expect(explanation).toContain(
      'As they come to another stage, 40 customers change cluster each year, 20 % of all.',
    );
  });
});
