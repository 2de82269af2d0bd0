import { costOutlier } from './data/cost-outlier.ts';
import { customerWithoutOwner } from './data/customer-without-owner.ts';
import { doubtfulReading } from './data/doubtful-reading.ts';
import { duplicateLine } from './data/duplicate-line.ts';
import { emptyDepartment } from './data/empty-department.ts';
import { essentialCapabilityMissing } from './data/essential-capability-missing.ts';
import { gradesCountedFromTheTop } from './data/grades-from-the-top.ts';
import { headlessDepartment } from './data/headless-department.ts';
import { jointHeads } from './data/joint-heads.ts';
import { journeyServesNobody } from './data/journey-serves-nobody.ts';
import { journeyWithoutIdentify } from './data/journey-without-identify.ts';
import { managerInAnotherDepartment } from './data/manager-in-another-department.ts';
import { nearDuplicateId } from './data/near-duplicate-id.ts';
import { nearDuplicatePerson } from './data/near-duplicate-person.ts';
import { noCustomers } from './data/no-customers.ts';
import { noRoot } from './data/no-root.ts';
import { optionWithoutEffect } from './data/option-without-effect.ts';
import { orphan } from './data/orphan.ts';
import { outsideSnapshot } from './data/outside-snapshot.ts';
import { ownerOutsideSales } from './data/owner-outside-sales.ts';
import { personWithoutCapability } from './data/person-without-capability.ts';
import { personWithoutDepartment } from './data/person-without-department.ts';
import { poorData } from './data/poor-data.ts';
import { readingNote } from './data/reading-note.ts';
import { reportingCycle } from './data/reporting-cycle.ts';
import { revenueUnknown } from './data/revenue-unknown.ts';
import { selfReport } from './data/self-report.ts';
import { severalRoots } from './data/several-roots.ts';
import { spanBeyondBelief } from './data/span-beyond-belief.ts';
import { unknownCustomer } from './data/unknown-customer.ts';
import { unknownCustomerOwner } from './data/unknown-customer-owner.ts';
import { unknownManager } from './data/unknown-manager.ts';
import { unknownTeamMember } from './data/unknown-team-member.ts';
import { unservedStep } from './data/unserved-step.ts';
import { weightsNotOne } from './data/weights-not-one.ts';
import { basisExplainsLittle } from './fit/basis-explains-little.ts';
import { basisProposed } from './fit/basis-proposed.ts';
import { customersChangeCluster } from './fit/customers-change-cluster.ts';
import { fitAccountBasedMarketing } from './fit/fit-account-based-marketing.ts';
import { fitAccountTeamReach } from './fit/fit-account-team-reach.ts';
import { fitAcquisitionApart } from './fit/fit-acquisition-apart.ts';
import { fitAnswerContradictsData } from './fit/fit-answer-contradicts-data.ts';
import { fitBusinessToConsumer } from './fit/fit-business-to-consumer.ts';
import { fitClustersBelowMinimum } from './fit/fit-clusters-below-minimum.ts';
import { fitCollaboration } from './fit/fit-collaboration.ts';
import { fitContactPassedOn } from './fit/fit-contact-passed-on.ts';
import { fitCostPressure } from './fit/fit-cost-pressure.ts';
import { fitCultureAndMetrics } from './fit/fit-culture-and-metrics.ts';
import { fitCustomersFeelDepartments } from './fit/fit-customers-feel-departments.ts';
import { fitDepartmentalTradition } from './fit/fit-departmental-tradition.ts';
import { fitDepartmentsDivideCustomer } from './fit/fit-departments-divide-customer.ts';
import { fitDuplicatedExperts } from './fit/fit-duplicated-experts.ts';
import { fitExitNeglected } from './fit/fit-exit-neglected.ts';
import { fitIdealCustomerProfiles } from './fit/fit-ideal-customer-profiles.ts';
import { fitLimitedResources } from './fit/fit-limited-resources.ts';
import { fitMatrixTwoBosses } from './fit/fit-matrix-two-bosses.ts';
import { fitOfficerConditions } from './fit/fit-officer-conditions.ts';
import { fitOfficerTenure } from './fit/fit-officer-tenure.ts';
import { fitOfficerWithoutData } from './fit/fit-officer-without-data.ts';
import { fitPayback } from './fit/fit-payback.ts';
import { fitPhasesBelowMinimum } from './fit/fit-phases-below-minimum.ts';
import { fitProjectBased } from './fit/fit-project-based.ts';
import { fitRetentionLow } from './fit/fit-retention-low.ts';
import { fitRewardWeight } from './fit/fit-reward-weight.ts';
import { fitScarceExpertise } from './fit/fit-scarce-expertise.ts';
import { fitSmallCompany } from './fit/fit-small-company.ts';
import { fitStrategy } from './fit/fit-strategy.ts';
import { fitTargetMarkets } from './fit/fit-target-markets.ts';
import { fitTechnologyPace } from './fit/fit-technology-pace.ts';
import { fitTwoBossesToday } from './fit/fit-two-bosses-today.ts';
import { fitValueProposition } from './fit/fit-value-proposition.ts';
import { flowCentreMissing } from './flow/flow-centre-missing.ts';
import { flowCentreWithoutRemit } from './flow/flow-centre-without-remit.ts';
import { flowExitMissing } from './flow/flow-exit-missing.ts';
import { flowFeedbackMissing } from './flow/flow-feedback-missing.ts';
import { flowLearningMissing } from './flow/flow-learning-missing.ts';
import { flowServiceWithoutCustomers } from './flow/flow-service-without-customers.ts';
import { scorecardConversionNotShared } from './flow/scorecard-conversion-not-shared.ts';
import { scorecardMetricMissing } from './flow/scorecard-metric-missing.ts';
import { scorecardTargetWithoutOwner } from './flow/scorecard-target-without-owner.ts';
import type { Rule } from './rule.ts';
import { clusterBasisOutdated } from './structure/cluster-basis-outdated.ts';
import { clusterMissingCapability } from './structure/cluster-missing-capability.ts';
import { dominatedLine } from './structure/dominated-line.ts';
import { dualReportingConflict } from './structure/dual-reporting-conflict.ts';
import { enablingFunctionInCluster } from './structure/enabling-function-in-cluster.ts';
import { officerNotBelowRoot } from './structure/officer-not-below-root.ts';
import { officerScope } from './structure/officer-scope.ts';
import { oneReportManager } from './structure/one-report-manager.ts';
import { parentAccountSplit } from './structure/parent-account-split.ts';
import { pinWithoutEffect } from './structure/pin-without-effect.ts';
import { pinsLeaveGap } from './structure/pins-leave-gap.ts';
import { singleHolder } from './structure/single-holder.ts';
import { spanTooWide } from './structure/span-too-wide.ts';
import { teamLarge } from './structure/team-large.ts';
import { teamTooLarge } from './structure/team-too-large.ts';
import { teamTooSmall } from './structure/team-too-small.ts';
import { tooManyLayers } from './structure/too-many-layers.ts';
import { unitTooSmall } from './structure/unit-too-small.ts';
import { vacantHead } from './structure/vacant-head.ts';
import { workOverload } from './structure/work-overload.ts';

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [
  // Structure: teams, spans, levels, clusters and cover.
  teamTooSmall,
  unitTooSmall,
  workOverload,
  teamLarge,
  teamTooLarge,
  spanTooWide,
  oneReportManager,
  vacantHead,
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
  doubtfulReading,
  poorData,
  noCustomers,
  journeyServesNobody,
  journeyWithoutIdentify,
  optionWithoutEffect,
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
  unknownTeamMember,
  outsideSnapshot,
  readingNote,
  revenueUnknown,
  nearDuplicateId,
  nearDuplicatePerson,
  spanBeyondBelief,
  costOutlier,
  customerWithoutOwner,
  ownerOutsideSales,
  gradesCountedFromTheTop,
  fitAnswerContradictsData,
  // Fit: whether a design suits the company.
  fitSmallCompany,
  fitClustersBelowMinimum,
  fitPhasesBelowMinimum,
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
  fitRetentionLow,
  fitAcquisitionApart,
  fitContactPassedOn,
  fitScarceExpertise,
  fitDuplicatedExperts,
  fitCostPressure,
  fitTechnologyPace,
  fitRewardWeight,
  fitPayback,
  fitOfficerTenure,
  fitOfficerConditions,
  fitOfficerWithoutData,
  fitCultureAndMetrics,
  basisProposed,
  customersChangeCluster,
];
