import type { Remedy } from '../remedy.ts';
import { clusterMissingCapability } from './cluster-missing-capability.ts';
import { dominatedLine } from './dominated-line.ts';
import { dualReportingConflict } from './dual-reporting-conflict.ts';
import { enablingFunctionInCluster } from './enabling-function-in-cluster.ts';
import { officerNotBelowRoot } from './officer-not-below-root.ts';
import { oneReportManager } from './one-report-manager.ts';
import { orphan } from './orphan.ts';
import { personWithoutDepartment } from './person-without-department.ts';
import { severalRoots } from './several-roots.ts';
import { singleHolder } from './single-holder.ts';
import { spanTooWide } from './span-too-wide.ts';
import { teamTooLarge } from './team-too-large.ts';
import { teamTooSmall } from './team-too-small.ts';
import { tooManyLayers } from './too-many-layers.ts';
import { unitTooSmall } from './unit-too-small.ts';

/** Every remedy: at most one for a rule. */
export const remedies: readonly Remedy[] = [
  severalRoots,
  orphan,
  personWithoutDepartment,
  unitTooSmall,
  clusterMissingCapability,
  enablingFunctionInCluster,
  teamTooSmall,
  teamTooLarge,
  spanTooWide,
  tooManyLayers,
  oneReportManager,
  dualReportingConflict,
  dominatedLine,
  singleHolder,
  officerNotBelowRoot,
];

const byRule = new Map(remedies.map((remedy) => [remedy.rule, remedy]));

export const remedyFor = (rule: string): Remedy | undefined => byRule.get(rule);
