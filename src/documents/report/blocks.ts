import { whole } from '../../base/figures.ts';
import { list, type Part, section, text, together } from '../../render/block.ts';
import type { View } from '../../render/format.ts';
import type { Report, ReportedDesign } from '../../schema/documents/report.ts';
import { standingParts } from '../assessment/standing-blocks.ts';
import { basisPart, withBasis, withoutBasisSentences } from './basis-blocks.ts';
import { comparisonBlock, hiresInWords } from './comparison-blocks.ts';
import { findingsParts } from './findings-blocks.ts';
import { fitParts } from './fit-blocks.ts';
import { accountableUnits, organisationBlock } from './organisation-blocks.ts';
import { risksPart } from './risk-blocks.ts';
import { structureParts } from './structure-blocks.ts';

/** Assumptions that a terminal shows. */
const MOST_ASSUMPTIONS = 6;

/** What was measured, and what had to be assumed. */
const opening = ({ organisation, input, assumptions }: Report, quiet: boolean): readonly Part[] => {
  const units = accountableUnits(organisation);
  return [
    together(
      organisationBlock(organisation),
      input.set !== undefined && text(`Set beside the file: ${input.set.join(', ')}.`),
      !quiet && units !== undefined && text(units),
    ),
    !quiet &&
      assumptions.length > 0 &&
      list(
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

/** An evaluation: the figures of all designs, what was found, which form suits, and what each design buys and costs. */
export const reportBlocks = (report: Report, { medium, quiet, asked = [] }: View): readonly Part[] => {
  const atTerminal = medium === 'terminal';
  const shown = quiet ? undefined : withBasis(report, asked);
  const { designs } = shown === undefined ? report : withoutBasisSentences(report, shown);
  const told = atTerminal ? designs.filter(({ id }) => asked.includes(id)) : designs;
  return [
    opening(report, quiet),
    comparisonBlock(report),
    findingsParts(report, quiet, ({ id, name }) => (atTerminal ? id : name)),
    !quiet && [
      fitParts(report, medium),
      shown?.basis !== undefined && basisPart(shown.basis, medium),
      standingParts(report),
      designParts(designs, told, ({ id, name }) =>
        atTerminal ? { title: id, count: name } : { title: name },
      ),
    ],
  ];
};
