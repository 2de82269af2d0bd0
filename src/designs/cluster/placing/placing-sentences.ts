import { grouped } from '../../../base/grouped.ts';
import { alternatives, counted, slug } from '../../../base/text.ts';
import type { Index, Organisation } from '../../../model/organisation.ts';
import { examples } from '../../consequences.ts';
import type { Group } from '../groups.ts';
import type { IdlePin, PlacingResult } from './placement.ts';
import type { PlacingOptions } from './worth.ts';

const SHOWN = 5;

/** A number as short as it is exact to so many digits. */
const figure = (value: number) => grouped(value);

/** What the placing is worth, and how that is known. */
function worthSentence(placed: PlacingResult, goals: PlacingOptions['goals'], groups: number): string {
  const { objective, bound, seats, method, ties, centres } = placed;
  const who = `${counted(seats, 'seat')} ${seats === 1 ? 'is' : 'are'} placed in ${counted(groups, 'group')}`;
  if (objective === 0 && bound === 0) {
    const why =
      goals.customers + goals.team + goals.location === 0
        ? 'the weights are all 0'
        : ties.share.length === 0
          ? 'nobody serves customers by name'
          : 'nothing ties the people who are placed to one group more than to another';
    return `${who}; since ${why}, no placing is better than another: teams stay together where they can.`;
  }
  const counts = [
    `the share of each one’s customer hours (weight ${figure(goals.customers)})`,
    `the home group of their team (${figure(goals.team)})`,
  ];
  const location = ties.area.some((area) => area >= 0)
    ? `, less ${figure(goals.location)} for whoever crosses to another location, a group being at home where people are who serve its customers by name today`
    : '';
  const proof =
    bound === objective
      ? 'no other placing reaches more'
      : `no placing reaches more than ${figure(bound)}, a gap of ${figure((100 * (bound - objective)) / Math.abs(bound || 1))} %, since the ${method === 'time-limit' ? 'time for it was over' : 'solver gave no better answer'}`;
  const inCentres = [...centres.values()].reduce((sum, list) => sum + list.length, 0);
  const others =
    inCentres === 0
      ? ''
      : `, whoever of them went to the centres of expertise, where ${counted(inCentres, 'person is', 'people are')} at 0`;
  return `${who} so that as much as possible stays together: ${alternatives(counts, 'and')}${location}. This placing reaches ${figure(objective)}; ${proof}${others}.`;
}

/** How good the placing is, who crosses to another location, who stays out for it, and which pins say otherwise. */
export function placingSentences(
  { people }: Organisation,
  placed: PlacingResult,
  { goals, mustStay }: PlacingOptions,
  pins: ReadonlyMap<Index, number>,
  groups: number,
): string[] {
  const { seats, crossing, left } = placed;
  if (seats === 0) return [];
  const ids = (list: readonly Index[]) =>
    list
      .slice(0, SHOWN)
      .map((seat) => people.id[seat])
      .join(', ') + (list.length > SHOWN ? ', …' : '');
  const found = [worthSentence(placed, goals, groups)];
  if (crossing.length > 0)
    found.push(
      `${counted(crossing.length, 'person', 'people')} would work for customers who are served from other locations than theirs: ${ids(crossing)}.`,
    );
  const against = mustStay.includes('location') ? crossing.filter((seat) => pins.has(seat)) : [];
  if (against.length > 0)
    found.push(
      `Nobody must change location, and ${counted(against.length, 'pin says', 'pins say')} otherwise: ${ids(against)}. Pins go first.`,
    );
  if (left.length > 0)
    found.push(
      `${counted(left.length, 'seat')} must not change location and would have to: ${ids(left)}. ${left.length === 1 ? 'It keeps its department' : 'They keep their departments'}, and as many posts are to be hired.`,
    );
  return found;
}

const IDLE: Readonly<Record<IdlePin['because'], string>> = {
  nobody: 'they name nobody',
  nowhere: 'they name no cluster',
  top: 'the top stays at the top',
};

/** Which pins do nothing: one sentence for each reason; and what a pin may name, where that is what was wrong. */
export const idlePinSentences = (idle: readonly IdlePin[], groups: readonly Group[]): string[] =>
  Object.entries(IDLE).flatMap(([reason, since]) => {
    const pins = idle.filter(({ because }) => because === reason).map(({ id, target }) => `${id}: ${target}`);
    if (pins.length === 0) return [];
    const clusters = groups.map(({ name }) => `cluster/${slug(name)}`);
    const named = reason === 'nowhere' ? ` The clusters are ${examples(clusters)}.` : '';
    return [`Pins without effect, since ${since}: ${pins.join(', ')}.${named}`];
  });
