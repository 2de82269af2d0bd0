import { memo } from '../../base/memo.ts';
import { allOf, counted } from '../../base/text.ts';
import { holdersOf } from '../../designs/cluster/number/feasibility.ts';
import type { View } from '../../model/view.ts';
import { bestGroups } from '../customer-groups.ts';
import { fitting } from '../examples/companies.ts';
import { defineFitRule } from './fit-rule.ts';
import { NO_TELLING, read } from './premises.ts';

/** What is left of the certainty where the scarce skills are none that every cluster needs. A judgement. */
const NOT_ESSENTIAL = 0.5;
/** Skills named in a sentence. */
const MOST_NAMED = 3;

interface Holders {
  readonly name: string;
  readonly essential: boolean;
  readonly holders: number;
}

/** Skills that some step needs, with the people who hold them; those that nobody holds are missing, and not scarce. */
const skillsAtWork = memo(({ organisation }: View): readonly Holders[] => {
  const needed = new Set(
    organisation.journeys.flatMap(({ steps }) => steps.map(({ capability }) => capability)),
  );
  return organisation.capabilities.flatMap(({ name, role }, capability) => {
    if (!needed.has(capability) || role === 'enabling' || role === 'leadership') return [];
    const holders = holdersOf(organisation, capability);
    return holders === 0 ? [] : [{ name, essential: role === 'essential', holders }];
  });
});

export const fitScarceExpertise = defineFitRule({
  id: 'fit-scarce-expertise',
  summary:
    'Fewer people hold a skill than there are groups of customers: divided, some group has none of it.',
  why: {
    text: 'A skill of which there are few is kept together, where its holders learn from each other and serve all groups. Divided among groups it is lost to some of them.',
    source: 'Galbraith 1971; the measure is ours',
  },
  fit: {
    statements: [
      {
        when: 'scarce expertise',
        designs: ['functional'],
        certainty: 0.3,
        premises(fit) {
          const groups = bestGroups(fit);
          if (groups === undefined) return [NO_TELLING];
          const scarce = skillsAtWork(fit.baseline).filter(({ holders }) => holders < groups.groups);
          const named = scarce
            .slice(0, MOST_NAMED)
            .map(({ name, holders }) => `${name.toLowerCase()} (${counted(holders, 'person', 'people')})`);
          return [
            read(
              fit,
              ['people'],
              scarce.length === 0
                ? 'every skill has more holders than there are groups of customers'
                : `there are fewer people than the ${groups.groups} groups by ${groups.attribute} in ${allOf(named)}`,
              scarce.length === 0 ? 0 : scarce.some(({ essential }) => essential) ? 1 : NOT_ESSENTIAL,
            ),
          ];
        },
      },
    ],
    reads: [],
    change: 'It would be otherwise with more people in these skills.',
  },
  examples: {
    // One account manager for two groups; the others of them keep the books.
    bad: fitting('Few or many', { holders: 1 }).replaceAll(
      /(id: a[234], title: )Account Manager/g,
      '$1Accountant',
    ),
    good: fitting('Few or many', { holders: 1 }),
    design: 'functional',
  },
});
