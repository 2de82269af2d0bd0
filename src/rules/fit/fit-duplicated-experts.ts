import { brief } from '../../base/figures.ts';
import { memo } from '../../base/memo.ts';
import { LITTLE } from '../../designs/cluster/basis/candidates.ts';
import { fragmentationByCapability } from '../../measures/structure/expertise-fragmentation.ts';
import type { View } from '../../model/view.ts';
import { areNeedsKnown, bestGroups } from '../customer-groups.ts';
import { defineFitRule } from './fit-rule.ts';
import { ASK_NEEDS, NO_TELLING, read } from './premises.ts';

/** From so many units with experts of one skill on, work is done several times for sure; in one, not at all. A judgement. */
const SEVERAL = 3;

/** Over how many units a skill that serves customers is spread, as a mean by fte; null for none. */
const spread = memo((view: View): number | null => {
  const { capabilities } = view.organisation;
  const found = fragmentationByCapability(view).filter(
    ({ capability }) => capabilities[capability]!.role !== 'enabling',
  );
  const fte = found.reduce((sum, one) => sum + one.fte, 0);
  return fte > 0 ? found.reduce((sum, one) => sum + one.fte * one.effective, 0) / fte : null;
});

/** A company of two lines of business, each with its own people for everything; or with the skills in one unit each. */
const linesOfBusiness = (needs: readonly [number, number]): string => `
version: 1
name: Lines of business
departments:
  - { id: shops, accountable: true, serves: { where: { segment: [shops] } } }
  - { id: mills, accountable: true, serves: { where: { segment: [mills] } } }
people:
  - { id: chief, title: Chief Executive Officer }
${['shops', 'mills']
  .flatMap((line) =>
    ['Marketing Manager', 'Sales Executive', 'Account Manager', 'Sales Executive'].map(
      (title, at) =>
        `  - { id: ${line}${at}, title: ${title}, department: ${line}, manager: ${at === 0 ? 'chief' : `${line}0`} }`,
    ),
  )
  .join('\n')}
customers:
${[0, 1, 2, 3, 4, 5]
  .map(
    (at) =>
      `  - { id: c${at}, attributes: { segment: ${at % 2 === 0 ? 'shops' : 'mills'} }, effort: { sales: ${needs[at % 2]! + (at >> 1)}, marketing: ${40 - (at >> 1)} } }`,
  )
  .join('\n')}
`;

export const fitDuplicatedExperts = defineFitRule({
  id: 'fit-duplicated-experts',
  summary:
    'Experts of one skill sit in several units that serve customers of the same needs: work is done several times.',
  why: {
    text: 'Where groups of customers need the same, experts in each of them do the same work several times. Together they do it once. Where needs differ, the same spread is no waste.',
    source: 'Published case: Cisco 2001; the measure is ours',
  },
  fit: {
    statements: [
      {
        when: 'experts doing the same work apart',
        designs: ['functional'],
        certainty: 0.3,
        premises(fit) {
          const effective = spread(fit.baseline);
          if (effective === null) return [NO_TELLING];
          const together = fit.view === null ? 1 : spread(fit.view);
          const units = read(
            fit,
            ['people'],
            `experts of one skill are spread over ${brief(effective)} units on average`,
            // What leaves them as they are brings nobody together.
            (effective - (together ?? 1)) / (SEVERAL - 1),
          );
          const groups = bestGroups(fit);
          if (groups === undefined) return [units, NO_TELLING];
          if (groups.explained === null || !areNeedsKnown(groups)) return [units, ASK_NEEDS];
          return [
            units,
            read(
              fit,
              ['customers'],
              `customers of each ${groups.attribute} need much the same`,
              groups.explained < LITTLE ? 1 : 0,
            ),
          ];
        },
      },
    ],
    reads: [],
    change: 'It would be otherwise with needs that differ from group to group.',
  },
  examples: { bad: linesOfBusiness([20, 20]), good: linesOfBusiness([20, 90]), design: 'functional' },
});
