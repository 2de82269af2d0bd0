import { describe, expect, test } from 'vitest';
import { buildOrganisation } from '../../../src/model/build.ts';
import type { Organisation } from '../../../src/model/organisation.ts';
import { viewOf } from '../../../src/model/view.ts';
import { maturityOf } from '../../../src/questionnaire/maturity/maturity.ts';
import { readinessOf } from '../../../src/questionnaire/readiness/readiness.ts';
import { designed, exampleFiles, load, written } from '../../proposal/written.ts';
import { designOf } from '../../support/organisations.ts';

const statesOf = (organisation: Organisation, id: 'cluster' | 'lifecycle') => {
  const design = designOf(id);
  const result = design.apply(organisation);
  const then = result.organisation && viewOf(result.organisation);
  return readinessOf(viewOf(organisation), design, result, then)!.parts.flatMap(({ items }) =>
    items.map((item) => `${item.id} ${item.state}`),
  );
};

/** What is known of the maturity, but for what a sign in the data shows. */
const known = (organisation: Organisation) =>
  maturityOf(viewOf(organisation)).answers.flatMap(({ item, answer, derived }) =>
    answer === 'unknown' || (derived && answer === 'partly') ? [] : [`${item} ${answer}`],
  );

describe.each(['halden', 'tindle-and-moss', 'marrowgate'])('%s', (name) => {
  test.each(['cluster', 'lifecycle'] as const)(
    'as the file of the %s design is as ready, and as mature, as evaluate says of that design: what it draws is in place there',
    async (id) => {
      const files = exampleFiles(name);
      const design = (await designed(files, id))!;
      const again = buildOrganisation(await load(written(design)));
      const drawn = statesOf(design.before, id);
      expect(drawn.some((state) => state.endsWith(' proposed'))).toBe(true);
      expect(statesOf(again, id)).toEqual(drawn.map((state) => state.replace(/ proposed$/, ' in-place')));
      expect(known(again)).toEqual(known(design.before));
    },
  );
});
