import { alternatives, counted } from '../../base/text.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { fromTable } from './from-table.ts';
import { irregularitiesOf } from './irregularities.ts';

/** So many are told in the message. */
const TOLD = 3;

export const doubtfulReading = defineRule({
  id: 'doubtful-reading',
  about: 'data',
  severity: 'warning',
  summary: 'A column or an amount is probably meant otherwise than it is read.',
  why: {
    text: 'A misspelt header loses its whole column, and a point between thousands makes a cost a thousandth: what follows from that is found elsewhere, its cause is here.',
    source: 'orgdesign, contract',
  },
  examples: { bad: fromTable(',locaton', ',York'), good: fromTable(',location', ',York') },
  *check(view) {
    const doubts = irregularitiesOf(view.organisation, 'reading-note').filter(
      ({ detail }) => detail[1] !== undefined,
    );
    const [first] = doubts;
    if (first === undefined) return;
    const told = doubts.slice(0, TOLD).map(({ detail }) => detail[1]!);
    const more = doubts.length > TOLD ? [`${doubts.length - TOLD} more`] : [];
    yield {
      message: `${counted(doubts.length, 'column or amount is', 'columns or amounts are')} probably meant otherwise than read: ${alternatives([...told, ...more], 'and')}.`,
      count: doubts.length,
      examples: examplesOf(doubts, ({ detail }) => detail[0]!),
      at: first.at,
    };
  },
});
