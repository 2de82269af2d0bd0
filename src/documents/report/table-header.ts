import { brief, whole } from '../../base/figures.ts';
import { counted } from '../../base/text.ts';
import { bullet, hanging, type Style } from '../../render/table-text.ts';
import type { Report } from '../../schema/documents/report.ts';

/** Assumptions shown at a terminal; the JSON report has all. */
const MOST_ASSUMPTIONS = 6;

const facts = (organisation: Report['organisation']): string[] => {
  const { vacantSeats, customers, customerRows } = organisation;
  const open = vacantSeats === 0 ? '' : ` (${whole(vacantSeats)} open)`;
  const rows = customerRows === customers ? '' : ` in ${counted(customerRows, 'row')}`;
  return [
    counted(organisation.people, 'person', 'people'),
    counted(organisation.seats, 'seat') + open,
    counted(organisation.managers, 'manager'),
    counted(organisation.departments, 'department'),
    counted(customers, 'customer') + rows,
  ];
};

/** Facts side by side, each kept on one line. */
const inLine = (parts: readonly string[], columns: number): string[] => {
  const unbroken = parts.map((part) => part.replaceAll(' ', '\u00a0'));
  return hanging('', unbroken.join(' · '), columns).map((line) => line.replaceAll('\u00a0', ' '));
};

/** Units shown by name. */
const MOST_UNITS = 12;

const accountable = ({ organisation }: Report): string => {
  const units = organisation.accountableUnits;
  if (units.length === 0) return '';
  const names = units.slice(0, MOST_UNITS).map(({ name, people }) => `${name} ${brief(people)}`);
  const left = units.length - MOST_UNITS;
  const more = left > 0 ? `, and ${whole(left)} more` : '';
  return `Silos are counted between ${counted(units.length, 'unit')} (with people): ${names.join(', ')}${more}.`;
};

/** The name of an organisation, and how large it is. */
export const facing = (organisation: Report['organisation'], { columns, paint }: Style): string[] => {
  const [name = '', ...more] = hanging('', organisation.name, columns);
  return [paint.bold(name), ...more, ...inLine(facts(organisation), columns)];
};

/** What was measured, and what had to be assumed. */
export const header = (report: Report, style: Style, quiet: boolean): string[] => {
  const { columns, paint } = style;
  const lines = facing(report.organisation, style);
  const { set } = report.input;
  if (set !== undefined) lines.push(...hanging('', `Set beside the file: ${set.join(', ')}.`, columns));
  if (quiet) return lines;
  const units = accountable(report);
  if (units !== '') lines.push(...hanging('', units, columns));
  if (report.assumptions.length > 0) {
    lines.push('', 'Assumed, because the file does not say:');
    for (const { text } of report.assumptions.slice(0, MOST_ASSUMPTIONS)) lines.push(...bullet(text, style));
    const left = report.assumptions.length - MOST_ASSUMPTIONS;
    if (left > 0) lines.push(paint.dim(`  and ${left} more, see --format json`));
  }
  return lines;
};
