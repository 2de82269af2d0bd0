import { percent } from '../../base/figures.ts';
import { midSentence, sentenceCase } from '../../base/text.ts';
import type { ReportedDesign } from '../../schema/documents/report.ts';
import { differenceInWords, shownFigure, undoneShare } from './figures-in-words.ts';

/** A figure of a design beside today’s, as a part of a sentence; undefined where one is not known. */
export function figureToday(today: ReportedDesign, design: ReportedDesign, id: string): string | undefined {
  const [now, next] = [shownFigure(today.measures[id]), shownFigure(design.measures[id])];
  if (now === null || next === null) return undefined;
  return differenceInWords(id, next, now, design.measures[id]!.unit).replace(/\.$/, '');
}

/** From here on what nobody does is told before all else that speaks against a design. A judgement. */
const MUCH = 0.1;

/** That much of the work is done by nobody in a design; undefined where that is little, or not known. */
export function undoneInWords(today: ReportedDesign, design: ReportedDesign): string | undefined {
  const share = ({ measures }: ReportedDesign) =>
    undoneShare(['silos.count', 'handoffs.betweenTeams'].flatMap((id) => measures[id] ?? []));
  const [then, now] = [share(design), share(today)];
  if (then === null || then < MUCH) return undefined;
  const shown = percent(then);
  const before = now === null ? '' : percent(now) === shown ? ', as today' : `, today ${percent(now)}`;
  return `Nobody does ${shown} of the work for customers${before}: name who can, or hire them, first.`;
}

/** What speaks against a design, with what shows it here: the last premise, which is what weighs. */
export function againstInWords(
  when: string,
  premises: readonly string[],
  figure: (id: string) => string | undefined,
): string {
  const shown = premises.at(-1);
  if (shown === undefined) return `${sentenceCase(when)}.`;
  // The id of a figure tells nobody anything: the figure is told.
  const told = shown
    .split('; ')
    .flatMap((part) => (/^[a-z]+\.[a-z]+$/i.test(part) ? (figure(midSentence(part)) ?? []) : part))
    .map((part, at) => (at === 0 ? part : midSentence(part)))
    .join('; ');
  // A premise that begins as what it shows says it alone.
  const start = (text: string) => text.toLowerCase().split(' ').slice(0, 3).join(' ');
  return `${sentenceCase(told === '' ? when : start(when) === start(told) ? told : `${when}: ${midSentence(told)}`)}.`;
}
