import { grouped } from '../../base/grouped.ts';
import { counted, sentenceCase } from '../../base/text.ts';
import { dim, list, type Part, section, text, title, together } from '../../render/block.ts';
import type { View } from '../../render/format.ts';
import type { Suggestions } from '../../schema/documents/suggestions.ts';
import { qualityPart } from '../quality-blocks.ts';

const WHY_LEFT: Readonly<Record<Suggestions['left'][number]['why'], string>> = {
  'cannot-judge': 'it cannot be judged before the data are mended',
  'no-remedy': 'no move of people who are there is known to clear it',
  'tried-in-vain': 'what could be tried asks too much of somebody, or makes something as grave',
};

/** What such a list rests on. */
const CAVEAT =
  'Found step by step, each tried on the organisation with all the rules on structure; not proven to be the fewest. Who gets on with whom, and who wants to move, is in no file.';

/** How many findings are cleared, and how many stay. */
function result({ suggestions, left, quality }: Suggestions): string {
  if (!quality.lines.open && quality.despiteData !== true)
    return 'No move is suggested: it is not known well enough who leads whom.';
  const all = suggestions.length + left.length;
  if (all === 0) return 'There is nothing to clear.';
  if (suggestions.length === 0)
    return `No move is known that clears ${all === 1 ? 'the one finding' : `any of ${grouped(all)} findings`} on structure without making another.`;
  return `${grouped(suggestions.length)} of ${counted(all, 'finding')} on structure can be cleared.`;
}

/** What all changes together ask for. */
function effort({ moves, redrawn, people }: Suggestions): string {
  const parts = [
    ...(moves > 0
      ? [`${grouped(moves)} of ${counted(people, 'person', 'people')} ${moves === 1 ? 'moves' : 'move'}`]
      : []),
    ...(redrawn > 0
      ? [`the lines of ${counted(redrawn, 'person', 'people')} change, who stay where they are`]
      : []),
  ];
  const all = parts.join('; ');
  return all === '' ? '' : ` ${sentenceCase(all)}.`;
}

const placeOf = ({ at }: Suggestions['left'][number]['finding']): string => `${at.file}:${at.line}`;

const changes = ({ suggestions }: Suggestions, onPage: boolean): Part =>
  list(
    suggestions.map(({ text: change, clears }) => {
      const what = `clears ${clears.rule}: ${clears.message}`;
      const note = onPage ? `${what} (${placeOf(clears)})` : `${what} · ${placeOf(clears)}`;
      return { text: change, notes: [{ text: dim(note) }] };
    }),
    { ordered: true },
  );

const remaining = ({ left }: Suggestions, onPage: boolean): Part =>
  section('Left', onPage ? {} : { count: counted(left.length, 'finding') }, [
    list(
      left.map(({ finding: { message, rule }, why }) =>
        onPage ? `${message} (${WHY_LEFT[why]})` : `${message} (${rule}: ${WHY_LEFT[why]})`,
      ),
      { limit: { most: 10 } },
    ),
  ]);

/** Each change, what it clears, and what stays; `quiet` leaves the changes. */
export const suggestionBlocks = (document: Suggestions, { medium, quiet }: View): readonly Part[] => {
  const { organisation, design, suggestions, left } = document;
  const onPage = medium === 'page';
  const where = design === null ? '' : `, ${design.name.toLowerCase()}`;
  return [
    qualityPart(document.quality),
    together(
      onPage ? title(`Suggested changes: ${organisation}`, { level: 3 }) : title(`${organisation}${where}`),
      text(`${result(document)}${effort(document)}`),
    ),
    suggestions.length > 0 && changes(document, onPage),
    !quiet && left.length > 0 && remaining(document, onPage),
    !quiet && suggestions.length > 0 && text(dim(CAVEAT)),
  ];
};
