import { counted } from '../../base/text.ts';
import type { Index, Organisation, Unit } from '../../model/organisation.ts';
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
import { accountName } from './accounts.ts';

/** The rows that get a team each: customers, and prospects, who are none yet, only where there are no others. */
function rowsWithTeams({ customers }: Organisation): readonly Index[] {
  const rows = [...customers.customers.keys()];
  const own = rows.filter((row) => customers.prospect[row] === 0);
  return own.length > 0 ? own : rows;
}

/** Whether every team serves one customer already, prospects apart. */
function isInForm(organisation: Organisation): boolean {
  const teams = organisation.units.filter((unit) => unit.kind === 'cluster');
  if (teams.length === 0) return false;
  const rows = new Set(rowsWithTeams(organisation));
  const isOne = ({ serves }: Unit) =>
    serves.kind === 'some' && serves.customers.filter((row) => rows.has(row)).length === 1;
  return teams.length === rows.size && teams.every(isOne);
}

/** Why every single customer cannot have a team of its own; null where they can. */
export function exclusiveObstacle(organisation: Organisation): DesignResult | null {
  const { customers, policy, capabilities } = organisation;
  const options = organisation.options['account-team'];
  const minimum = options.minimum ?? policy.minimumTeam;
  const needs = clusterNeeds(organisation, options);
  const rows = rowsWithTeams(organisation);
  const teams = rows.reduce((sum, row) => sum + customers.customers[row]!, 0);
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
  const single = rows.filter((row) => customers.customers[row] === 1).length;
  if (single < rows.length)
    return impossible(
      [{ what: 'customers listed one by one', needed: teams, available: single }],
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
  const rows = rowsWithTeams(organisation);
  const members = rows.map((row) => [row]);
  const own = new Set(rows);
  let prospects = 0;
  for (let row = 0; row < customers.count; row++)
    if (!own.has(row)) members[prospects++ % rows.length]!.push(row);
  const groups = members.map((all) => {
    const name = accountName(organisation, all[0]!);
    return groupOf(organisation, clustered, name, [], all);
  });
  return buildClusters(
    organisation,
    {
      groups,
      needs,
      minimum,
      attribute: '',
      explanation: [
        `${counted(groups.length, 'team')}, one for each customer${prospects > 0 ? '; prospects are divided over them in turn' : ''}.`,
      ],
      basis: undefined,
    },
    usualPlacing(),
  );
}
