import { ACCOUNTS, reachInWords } from '../../designs/account-team/account-sentences.ts';
import { defineFitRule } from './fit-rule.ts';
import { NO_TELLING, read } from './premises.ts';

/** A company of eight, two of each skill, with so many customers. */
const eight = (customers: number): string => `
version: 1
name: Eight people
people:
  - { id: chief, title: Chief Executive Officer }
${['Marketing Specialist', 'Sales Executive', 'Account Manager', 'Customer Support Agent']
  .flatMap((title, at) =>
    [1, 2].map((n) => `  - { id: p${at}${n}, title: ${title}, department: d${at}, manager: chief }`),
  )
  .join('\n')}
customers:
${Array.from({ length: customers }, (_, at) => `  - { id: c${at + 1} }`).join('\n')}
`;

export const fitAccountTeamReach = defineFitRule({
  id: 'fit-account-team-reach',
  summary: 'Named people for each account take more people than there are.',
  why: {
    text: 'A team of their own serves customers best, and is nearly impossible for a smaller organisation. How far out of reach it is here, the numbers say.',
    source: 'Jameane; the arithmetic is ours',
  },
  options: ['accountsPerPerson', 'utilisation'],
  // That the design is impossible is said by its status.
  finding: 'none',
  fit: {
    statements: [
      {
        when: 'accounts that no team can be named for',
        designs: ['account-team'],
        certainty: -0.9,
        premises(fit) {
          const accounts = fit.missing?.find(({ what }) => what === ACCOUNTS);
          if (accounts === undefined)
            return fit.baseline.organisation.customers.count === 0
              ? [NO_TELLING]
              : [read(fit, ['people'], 'the people there are enough for all accounts', 0)];
          const { needed, available } = accounts;
          return [
            read(
              fit,
              ['people'],
              reachInWords(fit.missing!, fit.baseline.organisation)!,
              1 - available / needed,
            ),
          ];
        },
      },
    ],
    reads: [],
    change: 'To change that: teams for the largest accounts only.',
  },
  examples: { bad: eight(96), good: eight(8), design: 'account-team' },
});
