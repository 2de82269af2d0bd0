import { Chalk } from 'chalk';
import type { Style } from '../../render/table-text.ts';
import { standings } from '../assessment/table-assessment.ts';
import type { Renderer } from './index.ts';
import { basisTable, withBasis, withoutBasisSentences } from './table-basis.ts';
import { comparison } from './table-comparison.ts';
import { designSummaries } from './table-designs.ts';
import { findings } from './table-findings.ts';
import { fitSection } from './table-fit.ts';
import { header } from './table-header.ts';

const NARROWEST = 80;

/** The report for a reader at a terminal. */
export const renderTable: Renderer = (report, { columns, color, quiet, asked = [] }) => {
  const style: Style = { columns: Math.max(columns, NARROWEST), paint: new Chalk({ level: color ? 1 : 0 }) };
  const shown = quiet ? undefined : withBasis(report, asked);
  const sections = [
    header(report, style, quiet),
    comparison(report, style),
    findings(report, style, quiet),
    quiet ? [] : fitSection(report, style),
    shown?.basis === undefined ? [] : basisTable(shown.basis, style),
    quiet ? [] : standings(report, style),
    quiet
      ? []
      : designSummaries(shown === undefined ? report : withoutBasisSentences(report, shown), style, asked),
  ];
  const lines = sections.filter((section) => section.length > 0).map((section) => section.join('\n'));
  return `${lines.join('\n\n')}\n`;
};
