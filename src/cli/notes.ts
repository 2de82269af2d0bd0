import type { LoadedOrganisation } from '../schema/rows.ts';
import { printable } from '../text.ts';

/** What the reader should know about how the files were read, a line each. */
export const readingNotes = ({ notes }: LoadedOrganisation): string =>
  notes
    .map(({ message, at }) => `${printable(at.file)}:${at.line}:${at.column}  note  ${printable(message)}\n`)
    .join('');
