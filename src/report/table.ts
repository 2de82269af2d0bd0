import { Chalk } from 'chalk';
import type { Renderer } from './index.ts';
import { comparison } from './table-comparison.ts';
import { designSummaries } from './table-designs.ts';
import { findings } from './table-findings.ts';
import { header } from './table-header.ts';
import type { Style } from './table-text.ts';

const NARROWEST = 80;

/** The report for a reader at a terminal. */
export const renderTable: Renderer = (report, { columns, color, quiet }) => {
  const style: Style = { columns: Math.max(columns, NARROWEST), paint: new Chalk({ level: color ? 1 : 0 }) };
  const sections = [
    header(report, style, quiet),
    comparison(report, style),
    findings(report, style, quiet),
    quiet ? [] : designSummaries(report, style),
  ];
  const lines = sections.filter((section) => section.length > 0).map((section) => section.join('\n'));
  return `${lines.join('\n\n')}\n`;
};
