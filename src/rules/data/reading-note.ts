import { counted } from '../../base/text.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { fromTable } from './from-table.ts';
import { irregularitiesOf } from './irregularities.ts';

export const readingNote = defineRule({
  id: 'reading-note',
  about: 'data',
  severity: 'note',
  summary: 'Something about how a file was read should be known.',
  why: {
    text: 'A column that is not used or an encoding that was guessed changes no result by itself, but may be the reason for one.',
    source: 'orgdesign, contract',
  },
  examples: { bad: fromTable(',shoeSize', ',42'), good: fromTable('', '') },
  *check(view) {
    const { organisation } = view;
    const notes = irregularitiesOf(organisation, 'reading-note').filter(
      ({ detail }) => detail[1] === undefined,
    );
    const [first] = notes;
    if (first === undefined) return;
    yield {
      message: `${counted(notes.length, 'thing', 'things')} to know about how the files were read.`,
      count: notes.length,
      examples: examplesOf(notes, ({ detail }) => detail[0]!),
      at: first.at,
    };
  },
});
