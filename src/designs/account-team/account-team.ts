import type { DeclaredTeam, Index, Organisation, Relationships } from '../../model/organisation.ts';
import { alreadyInForm, built, type DesignResult, defineDesign, impossible } from '../design.ts';
import { generatedFrom } from '../draft.ts';
import { ACCOUNTS, accountSentences, shortOf } from './account-sentences.ts';
import { accountName, accountNeeds, accountsOf } from './accounts.ts';
import { exclusiveTeams } from './exclusive.ts';
import { type NamedTeam, nameContacts } from './named-contacts.ts';

/** Accounts that have a team today in which somebody can do each contact step. */
function teamsToday(organisation: Organisation): ReadonlyMap<Index, DeclaredTeam> {
  const { contactsOf, isAble } = accountNeeds(organisation);
  const found = new Map<Index, DeclaredTeam>();
  for (const team of organisation.teams) {
    const row =
      team.serves?.kind === 'some' && team.serves.customers.length === 1 ? team.serves.customers[0]! : -1;
    if (team.kind !== 'account' || row < 0) continue;
    const isWhole = contactsOf(row).every((capability) =>
      team.members.some(({ seat }) => isAble(capability)[seat] === 1),
    );
    if (isWhole) found.set(row, team);
  }
  return found;
}

/** Who serves whom by name, with the named people of some accounts in place of others with the same capabilities. */
function withContacts(organisation: Organisation, done: ReadonlyMap<Index, NamedTeam>): Relationships {
  const { relationships, customers, people } = organisation;
  const start = new Int32Array(customers.count + 1);
  const seats: Index[] = [];
  for (let row = 0; row < customers.count; row++) {
    const team = done.get(row);
    if (team !== undefined) for (const { seat } of team.members) seats.push(seat);
    for (let k = relationships.start[row]!; k < relationships.start[row + 1]!; k++) {
      const seat = relationships.seat[k]!;
      const goesOn =
        team === undefined ||
        !(
          team.capabilities.includes(people.capability[seat]!) ||
          team.members.some((one) => one.seat === seat)
        );
      if (goesOn) seats.push(seat);
    }
    start[row + 1] = seats.length;
  }
  return { start, seat: Int32Array.from(seats) };
}

/** The teams of accounts, beside those that there are; nobody works in their teams for more than the time there is. */
function withTeams(organisation: Organisation, done: ReadonlyMap<Index, NamedTeam>): readonly DeclaredTeam[] {
  const { customers } = organisation;
  const others = organisation.teams.filter(
    ({ kind, serves }) =>
      kind !== 'account' ||
      serves?.kind !== 'some' ||
      serves.customers.length !== 1 ||
      !done.has(serves.customers[0]!),
  );
  const taken = new Set(others.map(({ id }) => id));
  const freeId = (wanted: string): string => {
    let id = wanted;
    for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
    taken.add(id);
    return id;
  };
  const origin = generatedFrom(organisation);
  const teams = [...done].map(
    ([row, { members }]): DeclaredTeam => ({
      id: freeId(`account/${customers.id[row]!}`),
      name: accountName(organisation, row),
      kind: 'account',
      lead: members[0]!.seat,
      members,
      serves: { kind: 'some', customers: Int32Array.of(row) },
      origin,
    }),
  );
  return fitted(organisation, [...others, ...teams]);
}

/** Shares of each person that sum to at most 1; where hours of some team are not known, all their teams count alike. */
function fitted({ people }: Organisation, teams: readonly DeclaredTeam[]): readonly DeclaredTeam[] {
  const sum = new Float64Array(people.count);
  const count = new Int32Array(people.count);
  const unknown = new Uint8Array(people.count);
  for (const { members } of teams)
    for (const { seat, share } of members) {
      sum[seat]! += share;
      count[seat]!++;
      if (!(share > 0)) unknown[seat] = 1;
    }
  const fitting = (seat: Index, share: number): number =>
    unknown[seat] === 1 ? 1 / count[seat]! : sum[seat]! > 1 ? share / sum[seat]! : share;
  // Most are as they were, and stay the same object.
  return teams.map((team) =>
    team.members.every(({ seat, share }) => fitting(seat, share) === share)
      ? team
      : { ...team, members: team.members.map(({ seat, share }) => ({ seat, share: fitting(seat, share) })) },
  );
}

export const accountTeam = defineDesign({
  id: 'account-team',
  name: 'Account teams',
  summary: 'One named person for each skill that an account deals with, throughout the relationship.',
  why: {
    text: 'One account manager, one service person and so on for each customer: the ideal for the customer, and out of reach for a small firm with limited resources. It is computed to say for which accounts it would do.',
    source: 'Jameane',
  },
  method: [
    'An account is a customer on a row of its own that is no consumer; segments and consumers go on being served by everybody with the skill, as a pool.',
    'Each account gets one named person for each skill that the contact steps of its journey need: who serves it today goes on, with colleagues to help where their hours do not do, then, the largest accounts first, whoever’s turn it is.',
    'A person holds as many accounts as their hours allow at the utilisation of the policy, and at most `policy.accountsPerPerson`. An account that some skill cannot be found for stays as it is.',
    'The named people are a team (`teams`) led by the account manager, else by who sells; departments and reporting lines stay.',
    'With `designs.account-team.exclusive` every single customer gets a team of at least four of its own, built as clusters are.',
  ],
  needs: ['capabilities', 'customers'],
  apply(organisation): DesignResult {
    if (organisation.options['account-team'].exclusive) return exclusiveTeams(organisation);
    const accounts = accountsOf(organisation);
    if (accounts.length === 0)
      return impossible(
        [{ what: ACCOUNTS, needed: 1, available: 0 }],
        organisation.customers.count === 0
          ? 'There are no customers to build teams for.'
          : 'There are no single accounts: segments and consumers are served by everybody with the skill, as a pool.',
      );
    const today = teamsToday(organisation);
    const found = nameContacts(organisation, today);
    const { done } = found;
    const count = today.size + done.size;
    const short = shortOf(organisation, count);
    const sentences = accountSentences(organisation, { ...found, count, short });
    if (count === 0) return { ...impossible(short, ''), explanation: sentences };
    if (done.size === 0 && today.size > 0) {
      const same = alreadyInForm(
        organisation,
        count === accounts.length ? 'in account teams' : 'in account teams as far as the people there allow',
      );
      return { ...same, missing: short };
    }
    const after: Organisation = {
      ...organisation,
      relationships: withContacts(organisation, done),
      teams: withTeams(organisation, done),
      irregularities: [],
    };
    return { ...built(after, organisation, sentences), missing: short };
  },
});
