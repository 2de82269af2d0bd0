import { alternatives } from '../base/text.ts';
import { mendInWords } from '../model/quality.ts';
import { dim, type Part, text, together, toned } from '../render/block.ts';
import { DATA_GATES } from '../schema/choices.ts';
import type { DataGate, ReportedQuality } from '../schema/documents/quality.ts';

/** What stays behind each gate. */
const BEHIND: Readonly<Record<DataGate, readonly string[]>> = {
  lines: ['spans', 'teams', 'levels', 'moves to suggest'],
  capabilities: ['skills', 'the work for customers', 'designs'],
  customers: ['customer relationships', 'clusters', 'account teams'],
};

/** What is not shown until the data are mended. */
const behindClosed = (quality: Omit<ReportedQuality, 'mend'>): string =>
  alternatives(
    DATA_GATES.flatMap((gate) => (quality[gate].open ? [] : BEHIND[gate])),
    'or',
  );

/**
 * The first lines of every output where the data cannot bear all of it: what to mend and how, and what is not shown until
 * then; or that it is shown in spite of that. `of` says which file is meant, where there are several.
 */
export const qualityPart = (quality: ReportedQuality, of = ''): Part => {
  if (quality.mend.length === 0) return false;
  return together(
    mendInWords(quality).map((sentence) => text(toned('warning', `${of}${sentence}`))),
    quality.despiteData !== true &&
      text(
        dim(
          `Until then nothing is said of ${behindClosed(quality)}; evaluate --despite-data says it all the same.`,
        ),
      ),
  );
};

interface Side {
  readonly file: string;
  readonly quality: ReportedQuality;
  readonly remark?: string | undefined;
}

/** The same of several sides of a document, once for each file, by its name where there are several; then what is to be known of a design. */
export const sidesQuality = (sides: readonly Side[]): readonly Part[] => {
  const files = new Map(sides.map(({ file, quality }) => [file, quality]));
  const remarks = [...new Set(sides.flatMap(({ remark }) => remark ?? []))];
  return [
    ...[...files].map(([file, quality]) => qualityPart(quality, files.size > 1 ? `${file}: ` : '')),
    ...remarks.map((remark) => text(toned('warning', remark))),
  ];
};
