import type { DeclaredTeam, Index, Organisation, Relationships } from '../../model/organisation.ts';
import { alreadyInForm, built, type DesignResult, defineDesign, impossible } from '../design.ts';
import { generatedFrom } from '../draft.ts';
import { ACCOUNTS, accountSentences, shortOf } from './account-sentences.ts';
import { accountNeeds, accountsOf } from './accounts.ts';
import { exclusiveTeams } from './exclusive.ts';
import { type Contacts, nameContacts, peopleOf } from './named-contacts.ts';

/** Accounts that have a team today in which somebody can do each contact step. */
function teamsToday(organisation: Organisation): ReadonlyMap<Index, DeclaredTeam> {
  const { contactsOf, isHolder } = accountNeeds(organisation);
  const found = new Map<Index, DeclaredTeam>();
  for (const team of organisation.teams) {
    const row =
      team.serves?.kind === 'some' && team.serves.customers.length === 1 ? team.serves.customers[0]! : -1;
    if (team.kind !== 'account' || row < 0) continue;
    const isWhole = contactsOf(row).every((capability) =>
      team.members.some(({ seat }) => isHolder(capability)[seat] === 1),
    );
    if (isWhole) found.set(row, team);
  }
  return found;
}

/** Who serves whom by name, with the named people of some accounts in place of others with the same capabilities. */
function withContacts(organisation: Organisation, done: ReadonlyMap<Index, Contacts>): Relationships {
  const { relationships, customers, people } = organisation;
  const start = new Int32Array(customers.count + 1);
  const seats: Index[] = [];
  for (let row = 0; row < customers.count; row++) {
    const today = relationships.seat.subarray(relationships.start[row]!, relationships.start[row + 1]!);
    const contacts = done.get(row);
    if (contacts === undefined) seats.push(...today);
    else {
      const named = peopleOf(organisation, contacts);
      const others = [...today].filter(
        (seat) => !named.includes(seat) && !contacts.has(people.capability[seat]!),
      );
      seats.push(...named, ...others);
    }
    start[row + 1] = seats.length;
  }
  return { start, seat: Int32Array.from(seats) };
}

const hoursOf = (contacts: Contacts, seat: Index): number => {
  let sum = 0;
  for (const one of contacts.values()) if (one.seat === seat) sum += one.hours;
  return sum;
};

/** The teams of accounts, beside those that there are; nobody works in their teams for more than the time there is. */
function withTeams(organisation: Organisation, done: ReadonlyMap<Index, Contacts>): readonly DeclaredTeam[] {
  const { customers, people, hoursPerFtePerMonth } = organisation;
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
  const teams = [...done].map(([row, contacts]): DeclaredTeam => {
    const seats = peopleOf(organisation, contacts);
    return {
      id: freeId(`account/${customers.id[row]!}`),
      name: customers.name[row]! || customers.id[row]!,
      kind: 'account',
      lead: seats[0]!,
      members: seats.map((seat) => ({
        seat,
        share: hoursOf(contacts, seat) / (people.fte[seat]! * hoursPerFtePerMonth),
      })),
      serves: { kind: 'some', customers: Int32Array.of(row) },
      origin: generatedFrom(organisation),
    };
  });
  return fitted([...others, ...teams]);
}

/** Shares of each person that sum to at most 1; where hours of some team are not known, all their teams count alike. */
function fitted(teams: readonly DeclaredTeam[]): readonly DeclaredTeam[] {
  const own = new Map<Index, { sum: number; teams: number; isKnown: boolean }>();
  for (const { members } of teams)
    for (const { seat, share } of members) {
      const all = own.get(seat) ?? { sum: 0, teams: 0, isKnown: true };
      all.sum += share;
      all.teams++;
      all.isKnown &&= share > 0;
      own.set(seat, all);
    }
  const fitting = (seat: Index, share: number): number => {
    const all = own.get(seat)!;
    return !all.isKnown ? 1 / all.teams : all.sum > 1 ? share / all.sum : share;
  };
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
