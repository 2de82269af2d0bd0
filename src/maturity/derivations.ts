import type { PracticeId } from '../schema/practices.ts';
import type { Derivation } from './derivation.ts';
import {
  lifetimeValueSegments,
  profitBySegment,
  satisfactionMeasured,
  segmentsNarrow,
  targetMarketsClear,
} from './from-customers.ts';
import {
  accountBasedMarketing,
  customerAdvocate,
  customerGoalsCollective,
  idealCustomerProfiles,
  journeysMapped,
  payTiedToCustomers,
  valuePropositionClear,
} from './from-structure.ts';

/** How the data answer an item where nobody did; what the questionnaire says of it stands beside each item. */
export const derivations: ReadonlyMap<PracticeId, Derivation> = new Map<PracticeId, Derivation>([
  ['value-proposition-clear', valuePropositionClear],
  ['target-markets-clear', targetMarketsClear],
  ['ideal-customer-profiles', idealCustomerProfiles],
  ['account-based-marketing', accountBasedMarketing],
  ['satisfaction-measured', satisfactionMeasured],
  ['journeys-mapped', journeysMapped],
  ['customer-goals-collective', customerGoalsCollective],
  ['pay-tied-to-customers', payTiedToCustomers],
  ['customer-advocate', customerAdvocate],
  ['lifetime-value-segments', lifetimeValueSegments],
  ['segments-narrow', segmentsNarrow],
  ['profit-by-segment', profitBySegment],
]);
