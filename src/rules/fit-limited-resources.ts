import { defineFitRule } from './define-fit-rule.ts';
import { fitting } from './example-fit.ts';
import type { FitCase } from './fit.ts';
import { contextLever, saidYes } from './fit-premises.ts';

const short = (fit: FitCase) => [
  saidYes(fit, 'limitedResources', (answer) => `people and money are short: ${answer}`),
];

export const fitLimitedResources = defineFitRule({
  id: 'fit-limited-resources',
  summary: 'People and money are short for a design that needs more of both.',
  why: {
    text: 'One team per customer is good for the customer and next to impossible for a small organisation with limited resources. That three phases with skills of their own are hard as well then is our reading.',
    source: 'Jameane',
  },
  options: [],
  fit: {
    arms: [
      { when: 'short resources', designs: ['account-team'], certainty: -0.7, premises: short },
      { when: 'short resources', designs: ['lifecycle'], certainty: -0.4, premises: short },
    ],
    reads: ['context.limitedResources'],
    change: 'It would change with the people to fill it, or with fewer phases that have a head of their own.',
    levers: [
      contextLever(
        'limitedResources',
        'Find people and money for it, or wait until they are there.',
        () => 'no',
      ),
    ],
  },
  examples: {
    bad: fitting('Resources', { context: { limitedResources: 'yes' } }),
    good: fitting('Resources', { context: { limitedResources: 'no' } }),
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
