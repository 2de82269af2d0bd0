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
  summary: 'A team for each customer takes more people than there are.',
  why: {
    text: 'A team of their own serves customers best, and is nearly impossible for a smaller organisation. How far out of reach it is here, the numbers say.',
    source: 'Jameane; the arithmetic is ours',
  },
  options: ['minimumTeam'],
  // That the design is impossible is said by its status.
  finding: 'none',
  fit: {
    statements: [
      {
        when: 'too few people for so many teams',
        designs: ['account-team'],
        certainty: -0.9,
        premises(fit) {
          if (fit.view !== null) return [read(fit, ['people'], 'the people there can fill all teams', 0)];
          const people = fit.missing?.find(({ what }) => what === 'people');
          if (people === undefined)
            return fit.baseline.organisation.customers.count === 0
              ? [NO_TELLING]
              : [read(fit, ['people'], 'there are enough people', 0)];
          const { needed, available } = people;
          return [
            read(
              fit,
              ['people'],
              `a team for each customer takes ${needed.toLocaleString('en')} people; ${available.toLocaleString('en')} have the skills`,
              1 - available / needed,
            ),
          ];
        },
      },
    ],
    reads: [],
    change: 'To change that: teams for the largest accounts only.',
  },
  examples: { bad: eight(8), good: eight(2), design: 'account-team' },
});
