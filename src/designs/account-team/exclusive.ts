import { counted } from '../../base/text.ts';
import type { Organisation } from '../../model/organisation.ts';
import { buildClusters } from '../cluster/build.ts';
import { groupOf } from '../cluster/groups.ts';
import {
  clusterLimit,
  clusterSize,
  explainLimit,
  holdersBySet,
  holdersOf,
} from '../cluster/number/feasibility.ts';
import { clusterNeeds } from '../cluster/number/needs.ts';
import { usualPlacing } from '../cluster/placing/worth.ts';
import { capabilityObstacle } from '../cluster/refusals.ts';
import { alreadyInForm, type DesignResult, impossible } from '../design.ts';

/** Whether every team serves one customer already. */
function isInForm(organisation: Organisation): boolean {
  const teams = organisation.units.filter((unit) => unit.kind === 'cluster');
  return (
    teams.length > 0 &&
    teams.length === organisation.customers.count &&
    teams.every((unit) => unit.serves.kind === 'some' && unit.serves.customers.length === 1)
  );
}

/** Why every single customer cannot have a team of its own; null where they can. */
export function exclusiveObstacle(organisation: Organisation): DesignResult | null {
  const { customers, policy, capabilities } = organisation;
  const options = organisation.options['account-team'];
  const minimum = options.minimum ?? policy.minimumTeam;
  const needs = clusterNeeds(organisation, options);
  const teams = customers.customers.reduce((a, b) => a + b, 0);
  if (teams === 0)
    return impossible(
      [{ what: 'customers', needed: 1, available: 0 }],
      'There are no customers to build teams for.',
    );
  const refusal = capabilityObstacle(needs);
  if (refusal !== null) return impossible(refusal.missing, refusal.sentence);
  const limit = clusterLimit(organisation, needs, minimum, 0);
  const clustered = [...needs.keys()];
  if (limit.most < teams) {
    const perTeam = clusterSize(needs, minimum);
    const available = [...holdersBySet(organisation, clustered).values()].reduce((a, b) => a + b, 0);
    const short = clustered.map((capability) => ({
      what: capabilities[capability]!.id,
      needed: teams * needs.get(capability)!,
      available: holdersOf(organisation, capability),
    }));
    const people = (count: number) => counted(count, 'person', 'people');
    return impossible(
      [{ what: 'people', needed: teams * perTeam, available }, ...short].filter(
        ({ needed, available: there }) => there < needed,
      ),
      `A team of ${perTeam} for each of ${counted(teams, 'customer')} takes ${people(teams * perTeam)}; ${available === 0 ? 'nobody below the top has' : `${people(available)} ${available === 1 ? 'has' : 'have'}`} the skills. They could fill ${counted(limit.most, 'team')}: ${explainLimit(organisation, limit, limit.most + 1, 'team')}.`,
    );
  }
  const rows = customers.customers.filter((count) => count === 1).length;
  if (rows < customers.count)
    return impossible(
      [{ what: 'customers listed one by one', needed: teams, available: rows }],
      'The people there would do, but rows that stand for several customers cannot be given a team each: list these customers one by one.',
    );
  return null;
}

/** A team of at least four for every single customer, built as clusters are: the far end of account teams. */
export function exclusiveTeams(organisation: Organisation): DesignResult {
  if (isInForm(organisation)) return alreadyInForm(organisation, 'in account teams');
  const obstacle = exclusiveObstacle(organisation);
  if (obstacle !== null) return obstacle;
  const { customers, policy } = organisation;
  const options = organisation.options['account-team'];
  const minimum = options.minimum ?? policy.minimumTeam;
  const needs = clusterNeeds(organisation, options);
  const clustered = [...needs.keys()];
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
    usualPlacing(),
  );
}
