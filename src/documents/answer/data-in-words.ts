import { percent } from '../../base/figures.ts';
import { counted } from '../../base/text.ts';
import { effortOf } from '../../model/effort.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { ReportWithoutAnswer } from './gains-and-prices.ts';

/** From these shares on data are good, and fair. Judgements. */
const GOOD = 0.95;
const FAIR = 0.7;
/** Up to this share of assumed hours data are good; above the other nothing is decided by them. */
const LITTLE_ASSUMED = 0.2;
const MOST_ASSUMED = 0.5;

/** What a line on the data is made of, all as shares. */
interface DataShares {
  readonly lines: number;
  readonly skills: number;
  /** Of the hours that customers need, those that are assumed. */
  readonly assumed: number;
  /** Whether at least half of the hours are given customer by customer; else they are spread evenly over all. */
  readonly byCustomer: boolean;
  /** Of customers, those whose revenue is known; null without customers. */
  readonly revenue: number | null;
  /** People who report to lead seats that nobody is in. */
  readonly toOpenSeats?: number;
}

/** How good data are, in a line: the weakest part says the word. Without revenue they are no worse than fair. */
export function dataSentence({
  lines,
  skills,
  assumed,
  byCustomer,
  revenue,
  toOpenSeats = 0,
}: DataShares): string {
  const least = Math.min(lines, skills, assumed > LITTLE_ASSUMED ? FAIR : 1, Math.max(FAIR, revenue ?? 0));
  const word = least >= GOOD ? 'good' : least >= FAIR ? 'fair' : 'poor';
  const hours =
    assumed === 0
      ? byCustomer
        ? 'hours given'
        : 'hours given by step, not by customer'
      : assumed > MOST_ASSUMED
        ? 'hours assumed'
        : `hours given but for ${percent(assumed)}`;
  const parts = [
    `Lines ${percent(lines)}${toOpenSeats === 0 ? '' : ` (${counted(toOpenSeats, 'person reports', 'people report')} to ${toOpenSeats === 1 ? 'an open seat' : 'open seats'})`}`,
    `skills ${percent(skills)}`,
    ...(revenue === null ? ['no customers'] : [hours, `revenue ${percent(revenue)}`]),
  ];
  return `Data: ${word}. ${parts.join(', ')}.`;
}

/** How good the data of a report are, in a line. */
export function dataInWords(
  { quality, designs }: Pick<ReportWithoutAnswer, 'quality' | 'designs'>,
  organisation: Organisation,
): string {
  const { revenue, count, prospect } = organisation.customers;
  const own = Array.from({ length: count }, (_, row) => row).filter((row) => prospect[row] === 0);
  const paying = own.filter((row) => !Number.isNaN(revenue[row]!));
  return dataSentence({
    lines: quality.lines.share,
    skills: quality.capabilities.share,
    // Of all hours of the journey.
    assumed: designs[0]?.measures['journey.accountableShare']?.assumedShare ?? 0,
    byCustomer: effortOf(organisation).givenShare >= 0.5,
    revenue: own.length === 0 ? null : paying.length / own.length,
    toOpenSeats: designs[0]?.findings.find(({ rule }) => rule === 'vacant-head')?.value ?? 0,
  });
}
