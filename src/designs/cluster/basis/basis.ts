import { byText } from '../../../base/text.ts';
import { conventionOf } from '../../../languages/customer-attributes.ts';
import type { Attribute } from '../../../model/organisation.ts';
import type { Frame } from '../number/number.ts';
import { whyChosen, whyDeclared, whyNext } from './basis-sentences.ts';
import { type Candidate, canGroup, scoreCandidates, worthExplaining } from './candidates.ts';

/** The attribute to group customers by, why it, and what else there was. */
export interface ChosenBasis {
  readonly attribute: Attribute;
  readonly why: string;
  readonly runnerUp: string | undefined;
  readonly declared: boolean;
  /** Chance that the best of so many attributes would explain as much at random; null where it cannot be told. */
  readonly p: number | null;
  /** The best first. */
  readonly candidates: readonly Candidate[];
}

/** Shares of relationships that differ by less are the same but for rounding. */
const SAME_SHARE = 1e-9;

/**
 * First what explains most; where nothing explains more than next to nothing what keeps most relationships, of equals in fewer groups, and where no
 * relationships are known what companies commonly group customers by. How even the groups are is no reason.
 */
const better = (scored: boolean) => (a: Candidate, b: Candidate) =>
  Number(b.feasible) - Number(a.feasible) ||
  Number(canGroup(b)) - Number(canGroup(a)) ||
  (scored ? worthExplaining(b) - worthExplaining(a) : 0) ||
  moreKept(a, b) ||
  (a.relationshipsKept === null ? 0 : a.groups - b.groups) ||
  conventionOf(a.attribute) - conventionOf(b.attribute) ||
  a.groups - b.groups ||
  byText(a.attribute, b.attribute);

function moreKept(a: Candidate, b: Candidate): number {
  const more = (b.relationshipsKept ?? 0) - (a.relationshipsKept ?? 0);
  return Math.abs(more) < SAME_SHARE ? 0 : more;
}

/** Chosen from several, the best explains more at random than any one of them does (Bonferroni). */
const corrected = ({ p }: Candidate, from: number) => (p === null ? null : Math.min(1, p * from));

/**
 * The basis: as declared; else of the candidates that cover nine tenths of the customers, and leave two clusters where any
 * does, the one that explains most (mean ω² over the outcomes given), or where none explains anything as `better` has it.
 * Without an attribute that will do, only the candidates.
 */
export function chooseBasis(
  frame: Frame,
  declared: string | undefined,
): ChosenBasis | { attribute: null; candidates: readonly Candidate[] } {
  const { attributes } = frame.organisation.customers;
  const find = (name: string) => attributes.find((attribute) => attribute.name === name);
  const own = declared === undefined ? undefined : find(declared);
  const all = scoreCandidates(frame, own);
  const scored = all.some((candidate) => canGroup(candidate) && worthExplaining(candidate) > 0);
  const candidates = [...all].sort(better(scored));
  if (own !== undefined) {
    const mine = candidates.find(({ attribute }) => attribute === own.name)!;
    const others = candidates.filter((candidate) => candidate !== mine);
    return {
      attribute: own,
      ...whyDeclared(mine, others[0]),
      declared: true,
      p: mine.p,
      candidates: [mine, ...others],
    };
  }
  const [best, next] = candidates;
  if (best === undefined || !canGroup(best)) return { attribute: null, candidates };
  return {
    attribute: find(best.attribute)!,
    why: whyChosen(frame.organisation, best, candidates, scored),
    runnerUp: next === undefined ? undefined : whyNext(best, next, scored),
    declared: false,
    p: corrected(best, candidates.filter(({ explained }) => explained !== null).length),
    candidates,
  };
}
