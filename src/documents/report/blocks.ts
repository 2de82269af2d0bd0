import { whole } from '../../base/figures.ts';
import { facts, flat, list, listIfAny, type Part, section, text, together } from '../../render/block.ts';
import type { View } from '../../render/format.ts';
import type { Report, ReportedDesign } from '../../schema/documents/report.ts';
import { answerOnly, firstScreen } from '../answer/first-screen.ts';
import { countsInWords } from '../assessment/assessment-words.ts';
import { findingsParts } from '../findings-blocks.ts';
import { accountableUnits, organisationBlock, organisationFacts } from '../organisation-blocks.ts';
import { qualityPart } from '../quality-blocks.ts';
import { basisPart, withBasis, withoutBasisSentences } from './basis-blocks.ts';
import { comparisonBlock, hiresInWords } from './comparison-blocks.ts';
import { fitParts } from './fit-blocks.ts';
import { journeyPart } from './journey-blocks.ts';
import { officerSentence } from './officer-blocks.ts';
import { rankingPart } from './ranking-blocks.ts';
import { risksPart } from './risk-blocks.ts';
import type { SectionId } from './sections.ts';
import { structureParts } from './structure-blocks.ts';
import { workParts } from './work-blocks.ts';

const SHORT = { cluster: 'clusters', lifecycle: 'phases' } as const;

/** Where readiness and maturity stand, in a line each; `orgdesign assess` tells the rest. */
const standingParts = ({ readiness, maturity, officer }: Report): Part => {
  const ready = readiness.flatMap(({ design, parts }) => {
    if (parts.length === 0 || !(design in SHORT)) return [];
    const said = parts.map(({ name, summary }) => `${name.toLowerCase()} ${summary}`);
    return [`Ready for ${SHORT[design as keyof typeof SHORT]}: ${said.join('; ')}.`];
  });
  const levels = maturity.levels.map((level) => `${level.name.toLowerCase()} ${countsInWords(level)}`);
  const all =
    levels.length === 0
      ? ready
      : [
          ...ready,
          ...(officer === undefined ? [] : [officerSentence(officer)]),
          `${maturity.stands.sentence} (${levels.join('; ')}.) orgdesign assess tells more.`,
        ];
  return all.length > 0 && together(all.map((one) => text(one)));
};

/** Assumptions that a terminal shows. */
const MOST_ASSUMPTIONS = 6;

/** What was measured, and what had to be assumed. */
const assumedParts = ({ organisation, assumptions }: Report): readonly Part[] => {
  const units = accountableUnits(organisation);
  return [
    together(facts(organisationFacts(organisation)), units !== undefined && text(units)),
    listIfAny(
      assumptions.map(({ text: assumed }) => assumed),
      { title: 'Assumed, because the file does not say:', limit: { most: MOST_ASSUMPTIONS } },
    ),
  ];
};

/** What a design buys, costs and lacks. */
const sentencesOn = (design: ReportedDesign): string[] => {
  const hires = hiresInWords(design);
  return [
    ...design.summary,
    ...(hires === '' ? [] : [`To hire: ${hires}.`]),
    ...design.missing.map(
      ({ what, needed, available }) => `Lacks ${what}: ${whole(needed)} needed, ${whole(available)} there.`,
    ),
  ];
};

/** What each design buys, costs and rests on, and the units it has; the risks of those in `told`. */
const designParts = (
  designs: readonly ReportedDesign[],
  told: readonly ReportedDesign[],
  titleOf: (design: ReportedDesign) => { readonly title: string; readonly count?: string },
): readonly Part[] => {
  const risks = risksPart(told);
  return designs.map((design) => {
    const sentences = sentencesOn(design);
    const { title, ...count } = titleOf(design);
    return (
      sentences.length > 0 &&
      section(title, count, [
        list(sentences),
        design.id !== 'as-is' && structureParts(design),
        told.some(({ id }) => id === design.id) && risks(design),
      ])
    );
  });
};

/** The sections that were asked for, of everything there is to say. */
const sectionsOf = (
  report: Report,
  asked: readonly string[],
  { medium, asked: named = [] }: View,
): readonly Part[] => {
  const atTerminal = medium === 'terminal';
  const shown = withBasis(report, named);
  const { designs } = shown === undefined ? report : withoutBasisSentences(report, shown);
  const has = (section: SectionId) => asked.includes(section);
  const told = has('risks')
    ? designs.filter(({ id }) => !atTerminal || !has('structure') || named.includes(id))
    : [];
  const titleOf = ({ id, name }: ReportedDesign) =>
    atTerminal ? { title: id, count: name } : { title: name };
  const risks = risksPart(told);
  return [
    has('assumptions') && assumedParts(report),
    has('measures') && comparisonBlock(report),
    has('ranking') && rankingPart(report),
    has('work') && [journeyPart(report), ...workParts(report)],
    has('findings') && findingsParts(report, false, ({ id, name }) => (atTerminal ? id : name)),
    has('fit') && fitParts(report, medium),
    has('structure') && shown?.basis !== undefined && basisPart(shown.basis, medium),
    has('fit') && standingParts(report),
    has('structure') && designParts(designs, told, titleOf),
    !has('structure') &&
      told.map((design) => {
        const own = flat([risks(design)]);
        return own.length > 0 && section(titleOf(design).title, {}, own);
      }),
  ];
};

/**
 * An evaluation: on the first screen the answer, with the options and the gravest findings; with sections asked for, the answer
 * and those.
 */
export const reportBlocks = (report: Report, view: View): readonly Part[] => {
  const { medium, quiet, sections = [] } = view;
  if (sections.length === 0) return firstScreen(report, view);
  if (quiet)
    return [
      qualityPart(report.quality),
      organisationBlock(report.organisation),
      comparisonBlock(report),
      findingsParts(report, true, ({ id, name }) => (medium === 'terminal' ? id : name)),
    ];
  return [answerOnly(report, medium), sectionsOf(report, sections, view)];
};
