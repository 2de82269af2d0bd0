import { clusterable } from './example-clusters.ts';
import { defineRule } from './rule.ts';

/** Each capability in the one phase that is named after what it does most. */
const designs = `designs:
  lifecycle:
    shares: { marketing: { identify: 1 }, sales: { acquire: 1 }, account-management: { retain: 1 } }`;

export const fitLimitedResources = defineRule({
  id: 'fit-limited-resources',
  about: 'fit',
  severity: 'warning',
  summary: 'People and money are short for a design that needs more of both.',
  why: {
    text: 'One team per customer is good for the customer and next to impossible for a small organisation with limited resources. That three phases with skills of their own are hard as well then is our reading.',
    source: 'Jameane',
  },
  options: [],
  examples: {
    bad: clusterable('Short of everything', { context: 'staff: 400, limitedResources: yes', designs }),
    good: clusterable('Enough of everything', { context: 'staff: 400, limitedResources: no', designs }),
    design: 'lifecycle',
  },
  *check(view, { design }) {
    const { context, people, origin } = view.organisation;
    if ((design !== 'lifecycle' && design !== 'account-team') || context.limitedResources !== 'yes') return;
    const open = people.vacant.reduce((count, vacant) => count + vacant, 0);
    const needs = design === 'lifecycle' ? 'Three phases that each stand alone' : 'A team for every customer';
    yield {
      message: `${needs} will be hard to fill here: resources are limited (context.limitedResources), with ${(people.count - open).toLocaleString('en')} people and ${open.toLocaleString('en')} open seats in this design. It would change with the people to fill it.`,
      value: null,
      limit: null,
      entity: { kind: 'design', id: design },
      at: origin,
    };
  },
});
