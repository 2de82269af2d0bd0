import { percent, whole } from '../../base/figures.ts';
import { counted, sentenceCase } from '../../base/text.ts';
import {
  dim,
  findings,
  listIfAny,
  type Part,
  section,
  strong,
  table,
  text,
  together,
  toned,
} from '../../render/block.ts';
import type { Medium, View } from '../../render/format.ts';
import type { ProfiledField, Validation } from '../../schema/documents/validation.ts';
import { dataSentence } from '../answer/data-in-words.ts';
import { bySeverity, MOST_TODAY, tally } from '../findings-blocks.ts';
import { organisationBlock } from '../organisation-blocks.ts';
import { qualityPart } from '../quality-blocks.ts';

/** Attributes shown at a terminal; the JSON has all. */
const MOST_ATTRIBUTES = 20;
/** Sentences on gaps shown at a terminal. */
const MOST_SENTENCES = 20;
const ATTRIBUTE = 'attributes.';

/** Fields whose key does not say what is counted. */
const LABELS: Readonly<Record<string, string>> = {
  costPerYear: 'Cost',
  fte: 'Fte other than 1',
  'capability.given': 'Skill as given',
  'capability.mapped': 'Skill by title',
  acquisitionCost: 'Acquisition cost',
  owner: 'Owner, or served by name',
  attributes: 'Attributes',
  id: 'Customers',
  context: 'Of the context',
  practices: 'Of the questionnaire',
  'practices.verdicts': 'For verdicts on designs',
  'practices.readiness': 'For readiness',
  'practices.focused': 'Customer-focused',
  'practices.centric': 'Customer-centric',
  'practices.led': 'Customer-led',
  'practices.components': 'Components of strategy',
  'practices.conditions': 'Conditions of an officer',
};

const labelOf = (field: string): string => {
  if (field.startsWith(ATTRIBUTE)) return `Attribute ${field.slice(ATTRIBUTE.length)}`;
  return LABELS[field] ?? sentenceCase(field);
};

const rowOf = ({ field, given, of, share, effect }: ProfiledField) => {
  const shown = share === null ? '–' : percent(share);
  return {
    label: labelOf(field),
    cells: [whole(given), whole(of), effect !== '' && share !== 1 ? toned('warning', shown) : shown],
  };
};

/** Fields without those attributes that would be too many for a terminal. */
const shown = (fields: readonly ProfiledField[], medium: Medium): readonly ProfiledField[] => {
  let attributes = 0;
  return medium === 'page'
    ? fields
    : fields.filter(({ field }) => !field.startsWith(ATTRIBUTE) || ++attributes <= MOST_ATTRIBUTES);
};

const completeness = (profile: readonly ProfiledField[], medium: Medium): Part => {
  const fields = shown(profile, medium);
  const group = (title: string, entity: ProfiledField['entity']) => ({
    title,
    rows: fields.filter((one) => one.entity === entity).map(rowOf),
  });
  const left = profile.length - fields.length;
  return together(
    table(
      ['given', 'of', 'share'],
      [
        group('People', 'person'),
        group('Customers', 'customer'),
        group('Steps of journeys', 'step'),
        group('Answers', 'company'),
      ].filter(({ rows }) => rows.length > 0),
    ),
    left > 0 && text(dim(`and ${counted(left, 'attribute')} more, see --format json`)),
  );
};

const effects = (profile: readonly ProfiledField[], medium: Medium): Part => {
  const sentences = shown(profile, medium).flatMap(({ effect }) => (effect === '' ? [] : [effect]));
  return listIfAny(sentences, { title: 'What the gaps do to the results:', limit: { most: MOST_SENTENCES } });
};

const doubts = ({ findings: all }: Validation, quiet: boolean): Part => {
  const relevant = bySeverity(quiet ? all.filter(({ severity }) => severity === 'error') : all);
  if (relevant.length > 0)
    return section('data', { count: tally(relevant) }, [findings(relevant, { limit: MOST_TODAY })]);
  return !quiet && section('data', { count: 'nothing found' });
};

/** How good the data are, and how much is doubtful, in a line. */
function conclusionOf({ quality, profile, findings: doubtful }: Validation): string {
  const shareOf = (field: string) => profile.find((one) => one.field === field)?.share ?? null;
  const byCustomer = shareOf('effort') ?? 0;
  const said = dataSentence({
    lines: quality.lines.share,
    skills: quality.capabilities.share,
    // Hours of the steps stand for what customers need where these do not say it.
    assumed: 1 - Math.max(byCustomer, shareOf('hours') ?? 0),
    byCustomer: byCustomer >= 0.5,
    revenue: shareOf('revenue'),
  });
  const grave = doubtful.filter(({ severity }) => severity !== 'note').length;
  return `${said} ${grave === 0 ? 'Nothing' : counted(grave, 'thing')} in them ${grave > 1 ? 'are' : 'is'} doubtful.`;
}

/** How far the data can be trusted. */
export const validationBlocks = (validation: Validation, { medium, quiet }: View): readonly Part[] => [
  qualityPart(validation.quality),
  organisationBlock(validation.organisation),
  text(strong(conclusionOf(validation))),
  completeness(validation.profile, medium),
  !quiet && effects(validation.profile, medium),
  doubts(validation, quiet),
];
