import { changeCost } from './change/change-cost.ts';
import { changeLeads } from './change/change-leads.ts';
import { changeMoved } from './change/change-moved.ts';
import { changeNewManager } from './change/change-new-manager.ts';
import { changePairs } from './change/change-pairs.ts';
import { changeRelationships } from './change/change-relationships.ts';
import { changeSeats } from './change/change-seats.ts';
import { customerEquity } from './customers/customer-equity.ts';
import { customerLifetimeValue } from './customers/customer-lifetime-value.ts';
import { initiativeSources } from './customers/initiative-sources.ts';
import { retainShare } from './customers/retain-share.ts';
import { revenueAtRisk } from './customers/revenue-at-risk.ts';
import { splitAccounts } from './customers/split-accounts.ts';
import { accountableShare } from './journey/accountable-share.ts';
import { contacts } from './journey/contacts.ts';
import { customerGroups } from './journey/customer-groups.ts';
import { escalationDistance } from './journey/escalation-distance.ts';
import { handoffsBetweenTeams } from './journey/handoffs-between-teams.ts';
import { handoffsInsideUnit } from './journey/handoffs-inside-unit.ts';
import { handoffsPerJourney } from './journey/handoffs-per-journey.ts';
import { mainContactKept } from './journey/main-contact-kept.ts';
import { siloCount } from './journey/silo-count.ts';
import { siloEffective } from './journey/silo-effective.ts';
import { siloReachable } from './journey/silo-reachable.ts';
import { workUnits } from './journey/work-units.ts';
import type { Measure } from './measure.ts';
import { networkEi } from './network/network-ei.ts';
import { networkModularity } from './network/network-modularity.ts';
import { insightReach } from './officer/insight-reach.ts';
import { officerLinesChanged } from './officer/officer-lines-changed.ts';
import { officerReach } from './officer/officer-reach.ts';
import { dominatedLines } from './structure/dominated-lines.ts';
import { dualConflicts } from './structure/dual-conflicts.ts';
import { expertiseFragmentation } from './structure/expertise-fragmentation.ts';
import { layerCount } from './structure/layer-count.ts';
import { oneReportManagers } from './structure/one-report-managers.ts';
import { singleHolders } from './structure/single-holders.ts';
import { spanMedian } from './structure/span-median.ts';
import { teamCount } from './structure/team-count.ts';
import { teamsAboveMaximum } from './structure/teams-above-maximum.ts';
import { teamsBelowMinimum } from './structure/teams-below-minimum.ts';
import { teamsPerPerson } from './structure/teams-per-person.ts';
import { poolingLoss } from './work/pooling-loss.ts';
import { waiting } from './work/waiting.ts';

/** Every measure, in the order of the report. */
export const measures: readonly Measure[] = [
  siloCount,
  siloEffective,
  siloReachable,
  workUnits,
  handoffsPerJourney,
  handoffsBetweenTeams,
  handoffsInsideUnit,
  accountableShare,
  contacts,
  mainContactKept,
  escalationDistance,
  expertiseFragmentation,
  poolingLoss,
  waiting,
  customerGroups,
  teamCount,
  teamsBelowMinimum,
  teamsAboveMaximum,
  teamsPerPerson,
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
  revenueAtRisk,
];
