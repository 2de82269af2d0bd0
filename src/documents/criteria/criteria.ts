import { buildOrganisation } from '../../model/build.ts';
import type { Organisation } from '../../model/organisation.ts';
import { reportedQuality } from '../../model/quality.ts';
import { viewOf } from '../../model/view.ts';
import { PROFILES } from '../../schema/choices.ts';
import type { CriteriaDocument } from '../../schema/documents/criteria.ts';
import { framed } from '../../schema/framed.ts';
import type { Profile } from '../../schema/input/decision.ts';
import type { Loaded } from '../../schema/loaded.ts';
import { type Criteria, criteriaOf, defaultCriteria } from '../../verdicts/criteria.ts';
import { factsOf, headerOf } from '../header.ts';

interface CriteriaOptions {
  readonly version: string;
  /** Shown instead of what the file says. */
  readonly profile?: Profile;
}

/** Why a criterion says nothing of a company, or nothing. */
const reasonOf = (id: string, { people }: Organisation): { reason?: string } =>
  id === 'change.costPerYear' && people.costPerYear.every(Number.isNaN)
    ? { reason: 'no seat has a cost (people[].costPerYear)' }
    : {};

/** What should be agreed before anybody looks at a result. */
const openIn = ({ source, agreedBy, list }: Criteria): string[] => [
  ...(source === 'assumed' ? ['What counts: nobody has said, and customer first is assumed.'] : []),
  ...(agreedBy === null && list.some((one) => one.agreedBy === null)
    ? ['Who agreed to it: criteria.agreedBy.']
    : []),
  ...(list.some(({ ownScale }) => !ownScale)
    ? ['Whether the scales are yours: worst and best of each criterion are ours where the file gives none.']
    : []),
];

/**
 * What the decision between designs is judged by, before any design is made or measured.
 * @param loaded - What `loadOrganisation` returned.
 * @returns The document, version 1, as schemas/v1/criteria.schema.json describes it; `criteriaFormats` render it.
 * @throws UserError where a measure is unknown or an endpoint cannot be kept to.
 */
export function buildCriteria(loaded: Loaded, { version, profile }: CriteriaOptions): CriteriaDocument {
  const view = viewOf(buildOrganisation(loaded));
  const criteria = framed(loaded, () => criteriaOf(view, profile));
  return {
    ...headerOf(loaded, version),
    organisation: factsOf(view),
    quality: reportedQuality(view.organisation),
    profile: criteria.profile,
    source: criteria.source,
    agreedBy: criteria.agreedBy,
    agreedOn: criteria.agreedOn,
    weighting: criteria.order === null ? 'weights' : 'order',
    criteria: criteria.list.map(({ id, measure, weight, worst, best, agreedBy, ownScale }) => ({
      id,
      measure: measure.id,
      label: measure.label,
      unit: measure.unit,
      better: measure.better,
      definition: measure.summary,
      why: defaultCriteria.find((one) => one.measure === measure.id)?.why ?? null,
      weight,
      worst,
      best,
      ...(ownScale ? {} : reasonOf(measure.id, view.organisation)),
      ownScale,
      agreedBy,
    })),
    profiles: PROFILES.map((id) => ({
      id,
      weights: Object.fromEntries(defaultCriteria.map(({ measure, weights }) => [measure, weights[id]])),
    })),
    open: openIn(criteria),
  };
}
