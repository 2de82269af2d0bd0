import { headerKey, quoted } from '../../base/text.ts';
import { generic } from '../sources/generic.ts';
import { type FileColumns, NEARLY_ALL } from './file-columns.ts';

const CALLED = new Set([...generic.columns.manager!, ...generic.columns.managerOther!].map(headerKey));

/**
 * In a list of managers, as of their spans, the column called "Manager" is whom a row is about: its values differ from row to
 * row, nobody is named otherwise, and those of another column of managers are among them.
 */
export function takeManagersAsPeople(columns: FileColumns): void {
  if ((['name', 'firstName', 'lastName'] as const).some((field) => columns.settled(field))) return;
  const { rows } = columns;
  const own = (['manager', 'managerOther'] as const).filter((field) => {
    if (!columns.hasOne(field) || columns.asked(field)) return false;
    const texts = new Set(rows.map((at) => columns.get(field, at)));
    texts.delete('');
    return texts.size === rows.length;
  });
  const known = new Set(own.flatMap((field) => rows.map((at) => columns.get(field, at))));
  const above = columns.spare().find((column) => {
    const texts = CALLED.has(headerKey(column.header)) ? columns.texts(column) : [];
    return texts.length > 0 && texts.filter((text) => known.has(text)).length >= NEARLY_ALL * texts.length;
  });
  if (above === undefined) return;
  for (const field of own) {
    const header = columns.headerOf(field);
    const isCode = rows.every((at) => /\d/.test(columns.get(field, at)));
    if (isCode && columns.settled('id')) columns.release(field);
    else columns.move(field, isCode ? 'id' : 'name');
    columns.say(
      `${quoted(header)} is whom each row is about, and ${quoted(above.header)} whom they report to.`,
    );
  }
  columns.take('manager', above);
}
