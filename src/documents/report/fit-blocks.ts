import { percent } from '../../base/figures.ts';
import { grouped } from '../../base/grouped.ts';
import { allOf, counted } from '../../base/text.ts';
import {
  type Block,
  dim,
  type Item,
  list,
  listIfAny,
  ofWords,
  type Part,
  section,
  strong,
  table,
  text,
  together,
} from '../../render/block.ts';
import type { Medium } from '../../render/format.ts';
import type {
  ReportedAction,
  ReportedFitItem,
  ReportedQuestion,
  ReportedReorganise,
} from '../../schema/documents/verdicts.ts';
import { signed } from '../assessment/assessment-words.ts';
import { type DesignVerdict, reasonInWords, reasonsOf, WORTH_SAYING } from './fit-reasons.ts';

/** Reasons for and against a design that are shown at a terminal. */
const MOST_REASONS = 4;
const MOST_QUESTIONS = 5;
/** Designs named in a sentence; more are counted. */
const MOST_NAMED = 3;
/** What speaks against no single form. */
const ANY = 'any reorganisation';

const unsigned = (certainty: number): string => grouped(certainty, 2, 2);

/** What is told of whether to reorganise, and whether designs suit. */
interface Suiting {
  readonly reorganise: ReportedReorganise;
  readonly designs: readonly (DesignVerdict & { readonly name: string })[];
  readonly actions: readonly ReportedAction[];
  /** Left out where they are told elsewhere. */
  readonly questions?: readonly ReportedQuestion[];
}

const reasons = (label: string, items: readonly ReportedFitItem[]): Item[] => {
  const worth = items.filter(({ cf }) => Math.abs(cf) >= WORTH_SAYING);
  if (worth.length === 0) return [];
  const shown = worth.slice(0, MOST_REASONS).map(({ when, cf }) => `${when} ${unsigned(Math.abs(cf))}`);
  const left = worth.length - shown.length;
  return [{ label, text: `${shown.join('; ')}${left > 0 ? `; and ${left} more` : ''}` }];
};

const verdict = ({ id, fit }: DesignVerdict, at: number, all: readonly DesignVerdict[]): Block => {
  if (fit.verdict === 'cannot be judged') {
    // Of several designs the same is missing: it is told once.
    const told = all.slice(0, at).some((one) => one.fit.limits.join() === fit.limits.join());
    return section(id, { count: fit.verdict }, [
      list(told ? [] : [{ label: 'limit', text: fit.limits.join(' ') }]),
    ]);
  }
  const known = fit.confidence === null ? '' : `, ${percent(fit.confidence)} known`;
  return section(
    id,
    { count: `${fit.verdict} (${signed(fit.cf)} from ${counted(fit.rules, 'rule')}${known})` },
    [
      list([
        ...(fit.conditions.length === 0 ? [] : [{ label: 'only if', text: allOf(fit.conditions) }]),
        ...(fit.limits.length === 0 ? [] : [{ label: 'limit', text: fit.limits.join('; ') }]),
        ...reasons('for', fit.for),
        ...reasons('against', fit.against),
      ]),
    ],
  );
};

/** `suits, if the core strategy is clear`; else the word, with what rules a better one out. */
const verdictInWords = ({ verdict: word, conditions, limits }: DesignVerdict['fit']): string =>
  conditions.length > 0
    ? `${word} ${allOf(conditions)}`
    : limits.length > 0
      ? `${word}: ${limits.join('; ')}`
      : word;

const verdicts = (designs: Suiting['designs']): Block =>
  table(
    [ofWords('verdict'), 'certainty', 'known', ofWords('for'), ofWords('against')],
    {
      rows: designs.map(({ name, fit }) => ({
        label: name,
        cells: [
          verdictInWords(fit),
          signed(fit.cf),
          fit.confidence === null ? '' : percent(fit.confidence),
          fit.for.map(({ when }) => when).join('; '),
          fit.against.map(({ when }) => when).join('; '),
        ],
      })),
    },
    { corner: 'design' },
  );

const actionInWords = ({ key, text: what, clears, design, before, after }: ReportedAction): string => {
  const designs = [...new Set(clears.map((one) => one.design ?? ANY))];
  const ends =
    clears.length === 0
      ? ''
      : ` Ends ${clears.length > designs.length ? counted(clears.length, 'reason') : 'a reason'} against ${allOf(designs)}.`;
  const words = before.verdict === after.verdict ? after.verdict : `${before.verdict} → ${after.verdict}`;
  const moved =
    Math.abs(after.cf - before.cf) < WORTH_SAYING / 10
      ? ''
      : ` ${design ?? 'Whether to reorganise'}: ${words} (${signed(before.cf)} → ${signed(after.cf)}).`;
  return `${what.replace(/\.$/, '')} (${key}).${ends}${moved}`;
};

const question = ({ key, question: asked, weight, bearsOn, company }: ReportedQuestion): string => {
  const named = bearsOn.length > MOST_NAMED ? [counted(bearsOn.length, 'design')] : bearsOn;
  const designs = allOf(company ? [ANY, ...named] : named);
  return `${asked} (${key}; up to ${unsigned(weight)} for ${designs})`;
};

/** What is told of the company, whatever its form. */
const companyPart = ({ reorganise }: Suiting): Part =>
  list([...reasons('for', reorganise.for), ...reasons('against', reorganise.against)]);

const NOW = 'Should it reorganise now?';
const FORM =
  'Which form suits it? Certainties from −1, it does not, to +1 are expert judgement, not measurements';

const reasonsIn = ({ designs, reorganise }: Suiting) =>
  reasonsOf([...designs, { id: ANY, fit: reorganise }]).map(reasonInWords);

const CHANGES = 'What would change it most, each with those before it done';

/** At a terminal: each verdict with its reasons in short, then each reason whole, once; what would change it; what to ask. */
const atTerminal = (suiting: Suiting): readonly Part[] => {
  const { reorganise, designs, actions, questions = [] } = suiting;
  const whys = reasonsIn(suiting);
  return [
    text([strong(NOW), ` ${reorganise.sentence}`]),
    companyPart(suiting),
    text(strong(`${FORM}; orgdesign explain tells more of each rule.`)),
    together(designs.map(verdict)),
    listIfAny(
      whys.map(({ head, text: why }) => ({ text: head, notes: [{ text: dim(why) }] })),
      { title: strong('What it rests on, each reason once') },
    ),
    listIfAny(actions.map(actionInWords), { title: strong(CHANGES), ordered: 'steps' }),
    listIfAny(questions.map(question), {
      title: strong('Not known, and worth asking first'),
      limit: { most: MOST_QUESTIONS },
    }),
  ];
};

/** On a page: the verdicts as a table, then the same. */
const onPage = (suiting: Suiting): Part => {
  const { reorganise, designs, actions, questions = [] } = suiting;
  return section('Does it suit this company?', {}, [
    text([strong(NOW), ` ${reorganise.sentence}`]),
    companyPart(suiting),
    text(`${FORM}.`),
    verdicts(designs),
    section('What it rests on', {}, [
      list(reasonsIn(suiting).map(({ head, text: why }) => ({ text: strong(head), notes: [{ text: why }] }))),
    ]),
    actions.length > 0 && section(CHANGES, {}, [list(actions.map(actionInWords), { ordered: 'steps' })]),
    questions.length > 0 && section('Not known, and worth asking first', {}, [list(questions.map(question))]),
  ]);
};

/** Whether each design suits the company, what would change it, and what to ask. */
export const fitParts = (suiting: Suiting, medium: Medium): readonly Part[] => {
  if (suiting.designs.length === 0) return [];
  return medium === 'terminal' ? atTerminal(suiting) : [onPage(suiting)];
};
