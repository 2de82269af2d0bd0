import { brief, whole } from '../base/figures.ts';
import { counted } from '../base/text.ts';
import { type Block, facts, title, together } from '../render/block.ts';
import type { Report } from '../schema/documents/report.ts';

type Facts = Report['organisation'];

/** Units shown by name. */
const MOST_UNITS = 12;

/** How large it is, in short figures. */
export const organisationFacts = (organisation: Facts): string[] => {
  const { vacantSeats, customers, customerRows, prospects = 0 } = organisation;
  const open = vacantSeats === 0 ? '' : ` (${whole(vacantSeats)} open)`;
  const others = prospects === 0 ? '' : ` and ${counted(prospects, 'prospect')}`;
  const rows = customerRows === customers + prospects ? '' : ` in ${counted(customerRows, 'row')}`;
  return [
    counted(organisation.people, 'person', 'people'),
    counted(organisation.seats, 'seat') + open,
    counted(organisation.managers, 'manager'),
    counted(organisation.departments, 'department'),
    counted(customers, 'customer') + others + rows,
  ];
};

/** The name of an organisation, and how large it is. */
export const organisationBlock = (organisation: Facts): Block =>
  together(title(organisation.name), facts(organisationFacts(organisation)));

/** What departments and hand-offs are counted between; undefined where there is nothing to count. */
export const accountableUnits = ({ accountableUnits: units }: Facts): string | undefined => {
  if (units.length === 0) return undefined;
  const names = units.slice(0, MOST_UNITS).map(({ name, people }) => `${name} ${brief(people)}`);
  const left = units.length - MOST_UNITS;
  const more = left > 0 ? `, and ${whole(left)} more` : '';
  return `Departments and hand-offs are counted between ${counted(units.length, 'unit')} (with people): ${names.join(', ')}${more}.`;
};
