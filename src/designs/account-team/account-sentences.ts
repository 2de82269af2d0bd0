import { brief, whole } from '../../base/figures.ts';
import { grouped } from '../../base/grouped.ts';
import { memo } from '../../base/memo.ts';
import { alternatives, counted, quoted, sample } from '../../base/text.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import type { DesignResult } from '../design.ts';
import { accountName, accountNeeds, accountsOf } from './accounts.ts';
import { exclusiveObstacle } from './exclusive.ts';
import { beyond } from './load.ts';
import type { NamedContacts } from './named-contacts.ts';
import { skillsOnlyAssumed } from './skills-assumed.ts';

/** What an account needs first of all, as a lack is listed. */
export const ACCOUNTS = 'accounts with a team';

interface Outcome extends NamedContacts {
  /** Accounts with a team, those of today counted. */
  readonly count: number;
  readonly short: DesignResult['missing'];
}

/** What is needed of a capability for all accounts, and what is there. */
interface Demand {
  readonly capability: Index;
  readonly accounts: number;
  /** Hours a month of all customers, segments and consumers counted, and of the people there. */
  readonly hours: number;
  readonly there: number;
  /** Full-time people for all accounts: by hours, and by how many accounts one may hold. */
  readonly people: number;
  readonly available: number;
}

const demandsOf = memo((organisation: Organisation): readonly Demand[] => {
  const { people, policy, hoursPerFtePerMonth, customers } = organisation;
  const { contactsOf, hoursOf, holdersOf } = accountNeeds(organisation);
  const accounts = new Map<Index, { count: number; hours: number }>();
  for (const row of accountsOf(organisation))
    for (const capability of contactsOf(row)) {
      const own = accounts.get(capability) ?? { count: 0, hours: 0 };
      own.count++;
      own.hours += hoursOf(capability, row);
      accounts.set(capability, own);
    }
  const each = hoursPerFtePerMonth * policy.utilisation;
  return [...accounts]
    .sort(([a], [b]) => a - b)
    .map(([capability, { count, hours }]) => {
      const holders = holdersOf(capability);
      const fte = holders.reduce((sum, seat) => sum + people.fte[seat]!, 0);
      let all = 0;
      for (let row = 0; row < customers.count; row++) all += hoursOf(capability, row);
      return {
        capability,
        accounts: count,
        hours: all,
        there: fte * each,
        people: Math.max(Math.ceil(hours / each - 1e-9), Math.ceil(count / policy.accountsPerPerson)),
        available: holders.length,
      };
    });
});

/** What is missing for named people for all accounts: accounts, then people by capability; nothing where all have them. */
export function shortOf(organisation: Organisation, count: number): DesignResult['missing'] {
  const all = accountsOf(organisation).length;
  if (count === all) return [];
  return [
    { what: ACCOUNTS, needed: all, available: count },
    ...demandsOf(organisation)
      .filter(({ people, available }) => people > available)
      .map(({ capability, people, available }) => ({
        what: organisation.capabilities[capability]!.id,
        needed: people,
        available,
      })),
  ];
}

/** For how many accounts named people would do, and which skills are short; undefined where they do for all. */
export function reachInWords(
  missing: DesignResult['missing'],
  { capabilities }: Pick<Organisation, 'capabilities'>,
): string | undefined {
  const accounts = missing.find(({ what }) => what === ACCOUNTS);
  if (accounts === undefined) return undefined;
  const short = capabilities
    .filter(({ id }) => missing.some(({ what, needed, available }) => what === id && needed > available))
    .map(({ name }) => name);
  const why = short.length === 0 ? '' : `; too few people have ${alternatives(short, 'and')}`;
  return `named people would do for ${grouped(accounts.available)} of ${counted(accounts.needed, 'account')}${why}`;
}

/** Accounts without a team that take more hours of a skill than anybody has, as words, with the skill they take most hours of. */
function tooLargeFor(organisation: Organisation, { done }: NamedContacts): readonly string[] {
  const { people, capabilities } = organisation;
  const { holdersOf } = accountNeeds(organisation);
  const most = demandsOf(organisation)
    .filter(({ available }) => available > 0)
    .map(({ capability }) => ({
      capability,
      seat: holdersOf(capability).reduce((a, b) => (people.fte[b]! > people.fte[a]! ? b : a)),
    }));
  return accountsOf(organisation).flatMap((row) => {
    if (done.has(row)) return [];
    const [first] = most
      .map((one) => ({ ...one, hours: beyond(organisation, { ...one, row }) }))
      .sort((a, b) => b.hours - a.hours);
    if (first === undefined || first.hours === 0) return [];
    const name = accountName(organisation, row);
    return [`${quoted(name)} (${whole(first.hours)} of ${capabilities[first.capability]!.name})`];
  });
}

const plural = (count: number): string => counted(count, 'person', 'people');

/** For which accounts named people would do, what that takes, and how far from all of them it is. */
export function accountSentences(organisation: Organisation, outcome: Outcome): string[] {
  const { count, done, free, helped, without, short } = outcome;
  const { capabilities, customers, policy } = organisation;
  const nameOf = (capability: Index) => capabilities[capability]!.name;
  const demands = demandsOf(organisation);
  const all = accountsOf(organisation);
  const skills = alternatives(
    demands.map(({ capability }) => nameOf(capability)),
    'and',
  );
  const nobody = demands.filter(({ available }) => available === 0);
  const lacking = short.filter(({ what }) => what !== ACCOUNTS);
  const lacks = lacking
    .filter(({ available }) => available > 0)
    .map(({ what, needed, available }) => {
      const capability = capabilities.findIndex(({ id }) => id === what);
      return `${nameOf(capability)} is short of ${plural(needed - available)}`;
    });
  const reach =
    count === all.length
      ? `Account teams would do for all ${counted(count, 'account')}`
      : `Account teams would do for ${grouped(count)} of ${counted(all.length, 'account')}`;
  const tooLarge = tooLargeFor(organisation, outcome);
  const tight = [...without].filter(
    ([capability]) =>
      tooLarge.length < all.length - count &&
      !lacking.some(({ what }) => what === capabilities[capability]!.id),
  );
  const why = [
    ...(nobody.length > 0
      ? [`nobody has ${alternatives(nobody.map(({ capability }) => nameOf(capability)))}`]
      : []),
    ...lacks,
    ...(count > 0 && lacks.length === 0 && tight.length > 0
      ? [
          `too few hours are left in ${alternatives(
            tight.map(([capability]) => nameOf(capability)),
            'and',
          )} for the others`,
        ]
      : []),
  ];
  const nameOfCustomer = (row: Index) => accountName(organisation, row);
  const named = [...done.keys()];
  const accounts = new Set(all);
  const inPool = [...customers.id.keys()].filter((row) => !accounts.has(row));
  const whom = inPool.some((row) => customers.prospect[row] === 1)
    ? 'segments, consumers and prospects'
    : 'segments and consumers';
  const each = organisation.hoursPerFtePerMonth * policy.utilisation;
  const { holdersOf } = accountNeeds(organisation);
  const left = demands.map(({ capability }) => {
    const hours = holdersOf(capability).reduce((sum, seat) => sum + Math.max(0, free[seat]!), 0);
    return `${nameOf(capability)} ${brief(hours / each)}`;
  });
  const help = [...helped]
    .filter(([, hours]) => hours >= 0.5)
    .map(([capability, hours]) => `${nameOf(capability)} ${whole(hours)}`);
  const onlyAssumed = [...skillsOnlyAssumed(organisation)];
  const far = exclusiveObstacle(organisation);
  return [
    why.length === 0
      ? `${reach}.`
      : count === 0
        ? // What is missing comes first where nothing is possible.
          `${why.join('; ')}: account teams would do for none of ${counted(all.length, 'account')}.`.replace(
            /^./,
            (one) => one.toUpperCase(),
          )
        : `${reach}: ${why.join('; ')}.`,
    ...onlyAssumed.map(
      (capability) =>
        `Nobody has ${nameOf(capability)}, and only the built-in journey, which is assumed, asks for it: nobody is named for it. \`journeys:\` says what customers go through.`,
    ),
    ...(tooLarge.length > 0
      ? [
          `No one person can be named for ${alternatives(tooLarge.length > 4 ? [...tooLarge.slice(0, 3), `${tooLarge.length - 3} more`] : tooLarge, 'and')}: that is more hours a month than a full-time seat has (${brief(organisation.hoursPerFtePerMonth)}).`,
        ]
      : []),
    ...(named.length > 0 && count < all.length
      ? [
          `They are ${sample(named.map(nameOfCustomer))}: those whose people serve them today come first, then the largest.`,
        ]
      : []),
    ...(skills === ''
      ? []
      : [
          `Each takes one named person for ${skills}; somebody who can do two of these is named for both. One person holds at most ${policy.accountsPerPerson} accounts, and no more than their hours allow (${brief(organisation.hoursPerFtePerMonth * policy.utilisation)} a month, full-time).`,
        ]),
    ...(help.length > 0
      ? [
          `Whoever serves an account today goes on: where that takes more hours than they have, colleagues help, in hours a month: ${help.join(', ')}.`,
        ]
      : []),
    `Hours a month that all customers need, and that the people there have: ${demands
      .map(({ capability, hours, there }) => `${nameOf(capability)} ${whole(hours)} of ${whole(there)}`)
      .join(', ')}.`,
    ...(count > 0 && count < all.length ? ['The other accounts are served as today.'] : []),
    ...(inPool.length > 0
      ? [
          `${counted(inPool.length, `row of ${whom} is`, `rows of ${whom} are`)} served by a pool, the people who have hours left; in full-time people: ${left.join(', ')}.`,
        ]
      : []),
    ...(far !== null
      ? [
          `A team of its own for every single customer (exclusive: true) is further off. ${far.explanation[0]!}`,
        ]
      : []),
  ];
}
