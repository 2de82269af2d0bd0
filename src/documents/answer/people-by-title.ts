import { rowsById } from '../../base/columns.ts';
import { addTo } from '../../base/groups.ts';
import { lazy } from '../../base/memo.ts';
import { sentenceCase } from '../../base/text.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { personWriter } from '../with-people.ts';

/** What somebody is called who is not to be named: the title, with the unit where several have it. */
function titleOf(
  { people, units, unitOf }: Organisation,
  holders: ReadonlyMap<string, readonly Index[]>,
  seat: Index,
): string {
  const title = people.title[seat]!;
  const unit = units[unitOf[seat]!]?.name;
  const where = unit === undefined ? '' : ` in ${unit}`;
  if (title === '') return where === '' ? 'somebody without a title' : `somebody${where}`;
  const alike = holders.get(title)!;
  if (alike.length === 1) return `the ${title}`;
  const beside = alike.filter((one) => units[unitOf[one]!]?.name === unit);
  return beside.length === 1 ? `the ${title}${where}` : `one ${title}${where}`;
}

/** The seats of each title. */
function holdersOf({ title, count }: Organisation['people']): ReadonlyMap<string, readonly Index[]> {
  const found = new Map<string, Index[]>();
  for (let seat = 0; seat < count; seat++) {
    addTo(found, title[seat]!, seat);
  }
  return found;
}

/**
 * Writes people into a text by their titles, "the Sales Director", with the unit where the title is not unique, and never by an
 * id; by their names where those are asked for.
 */
export function writerByTitle(organisation: Organisation, names: boolean): (text: string) => string {
  const { people } = organisation;
  if (names) return personWriter(people, true);
  const seats = lazy(() => rowsById(people.id));
  const holders = lazy(() => holdersOf(people));
  const write = personWriter(people, (id) => {
    const seat = seats().get(id);
    return seat === undefined ? 'a new seat' : titleOf(organisation, holders(), seat);
  });
  return (text) => {
    const written = write(text);
    // A sentence may say the unit as well.
    const once = written.replace(/( in [^,.;]+?)\1(?=[\s,.;]|$)/gu, '$1');
    return sentenceCase(once).replace(/(?<=[.!?] )(?:the|one|somebody|a) /gu, sentenceCase);
  };
}
