import { Chalk } from 'chalk';
import { percent, whole } from '../../base/figures.ts';
import { printable } from '../../base/text.ts';
import type { RenderOptions } from '../../render/format.ts';
import { bullet, heading, type Style } from '../../render/table-text.ts';
import type { Loaded } from '../../schema/loaded.ts';
import { draw } from '../report/table-comparison.ts';
import type { Row } from '../report/table-rows.ts';
import type { ShownStage, ShownTransition } from './transition.ts';

const NARROWEST = 80;
/** Name of standard input. */
const NO_FILE = '<stdin>';
/** Open seats of one stage that are named; the file of the stage has all. */
const MOST_SEATS = 6;

const row = (label: string, cells: readonly string[]): Row => ({
  label,
  cells,
  words: false,
  painted: (text) => text,
});

const table = (title: string, headings: readonly string[], rows: readonly Row[], style: Style): string[] =>
  draw(headings, [{ title, rows }], style);

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

const filling = ({ toFill }: ShownStage): string[] => {
  if (toFill.length === 0) return [];
  const more = toFill.length - MOST_SEATS;
  const shown = toFill.slice(0, MOST_SEATS).map(({ id, title }) => (title === '' ? id : `${title} (${id})`));
  return [`To be filled before it: ${[...shown, ...(more > 0 ? [`${whole(more)} more`] : [])].join('; ')}.`];
};

const told = (stem: string, stage: ShownStage, style: Style): string[] => {
  const { why, worse } = stage;
  const sentences = [
    ...why,
    ...filling(stage),
    ...(worse.length === 0 ? [] : [`Worse for a while: ${worse.join('; ')}.`]),
  ];
  return [...heading(stem, stage.name, style), ...sentences.flatMap((text) => bullet(text, style))];
};

/** The way to a design, for a reader at a terminal: candidates for the pilot, the stages in figures, then each in sentences. */
export const renderTransition = (
  { candidates, stages }: ShownTransition,
  { columns, color, quiet }: RenderOptions,
): string => {
  const style: Style = { columns: Math.max(columns, NARROWEST), paint: new Chalk({ level: color ? 1 : 0 }) };
  const stems = stages.map((_, at) => stageStem(stages, at));
  const sections = [
    quiet || candidates.length < 2
      ? []
      : table(
          'Which first',
          ['moved', 'new managers', 'relationships kept', 'open seats'],
          candidates.map(({ name, moves, newManagers, relationshipsKept, open }) =>
            row(name, [
              whole(moves),
              whole(newManagers),
              relationshipsKept === null ? '–' : percent(relationshipsKept),
              whole(open),
            ]),
          ),
          style,
        ),
    table(
      'Stages',
      ['moved', 'so far', 'new managers', 'to fill', 'worse'],
      stages.map(({ moved, movedSoFar, newManagers, toFill, worse }, at) =>
        row(stems[at]!, [
          whole(moved),
          whole(movedSoFar),
          whole(newManagers),
          whole(toFill.length),
          whole(worse.length),
        ]),
      ),
      style,
    ),
    ...(quiet ? [] : stages.map((stage, at) => told(stems[at]!, stage, style))),
  ];
  const blocks = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${blocks.join('\n\n')}\n`;
};
