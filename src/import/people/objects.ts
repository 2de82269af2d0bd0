import { UserError } from '../../base/errors.ts';
import { grouped } from '../../base/grouped.ts';
import { quoted } from '../../base/text.ts';
import { FEWEST, type FileColumns } from './file-columns.ts';

/** What systems of organisations call the kinds of what they hold; the letters are those of SAP. */
const UNIT =
  /^(?:o|org(?:ani[sz]ation(?:al)?)? ?units?|units?|departments?|org(?:anisations)?-?einheit(?:en)?|abteilung(?:en)?|unité(?:s)? organisationnelles?|unidad(?:es)? organizativas?|organisatie-?eenheid|unità organizzativ[ae])$/i;
const OTHERS =
  /^(?:[spckqt]|us|cp|positions?|posts?|jobs?|persons?|people|employees?|users?|planstellen?|stellen?|person(?:en)?|mitarbeiter(?:innen)?|postes?|personnes?|salariés?|puestos?|posición|personas?|empleados?|functies?|medewerkers?|posizion[ei]|person[ae]|dipendent[ei])$/i;

/**
 * Refuses a table of objects of several kinds, of which people are one: units and positions would count as people.
 * @throws UserError
 */
export function refuseObjects(columns: FileColumns): void {
  if (columns.file.from !== 'auto') return;
  // A list of people with their jobs may have letters for anything.
  if (columns.has('title') && columns.has('manager')) return;
  for (const column of columns.spare()) {
    const counts = new Map<string, number>();
    for (const text of columns.texts(column)) {
      counts.set(text, (counts.get(text) ?? 0) + 1);
      // Most columns hold something else, which is seen early.
      if (counts.size > 12) break;
    }
    const kinds = [...counts.keys()];
    const units = kinds.filter((kind) => UNIT.test(kind));
    const rows = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (rows < FEWEST || units.length === 0 || units.length === kinds.length) continue;
    if (!kinds.every((kind) => UNIT.test(kind) || OTHERS.test(kind))) continue;
    const shown = [...counts].map(([kind, count]) => `${quoted(kind)} (${grouped(count)})`).join(', ');
    throw new UserError(
      `${columns.file.file} holds units beside positions or people, each as a row, by ${quoted(column.header)}: ${shown}. Here each row is a person.`,
      'Ask for an extract with a row for each person that says the position, the unit and the manager, as a list of employees does.',
    );
  }
}
