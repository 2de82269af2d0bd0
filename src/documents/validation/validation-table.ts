import { Chalk } from 'chalk';
import { percent, whole } from '../../base/figures.ts';
import { counted } from '../../base/text.ts';
import type { RenderOptions } from '../../render/format.ts';
import { bullet, heading, type Style } from '../../render/table-text.ts';
import type { ProfiledField, Validation } from '../../schema/documents/validation.ts';
import { draw } from '../report/table-comparison.ts';
import { bySeverity, MOST_TODAY, section } from '../report/table-findings.ts';
import { facing } from '../report/table-header.ts';
import type { Group, Row } from '../report/table-rows.ts';

const NARROWEST = 80;
/** Attributes shown at a terminal; the JSON has all. */
const MOST_ATTRIBUTES = 20;
/** Sentences on gaps shown at a terminal. */
const MOST_SENTENCES = 20;
const ATTRIBUTE = 'attributes.';

/** Fields whose key does not say what is counted. */
const LABELS: Readonly<Record<string, string>> = {
  costPerYear: 'Cost',
  fte: 'Fte other than 1',
  'capability.given': 'Capability as given',
  'capability.mapped': 'Capability by title',
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
  return LABELS[field] ?? field.charAt(0).toUpperCase() + field.slice(1);
};

const SHARE = 2;

const rowOf = ({ field, given, of, share, effect }: ProfiledField, { paint }: Style): Row => ({
  label: labelOf(field),
  words: false,
  cells: [whole(given), whole(of), share === null ? '–' : percent(share)],
  painted: (text, column) => (column === SHARE && effect !== '' && share !== 1 ? paint.yellow(text) : text),
});

/** Fields without those attributes that would be too many for a terminal. */
const shown = (fields: readonly ProfiledField[]): readonly ProfiledField[] => {
  let attributes = 0;
  return fields.filter(({ field }) => !field.startsWith(ATTRIBUTE) || ++attributes <= MOST_ATTRIBUTES);
};

const completeness = (profile: readonly ProfiledField[], style: Style): string[] => {
  const fields = shown(profile);
  const group = (title: string, entity: ProfiledField['entity']): Group => ({
    title,
    rows: fields.filter((one) => one.entity === entity).map((one) => rowOf(one, style)),
  });
  const groups = [group('People', 'person'), group('Customers', 'customer'), group('Answers', 'company')];
  const left = profile.length - fields.length;
  return [
    ...draw(['given', 'of', 'share'], groups, style),
    ...(left > 0 ? [style.paint.dim(`and ${counted(left, 'attribute')} more, see --format json`)] : []),
  ];
};

const effects = (profile: readonly ProfiledField[], style: Style): string[] => {
  const sentences = shown(profile).flatMap(({ effect }) => (effect === '' ? [] : [effect]));
  if (sentences.length === 0) return [];
  const left = sentences.length - MOST_SENTENCES;
  return [
    'What the gaps do to the results:',
    ...sentences.slice(0, MOST_SENTENCES).flatMap((sentence) => bullet(sentence, style)),
    ...(left > 0 ? [style.paint.dim(`  and ${left} more, see --format json`)] : []),
  ];
};

const doubts = ({ findings }: Validation, style: Style, quiet: boolean): string[] => {
  const relevant = bySeverity(quiet ? findings.filter(({ severity }) => severity === 'error') : findings);
  if (relevant.length > 0) return section({ id: 'data' }, relevant, MOST_TODAY, '', style);
  return quiet ? [] : heading('data', 'nothing found', style);
};

/** How far the data can be trusted, for a reader at a terminal. */
export const renderValidationTable = (
  validation: Validation,
  { columns, color, quiet }: RenderOptions,
): string => {
  const style: Style = { columns: Math.max(columns, NARROWEST), paint: new Chalk({ level: color ? 1 : 0 }) };
  const sections = [
    facing(validation.organisation, style),
    completeness(validation.profile, style),
    quiet ? [] : effects(validation.profile, style),
    doubts(validation, style, quiet),
  ];
  const blocks = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${blocks.join('\n\n')}\n`;
};
