import { whole } from '../../base/figures.ts';
import { counted } from '../../base/text.ts';
import { hanging, heading, type Style } from '../../render/table-text.ts';
import { type ReportedFinding, SEVERITIES, type Severity } from '../../schema/documents/finding.ts';
import type { Report, ReportedDesign } from '../../schema/documents/report.ts';

/** Findings shown for today's organisation, and for each design; every other format has all. */
export const MOST_TODAY = 20;
const MOST_EACH = 5;

const cause = ({ rule, entity }: ReportedFinding): string => JSON.stringify([rule, entity.kind, entity.id]);

export const bySeverity = (findings: readonly ReportedFinding[]): ReportedFinding[] =>
  SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));

const tally = (findings: readonly ReportedFinding[]): string =>
  SEVERITIES.map(
    (severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const,
  )
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => counted(count, severity, `${severity}s`))
    .join(', ');

const painted = (severity: Severity, { paint }: Style): string => {
  if (severity === 'error') return paint.red.bold(severity);
  return severity === 'warning' ? paint.yellow(severity) : paint.dim(severity);
};

const INDENT = '           ';

/** A finding, with the change that would clear it where one is told. */
type Shown = ReportedFinding & { readonly suggestion?: { readonly text: string } | undefined };

const block = (finding: Shown, style: Style): string[] => {
  const { columns, paint } = style;
  const { severity, message, count, examples, at, rule, suggestion } = finding;
  const [first = '', ...more] = hanging(INDENT, message, columns);
  const detail = [
    `${at.file}:${at.line}${at.generated ? ' (made by the design)' : ''}`,
    rule,
    ...(count > 1 ? [`${whole(count)} places`] : []),
    ...(examples.length > 0 ? [`e.g. ${examples.join(', ')}`] : []),
  ].join(' · ');
  return [
    `  ${painted(severity, style)}${' '.repeat(INDENT.length - 2 - severity.length)}${first.slice(INDENT.length)}`.trimEnd(),
    ...more,
    ...hanging(INDENT, detail, columns).map((line) => paint.dim(line)),
    ...(suggestion === undefined ? [] : hanging(`${INDENT}→ `, suggestion.text, columns)),
  ];
};

/** Findings under the heading of what they are on, as many as the limit says. */
export const section = (
  { id }: { readonly id: string },
  shown: readonly Shown[],
  limit: number,
  verb: string,
  style: Style,
): string[] => {
  const { paint } = style;
  const lines = heading(id, verb + tally(shown), style);
  for (const finding of shown.slice(0, limit)) lines.push(...block(finding, style));
  if (shown.length > limit) lines.push(paint.dim(`  and ${shown.length - limit} more, see --format json`));
  return lines;
};

/** Findings on today's organisation, then what each design adds to them. */
export const findings = (report: Report, style: Style, quiet: boolean): string[] => {
  const relevant = (design: ReportedDesign): ReportedFinding[] =>
    bySeverity(quiet ? design.findings.filter(({ severity }) => severity === 'error') : design.findings);
  const [today, ...others] = report.designs;
  if (today === undefined) return [];
  const known = new Set(today.findings.map(cause));
  const sections: string[][] = [];
  const now = relevant(today);
  if (now.length > 0) sections.push(section(today, now, MOST_TODAY, '', style));
  else if (!quiet) sections.push(heading(today.id, 'nothing found', style));
  for (const design of others) {
    const added = relevant(design).filter((finding) => !known.has(cause(finding)));
    if (added.length > 0) sections.push(section(design, added, MOST_EACH, 'adds ', style));
  }
  return sections.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
};
