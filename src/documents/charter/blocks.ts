import { percent } from '../../base/figures.ts';
import { grouped } from '../../base/grouped.ts';
import { counted } from '../../base/text.ts';
import {
  type Item,
  listIfAny,
  ofWords,
  type Part,
  section,
  type Table,
  table,
  text,
  title,
  toned,
} from '../../render/block.ts';
import type { View } from '../../render/format.ts';
import type {
  CharterDocument,
  CharterMeasure,
  CharterPart,
  OfficerCharter,
  PartState,
  UnitCharter,
} from '../../schema/documents/charter.ts';
import { qualityPart } from '../quality-blocks.ts';

const STATES: Readonly<Record<PartState, string>> = {
  given: 'given',
  proposed: 'proposed, to be confirmed',
  'from-file': 'from the file, to be confirmed',
  missing: 'missing',
};

const KINDS: Readonly<Record<UnitCharter['kind'], string>> = {
  department: 'Department',
  phase: 'Lifecycle phase',
  cluster: 'Customer cluster',
  'common-service': 'Common service',
  'centre-of-expertise': 'Centre of expertise',
};

const isOpen = ({ state, write }: CharterPart) => state === 'missing' || write !== undefined;

const partOf = ({ name, state, lines, write, source }: CharterPart): Part => {
  const asked: Item[] =
    write === undefined ? [] : [{ text: [`${write.what} (`, toned('key', write.key), ')'], done: false }];
  const items: (string | Item)[] = [...lines, ...asked];
  return section(name, { spaced: true }, [
    text([toned('emphasis', STATES[state]), ` (${source})`]),
    listIfAny(items),
  ]);
};

const figure = (value: number | undefined): string => (value === undefined ? '' : grouped(value, 4));

const row = ({ metric, value, unit = '', target, owner = '', weight, state }: CharterMeasure) => ({
  label: metric,
  words: true,
  cells: [figure(value), unit, figure(target), owner, figure(weight), STATES[state]],
});

/** The weight of customer measures in pay, which decides how far they are more than a best effort. */
const pay = (share: number | null): string =>
  share === null
    ? 'No weight in pay is given.'
    : `Measures of customers are ${percent(share)} of the variable pay of those who answer for this scorecard.`;

const scorecard = (measures: readonly CharterMeasure[]): Table =>
  table(
    ['value', ofWords('unit'), 'target', ofWords('owner'), 'weight in pay', ofWords('state')],
    { rows: measures.map(row) },
    { corner: 'measure' },
  );

const gapsIn = (parts: readonly CharterPart[]): string => {
  const open = parts.filter(isOpen);
  const gaps = open.filter(({ state }) => state === 'missing');
  const proposed = parts.filter(({ state }) => state === 'proposed').length;
  const drawn = proposed === 0 ? '' : ` ${proposed} proposed,`;
  return `${counted(gaps.length, 'part')} of ${parts.length} missing,${drawn} ${open.length - gaps.length} to be confirmed.`;
};

const partsOf = (parts: readonly CharterPart[], quiet: boolean): Part[] =>
  (quiet ? parts.filter(isOpen) : parts).map(partOf);

const officerPart = ({ person, vacant, parts }: OfficerCharter, quiet: boolean): Part =>
  section('Chief Customer Officer', { spaced: true }, [
    text(`${vacant ? 'Open seat' : 'Person'} ${person}. ${gapsIn(parts)}`),
    ...partsOf(parts, quiet),
  ]);

const unitPart = (
  { id, name, kind, parts, scorecard: measures, customerPayShare }: UnitCharter,
  quiet: boolean,
): Part =>
  section(name, { spaced: true }, [
    text(`${KINDS[kind]}, id ${id}. ${gapsIn(parts)}`),
    ...partsOf(parts, quiet),
    !quiet &&
      measures.length > 0 &&
      section('Scorecard', { spaced: true }, [scorecard(measures), text(pay(customerPayShare))]),
  ]);

/** The charters of all units, one after the other. */
export const charterBlocks = (
  { organisation, quality, design, units, officer }: CharterDocument,
  { quiet }: Pick<View, 'quiet'>,
): readonly Part[] => [
  qualityPart(quality),
  title(`Charters: ${organisation}${design === undefined ? '' : `, design ${design}`}`),
  design !== undefined &&
    text([
      'The keys are those of the file that ',
      toned('key', 'orgdesign simulate'),
      ' writes of this design, in the entry of each department.',
    ]),
  officer !== undefined && officerPart(officer, quiet),
  ...units.map((one) => unitPart(one, quiet)),
];
