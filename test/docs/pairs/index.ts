import { bushPairs } from './bush.ts';
import { ecclesPairs } from './eccles.ts';
import { focusPairs } from './focus.ts';
import { clusterPairs } from './jackson-clusters.ts';
import { companyPairs } from './jackson-company.ts';
import { jameanePairs } from './jameane.ts';
import type { Pair } from './pair.ts';

/** A pair for every claim that docs/claims.md says is computed. */
export const pairs: readonly Pair[] = [
  ...clusterPairs,
  ...companyPairs,
  ...jameanePairs,
  ...bushPairs,
  ...focusPairs,
  ...ecclesPairs,
];
