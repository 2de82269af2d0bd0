import type { Part } from '../../render/block.ts';
import type { Report, ReportedDesign } from '../../schema/documents/report.ts';
import { DESIGN_NAMES } from '../../verdicts/design-names.ts';
import { isRefused, leadingDesign } from '../report/leading.ts';
import { type Drawing, drawnOf, sourceOf } from './drawing.ts';

/** What pages are made from: the report, and what is drawn of today and of the design that is recommended or leads; of none where today's structure stays. */
export interface Material {
  readonly report: Report;
  readonly source: string;
  readonly today: Drawing | null;
  readonly chosen: ReportedDesign | undefined;
  readonly drawn: Drawing | null;
}

export function materialOf(report: Report): Material {
  const [today] = report.designs;
  const leading = report.answer.decision === 'stay' ? undefined : leadingDesign(report);
  // Nobody argues for what is not to be recommended, unless it was asked for alone.
  const isAlone = report.designs.length === 2;
  const chosen =
    leading !== undefined && (isAlone || !isRefused(leading, report.answer)) ? leading : undefined;
  return {
    report,
    source: sourceOf(report),
    today: today === undefined ? null : drawnOf(today),
    chosen,
    drawn: chosen === undefined ? null : drawnOf(chosen, today),
  };
}

/** A page: what it is about, for the list of what is left out, and what it says; nothing where its data are missing. */
export interface Page {
  readonly about: string;
  /** What would have to be known, where it is left out. */
  readonly needs: string;
  /** Whether it is looked up rather than read. */
  readonly appendix?: true;
  /** Measures that it speaks of: what they mean is told beside it. */
  measures?(material: Material): readonly string[];
  parts(material: Material): Part;
}

/** As it stands within a sentence. */
export const name = ({ id }: ReportedDesign): string => DESIGN_NAMES[id].name;
