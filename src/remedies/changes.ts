import type { Index, Organisation } from '../model/organisation.ts';
import { linesOf } from '../model/relined.ts';
import { treeOf } from '../model/tree.ts';
import type { PersonChange } from '../schema/documents/suggestion.ts';
import { applied, type Edits } from './edits.ts';

const DIGITS = 1e12;

/** What a change means for each person in it, by the organisation before and after. Linear in the lines. */
export function changesOf(before: Organisation, edits: Edits, names: boolean): PersonChange[] {
  const after = applied(before, edits);
  const { people, units } = before;
  const person = (seat: Index) => ({
    id: people.id[seat]!,
    ...(names && people.name[seat] !== '' ? { name: people.name[seat]! } : {}),
  });
  const unit = (index: Index) => (index < 0 ? null : { id: units[index]!.id, name: units[index]!.name });
  const boss = (seat: Index) => (seat < 0 ? null : person(seat));
  const [was, is] = [treeOf(before).boss, treeOf(after).boss];
  return [...edits].map(([seat, edit]) => {
    const lines = linesOf(after.lines, seat);
    const plain = lines.length === 1 && lines[0]!.dotted === false;
    return {
      person: person(seat),
      ...(before.unitOf[seat] === after.unitOf[seat]
        ? {}
        : { department: { from: unit(before.unitOf[seat]!), to: unit(after.unitOf[seat]!) } }),
      ...(was[seat] === is[seat] ? {} : { manager: { from: boss(was[seat]!), to: boss(is[seat]!) } }),
      ...(plain || edit.lines === undefined
        ? {}
        : {
            lines: lines.map((line) => ({
              to: person(line.boss),
              kind: line.dotted ? ('dotted' as const) : ('solid' as const),
              weight: Math.round(line.weight * DIGITS) / DIGITS,
            })),
          }),
    };
  });
}
