import type { Design, DesignResult } from '../designs/design.ts';
import { designs } from '../designs/index.ts';
import { buildOrganisation } from '../model/build.ts';
import type { Organisation } from '../model/organisation.ts';
import type { DesignId } from '../schema/input/designs.ts';
import type { Loaded } from '../schema/loaded.ts';
import { type Proposal, type ProposalMeta, proposalFiles } from './proposal.ts';

/** A design of an organisation: that it is impossible, or what its files say. */
export interface Simulated {
  readonly design: Design;
  readonly result: DesignResult;
  readonly before: Organisation;
  /** Null where the design is impossible. */
  readonly after: Organisation | null;
  readonly proposal: Proposal | null;
}

/** Applies a design to an organisation and writes what comes of it. */
export function simulateDesign(
  loaded: Loaded,
  id: DesignId,
  options: Omit<ProposalMeta, 'design' | 'result'>,
): Simulated {
  const design = designs.find((one) => one.id === id)!;
  const before = buildOrganisation(loaded);
  const result = design.apply(before);
  const after = result.organisation;
  const proposal =
    after === null ? null : proposalFiles(loaded, before, after, { ...options, design, result });
  return { design, result, before, after, proposal };
}
