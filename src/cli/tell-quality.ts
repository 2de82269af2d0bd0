import { printable } from '../base/text.ts';
import type { Structure } from '../documents/diff/structure.ts';
import { reportedQuality } from '../model/quality.ts';
import type { Io } from './io/io.ts';

/**
 * Says, beside an output that has no room for it, what to mend before the data can bear all of it: once for each file, by its
 * name where there are several. Nothing where they can.
 */
export function tellQuality(structures: readonly Structure[], io: Pick<Io, 'stderr'>): void {
  const byFile = new Map(structures.toReversed().map((one) => [one.loaded.source.name, one.organisation]));
  for (const [file, organisation] of [...byFile].reverse()) {
    const { mend, despiteData } = reportedQuality(organisation);
    const of = byFile.size > 1 ? `${file}: ` : '';
    const despite = despiteData === true ? 'In spite of the data (--despite-data): ' : '';
    for (const sentence of mend) io.stderr.write(`${printable(`${of}${despite}${sentence}`)}\n`);
  }
}
