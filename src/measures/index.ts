import { accountableShare } from './accountable-share.ts';
import { changeCost } from './change-cost.ts';
import { changeLeads } from './change-leads.ts';
import { changeMoved } from './change-moved.ts';
import { changeNewManager } from './change-new-manager.ts';
import { changePairs } from './change-pairs.ts';
import { changeRelationships } from './change-relationships.ts';
import { changeSeats } from './change-seats.ts';
import { contacts } from './contacts.ts';
import { customerEquity } from './customer-equity.ts';
import { customerLifetimeValue } from './customer-lifetime-value.ts';
import { dominatedLines } from './dominated-lines.ts';
import { dualConflicts } from './dual-conflicts.ts';
import { escalationDistance } from './escalation-distance.ts';
import { expertiseFragmentation } from './expertise-fragmentation.ts';
import { handoffsInsideUnit } from './handoffs-inside-unit.ts';
import { handoffsPerJourney } from './handoffs-per-journey.ts';
import { initiativeSources } from './initiative-sources.ts';
import { insightReach } from './insight-reach.ts';
import { layerCount } from './layer-count.ts';
import { mainContactKept } from './main-contact-kept.ts';
import type { Measure } from './measure.ts';
import { networkEi } from './network-ei.ts';
import { networkModularity } from './network-modularity.ts';
import { officerLinesChanged } from './officer-lines-changed.ts';
import { officerReach } from './officer-reach.ts';
import { oneReportManagers } from './one-report-managers.ts';
import { retainShare } from './retain-share.ts';
import { siloCount } from './silo-count.ts';
import { siloEffective } from './silo-effective.ts';
import { siloReachable } from './silo-reachable.ts';
import { singleHolders } from './single-holders.ts';
import { spanMedian } from './span-median.ts';
import { splitAccounts } from './split-accounts.ts';
import { teamCount } from './team-count.ts';
import { teamsAboveMaximum } from './teams-above-maximum.ts';
import { teamsBelowMinimum } from './teams-below-minimum.ts';

/** Every measure, in the order of the report. */
export const measures: readonly Measure[] = [
  siloCount,
  siloEffective,
  siloReachable,
  handoffsPerJourney,
  handoffsInsideUnit,
  accountableShare,
  contacts,
  mainContactKept,
  escalationDistance,
  expertiseFragmentation,
  teamCount,
  teamsBelowMinimum,
  teamsAboveMaximum,
  spanMedian,
  oneReportManagers,
  layerCount,
  dualConflicts,
  dominatedLines,
  singleHolders,
  insightReach,
  initiativeSources,
  splitAccounts,
  customerLifetimeValue,
  customerEquity,
  retainShare,
  networkEi,
  networkModularity,
  officerReach,
  officerLinesChanged,
  changeMoved,
  changeNewManager,
  changeLeads,
  changeRelationships,
  changePairs,
  changeSeats,
  changeCost,
];
