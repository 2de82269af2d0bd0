import { whole } from '../../base/figures.ts';
import { addTo } from '../../base/groups.ts';
import { allOf, counted, midSentence, sentenceCase } from '../../base/text.ts';
import {
  facts,
  flat,
  type Inline,
  type Item,
  list,
  type Part,
  strong,
  text,
  title,
  together,
} from '../../render/block.ts';
import type { Medium, View } from '../../render/format.ts';
import { renderTerminal } from '../../render/terminal.ts';
import type { Report } from '../../schema/documents/report.ts';
import { DESIGN_NAMES } from '../../verdicts/design-names.ts';
import { qualityPart } from '../quality-blocks.ts';
import { journeyPart } from '../report/journey-blocks.ts';
import { withoutDivision } from '../report/leading.ts';
import { yearsInShort } from '../report/work-blocks.ts';
import { ALL, type Amount, inOneLine, LEAST, MORE, within, withTail } from './amount.ts';
import { howSure } from './how-sure.ts';
import { matrixBlock, matrixNotes } from './matrix.ts';
import { questionItems, undoingQuestions } from './questions-in-words.ts';

/** Lines of the narrowest terminal that a first screen may take. */
const MOST_LINES = 45;
const NARROWEST = 80;

/** What stands beside a label: the first text, and the others below it. */
const labelled = (label: string, texts: readonly Inline[]): Item[] => {
  const [first, ...others] = texts;
  return first === undefined
    ? []
    : [{ label: strong(label), text: first, notes: others.map((one) => ({ text: one })) }];
};

/** Whether now is the time, and else what to do before it. */
const firstOf = (report: Report, { timing }: Amount): string[] => {
  const { answer, reorganise } = report;
  if (answer.decision !== 'recommend') return [];
  if (reorganise.verdict === 'not yet' || reorganise.verdict === 'mend first')
    return [sentenceCase(reorganise.sentence.replace(/^(?:First mend this|Not yet): /, ''))];
  const actions = report.actions
    .filter(({ design }) => design === answer.design)
    .slice(0, 1)
    .map(({ text: what, key }) => `${what.replace(/\.$/, '')} (${key}).`);
  const [missing] = /\d{1,6} answers? (?:is|are) missing/.exec(reorganise.sentence) ?? [];
  const unknown = `Whether now is the time is not known${missing === undefined ? '' : `: ${missing}`}.`;
  return timing && reorganise.verdict === 'not known' ? [unknown, ...actions] : actions;
};

/** What each way to coordinate is, in a few words. */
const WAYS: Readonly<Record<string, string>> = {
  'direct contact': 'to settle between them and not through the heads',
  liaison: 'a contact person in each',
  'task force': 'a group of both for the project',
  team: 'a standing team of both',
  integrator: 'an integrator for the customer across both',
  'linking manager': 'a linking manager with a budget for both',
  matrix: 'a second boss',
};

/** What does without a restructuring, the wall that most hand-offs cross first; one way for several walls is told once. */
function lighterOf({ answer }: Report, { coordination: most }: Amount): string[] {
  const byWay = new Map<string, string[]>();
  for (const { mechanism, between, why } of answer.coordination.slice(0, most)) {
    addTo(byWay, WAYS[mechanism] ?? why, allOf(between));
  }
  const left = answer.coordination.length - Math.min(most, answer.coordination.length);
  const more = most > 0 && left > 0 ? `; ${left} more` : '';
  return [...byWay].map(
    ([way, walls], at) => `${sentenceCase(way)}: ${walls.join('; ')}${at === byWay.size - 1 ? more : ''}.`,
  );
}

/** The answer itself. */
const answerParts = (report: Report, amount: Amount): readonly Part[] => {
  const { answer } = report;
  const short = (texts: readonly string[]) => texts.map((one) => within(one, amount.lines));
  const asked = answer.decision === 'not-decided' ? answer.questions : [];
  const left = asked.length - amount.questions;
  const would = asked.some(({ decides }) => decides) ? 'What would decide it' : 'What would tell more';
  return [
    together(
      text(strong(within(answer.sentence, 2))),
      answer.detail !== '' && text(within(answer.detail, 4)),
      asked.length > 0 &&
        list(questionItems(report, amount), {
          title: `${would}, what moves most first${left > 0 ? ` (${amount.questions} of ${asked.length})` : ''}:`,
          ordered: true,
        }),
      list([
        ...labelled('Gains', short(answer.gains.map((one) => one.text))),
        ...labelled(
          'Costs',
          answer.prices.map((one) => within(one.text, amount.priceLines)),
        ),
        ...labelled('Only if', short(answer.conditions)),
        ...labelled('Ask', undoingQuestions(report, amount)),
        ...labelled(
          'Against',
          answer.against.slice(0, amount.against).map((one) => within(one, Math.max(2, amount.lines))),
        ),
        ...labelled(
          'How sure',
          howSure(report).map((one) => within(one, Math.max(amount.sure, amount.lines + 1))),
        ),
        ...labelled(
          report.reorganise.verdict === 'not yet' ? 'Not yet' : 'First',
          short(firstOf(report, amount)),
        ),
        ...labelled(
          answer.design === 'functional' && answer.decision === 'recommend'
            ? 'With'
            : answer.decision === 'recommend'
              ? 'Lighter'
              : answer.decision === 'stay'
                ? 'Instead'
                : 'Anyway',
          // Without the units a way to coordinate says nothing.
          lighterOf(report, amount).map((one) => within(one, Math.max(2, amount.lines))),
        ),
      ]),
    ),
  ];
};

/** Why designs are not in the table; those with one reason together. */
const refusals = ({ answer, designs }: Report, { refused, refusedLines }: Amount): string[] => {
  const byReason = new Map<string, string[]>();
  const without = withoutDivision(designs);
  for (const { design, reason } of answer.refused)
    if (
      without.includes(design) ||
      designs.some(
        ({ id, status }) => id === design && (status === 'impossible' || status === 'cannot-judge'),
      )
    )
      addTo(byReason, reason, DESIGN_NAMES[design].name);
  const told = [...byReason].slice(0, refused);
  const left = [...byReason].slice(refused).flatMap(([, names]) => names);
  return [
    ...told.map(([reason, names]) =>
      within(`${sentenceCase(allOf(names))}: ${midSentence(reason)}`, refusedLines),
    ),
    ...(left.length === 0 ? [] : [`Not in the table: ${allOf(left)}; --full says why.`]),
  ];
};

const findingsParts = ({ answer, designs, input }: Report, amount: Amount, medium: Medium): Part => {
  const all = designs[0]?.findings.length ?? 0;
  const shown = answer.findings.slice(0, amount.findings);
  if (shown.length === 0) return text('Nothing was found against today’s structure.');
  const left =
    all > shown.length ? `${shown.length} of ${whole(all)}, the rest with --section findings` : `${all}`;
  return list(
    shown.map(({ severity, text: message, line, file, more }) => {
      const notes = [
        // Of what was never written nobody can look up a line.
        ...(input.extract === undefined ? [medium === 'terminal' ? `line ${line}` : `${file}:${line}`] : []),
        ...(more === undefined ? [] : [`and ${whole(more)} more of this kind`]),
      ];
      const place = notes.length === 0 ? '' : ` (${notes.join(', ')})`;
      return { label: severity, text: withTail(message, place, amount.findingLines, amount.over) };
    }),
    { title: strong(`Today’s gravest findings (${left})`) },
  );
};

/** What an organisation is called and how large it is, in one line. */
const opening = ({ organisation, input, answer, quality }: Report, medium: Medium): readonly Part[] => {
  const sizes = [
    counted(organisation.people, 'person', 'people'),
    counted(organisation.customers, 'customer'),
    counted(organisation.departments, 'department'),
  ];
  const name = inOneLine(organisation.name);
  const { set = [], assumed = [] } = input;
  return [
    together(
      medium === 'terminal' ? title([name, ...sizes].join(' · ')) : [title(name), facts(sizes)],
      quality.mend.length === 0 && text(within(answer.data, 2)),
      set.length > 0 && text(within(`Set beside the file: ${set.join(', ')}.`, 2)),
      assumed.length > 0 && text(within(`Tried, and not in the file: ${assumed.join(', ')}.`, 2)),
    ),
  ];
};

/** A part of the screen, and what of the amounts its text depends on. */
interface ScreenPart {
  readonly by: readonly (keyof Amount)[];
  /** Left out of a quiet screen. */
  readonly optional?: true;
  /** Only where the years to come were asked for. */
  readonly years?: true;
  of(report: Report, amount: Amount, medium: Medium, quiet: boolean): Part;
}

const SCREEN: readonly ScreenPart[] = [
  {
    by: [],
    of: ({ quality }) => qualityPart({ ...quality, mend: quality.mend.map((one) => within(one, 3)) }),
  },
  { by: [], of: (report, _, medium) => opening(report, medium) },
  {
    by: ['questions', 'questionLines', 'against', 'lines', 'priceLines', 'coordination', 'timing'],
    of: (report, amount) => answerParts(report, amount),
  },
  { by: [], years: true, of: (report) => text(within(yearsInShort(report), 4)) },
  {
    by: ['rows', 'refused', 'refusedLines'],
    of: (report, amount, _, quiet) =>
      together(
        matrixBlock(report, amount.rows),
        matrixNotes(report, amount.rows).map((one) => text(within(one, 3))),
        !quiet && refusals(report, amount).map((one) => text(one)),
      ),
  },
  { by: ['journey'], optional: true, of: (report, { journey }) => journey && journeyPart(report) },
  {
    by: ['findings', 'findingLines', 'over'],
    optional: true,
    of: (report, amount, medium) => findingsParts(report, amount, medium),
  },
  {
    by: [],
    optional: true,
    of: ({ answer }) =>
      list(
        answer.next.map((command) => within(command, 2)),
        { title: strong('Next (--full says all there is)') },
      ),
  },
];

const partsWith = (report: Report, amount: Amount, { medium, quiet, years }: View): readonly Part[] =>
  SCREEN.map(
    (part) => !(quiet && part.optional) && (years || !part.years) && part.of(report, amount, medium, quiet),
  );

/** The lines that a part takes, laid out once for all amounts that make no difference to it. */
function heightsOf(report: Report): (part: ScreenPart, amount: Amount) => number {
  const known = new Map(SCREEN.map((part) => [part, new Map<string, number>()]));
  return (part, amount) => {
    const heights = known.get(part)!;
    const key = part.by.map((name) => amount[name]).join();
    let height = heights.get(key);
    if (height === undefined) {
      const blocks = flat([part.of(report, amount, 'terminal', false)]);
      const laidOut = renderTerminal(
        { value: report, blocks },
        { columns: NARROWEST, color: false, quiet: false },
      );
      height = laidOut === '\n' ? 0 : laidOut.split('\n').length - 1;
      heights.set(key, height);
    }
    return height;
  };
}

/** The answer with nothing else, as it stands above a full report. */
export const answerOnly = (report: Report, medium: Medium): readonly Part[] => [
  qualityPart(report.quality),
  opening(report, medium),
  answerParts(report, ALL),
];

/**
 * What an executive reads: who this is, the answer with what it buys and costs, the options side by side, the gravest findings
 * and what to run next; as much of it as fits a screen.
 */
export function firstScreen(report: Report, view: View): readonly Part[] {
  // A page is as long as it has to be.
  if (view.medium === 'page') return partsWith(report, ALL, view);
  const heightOf = heightsOf(report);
  const fits = (amount: Amount): boolean => {
    const heights = SCREEN.filter(({ years }) => view.years || !years)
      .map((part) => heightOf(part, amount))
      .filter((height) => height > 0);
    // A blank line stands between two parts.
    return heights.reduce((sum, height) => sum + height + 1, -1) <= MOST_LINES;
  };
  let amount = LEAST;
  for (const more of MORE) if (fits({ ...amount, ...more })) amount = { ...amount, ...more };
  return partsWith(report, amount, view);
}
