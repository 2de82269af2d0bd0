import type { Index, Organisation } from '../../model/organisation.ts';
import { PHASES, type Phase } from '../../schema/input/fields.ts';

/** Trades that lead a phase, the first before the others. */
const LEAD_TRADES: Readonly<Record<Phase, readonly string[]>> = {
  identify: ['marketing'],
  acquire: ['sales'],
  retain: ['account-management', 'support'],
};

/** The capabilities whose people lead a phase, of equals, in this order. */
export const tradesOf = ({ capabilities }: Organisation, phase: Phase): readonly Index[] =>
  LEAD_TRADES[phase].flatMap((trade) => {
    const at = capabilities.findIndex(({ id }) => id === trade);
    return at < 0 ? [] : [at];
  });

/** By capability: the phase that its people lead, of the trades that somebody has. */
export function phasesLed(
  organisation: Organisation,
  held: (capability: Index) => boolean,
): ReadonlyMap<Index, Phase> {
  const found = new Map<Index, Phase>();
  for (const phase of PHASES) {
    const trade = tradesOf(organisation, phase).find(held);
    if (trade !== undefined) found.set(trade, phase);
  }
  return found;
}
