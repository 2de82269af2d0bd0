import type { Index, Organisation } from '../model/organisation.ts';
import { accountTeamOptions } from '../schema/designs.ts';
import { buildClusters } from './cluster/build.ts';
import { clusterLimit, explainLimit } from './cluster/feasibility.ts';
import { groupOf } from './cluster/groups.ts';
import { clusterNeeds } from './cluster/plan.ts';
import { alreadyInForm, type DesignResult, defineDesign } from './design.ts';

/** Whether every team serves one customer already. */
function isInForm(organisation: Organisation): boolean {
  const teams = organisation.units.filter((unit) => unit.kind === 'cluster');
  return (
    teams.length > 0 &&
    teams.length === organisation.customers.count &&
    teams.every((unit) => unit.serves.kind === 'some' && unit.serves.customers.length === 1)
  );
}

const holding = (organisation: Organisation, capability: Index): number => {
  const { people } = organisation;
  let count = 0;
  for (let seat = 0; seat < people.count; seat++)
    if (
      people.vacant[seat] === 0 &&
      (people.capability[seat] === capability || people.secondary.get(seat)?.includes(capability))
    )
      count++;
  return count;
};

export const accountTeam = defineDesign({
  id: 'account-team',
  name: 'Account teams',
  summary: 'A team for each single customer.',
  why: {
    text: 'The ideal for the customer, and out of reach for a small firm with limited resources. It is computed to say how far out of reach.',
    source: 'Jameane',
  },
  method: [
    'Every customer, and every customer that a row with a count stands for, needs a team with each clustered capability and four people in all.',
    'Where the people there can fill all of them, the teams are built as clusters are; otherwise the design is impossible, and what is missing is listed.',
  ],
  apply(organisation): DesignResult {
    if (isInForm(organisation)) return alreadyInForm(organisation, 'in account teams');
    const { customers, policy, capabilities } = organisation;
    const options = accountTeamOptions.parse(organisation.options['account-team'] ?? {});
    const minimum = options.minimum ?? policy.minimumTeam;
    const needs = clusterNeeds(organisation, options);
    const teams = customers.customers.reduce((a, b) => a + b, 0);
    const limit = clusterLimit(organisation, needs, minimum);
    const perTeam = Math.max(
      minimum,
      [...needs.values()].reduce((a, b) => a + b, 0),
    );
    const all = clusterLimit(organisation, needs, minimum);
    const clustered = [...needs.keys()];
    if (customers.count === 0 || limit.most < teams || customers.customers.some((count) => count > 1)) {
      const people = organisation.people;
      let available = 0;
      for (let seat = 0; seat < people.count; seat++)
        if (people.vacant[seat] === 0 && needs.has(people.capability[seat]!)) available++;
      return {
        status: 'impossible',
        organisation: null,
        hires: new Map(),
        missing:
          teams === 0
            ? [{ what: 'customers', needed: 1, available: 0 }]
            : [
                { what: 'people', needed: teams * perTeam, available },
                ...clustered
                  .map((capability) => ({
                    what: capabilities[capability]!.id,
                    needed: teams * needs.get(capability)!,
                    available: holding(organisation, capability),
                  }))
                  .filter(({ needed, available: there }) => there < needed),
              ],
        explanation:
          teams === 0
            ? ['There are no customers to build teams for.']
            : [
                `A team of ${perTeam} for each of ${teams.toLocaleString('en')} customers takes ${(teams * perTeam).toLocaleString('en')} people; ${available.toLocaleString('en')} have the skills (${explainLimit(organisation, all, teams)}).`,
              ],
      };
    }
    const groups = Array.from({ length: customers.count }, (_, at) =>
      groupOf(organisation, clustered, customers.name[at] || customers.id[at]!, [], [at]),
    );
    return buildClusters(
      organisation,
      {
        groups,
        needs,
        minimum,
        attribute: '',
        explanation: [`${groups.length} teams, one for each customer.`],
        basis: undefined,
      },
      {},
    );
  },
});
