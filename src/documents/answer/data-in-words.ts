import { percent } from '../../base/figures.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { Unanswered } from './gains-and-prices.ts';

/** From these shares on data are good, and fair. Judgements. */
const GOOD = 0.95;
const FAIR = 0.7;
/** Up to this share of assumed hours data are good; above the other nothing is decided by them. */
const LITTLE_ASSUMED = 0.2;
const MOST_ASSUMED = 0.5;

/** How good the data are, in a line: the weakest part says the word. */
export function dataInWords(
  { quality, designs }: Pick<Unanswered, 'quality' | 'designs'>,
  organisation: Organisation,
): string {
  const { revenue, count, prospect } = organisation.customers;
  const [lines, skills] = [quality.lines.share, quality.capabilities.share];
  // Of all hours of the journey.
  const assumed = designs[0]?.measures['journey.accountableShare']?.assumedShare ?? 0;
  const own = Array.from({ length: count }, (_, row) => row).filter((row) => prospect[row] === 0);
  const paying = own.length === 0 ? 0 : own.filter((row) => !Number.isNaN(revenue[row]!)).length / own.length;
  const least = Math.min(lines, skills, assumed > LITTLE_ASSUMED ? FAIR : 1, Math.max(FAIR, paying));
  const word = least >= GOOD ? 'good' : least >= FAIR ? 'fair' : 'poor';
  const parts = [
    `lines ${percent(lines)}`,
    `skills ${percent(skills)}`,
    assumed === 0
      ? 'hours given'
      : assumed > MOST_ASSUMED
        ? 'hours assumed'
        : `hours given but for ${percent(assumed)}`,
    count === 0 ? 'no customers' : `revenue ${percent(paying)}`,
  ];
  const text = parts.join(', ');
  return `Data: ${word}. ${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
