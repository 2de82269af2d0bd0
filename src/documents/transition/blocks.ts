import { percent, whole } from '../../base/figures.ts';
import { printable } from '../../base/text.ts';
import { list, type Part, section, table } from '../../render/block.ts';
import type { View } from '../../render/format.ts';
import type { ReportedStage } from '../../schema/documents/structure.ts';
import type { Loaded } from '../../schema/loaded.ts';
import type { ShownTransition } from './transition.ts';

/** Name of standard input. */
const NO_FILE = '<stdin>';
/** Open seats of one stage that are named; the file of the stage has all. */
const MOST_SEATS = 6;

/** Name of the file of a stage, without its ending: `01-foundations`. */
export const stageStem = (stages: readonly { readonly id: string }[], at: number): string =>
  `${String(at + 1).padStart(Math.max(2, String(stages.length).length), '0')}-${stages[at]!.id}`;

/** What shows a reader what the pilot and the whole way change against today, where today is a file with a name. */
export const nextDiffs = ({ source }: Loaded, paths: readonly string[]): string => {
  const [first = '', pilot = first] = paths;
  const last = paths.at(-1) ?? first;
  const pairs = source.name === NO_FILE ? [[first, last]] : [pilot, last].map((path) => [source.name, path]);
  const lines = pairs.map((pair) => `  orgdesign diff ${pair.map(printable).join(' ')}`);
  return [...new Set(lines)].join('\n');
};

const filling = ({ toFill }: ReportedStage): string[] => {
  if (toFill.length === 0) return [];
  const more = toFill.length - MOST_SEATS;
  const shown = toFill.slice(0, MOST_SEATS).map(({ id, title }) => (title === '' ? id : `${title} (${id})`));
  return [`To be filled before it: ${[...shown, ...(more > 0 ? [`${whole(more)} more`] : [])].join('; ')}.`];
};

const stagePart = (stem: string, stage: ReportedStage): Part => {
  const { why, worse } = stage;
  const sentences = [
    ...why,
    ...filling(stage),
    ...(worse.length === 0 ? [] : [`Worse for a while: ${worse.join('; ')}.`]),
  ];
  return section(stem, { count: stage.name }, [list(sentences)]);
};

/** The way to a design: candidates for the pilot, the stages in figures, then each in sentences. */
export const transitionBlocks = (
  { candidates, stages }: ShownTransition,
  { quiet }: Pick<View, 'quiet'>,
): readonly Part[] => {
  const stems = stages.map((_, at) => stageStem(stages, at));
  return [
    !quiet &&
      candidates.length > 1 &&
      table(['moved', 'new managers', 'relationships kept', 'open seats'], {
        title: 'Which first',
        rows: candidates.map(({ name, moves, newManagers, relationshipsKept, open }) => ({
          label: name,
          cells: [
            whole(moves),
            whole(newManagers),
            relationshipsKept === null ? '–' : percent(relationshipsKept),
            whole(open),
          ],
        })),
      }),
    table(['moved', 'so far', 'new managers', 'to fill', 'worse'], {
      title: 'Stages',
      rows: stages.map(({ moved, movedSoFar, newManagers, toFill, worse }, at) => ({
        label: stems[at]!,
        cells: [moved, movedSoFar, newManagers, toFill.length, worse.length].map(whole),
      })),
    }),
    !quiet && stages.map((stage, at) => stagePart(stems[at]!, stage)),
  ];
};
