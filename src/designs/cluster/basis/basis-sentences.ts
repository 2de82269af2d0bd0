import { percent } from '../../../base/figures.ts';
import { alternatives, counted } from '../../../base/text.ts';
import { conventionOf } from '../../../languages/customer-attributes.ts';
import { effortOf } from '../../../model/effort.ts';
import type { Organisation } from '../../../model/organisation.ts';
import type { Candidate } from './candidates.ts';
import { type Proposal, SOME_STRUCTURE } from './similar.ts';
import type { StageChanges } from './stages.ts';

export const omega = (value: number) => value.toFixed(2).replace(/^-/, '−');

/** That assumed effort was not scored, where any was assumed. */
function unscoredEffort(organisation: Organisation): string {
  const { givenShare } = effortOf(organisation);
  if (givenShare > 1 - 1e-9) return '';
  return givenShare === 0
    ? ' No effort is given, and what is assumed is not scored.'
    : ' Effort that is assumed, not given, is not scored.';
}

const CONVENTION = 'industry or sector, segment, life stage, business model, territory';

/** Why the best candidate was chosen. */
export function whyChosen(
  organisation: Organisation,
  best: Candidate,
  candidates: readonly Candidate[],
  scored: boolean,
): string {
  if (scored && best.explained !== null)
    return `The attribute ${best.attribute} explains most of what tells customers apart (mean ω² ${omega(best.explained)} over ${best.outcomes.join(', ')}).${unscoredEffort(organisation)}`;
  const kept =
    best.relationshipsKept === null
      ? `no relationships are known, so the order by convention decided: ${CONVENTION}`
      : `it keeps most customer relationships, ${percent(best.relationshipsKept)} at best`;
  const explained = candidates.flatMap((one) => one.explained ?? []);
  const cannot =
    explained.length === 0
      ? 'The data cannot choose by need.'
      : `No attribute tells customers apart (mean ω² ${omega(Math.max(...explained))} at best).`;
  return `${cannot}${unscoredEffort(organisation)} The attribute ${best.attribute} was chosen: ${kept}. ${wouldDecide(candidates)}`;
}

/** Attributes named as candidates at most. */
const MOST_NAMED = 5;

/** What there was to choose from, and what would choose. */
function wouldDecide(candidates: readonly Candidate[]): string {
  const names = candidates.filter(({ feasible }) => feasible).map(({ attribute }) => attribute);
  const named = names.slice(0, MOST_NAMED);
  if (names.length > named.length) named.push(`${names.length - named.length} more`);
  const from = names.length < 2 ? '' : `The candidates are ${alternatives(named, 'and')}. `;
  const gives = candidates.some(({ explained }) => explained !== null);
  return gives
    ? from.trim()
    : `${from}What customers need of each skill in hours, or their retention, margin or satisfaction, would decide.`;
}

/** Why the next best was not chosen. */
export function whyNext(best: Candidate, next: Candidate, scored: boolean): string {
  if (!next.feasible) return 'No other attribute will do.';
  const keeps = next.relationshipsKept ?? 0;
  const more = keeps - (best.relationshipsKept ?? 0);
  if (scored && next.explained !== null) {
    const though =
      more > 0.005
        ? ` It would keep more relationships: ${percent(keeps)} against ${percent(best.relationshipsKept!)} at best.`
        : '';
    return `Next is ${next.attribute}, which explains less: mean ω² ${omega(next.explained)}.${though}`;
  }
  if (scored) return `Next is ${next.attribute}, of which it cannot be told what it explains.`;
  if (more < -0.0005) return `Next is ${next.attribute}, which keeps fewer: ${percent(keeps)} at best.`;
  if (best.relationshipsKept !== null && next.groups > best.groups)
    return `Next is ${next.attribute}, which keeps as many, but in ${next.groups} groups where ${best.groups} do.`;
  return conventionOf(next.attribute) > conventionOf(best.attribute)
    ? `Next is ${next.attribute}, by the same order.`
    : `Next is ${next.attribute}, which does as well; ${next.groups > best.groups ? 'it has more groups' : 'the order of the names decided'}.`;
}

/** That the basis was asked for, and what the data would have chosen. */
export function whyDeclared(
  own: Candidate,
  other: Candidate | undefined,
): { why: string; runnerUp: string | undefined } {
  const figure = own.explained === null ? '' : ` (mean ω² ${omega(own.explained)})`;
  const why = `The attribute ${own.attribute} is the basis that was asked for${figure}.`;
  if (other === undefined || !other.feasible || other.explained === null) return { why, runnerUp: undefined };
  const runnerUp =
    other.explained > (own.explained ?? 0)
      ? `${other.attribute} would explain more: mean ω² ${omega(other.explained)}.`
      : `No other attribute explains more; next is ${other.attribute} with a mean ω² of ${omega(other.explained)}.`;
  return { why, runnerUp };
}

/** Which attributes will not do, and why: one sentence for each reason. */
export function refusedInWords(
  candidates: readonly Pick<Candidate, 'attribute' | 'reason'>[],
): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const { attribute, reason } of candidates) {
    if (reason === undefined) continue;
    const names = byReason.get(reason);
    if (names === undefined) byReason.set(reason, [attribute]);
    else names.push(attribute);
  }
  return [...byReason].map(([reason, names]) => `${alternatives(names, 'and')} will not do: ${reason}.`);
}

/** That groups are proposed, by what, how well they stand apart, and why no attribute would do. */
export function proposalSentences(
  { silhouette, comparedBy, sample: compared, groups }: Proposal['reported'],
  candidates: readonly Candidate[],
): string[] {
  return [
    `No attribute of the customers can be the basis, so they are grouped by how alike they are in ${alternatives(comparedBy, 'and')}: ${counted(groups.length, 'group')}, a proposal to look at.`,
    ...refusedInWords(candidates),
    `Their mean silhouette is ${silhouette.toFixed(2)}, of 1 at best: ${silhouette < SOME_STRUCTURE ? 'there is next to no structure to find' : silhouette < 0.5 ? 'the groups are there, but weak' : 'the groups stand apart'} (k-medoids on Gower distance, ${counted(compared, 'customer row')} compared).`,
  ];
}

/** How many customers come to another cluster as they come to another stage. */
export function stageSentence({ perYear, share, reason }: StageChanges): string {
  if (perYear === null) return `How many customers change cluster each year is not known: ${reason}.`;
  if (perYear === 0) return 'No customer changes cluster by coming to another stage.';
  const rounded = perYear < 10 ? Math.round(perYear * 10) / 10 : Math.round(perYear);
  return `As they come to another stage, ${counted(rounded, 'customer changes', 'customers change')} cluster each year, ${percent(share!)} of all.`;
}
