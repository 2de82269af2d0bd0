import { expect, test } from 'vitest';
import { profileContext } from '../../../src/documents/validation/validation.ts';
import { fitting } from '../../../src/rules/examples/companies.ts';
import { viewFrom } from '../../support/organisations.ts';

test('answers of the context that verdicts read are counted, and those that are missing named', async () => {
  const some = profileContext(await viewFrom(fitting('Some')));
  // The market is in the data; collaboration and tradition are answered.
  expect(some).toMatchObject({ entity: 'company', field: 'context', given: 3, of: 9 });
  expect(some.effect).toBe(
    '`context:` does not say offering, limitedResources, costPressure, technologyPace, customerPayShare or paybackYears: verdicts on designs are less certain.',
  );
  const vain = profileContext(await viewFrom(fitting('Vain', { context: { collaboration: 'unknown' } })));
  expect(vain.given).toBe(2);
});

test('a context that says everything has no effect', async () => {
  const all = {
    ...{ offering: 'goods', limitedResources: 'no', costPressure: 'no', technologyPace: 'no' },
    ...{ customerPayShare: 0.2, paybackYears: 2 },
  };
  expect(profileContext(await viewFrom(fitting('All', { context: all })))).toMatchObject({
    given: 9,
    of: 9,
    effect: '',
  });
});
