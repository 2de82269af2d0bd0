import type { Organisation } from '../model/organisation.ts';
import type { DesignId } from '../schema/designs.ts';
import type { ReportedDesign } from '../schema/report.ts';

export interface DesignResult {
  readonly status: 'staffed' | 'needs-hires' | 'impossible';
  /** The organisation in its new form; null where the design is impossible. */
  readonly organisation: Organisation | null;
  /** Capability id to the number of people to hire. */
  readonly hires: ReadonlyMap<string, number>;
  /** What an impossible design lacks, or what keeps it from having more clusters. */
  readonly missing: readonly { what: string; needed: number; available: number }[];
  /** What the design decided and why, in sentences that a reader can check. */
  readonly explanation: readonly string[];
  readonly basis?: ReportedDesign['basis'];
}

/** A pure function from an organisation to an organisation. */
export interface Design {
  readonly id: DesignId;
  readonly name: string;
  readonly summary: string;
  readonly why: { readonly text: string; readonly source: string };
  /** How it is built, as steps in sentences. */
  readonly method: readonly string[];
  apply(organisation: Organisation): DesignResult;
}

export const defineDesign = (design: Design): Design => Object.freeze(design);
