import type { PracticeId } from '../../schema/input/practices.ts';
import type { Derivation } from './derivation.ts';
import {
  lifetimeValueSegments,
  needsKnown,
  profitBySegment,
  satisfactionMeasured,
  segmentsNarrow,
  targetMarketsClear,
} from './from-customers.ts';
import {
  bestPracticeExchange,
  customerListening,
  exitCommunication,
  insightShared,
  listensBeyondCurrent,
} from './from-flows.ts';
import {
  customerGoalsCollective,
  customerMetricsEqual,
  executivePayAll,
  payTiedToCustomers,
  referralsTracked,
  salesHelpBuying,
} from './from-scorecards.ts';
import {
  accountBasedMarketing,
  commonProcesses,
  commonSystems,
  customerAdvocate,
  idealCustomerProfiles,
  journeysMapped,
  targetMarketsCommunicated,
  valuePropositionClear,
} from './from-structure.ts';

/** How the data answer an item where nobody did; what the questionnaire says of it stands beside each item. */
export const derivations: ReadonlyMap<PracticeId, Derivation> = new Map<PracticeId, Derivation>([
  ['value-proposition-clear', valuePropositionClear],
  ['target-markets-clear', targetMarketsClear],
  ['target-markets-communicated', targetMarketsCommunicated],
  ['ideal-customer-profiles', idealCustomerProfiles],
  ['account-based-marketing', accountBasedMarketing],
  ['common-processes', commonProcesses],
  ['common-systems', commonSystems],
  ['best-practice-exchange', bestPracticeExchange],
  ['customer-listening', customerListening],
  ['satisfaction-measured', satisfactionMeasured],
  ['journeys-mapped', journeysMapped],
  ['customer-goals-collective', customerGoalsCollective],
  ['pay-tied-to-customers', payTiedToCustomers],
  ['executive-pay-all', executivePayAll],
  ['insight-shared', insightShared],
  ['customer-advocate', customerAdvocate],
  ['exit-communication', exitCommunication],
  ['listens-beyond-current', listensBeyondCurrent],
  ['lifetime-value-segments', lifetimeValueSegments],
  ['customer-metrics-equal', customerMetricsEqual],
  ['needs-known', needsKnown],
  ['segments-narrow', segmentsNarrow],
  ['profit-by-segment', profitBySegment],
  ['sales-help-buying', salesHelpBuying],
  ['referrals-tracked', referralsTracked],
]);
