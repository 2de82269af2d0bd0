import { printable } from '../base/text.ts';
import type { Structure } from '../documents/structure.ts';
import { mendInWords, reportedQuality } from '../model/quality.ts';
import type { Io } from './io/io.ts';

/**
 * Says, beside an output that has no room for it, what to mend before the data can bear all of it: once for each file, by its
 * name where there are several. Nothing where they can.
 */
export function tellQuality(structures: readonly Structure[], io: Pick<Io, 'stderr'>): void {
  const byFile = new Map(structures.toReversed().map((one) => [one.loaded.source.name, one.organisation]));
  for (const [file, organisation] of [...byFile].reverse()) {
    const of = byFile.size > 1 ? `${file}: ` : '';
    for (const sentence of mendInWords(reportedQuality(organisation)))
      io.stderr.write(`${printable(`${of}${sentence}`)}\n`);
  }
}
