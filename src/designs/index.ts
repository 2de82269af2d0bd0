import { accountTeam } from './account-team/account-team.ts';
import { asIs } from './as-is.ts';
import { cluster } from './cluster/cluster.ts';
import type { Design } from './design.ts';
import { functional } from './functional/functional.ts';
import { lifecycle } from './lifecycle/lifecycle.ts';
import { matrix } from './matrix.ts';
import { withOfficer } from './officer/officer.ts';

/** Every design, in the order of the report. */
export const designs: readonly Design[] = [
  asIs,
  ...[functional, lifecycle, cluster, accountTeam, matrix].map(withOfficer),
];
