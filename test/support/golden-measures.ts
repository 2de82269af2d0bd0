import type { Diff } from '../../src/schema/documents/diff.ts';
import type { Report } from '../../src/schema/documents/report.ts';

/** What golden files are about: how a document reads. Every other measure has tests of its own, and may come and go. */
const SHOWN: ReadonlySet<string> = new Set([
  'silos.count',
  'silos.effective',
  'handoffs.perJourney',
  'journey.accountableShare',
  'expertise.fragmentation',
  'teams.belowMinimum',
  'spans.median',
  'reporting.dualConflicts',
  'cover.singleHolders',
  'change.movedShare',
  'change.newManagerShare',
  'change.relationshipsKept',
  'change.costPerYear',
]);

const shown = <T>(byId: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(byId).filter(([id]) => SHOWN.has(id)));

export const reportOfGolden = (report: Report): Report => ({
  ...report,
  comparison: shown(report.comparison),
  designs: report.designs.map((design) => ({ ...design, measures: shown(design.measures) })),
});

export const diffOfGolden = <T extends Pick<Diff, 'measures'>>(diff: T): T => ({
  ...diff,
  measures: diff.measures.filter(({ id }) => SHOWN.has(id)),
});
