import type { Diff } from '../../schema/documents/diff.ts';
import type { Section } from './section.ts';
import { peopleSections } from './sections-people.ts';
import { customerSections, judgementSections, unitSections } from './sections-structure.ts';

/** Every list of changes that is not empty, in the order of reading. */
export const sectionsOf = (diff: Diff): Section[] =>
  [unitSections, peopleSections, customerSections, judgementSections]
    .flatMap((sections) => sections(diff))
    .filter(({ items }) => items.length > 0);
