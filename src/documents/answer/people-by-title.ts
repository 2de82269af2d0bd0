import { sentenceCase } from '../../base/text.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { personWriter } from '../report/with-people.ts';

/** What somebody is called who is not to be named: the title, with the unit where several have it. */
function titleOf(
  { people, units, unitOf }: Organisation,
  holders: ReadonlyMap<string, number>,
  seat: Index,
): string {
  const title = people.title[seat]!;
  const unit = units[unitOf[seat]!]?.name;
  const where = unit === undefined ? '' : ` in ${unit}`;
  if (title === '') return where === '' ? 'somebody without a title' : `somebody${where}`;
  if (holders.get(title) === 1) return `the ${title}`;
  return holders.get(`${title}\n${unit}`) === 1 ? `the ${title}${where}` : `one ${title}${where}`;
}

/**
 * Writes people into a text by their titles, "the Sales Director", with the unit where the title is not unique, and never by an
 * id; by their names where those are asked for.
 */
export function writerByTitle(organisation: Organisation, names: boolean): (text: string) => string {
  const { people, units, unitOf } = organisation;
  if (names) return personWriter(people, true);
  const seats = new Map<string, Index>();
  const holders = new Map<string, number>();
  people.id.forEach((id, seat) => {
    seats.set(id, seat);
    const title = people.title[seat]!;
    for (const key of [title, `${title}\n${units[unitOf[seat]!]?.name}`])
      holders.set(key, (holders.get(key) ?? 0) + 1);
  });
  const write = personWriter(people, (id) => {
    const seat = seats.get(id);
    return seat === undefined ? 'a new seat' : titleOf(organisation, holders, seat);
  });
  return (text) => {
    const written = write(text);
    // A sentence may say the unit as well.
    const once = written.replace(/( in [^,.;]+?)\1(?=[\s,.;]|$)/gu, '$1');
    return sentenceCase(once).replace(/(?<=[.!?] )(?:the|one|somebody|a) /gu, sentenceCase);
  };
}
