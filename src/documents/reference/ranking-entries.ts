import { percent } from '../../base/figures.ts';
import { PROFILES } from '../../schema/choices.ts';
import { defaultCriteria } from '../../verdicts/criteria.ts';
import { profileName } from '../../verdicts/ranking-sentences.ts';
import type { Entry } from './entry.ts';

/** What decisions are judged by where a company has not said. */
export const criterionEntries = (): Entry[] =>
  defaultCriteria.map(({ measure, why, scale, weights }) => ({
    kind: 'criterion',
    id: measure,
    summary: why,
    facts: {
      scale: `In proportion ${scale}.`,
      weights: PROFILES.map((profile) => `${profileName(profile)}: ${percent(weights[profile])}`),
      source: 'Scales and weights are judgements of orgdesign.',
      change: `criteria: { list: [{ measure: ${measure}, weight: …, worst: …, best: … }] } in the file.`,
    },
  }));

/** How designs are ranked, and the profiles by which they are. */
export const rankingEntries = (): Entry[] => [
  {
    kind: 'ranking',
    id: 'ranking',
    summary:
      'Which design comes first by what the decision is judged by, and how much that depends on the weights.',
    facts: {
      method: [
        'Each figure becomes a worth from 0 at `worst` to 1 at `best` of its criterion, fixed for a company whatever designs there are; worths are added up by weight.',
        'Impossible designs, those that cannot be judged and those that suit rather not or not at all take no part; as-is always does.',
        'SMAA-2: 10,000 draws of weights, all equally likely, tell how often a design takes each rank (acceptability), the mean weights with which it wins (central weights), and how often it does so with them (confidence factor); draws repeat with their seed.',
        'The same with each weight from half to double of what it is, or with all weights that keep an agreed order: three quarters of these make a winner robust.',
        'A criterion whose figure is not known of a ranked design, or whose coverage differs by more than five points, is left out and told. A figure that is more than half assumed enters with a range of half of its assumed share either way, and then the ranking decides nothing.',
        'The ranking is repeated without criteria that a design fixes by its definition: if another design wins, it decides nothing.',
        'Where only an order is known, weights are the rank-order centroid.',
      ],
      source:
        'Lahdelma & Salminen, SMAA-2, Operations Research 49(3), 2001; Barron & Barrett, Management Science 42(11), 1996, for the centroid.',
      change:
        'criteria: { profile: … } or { list: … } in the file, or --profile; orgdesign criteria shows them.',
    },
  },
  ...PROFILES.map(
    (profile): Entry => ({
      kind: 'ranking',
      id: profile,
      summary: `Weights of the profile ${profileName(profile)}.`,
      facts: {
        weights: defaultCriteria.map(({ measure, weights }) => `${measure}: ${percent(weights[profile])}`),
        source: 'A judgement of orgdesign.',
        change: `criteria: { profile: ${profile} } in the file, or --profile ${profile}.`,
      },
    }),
  ),
];

/** What is told of work beside the measures. */
export const workEntries = (): Entry[] =>
  [
    {
      id: 'load',
      summary:
        'How full the people of a unit are with the work of one capability, and how long a step waits for them.',
      definition:
        'Hours a month that customers need, divided by fte × hoursPerFtePerMonth. Effort is divided over the steps of its capability as their hours in the journey are, and over units by the chance that a case is drawn there; who has several skills is divided over the places that need them. Waits and the share of steps that start within eight working hours are those of a line with as many servers as people (M/M/c). At 1 and more what waits only grows: a finding (work-overload).',
      source: 'A. K. Erlang; Allen & Cunneen for steps of several lengths.',
      change: '`effort` of customers, hours of steps, people and their units.',
    },
    {
      id: 'lead-time',
      summary: 'Working hours of a journey from its first step to its end.',
      definition:
        'Each visit of a step, rework counted, waits at its station and is worked on; each hand-off between people lies still for policy.handoffHours, and policy.handoffHoursPerLevel more for each level up to their common manager. Mean over customers. Nobody has measured hand-offs: half and double of them are the range.',
      source:
        'J. R. Jackson, networks of waiting lines, 1957; hours between people are assumptions of orgdesign.',
      change: '`policy.handoffHours`, `policy.handoffHoursPerLevel`, journeys, effort and people.',
    },
    {
      id: 'growth',
      summary: 'How many people the work takes in each of the coming years (--years).',
      definition:
        'Hours of retain times r^T + a·(1 + r + … + r^(T−1)) for each row of customers, with retention r and a won each year (context.acquisitionRate); identify and acquire stay as they are. Divided by hoursPerFtePerMonth × policy.utilisation. A team grows as the work of its people; the first year in which it is above policy.maximumTeam or below policy.minimumTeam is told, and so is the first in which a design that is impossible today has people enough.',
      source:
        'Jameane: as customers accumulate, retain becomes one of the largest areas. The formula is ours.',
      change: '`retention` of customers, `context.acquisitionRate` and effort.',
    },
    {
      id: 'initiatives',
      summary:
        'What initiatives and the reorganisation return, side by side, most equity for a unit of cost first.',
      definition:
        'Equity gained: lifetime value m·r / (1 + i − r) with the stated retention less that with today’s, over the customers served. Payback: years until what is saved a year and, undiscounted, the margin of customers who stay on reach the cost, at most twenty; beyond policy.paybackLimit it is late. Of the reorganisation the design that comes first is weighed, and what it adds to the cost of seats counts against it. What nobody stated is asked for.',
      source:
        'Bush, on initiatives for customers beside operational ones and a payback of a couple of years.',
      change:
        'initiatives: [{ id, kind, cost, effect: { costPerYear, retention, satisfaction, effort } }] in the file.',
    },
  ].map(({ id, summary, ...facts }): Entry => ({ kind: 'work', id, summary, facts }));
