import { basisExplainsLittle } from './basis-explains-little.ts';
import { basisProposed } from './basis-proposed.ts';
import { clusterBasisOutdated } from './cluster-basis-outdated.ts';
import { clusterMissingCapability } from './cluster-missing-capability.ts';
import { costOutlier } from './cost-outlier.ts';
import { customerWithoutOwner } from './customer-without-owner.ts';
import { customersChangeCluster } from './customers-change-cluster.ts';
import { dominatedLine } from './dominated-line.ts';
import { dualReportingConflict } from './dual-reporting-conflict.ts';
import { duplicateLine } from './duplicate-line.ts';
import { emptyDepartment } from './empty-department.ts';
import { enablingFunctionInCluster } from './enabling-function-in-cluster.ts';
import { essentialCapabilityMissing } from './essential-capability-missing.ts';
import { fitAccountBasedMarketing } from './fit-account-based-marketing.ts';
import { fitAccountTeamReach } from './fit-account-team-reach.ts';
import { fitAcquisitionApart } from './fit-acquisition-apart.ts';
import { fitAnswerContradictsData } from './fit-answer-contradicts-data.ts';
import { fitBusinessToConsumer } from './fit-business-to-consumer.ts';
import { fitClustersBelowMinimum } from './fit-clusters-below-minimum.ts';
import { fitCollaboration } from './fit-collaboration.ts';
import { fitContactPassedOn } from './fit-contact-passed-on.ts';
import { fitCultureAndMetrics } from './fit-culture-and-metrics.ts';
import { fitCustomersFeelDepartments } from './fit-customers-feel-departments.ts';
import { fitDepartmentalTradition } from './fit-departmental-tradition.ts';
import { fitDepartmentsDivideCustomer } from './fit-departments-divide-customer.ts';
import { fitExitNeglected } from './fit-exit-neglected.ts';
import { fitIdealCustomerProfiles } from './fit-ideal-customer-profiles.ts';
import { fitLimitedResources } from './fit-limited-resources.ts';
import { fitMatrixTwoBosses } from './fit-matrix-two-bosses.ts';
import { fitOfficerConditions } from './fit-officer-conditions.ts';
import { fitOfficerTenure } from './fit-officer-tenure.ts';
import { fitOfficerWithoutData } from './fit-officer-without-data.ts';
import { fitPayback } from './fit-payback.ts';
import { fitProjectBased } from './fit-project-based.ts';
import { fitRewardWeight } from './fit-reward-weight.ts';
import { fitSmallCompany } from './fit-small-company.ts';
import { fitStrategy } from './fit-strategy.ts';
import { fitTargetMarkets } from './fit-target-markets.ts';
import { fitTwoBossesToday } from './fit-two-bosses-today.ts';
import { fitValueProposition } from './fit-value-proposition.ts';
import { flowCentreMissing } from './flow-centre-missing.ts';
import { flowCentreWithoutRemit } from './flow-centre-without-remit.ts';
import { flowExitMissing } from './flow-exit-missing.ts';
import { flowFeedbackMissing } from './flow-feedback-missing.ts';
import { flowLearningMissing } from './flow-learning-missing.ts';
import { flowServiceWithoutCustomers } from './flow-service-without-customers.ts';
import { headlessDepartment } from './headless-department.ts';
import { jointHeads } from './joint-heads.ts';
import { managerInAnotherDepartment } from './manager-in-another-department.ts';
import { nearDuplicateId } from './near-duplicate-id.ts';
import { nearDuplicatePerson } from './near-duplicate-person.ts';
import { noRoot } from './no-root.ts';
import { officerNotBelowRoot } from './officer-not-below-root.ts';
import { officerScope } from './officer-scope.ts';
import { oneReportManager } from './one-report-manager.ts';
import { orphan } from './orphan.ts';
import { outsideSnapshot } from './outside-snapshot.ts';
import { ownerOutsideSales } from './owner-outside-sales.ts';
import { parentAccountSplit } from './parent-account-split.ts';
import { personWithoutCapability } from './person-without-capability.ts';
import { personWithoutDepartment } from './person-without-department.ts';
import { pinWithoutEffect } from './pin-without-effect.ts';
import { pinsLeaveGap } from './pins-leave-gap.ts';
import { readingNote } from './reading-note.ts';
import { reportingCycle } from './reporting-cycle.ts';
import { revenueUnknown } from './revenue-unknown.ts';
import type { Rule } from './rule.ts';
import { scorecardConversionNotShared } from './scorecard-conversion-not-shared.ts';
import { scorecardMetricMissing } from './scorecard-metric-missing.ts';
import { scorecardTargetWithoutOwner } from './scorecard-target-without-owner.ts';
import { selfReport } from './self-report.ts';
import { severalRoots } from './several-roots.ts';
import { singleHolder } from './single-holder.ts';
import { spanBeyondBelief } from './span-beyond-belief.ts';
import { spanTooWide } from './span-too-wide.ts';
import { teamLarge } from './team-large.ts';
import { teamTooLarge } from './team-too-large.ts';
import { teamTooSmall } from './team-too-small.ts';
import { tooManyLayers } from './too-many-layers.ts';
import { unitTooSmall } from './unit-too-small.ts';
import { unknownCustomer } from './unknown-customer.ts';
import { unknownCustomerOwner } from './unknown-customer-owner.ts';
import { unknownManager } from './unknown-manager.ts';
import { unservedStep } from './unserved-step.ts';
import { weightsNotOne } from './weights-not-one.ts';

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [
  // Structure: teams, spans, levels, clusters and cover.
  teamTooSmall,
  unitTooSmall,
  teamLarge,
  teamTooLarge,
  spanTooWide,
  oneReportManager,
  officerNotBelowRoot,
  officerScope,
  tooManyLayers,
  clusterMissingCapability,
  clusterBasisOutdated,
  enablingFunctionInCluster,
  singleHolder,
  pinWithoutEffect,
  parentAccountSplit,
  pinsLeaveGap,
  // Feedback and measures: what units tell each other, and answer for.
  flowFeedbackMissing,
  flowExitMissing,
  flowLearningMissing,
  flowCentreMissing,
  flowCentreWithoutRemit,
  flowServiceWithoutCustomers,
  scorecardMetricMissing,
  scorecardTargetWithoutOwner,
  scorecardConversionNotShared,
  // Reporting: who has which boss.
  dualReportingConflict,
  dominatedLine,
  managerInAnotherDepartment,
  // Data: what is wrong or missing in the file.
  unknownManager,
  selfReport,
  reportingCycle,
  severalRoots,
  orphan,
  noRoot,
  weightsNotOne,
  duplicateLine,
  emptyDepartment,
  headlessDepartment,
  jointHeads,
  personWithoutDepartment,
  personWithoutCapability,
  unservedStep,
  essentialCapabilityMissing,
  unknownCustomerOwner,
  unknownCustomer,
  outsideSnapshot,
  readingNote,
  revenueUnknown,
  nearDuplicateId,
  nearDuplicatePerson,
  spanBeyondBelief,
  costOutlier,
  customerWithoutOwner,
  ownerOutsideSales,
  fitAnswerContradictsData,
  // Fit: whether a design suits the company.
  fitSmallCompany,
  fitClustersBelowMinimum,
  fitBusinessToConsumer,
  fitCollaboration,
  fitDepartmentalTradition,
  fitStrategy,
  fitValueProposition,
  fitTargetMarkets,
  fitIdealCustomerProfiles,
  fitAccountBasedMarketing,
  fitProjectBased,
  basisExplainsLittle,
  fitTwoBossesToday,
  fitMatrixTwoBosses,
  fitLimitedResources,
  fitAccountTeamReach,
  fitDepartmentsDivideCustomer,
  fitCustomersFeelDepartments,
  fitExitNeglected,
  fitAcquisitionApart,
  fitContactPassedOn,
  fitRewardWeight,
  fitPayback,
  fitOfficerTenure,
  fitOfficerConditions,
  fitOfficerWithoutData,
  fitCultureAndMetrics,
  basisProposed,
  customersChangeCluster,
];
