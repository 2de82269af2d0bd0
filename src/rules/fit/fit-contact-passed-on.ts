import { precisePercent } from '../../base/figures.ts';
import { servedByName, shareOf } from '../company-facts.ts';
import { fitting } from '../examples/companies.ts';
import { defineFitRule } from './fit-rule.ts';
import { NO_TELLING, read } from './premises.ts';

const CONTACT = '$&, owner: a1';

export const fitContactPassedOn = defineFitRule({
  id: 'fit-contact-passed-on',
  summary: 'Customers have somebody of their own today, whom phases change at each border.',
  why: {
    text: 'A customer with the same people throughout is served best. A phase has a contact of its own, so that phases pass the customer on; that it speaks against them is our reading.',
    source: 'Jameane; our reading',
  },
  fit: {
    statements: [
      {
        when: 'contacts that would change',
        designs: ['lifecycle'],
        certainty: -0.2,
        premises(fit) {
          const served = servedByName(fit.baseline);
          if (served.of <= 0) return [NO_TELLING];
          const share = shareOf(served);
          const text =
            served.by === 'revenue'
              ? `${precisePercent(share)} of revenue comes from customers whom somebody serves by name`
              : `${precisePercent(share)} of customers are served by somebody by name`;
          return [read(fit, ['customers'], text, share)];
        },
      },
    ],
    reads: [],
    change: 'To change that: a contact who stays over all phases.',
  },
  examples: {
    bad: fitting('Contacts').replaceAll(/market: b2b/g, CONTACT),
    good: fitting('Contacts'),
    design: 'lifecycle',
  },
});
