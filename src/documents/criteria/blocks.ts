import { figureFormat, percent } from '../../base/figures.ts';
import { printable } from '../../base/text.ts';
import { list, listIfAny, type Part, strong, table, text } from '../../render/block.ts';
import type { View } from '../../render/format.ts';
import type { CriteriaDocument } from '../../schema/documents/criteria.ts';
import { profileName } from '../../verdicts/ranking-sentences.ts';
import { organisationBlock } from '../organisation-blocks.ts';
import { qualityPart } from '../quality-blocks.ts';

type ListedCriterion = CriteriaDocument['criteria'][number];

const WHY_FIRST =
  'Nothing is computed yet: agree on this before you look at a result. Most who reorganise settle on a form too early, say 59 % of 176 consultants (Worren, van Bree & Zybach 2019).';

const origin = ({ source, profile, agreedBy, agreedOn, weighting }: CriteriaDocument): string => {
  const by =
    agreedBy === null
      ? ''
      : ` Agreed by ${printable(agreedBy)}${agreedOn === null ? '' : ` on ${agreedOn}`}.`;
  if (source === 'assumed')
    return 'Nobody has said what counts: customer first is assumed. `criteria:` in the file says it, or --profile.';
  if (profile !== null) return `Profile: ${profileName(profile)}.${by}`;
  return `${weighting === 'order' ? 'An order is agreed; the weights are the mean of all that keep it.' : 'The file says what counts.'}${by}`;
};

const cellsOf = ({ unit, weight, worst, best, reason }: ListedCriterion): string[] => {
  if (reason !== undefined) return [percent(weight), '–', '–'];
  const format = figureFormat([worst, best], unit);
  return [percent(weight), format(worst), format(best)];
};

/** What the decision is judged by. */
export const criteriaBlocks = (document: CriteriaDocument, { quiet }: View): readonly Part[] => {
  const ranked = [...document.criteria].sort((a, b) => b.weight - a.weight);
  const labelOf = (measure: string) =>
    document.criteria.find((one) => one.measure === measure)?.label ?? measure;
  return [
    qualityPart(document.quality),
    organisationBlock(document.organisation),
    !quiet && text(WHY_FIRST),
    text(origin(document)),
    table(
      ['weight', 'worst', 'best'],
      {
        title: 'What counts',
        rows: ranked.map((one) => ({ label: printable(one.label), cells: cellsOf(one) })),
      },
      {
        legend: [
          'no worth from worst on, full worth from best on, in proportion between',
          ...ranked.flatMap(({ reason }) => (reason === undefined ? [] : [`– not known: ${reason}`])),
        ],
      },
    ),
    !quiet &&
      list(
        ranked.map(({ label, definition, why, agreedBy }) => ({
          text: [strong(printable(label)), `: ${definition}`],
          notes: [
            ...(why === null ? [] : [{ text: why }]),
            ...(agreedBy === null || agreedBy === document.agreedBy
              ? []
              : [{ text: `Agreed by ${printable(agreedBy)}.` }]),
          ],
        })),
        { title: strong('What each says') },
      ),
    !quiet &&
      document.source !== 'file' &&
      table(
        document.profiles.map(({ id }) => profileName(id)),
        {
          title: 'Profiles to choose from',
          rows: Object.keys(document.profiles[0]!.weights).map((measure) => ({
            label: labelOf(measure),
            cells: document.profiles.map(({ weights }) => percent(weights[measure]!)),
          })),
        },
      ),
    listIfAny(document.open, { title: strong('Still to be agreed') }),
  ];
};
