import type { Organisation } from '../model/organisation.ts';
import { accountTeamOptions } from '../schema/designs.ts';
import { counted } from '../text.ts';
import { buildClusters } from './cluster/build.ts';
import { clusterLimit, explainLimit } from './cluster/feasibility.ts';
import { groupOf } from './cluster/groups.ts';
import { clusterNeeds, holdersOf } from './cluster/plan.ts';
import { alreadyInForm, type DesignResult, defineDesign, impossible } from './design.ts';
import { staysPut } from './settle.ts';

/** Whether every team serves one customer already. */
function isInForm(organisation: Organisation): boolean {
  const teams = organisation.units.filter((unit) => unit.kind === 'cluster');
  return (
    teams.length > 0 &&
    teams.length === organisation.customers.count &&
    teams.every((unit) => unit.serves.kind === 'some' && unit.serves.customers.length === 1)
  );
}

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
    if (teams === 0)
      return impossible(
        [{ what: 'customers', needed: 1, available: 0 }],
        'There are no customers to build teams for.',
      );
    const limit = clusterLimit(organisation, needs, minimum);
    const clustered = [...needs.keys()];
    if (limit.most < teams) {
      const perTeam = Math.max(
        minimum,
        [...needs.values()].reduce((a, b) => a + b, 0),
      );
      const available = organisation.people.capability.filter(
        (capability, seat) =>
          needs.has(capability) && organisation.people.vacant[seat] === 0 && !staysPut(organisation, seat),
      ).length;
      const short = clustered.map((capability) => ({
        what: capabilities[capability]!.id,
        needed: teams * needs.get(capability)!,
        available: holdersOf(organisation, capability),
      }));
      const people = (count: number) => counted(count, 'person', 'people');
      return impossible(
        [
          { what: 'people', needed: teams * perTeam, available },
          ...short.filter(({ needed, available: there }) => there < needed),
        ],
        `A team of ${perTeam} for each of ${counted(teams, 'customer')} takes ${people(teams * perTeam)}; ${people(available)} ${available === 1 ? 'has' : 'have'} the skills (${explainLimit(organisation, limit, teams)}).`,
      );
    }
    const rows = customers.customers.filter((count) => count === 1).length;
    if (rows < customers.count)
      return impossible(
        [{ what: 'customers listed one by one', needed: teams, available: rows }],
        'The people there would do, but rows that stand for several customers cannot be given a team each: list these customers one by one.',
      );
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
        explanation: [`${counted(groups.length, 'team')}, one for each customer.`],
        basis: undefined,
      },
      {},
    );
  },
});
