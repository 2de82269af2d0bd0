import { counted } from '../../base/text.ts';
import type { View } from '../../model/view.ts';
import { fitting } from '../examples/companies.ts';
import { defineFitRule } from './fit-rule.ts';
import { contextLever, read, saidYes } from './premises.ts';
import type { FitCase } from './statement.ts';

const short = (fit: FitCase) => [
  saidYes(fit, 'limitedResources', (answer) => `people and money are short: ${answer}`),
];

const openSeats = ({ organisation: { people } }: View): number =>
  people.vacant.reduce((count, vacant) => count + vacant, 0);

/** Posts that a design opens beside those that are open today. */
const posts = ({ view, baseline }: Pick<FitCase, 'view' | 'baseline'>): number =>
  view === null ? 0 : Math.max(0, openSeats(view) - openSeats(baseline));

/** Phases that the people there can fill take no more of what is short. */
const shortOfPosts = (fit: FitCase) => [
  ...short(fit),
  read(
    fit,
    ['people'],
    `the phases open ${counted(posts(fit), 'post')} that nobody here can fill`,
    posts(fit) > 0 ? 1 : 0,
  ),
];

export const fitLimitedResources = defineFitRule({
  id: 'fit-limited-resources',
  summary: 'People and money are short for a design that needs more of both.',
  why: {
    text: 'One team per customer is good for the customer and next to impossible for a small organisation with limited resources. Phases that need people beyond those there are hard as well then; that is our reading.',
    source: 'Jameane; phases are our reading',
  },
  fit: {
    statements: [
      { when: 'short resources', designs: ['account-team'], certainty: -0.7, premises: short },
      {
        when: 'short resources',
        designs: ['lifecycle'],
        certainty: -0.4,
        change:
          'It would change with the people to fill it, or with fewer phases that have a head of their own.',
        premises: shortOfPosts,
      },
    ],
    reads: ['context.limitedResources'],
    change: 'It would change with the people to fill it.',
    levers: [
      contextLever(
        'limitedResources',
        'Find people and money for it, or wait until they are there.',
        () => 'no',
      ),
    ],
  },
  examples: {
    bad: withoutAccountManagers('yes'),
    good: withoutAccountManagers('no'),
    design: 'lifecycle',
  },
  *check(view, { design, baseline }) {
    const { context, origin } = view.organisation;
    if ((design !== 'lifecycle' && design !== 'account-team') || context.limitedResources !== 'yes') return;
    const open = posts({ view, baseline });
    if (design === 'lifecycle' && open === 0) return;
    const needs = design === 'lifecycle' ? 'Three phases that each stand alone' : 'A team for every customer';
    yield {
      message: `${needs} will be hard to fill here: resources are limited (context.limitedResources), and this design opens ${counted(open, 'post')} that nobody here can fill. It would change with the people to fill it.`,
      entity: { kind: 'design', id: design },
      at: origin,
    };
  },
});

/** A company in which nobody can fill a phase. */
function withoutAccountManagers(short: 'yes' | 'no'): string {
  return fitting('Resources', { context: { limitedResources: short } }).replaceAll(
    'Account Manager',
    'Accountant',
  );
}
