import { percent, whole } from '../../base/figures.ts';
import { countsOf } from '../../base/groups.ts';
import { counted, sentenceCase } from '../../base/text.ts';
import { findings, flat, list, listIfAny, ofWords, section, table, text } from '../../render/block.ts';
import type { ReportedFinding } from '../../schema/documents/finding.ts';
import type { ReportedDesign } from '../../schema/documents/report.ts';
import { DESIGN_NAMES } from '../../verdicts/design-names.ts';
import { ALL } from '../answer/amount.ts';
import { figureInWords, rowLabel } from '../answer/figures-in-words.ts';
import { matrixBlock, matrixMeasures, matrixNotes, matrixOf } from '../answer/matrix.ts';
import { bySeverity, tally } from '../findings-blocks.ts';
import { comparisonBlock } from '../report/comparison-blocks.ts';
import { fitParts } from '../report/fit-blocks.ts';
import { risksPart } from '../report/risk-blocks.ts';
import { lower } from '../report/summary.ts';
import { workParts } from '../report/work-blocks.ts';
import { rankingParts, stagesPart } from './option-charts.ts';
import { type Material, name, type Page } from './page.ts';

export const options: Page = {
  about: 'Options side by side',
  needs: 'a design that is possible',
  measures: ({ report }) => matrixMeasures(report),
  parts: (material) => {
    const { report } = material;
    const matrix = matrixBlock(report, ALL.rows);
    const refused = report.answer.refused.map(
      ({ design, reason }) => `${sentenceCase(DESIGN_NAMES[design].name)}: ${reason}`,
    );
    return (
      matrix !== undefined &&
      section(bestOf(material), {}, [
        matrix,
        ...matrixNotes(report, ALL.rows).map((one) => text(one)),
        listIfAny(refused, { title: 'Not to be recommended:' }),
      ])
    );
  },
};

/** On how many of the figures side by side the design that is shown does better than today's structure, and on how many worse. */
function bestOf({ report, chosen }: Material): string {
  const { designs = [], rows = [], alike = [] } = matrixOf(report, ALL.rows) ?? {};
  if (report.answer.decision === 'stay') return 'Today’s structure stays, beside what each option would do';
  const [then, now] = [chosen?.id, 'as-is'].map((id) => designs.findIndex((design) => design.id === id));
  if (chosen === undefined || then === undefined || then < 0) return 'The options side by side';
  // What names no best cannot be compared, nor what compares with today.
  const compared = rows.flatMap(({ shares, texts }) => {
    const [own, todays] = [shares[then], shares[now!]];
    if (own == null || todays == null) return [];
    return [texts[then] === texts[now!] ? 0 : Math.sign(own - todays)];
  });
  const count = (sign: number) => compared.filter((one) => one === sign).length;
  const isOne = DESIGN_NAMES[chosen.id].wins === 'wins';
  const who = `${sentenceCase(name(chosen))} ${isOne ? 'does' : 'do'}`;
  const all = compared.length + alike.filter(({ id }) => !id.startsWith('change.')).length;
  const left = rows.filter(({ id }) => !id.startsWith('change.')).length - compared.length;
  const apart = left <= 0 ? '' : `; ${whole(left)} ${left === 1 ? 'is' : 'are'} not compared`;
  if (count(1) + count(-1) > 0)
    return `${who} better than today on ${count(1) === 0 ? 'none' : whole(count(1))} of ${counted(all, 'figure')}, and worse on ${count(-1) === 0 ? 'none' : whole(count(-1))}${apart}`;
  return all === 0
    ? 'No figure can be compared: too much is assumed'
    : `${who} no better and no worse than today on the ${all === 1 ? 'one figure' : `${whole(all)} figures`} that can be compared`;
}

export const criteria: Page = {
  about: 'Criteria',
  needs: 'designs that can be compared',
  measures: ({ report }) => report.ranking?.criteria.map(({ measure }) => measure) ?? [],
  parts: ({ report: { ranking, designs } }) => {
    if (ranking === null) return undefined;
    const [heaviest] = [...ranking.criteria].sort((a, b) => b.weight - a.weight);
    const agreed =
      ranking.source === 'assumed' || heaviest === undefined
        ? 'Nobody has agreed on criteria yet; these are assumed'
        : `${sentenceCase(counted(ranking.criteria.length, 'criterion', 'criteria'))} decide, most of all ${lower(rowLabel(heaviest.measure))} (${percent(heaviest.weight)})`;
    return section(agreed, {}, [
      table(['weight', 'worth nothing from', 'could not be better from', ofWords('agreed by')], {
        rows: ranking.criteria.map(({ measure, weight, worst, best, agreedBy }) => {
          const unit = designs.flatMap(({ measures }) => measures[measure]?.unit ?? [])[0] ?? '';
          return {
            label: rowLabel(measure),
            cells: [
              percent(weight),
              figureInWords(worst, unit),
              figureInWords(best, unit),
              agreedBy ?? 'nobody yet',
            ],
          };
        }),
      }),
      listIfAny(
        ranking.leftOut.map(({ criterion, reason }) => `${rowLabel(criterion)} is left out: ${reason}`),
      ),
    ]);
  },
};

export const ranked: Page = {
  about: 'How safe the ranking is',
  needs: 'designs that can be compared',
  parts: ({ report, source }) => {
    const { ranking } = report;
    if (ranking === null) return undefined;
    const alone = Object.keys(ranking.totals).length < 2;
    return section(
      alone
        ? 'Nothing else takes part in the ranking'
        : !ranking.decides
          ? 'The first place is open: it rests on what is assumed or defined'
          : ranking.robust
            ? 'The first place is safe'
            : 'The first place depends on what counts',
      {},
      [list(ranking.why), ...rankingParts(report, source)],
    );
  },
};

export const work: Page = {
  about: 'What it does to the work',
  needs: 'hours of customers',
  measures: () => ['work.poolingLoss', 'cover.singleHolders'],
  parts: ({ report, chosen }) => {
    // It has a title of its own here.
    const parts = flat(workParts(report, false)).flatMap((part) =>
      part.kind === 'section'
        ? [...(part.count === undefined ? [] : [text(`${sentenceCase(part.count)}.`)]), ...part.blocks]
        : [part],
    );
    const more = (design: ReportedDesign | undefined) => design?.measures['work.poolingLoss']?.value ?? null;
    const [now, then] = [more(report.designs[0]), more(chosen)];
    const title =
      chosen === undefined || now === null || then === null
        ? 'What it does to the work'
        : poolingInWords(Math.round(then), Math.round(now), name(chosen));
    return parts.length > 0 && section(title, {}, parts);
  },
};

function poolingInWords(then: number, now: number, what: string): string {
  if (then !== now)
    return `Divided skills take ${counted(then, 'more person', 'more people')} with ${what}, ${whole(now)} today`;
  return then === 0
    ? `No more people are needed for the same service, with ${what} as today`
    : `Divided skills take ${counted(then, 'more person', 'more people')} with ${what}, as today`;
}

export const way: Page = {
  about: 'The way there',
  needs: 'a design to change to',
  parts: ({ chosen, source }) => {
    const stages = chosen?.stages ?? [];
    if (chosen === undefined || stages.length === 0) return undefined;
    return section(
      stages.length === 1
        ? `The way to ${name(chosen)} is one stage`
        : `The way to ${name(chosen)} in ${whole(stages.length)} stages, a pilot before the rest`,
      {},
      [
        stagesPart(
          chosen,
          'One after the other, with what has to come first and what is worse for a while; how long each takes is for you to say.',
          source,
        ),
        ...stages.map(({ name: stage, why, toFill, worse }) =>
          section(stage, { folds: true }, [
            list([
              ...why,
              ...(toFill.length === 0
                ? []
                : [{ label: 'To be filled before it', text: seatsOf(toFill.map(({ title }) => title)) }]),
              ...(worse.length === 0 ? [] : [{ label: 'Worse for a while', text: worse.join('; ') }]),
            ]),
          ]),
        ),
      ],
    );
  },
};

/** Titles, each once, with how many seats have it. */
const seatsOf = (titles: readonly string[]): string =>
  [...countsOf(titles)]
    .map(([title, count]) => `${count === 1 ? '' : `${whole(count)} `}${title || 'a seat without a title'}`)
    .join(', ');

const spokenAgainst = (what: string, reasons: number, risks: number): string => {
  const watched = `${counted(risks, 'risk')} to watch`;
  if (reasons === 0) return `${watched} with ${what}`;
  const against = `${counted(reasons, 'reason')} ${reasons === 1 ? 'speaks' : 'speak'} against ${what}`;
  return risks === 0 ? against : `${against}, with ${watched}`;
};

export const risks: Page = {
  about: 'Risks',
  needs: 'a design to change to',
  parts: ({ chosen, report }) => {
    if (chosen === undefined) return undefined;
    const own = flat([risksPart([chosen])(chosen)]);
    const { against } = report.answer;
    return (
      own.length + against.length > 0 &&
      section(spokenAgainst(name(chosen), against.length, chosen.risks?.length ?? 0), {}, [
        listIfAny(against),
        ...own,
      ])
    );
  },
};

export const questions: Page = {
  about: 'Open questions',
  needs: '',
  parts: ({ report: { answer, questions: open } }) => {
    const asked =
      answer.questions.length > 0
        ? answer.questions.map(({ text: question, id }) => `${question} (${id})`)
        : open.map(({ question }) => question);
    return section(
      asked.length === 0
        ? 'Nothing is open, and these are the next steps'
        : `${counted(asked.length, 'question')} ${asked.length === 1 ? 'is' : 'are'} open, what moves most first`,
      {},
      [listIfAny(asked, { ordered: true }), list(answer.next, { title: 'Next:' })],
    );
  },
};

/** With people by their titles, as the first screen has them. */
const asRead = ({ text: read, shown, ...finding }: ReportedFinding): ReportedFinding => ({
  ...finding,
  message: read ?? finding.message,
  examples: shown ?? finding.examples,
});

export const found: Page = {
  about: 'Findings',
  needs: '',
  appendix: true,
  parts: ({ report: { designs } }) =>
    section('Findings, with the line each comes from', {}, [
      ...designs.flatMap((design) => {
        const own = bySeverity(design.findings);
        return own.length === 0
          ? []
          : [
              section(design.name, { count: tally(own), folds: design.id !== 'as-is', design: design.name }, [
                findings(own.map(asRead)),
              ]),
            ];
      }),
    ]),
};

export const verdicts: Page = {
  about: 'Verdicts',
  needs: 'a design',
  appendix: true,
  parts: ({ report }) =>
    section('Which form suits this company, and why', {}, [...flat(fitParts(report, 'page'))]),
};

export const figures: Page = {
  about: 'Figures',
  needs: '',
  appendix: true,
  parts: ({ report }) => section('All figures', {}, [comparisonBlock(report)]),
};

export const assumed: Page = {
  about: 'Assumptions and sources',
  needs: '',
  appendix: true,
  parts: ({ report: { assumptions, input, generator } }) =>
    section('What was assumed, and where the figures are from', {}, [
      listIfAny(assumptions.map(({ text: assumption }) => assumption)),
      text(
        `From ${input.file}${input.includes.length === 0 ? '' : ` with ${input.includes.map(({ file }) => file).join(', ')}`}; ${generator.name} ${generator.version}. Each figure is explained by orgdesign explain, with its formula and source.`,
      ),
    ]),
};
