import { limitPercent, percent } from '../base/figures.ts';
import { allOf, alternatives, midSentence, sentenceCase } from '../base/text.ts';
import type { Ranking } from '../schema/documents/ranking.ts';
import type { Profile } from '../schema/input/decision.ts';
import type { DesignId } from '../schema/input/designs.ts';
import type { Criterion } from './criteria.ts';
import { DESIGN_NAMES } from './design-names.ts';

export const profileName = (profile: Profile): string => profile.replace('-', ' ');

const winner = (design: DesignId): string => {
  const { name, wins } = DESIGN_NAMES[design];
  return sentenceCase(`${name} ${wins}`);
};

/** What makes a ranking robust or not, and why it does not decide. */
export function whyOf(ranking: Omit<Ranking, 'why'>, criteria: readonly Criterion[]): string[] {
  const labels = (ids: readonly string[]) =>
    allOf(criteria.filter(({ id }) => ids.includes(id)).map(({ measure }) => midSentence(measure.label)));
  const {
    winner: first,
    near,
    flips,
    assumed,
    byConstruction,
    withoutAssumed,
    withoutByConstruction,
  } = ranking;
  if (Object.keys(near).length === 1)
    return ['No other design takes part: nothing is compared with today’s structure.'];
  const ways =
    ranking.nearness === 'in-order'
      ? 'of all weightings that keep the agreed order'
      : 'of all weightings in which each criterion counts from half to double of what it does here';
  const said = [`${winner(first)} in ${percent(near[first]!)} ${ways}.`];
  const [flip] = flips;
  if (flip === undefined) said.push('No change of one weight makes another design win.');
  else {
    const way = flip.to > flip.from ? 'more' : 'less';
    said.push(
      `${winner(flip.winner)} once the weight of ${labels([flip.criterion])} is ${way} than ${limitPercent(flip.to)}; it is ${percent(flip.from)}.`,
    );
  }
  const others = Object.entries(ranking.byProfile).filter(([, design]) => design !== first);
  for (const design of new Set(others.map(([, one]) => one))) {
    const profiles = others.flatMap(([profile, one]) =>
      one === design ? [profileName(profile as Profile)] : [],
    );
    said.push(`${winner(design)} with ${alternatives(profiles, 'or')}.`);
  }
  if (withoutByConstruction !== first)
    said.push(
      withoutByConstruction === null
        ? 'All criteria are fixed by the definition of a design: they decide nothing.'
        : `That rests on what a design fixes by its definition (${labels(byConstruction)}): without that ${midSentence(winner(withoutByConstruction))}.`,
    );
  if (assumed.length > 0) {
    const rest =
      withoutAssumed === null
        ? 'nothing else is known'
        : withoutAssumed === first
          ? 'by what is known alone the same design wins'
          : `by what is known alone ${midSentence(winner(withoutAssumed))}`;
    said.push(`More than half is assumed of ${labels(assumed)}: ${rest}.`);
  }
  return said;
}
