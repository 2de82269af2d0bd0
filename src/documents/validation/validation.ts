import { alternatives } from '../../base/text.ts';
import { buildOrganisation } from '../../model/build.ts';
import type { Organisation } from '../../model/organisation.ts';
import { reportedQuality } from '../../model/quality.ts';
import { type View, viewOf } from '../../model/view.ts';
import { marketOf } from '../../rules/company-facts.ts';
import { runRules } from '../../rules/run.ts';
import type { ProfiledField, Validation } from '../../schema/documents/validation.ts';
import type { ContextKey } from '../../schema/input/context.ts';
import type { Loaded } from '../../schema/loaded.ts';
import { fitRules } from '../../verdicts/assess.ts';
import { criteriaOf } from '../../verdicts/criteria.ts';
import { type DocumentOptions, factsOf, headerOf } from '../header.ts';
import { reportedFindings } from '../reported-findings.ts';
import { profileCustomers } from './validation-customers.ts';
import { filled, gap } from './validation-gaps.ts';
import { profilePeople } from './validation-people.ts';
import { profilePractices } from './validation-practices.ts';

/** What the people of the file, or another answer, say as well: nothing is missing without them. */
const OTHERWISE_KNOWN: ReadonlySet<ContextKey> = new Set(['staff', 'targetMarkets']);

const CONTEXT = 'context.';

/** Keys of the context that verdicts on designs read, and that only somebody can answer. */
const asked = [
  ...new Set(
    fitRules.flatMap(({ fit }) =>
      fit.reads.flatMap((key) => (key.startsWith(CONTEXT) ? [key.slice(CONTEXT.length) as ContextKey] : [])),
    ),
  ),
].filter((key) => !OTHERWISE_KNOWN.has(key));

/** What the context says of what verdicts read. */
export function profileContext(view: View): ProfiledField {
  const { context } = view.organisation;
  const isKnown = (key: ContextKey): boolean =>
    (context[key] !== undefined && context[key] !== 'unknown') ||
    (key === 'market' && marketOf(view).byCount.of > 0);
  const open = asked.filter((key) => !isKnown(key));
  const counting = { entity: 'company', of: asked.length, one: 'question', many: 'questions' } as const;
  return filled(
    counting,
    'context',
    asked.length - open.length,
    open.length === 0
      ? ''
      : `\`context:\` does not say ${alternatives(open, 'or')}: verdicts on designs are less certain.`,
  );
}

/** Of the steps that customers go through, those whose hours the file gives; nothing without a journey of its own. */
function profileJourneys({ journeys }: Organisation): ProfiledField[] {
  const own = journeys.filter(({ builtIn }) => !builtIn).flatMap(({ steps }) => steps);
  if (own.length === 0) return [];
  const counting = { entity: 'step', of: own.length, one: 'step', many: 'steps' } as const;
  const given = own.filter(({ assumed }) => !assumed).length;
  return [gap(counting, 'hours', 'hours', given, () => 'one hour each is assumed')];
}

/**
 * How far the data of an organisation can be trusted: how complete each field is, what the gaps do to the results, and what
 * is wrong or doubtful. No design is made and nothing is measured. Never throws for what an organisation looks like.
 * @param loaded - What `loadOrganisation` returned.
 * @returns The document, version 1, as schemas/v1/validation.schema.json describes it; `validationFormats` render it.
 * @throws UserError where the criteria of the file cannot be kept to.
 */
export function buildValidation(loaded: Loaded, options: DocumentOptions): Validation {
  const organisation = buildOrganisation(loaded);
  const view = viewOf(organisation);
  // Criteria that no ranking can go by are an error here as well.
  criteriaOf(view);
  return {
    ...headerOf(loaded, options.version),
    organisation: factsOf(view),
    quality: reportedQuality(organisation),
    profile: [
      ...profilePeople(view, loaded.people),
      ...profileCustomers(organisation),
      ...profileJourneys(organisation),
      profileContext(view),
      ...profilePractices(view),
    ],
    findings: reportedFindings(
      runRules(view, { design: 'as-is', baseline: view }, 'validate'),
      organisation,
      options.names === true,
    ),
  };
}
