import { percent } from '../../base/figures.ts';
import { PROFILES } from '../../schema/input/decision.ts';
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
