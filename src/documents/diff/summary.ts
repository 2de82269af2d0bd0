import { percent, whole } from '../../base/figures.ts';
import { addTo } from '../../base/groups.ts';
import { allOf, counted, sentenceCase } from '../../base/text.ts';
import { measures } from '../../measures/index.ts';
import type { Diff } from '../../schema/documents/diff.ts';
import { untoldInWords } from '../report/comparison.ts';
import { differences } from '../report/summary.ts';
import type { MeasureComparison } from './measures.ts';
import { kindName } from './section.ts';

/** Sentences that a chief executive reads before the rest. */
const MOST_SENTENCES = 6;
const MOST_NAMES = 4;
const MOST_FIGURES = 4;

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** `12 managers lose`, `1 manager loses`; nothing where there is none. */
const some = (count: number, one: string, many: string): string =>
  count === 0 ? '' : `${whole(count)} ${plural(count, one, many)}`;

function sentence(parts: readonly string[]): string {
  const text = parts.filter((part) => part !== '').join('; ');
  return text === '' ? '' : `${sentenceCase(text)}.`;
}

function moves({ people: { inBoth, moved, newManager, joined, left } }: Diff): string {
  const across = moved.filter(({ newDepartment }) => newDepartment).length;
  const within =
    across < moved.length ? `, ${across === 0 ? 'none' : whole(across)} of them to another department` : '';
  const coming = [some(joined.length, 'joins', 'join'), some(left.length, 'leaves', 'leave')];
  const arrivals = allOf(coming.filter((part) => part !== ''));
  if (inBoth === 0) return sentence(['nobody is there before and after', arrivals]);
  return sentence([
    moved.length === 0
      ? 'nobody moves to another unit'
      : `${whole(moved.length)} of ${whole(inBoth)} people ${plural(moved.length, 'moves', 'move')} to another unit (${percent(moved.length / inBoth)})${within}`,
    some(newManager.length, 'gets another manager', 'get another manager') || 'nobody gets another manager',
    arrivals || 'nobody joins or leaves',
  ]);
}

/** Units that are not there for customers are counted only. */
const NAMED = ['cluster', 'phase', 'department'];

/** `8 units are new: 4 clusters (dairy, energy, pharma, water) and 4 centres of expertise`. */
function ofUnits(list: readonly { readonly unit: { name: string }; readonly kind: string }[], what: string) {
  if (list.length === 0) return '';
  const byKind = new Map<string, string[]>();
  for (const { kind, unit } of list) addTo(byKind, kind, unit.name);
  const kinds = [...byKind].map(([kind, names]) => {
    const named = NAMED.includes(kind) && names.length <= MOST_NAMES;
    return `${whole(names.length)} ${kindName(kind, names.length)}${named ? ` (${names.join(', ')})` : ''}`;
  });
  return kinds.length === 1
    ? `${kinds[0]} ${plural(list.length, 'is', 'are')} ${what}`
    : `${whole(list.length)} units are ${what}: ${allOf(kinds)}`;
}

const structure = ({ units, teams, people: { endedLines, newLines } }: Diff): string =>
  sentence([
    ofUnits(units.new, 'new'),
    ofUnits(units.closed, 'closed'),
    some(units.renamed.length, 'unit is renamed', 'units are renamed'),
    some(teams?.new.length ?? 0, 'team is new', 'teams are new'),
    some(teams?.closed.length ?? 0, 'team ends', 'teams end'),
    some(
      teams?.changed.length ?? 0,
      'team has other members, or another lead',
      'teams have other members, or another lead',
    ),
    some(endedLines.length, 'second reporting line ends', 'second reporting lines end'),
    some(newLines.length, 'second reporting line begins', 'second reporting lines begin'),
  ]);

interface Change {
  readonly before: number;
  readonly after: number;
}

const from = ({ before, after }: Change): string => `${whole(before)} → ${whole(after)}`;

const change = (what: string, values: Change): string =>
  values.before === values.after ? '' : `${what} ${from(values)}`;

function cost({ totals }: Diff): string {
  const { before, after } = totals.costPerYear;
  if (before === null || after === null) return 'cost is not compared';
  if (before === after) return 'the cost a year stays';
  const share =
    before > 0 ? ` (${after > before ? '+' : '-'}${percent(Math.abs(after - before) / before)})` : '';
  return `cost a year${totals.currency === null ? '' : ` in ${totals.currency}`} ${from({ before, after })}${share}`;
}

const size = (diff: Diff): string =>
  sentence([
    change('people', diff.totals.people) ||
      `${counted(diff.totals.people.after, 'person', 'people')} as before`,
    change('open seats', diff.totals.vacantSeats),
    change('lead seats', diff.totals.managers),
    cost(diff),
  ]);

function price({ leads, relationships: { broken, before, share }, workingPairs }: Diff): string {
  return sentence([
    some(leads.withoutTeam.length, 'manager loses the team', 'managers lose their team'),
    broken > 0
      ? `${whole(broken)} of ${counted(before, 'customer relationship')} ${plural(broken, 'ends', 'end')} (${percent(share ?? 0)} kept)`
      : '',
    workingPairs.share !== null && workingPairs.kept < workingPairs.before
      ? `${percent(workingPairs.share)} of working pairs stay together`
      : '',
  ]);
}

function figures({ results, measures: compared }: MeasureComparison): string[] {
  const { found, untold } = differences(measures, results.after, results.before);
  // What a design fixes by its definition says nothing about the company.
  const fixed = new Set(compared.flatMap(({ id, byConstruction }) => (byConstruction ? [id] : [])));
  const said = [false, true].flatMap((last) => found.filter(({ measure }) => fixed.has(measure.id) === last));
  const say = (lead: string, better: boolean) => {
    const texts = said.filter((one) => one.better === better).map(({ text }) => text);
    const more = texts.length > MOST_FIGURES ? [`${texts.length - MOST_FIGURES} more`] : [];
    return texts.length === 0 ? [] : [`${lead}: ${[...texts.slice(0, MOST_FIGURES), ...more].join('; ')}.`];
  };
  const sentences = [...say('Better', true), ...say('Worse', false)];
  const why = untoldInWords(sentences.length > 0 ? 'Other figures' : 'The figures', untold);
  if (why !== undefined) sentences.push(why.replace('the designs', 'the two'));
  return sentences.length > 0 ? sentences : ['No figure gets clearly better or worse.'];
}

const findings = ({ findings: { new: added, gone } }: Diff): string =>
  sentence([
    some(added.length, 'finding is new', 'findings are new'),
    some(gone.length, 'finding is gone', 'findings are gone'),
  ]);

/**
 * What matters most, in up to six sentences: who is concerned, what becomes of the structure, its size, its price, what it
 * buys. Only what is clearly another figure is told.
 */
export function summarise(diff: Diff, taken: MeasureComparison): string[] {
  if (!diff.changed) return ['Nothing changed: the same people, units, lines, customers and figures.'];
  return [moves(diff), structure(diff), size(diff), price(diff), ...figures(taken), findings(diff)]
    .filter((text) => text !== '')
    .slice(0, MOST_SENTENCES);
}
