import { counted } from '../base/text.ts';
import { findings, type Limit, type Part, section } from '../render/block.ts';
import { SEVERITIES } from '../schema/choices.ts';
import type { ReportedFinding } from '../schema/documents/finding.ts';
import type { Report, ReportedDesign } from '../schema/documents/report.ts';

/** Findings that a terminal shows of today's organisation, and of each design. */
export const MOST_TODAY: Limit = { most: 20 };
const MOST_EACH: Limit = { most: 5 };

const cause = ({ rule, entity }: ReportedFinding): string => JSON.stringify([rule, entity.kind, entity.id]);

export const bySeverity = (all: readonly ReportedFinding[]): ReportedFinding[] =>
  SEVERITIES.flatMap((severity) => all.filter((finding) => finding.severity === severity));

/** `1 error, 2 warnings`. */
export const tally = (all: readonly ReportedFinding[]): string =>
  SEVERITIES.map(
    (severity) => [severity, all.filter((finding) => finding.severity === severity).length] as const,
  )
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => counted(count, severity, `${severity}s`))
    .join(', ');

/** Findings on today's organisation, then what each design adds to them; `called` is what a design is called here. */
export const findingsParts = (
  { designs }: Report,
  quiet: boolean,
  called: (design: ReportedDesign) => string,
): readonly Part[] => {
  const relevant = (design: ReportedDesign): ReportedFinding[] =>
    bySeverity(quiet ? design.findings.filter(({ severity }) => severity === 'error') : design.findings);
  const [today, ...others] = designs;
  if (today === undefined) return [];
  const known = new Set(today.findings.map(cause));
  const now = relevant(today);
  return [
    now.length > 0 && section(called(today), { count: tally(now) }, [findings(now, { limit: MOST_TODAY })]),
    now.length === 0 && !quiet && section(called(today), { count: 'nothing found' }),
    ...others.map((design) => {
      const added = relevant(design).filter((finding) => !known.has(cause(finding)));
      return (
        added.length > 0 &&
        section(called(design), { count: `adds ${tally(added)}` }, [findings(added, { limit: MOST_EACH })])
      );
    }),
  ];
};
