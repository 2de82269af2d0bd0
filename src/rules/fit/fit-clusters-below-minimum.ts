import { explainLimit } from '../../designs/cluster/number/feasibility.ts';
import { fitting } from '../examples/example-fit.ts';
import { clusterLevers, limitOf } from './cluster-limits.ts';
import { defineFitRule } from './define-fit-rule.ts';
import type { FitCase } from './fit.ts';
import { peopleThere } from './fit-facts.ts';
import { NO_TELLING, read } from './fit-premises.ts';

/** What is too small for clusters as a whole is told by its number of people, and not twice. */
const isLarge = ({ told, baseline }: FitCase): boolean =>
  (told.context.staff ?? peopleThere(baseline)) >= baseline.organisation.policy.smallCompany;

export const fitClustersBelowMinimum = defineFitRule({
  id: 'fit-clusters-below-minimum',
  summary: 'The people there cannot fill two clusters with the skills and the four people that each needs.',
  why: {
    text: 'A cluster needs each essential skill, and four people at least, or it lacks what makes a team perform. With people for one only there is nothing to divide customers between.',
    source: 'Jackson',
  },
  options: ['minimumTeam', 'smallCompany'],
  fit: {
    arms: [
      {
        when: 'too few people for two clusters',
        designs: ['cluster'],
        certainty: -0.8,
        premises(fit) {
          const limit = limitOf(fit.baseline, fit.told);
          if (limit === null) return [NO_TELLING];
          const text = explainLimit(fit.baseline.organisation, limit, 2);
          return [read(fit, ['people'], text, limit.most < 2 ? 1 : 0)];
        },
      },
    ],
    applies: isLarge,
    reads: ['context.staff'],
    change:
      'It would change with people hired in these skills, with second skills, or with fewer skills in each cluster (designs.cluster.include, exclude, holders).',
    levers: clusterLevers,
  },
  examples: {
    // One account manager is left in the one, two in the other.
    bad: onlyAccountManagers(1),
    good: onlyAccountManagers(2),
    design: 'cluster',
  },
});

/** The company of the examples with so many account managers; the others of them keep the books. */
function onlyAccountManagers(count: number): string {
  let seen = 0;
  return fitting('Account managers', { holders: 1 }).replaceAll('Account Manager', (title) =>
    ++seen > count ? 'Accountant' : title,
  );
}
