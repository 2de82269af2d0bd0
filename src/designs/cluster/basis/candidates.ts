import { given } from '../../../base/given.ts';
import { memo } from '../../../base/memo.ts';
import { counted } from '../../../base/text.ts';
import { encodedOutcomes } from '../../../languages/customer-attributes.ts';
import type { Attribute, Organisation } from '../../../model/organisation.ts';
import { varianceExplained } from '../../../numbers/omega.ts';
import { meanOf, significanceOf } from '../../../numbers/permutation.ts';
import type { ReportedBasis } from '../../../schema/documents/basis.ts';
import { demandOf, type Group, groupsBy, keptBy } from '../groups.ts';
import { type Frame, numberOf } from '../number/number.ts';
import { type Outcome, outcomesIn } from './outcomes.ts';
import { stageChanges } from './stages.ts';
import { usableAttributes } from './usable.ts';

export type Candidate = ReportedBasis['candidates'][number];

const nullIfUnknown = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** What the groups of an attribute explain of each outcome, and the chance of it. */
interface AttributeScores {
  readonly scores: Candidate['scores'];
  readonly p: number | null;
}

/** Nothing but the customers decides these, and every design asks for them. */
const scoresOf = memo((attribute: Attribute, outcomes: readonly Outcome[]): AttributeScores => {
  // What the attribute itself encodes says nothing about it.
  const encoded = encodedOutcomes(attribute.name, attribute.values);
  const told = outcomes.filter(({ name }) => !encoded.includes(name));
  const { p, pByOutcome } = significanceOf(told, attribute.codes);
  const scores = outcomes.map((outcome) => {
    const at = told.indexOf(outcome);
    if (at < 0) return { outcome: outcome.name, omegaSquared: null, p: null };
    const { omegaSquared } = varianceExplained(outcome.columns, attribute.codes);
    return { outcome: outcome.name, omegaSquared: nullIfUnknown(omegaSquared), p: pByOutcome[at]! };
  });
  return { scores, p: told.length === 0 ? null : p };
});

/** Share of the customers that have a value. */
export function coverage({ customers }: Organisation, { codes }: Attribute): number {
  let covered = 0;
  codes.forEach((code, row) => {
    if (code >= 0) covered += customers.customers[row]!;
  });
  const total = customers.customers.reduce((a, b) => a + b, 0);
  return total > 0 ? covered / total : 0;
}

/** 1 where all groups need equally much, 1 / groups where one needs everything. */
function balanceOf(groups: readonly Group[]): number | null {
  const demand = groups.map(demandOf);
  const sum = demand.reduce((a, b) => a + b, 0);
  if (!(sum > 0)) return null;
  return 1 / (groups.length * demand.reduce((total, part) => total + (part / sum) ** 2, 0));
}

/** Rounded down, so that a share that is not enough never reads as enough. */
const percentRoundedDown = (share: number) => `${Math.floor(share * 1000 + 1e-9) / 10} %`;

/** What the groups of one attribute explain, keep, break and cost. Linear in the customers, and in the draws of the test. */
function scoreOf(frame: Frame, attribute: Attribute, outcomes: readonly Outcome[]): Candidate {
  const { organisation, minimum } = frame;
  const { scores, p } = scoresOf(attribute, outcomes);
  const explained = scores.flatMap(({ omegaSquared }) => omegaSquared ?? []);
  const { groups } = groupsBy(organisation, attribute, [...frame.needs.keys()]);
  const numbered = numberOf(frame, groups, undefined);
  const clusters = numbered.groups.length;
  const kept = keptBy(organisation, groups);
  const covers = coverage(organisation, attribute);
  const reason =
    covers < COVERS
      ? `given for ${percentRoundedDown(covers)} of the customers, where a basis needs ${percentRoundedDown(COVERS)}`
      : groups.length < 2
        ? 'all customers come into one group'
        : numbered.large < 2
          ? `only one group is left after those that need fewer than ${counted(minimum, 'person', 'people')} joined others`
          : undefined;
  return {
    attribute: attribute.name,
    groups: groups.length,
    covers,
    explained: nullIfUnknown(meanOf(explained)),
    outcomes: scores.flatMap(({ outcome, omegaSquared }) => (omegaSquared === null ? [] : [outcome])),
    scores: [...scores],
    p,
    relationshipsKept: kept.relationships,
    locations: kept.locations,
    locationsSplit: kept.locationsSplit,
    balance: balanceOf(groups),
    clusters,
    hires: frame.feasibility.shortage(clusters),
    changesPerYear: stageChanges(organisation, attribute, numbered.groups)?.perYear ?? null,
    feasible: reason === undefined,
    ...given({ reason }),
  };
}

/** Every attribute that clusters may be built around, and the declared one whatever it is. */
export function scoreCandidates(frame: Frame, declared?: Attribute): readonly Candidate[] {
  const { organisation } = frame;
  const outcomes = outcomesIn(organisation);
  const usable = usableAttributes(organisation);
  const attributes = declared === undefined || usable.includes(declared) ? usable : [declared, ...usable];
  return attributes.map((attribute) => scoreOf(frame, attribute, outcomes));
}

/** Whether customers can be grouped by it at all, if need be into one cluster. */
export const canGroup = ({ covers, groups }: Pick<Candidate, 'covers' | 'groups'>): boolean =>
  (covers ?? 0) >= COVERS && groups >= 2;

/** A basis that explains less than this tells customers apart by next to nothing. A judgement. */
export const LITTLE = 0.05;

/** What an attribute explains; next to nothing counts as nothing, since it is noise. */
export const worthExplaining = ({ explained }: Pick<Candidate, 'explained'>): number =>
  explained === null ? -1 : explained < LITTLE ? 0 : explained;

/** Share of customers that must have a value of the attribute. */
export const COVERS = 0.9;
