import { counted } from '../../base/text.ts';
import type { Suggestions } from '../../schema/documents/suggestions.ts';

/** What all changes together ask for. */
export function effortInWords({
  moves,
  redrawn,
  people,
}: Pick<Suggestions, 'moves' | 'redrawn' | 'people'>): string {
  const parts = [
    ...(moves > 0 ? [`${moves.toLocaleString('en')} of ${counted(people, 'person', 'people')} move`] : []),
    ...(redrawn > 0
      ? [`the lines of ${counted(redrawn, 'person', 'people')} change, who stay where they are`]
      : []),
  ];
  return parts.join('; ');
}

/** How many findings are cleared, and how many stay. */
export function resultInWords({ suggestions, left }: Suggestions): string {
  const all = suggestions.length + left.length;
  if (all === 0) return 'There is nothing to clear.';
  if (suggestions.length === 0)
    return `No move is known that clears any of ${counted(all, 'finding')} without making another.`;
  return `${suggestions.length.toLocaleString('en')} of ${counted(all, 'finding')} can be cleared.`;
}

export const WHY_LEFT: Readonly<Record<Suggestions['left'][number]['why'], string>> = {
  'no-remedy': 'no move of people who are there is known to clear it',
  'tried-in-vain': 'nobody can be spared for it, or something as grave would come of it',
};

/** What such a list rests on. */
export const CAVEAT =
  'Found step by step, each tried on the organisation with all the rules on structure; not proven to be the fewest. Who gets on with whom, and who wants to move, is in no file.';
