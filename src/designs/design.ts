import { given } from '../base/given.ts';
import { lazy } from '../base/memo.ts';
import type { Organisation } from '../model/organisation.ts';
import { closedGates } from '../model/quality.ts';
import type { ReportedAssignment } from '../schema/documents/basis.ts';
import type { DesignStatus } from '../schema/documents/header.ts';
import type { DataGate } from '../schema/documents/quality.ts';
import type { ReportedDesign } from '../schema/documents/report.ts';
import type { DesignId } from '../schema/input/designs.ts';
import { consequences } from './consequences.ts';
import { type Reasons, reasonsOf, type WhyHere } from './reasons.ts';

/** An open post that a design advises and does without: what it would cost a year, null where that is not known. */
export interface OptionalSeat {
  readonly unit: string;
  readonly capability: string;
  readonly cost: number | null;
}

export interface DesignResult {
  readonly status: DesignStatus;
  /** The organisation in its new form; null where the design is impossible or cannot be judged. */
  readonly organisation: Organisation | null;
  /** Capability id to the number of people to hire. */
  readonly hires: ReadonlyMap<string, number>;
  /** What an impossible design lacks, or what keeps it from having more clusters. */
  readonly missing: readonly { what: string; needed: number; available: number }[];
  /** What of the data is to be mended before the design can be judged; there only where it cannot. */
  readonly mend?: readonly string[];
  /** What the design decided and why, in sentences that a reader can check. */
  readonly explanation: readonly string[];
  /** Why people of today change unit or manager, by seat. */
  readonly reasons: Reasons;
  readonly basis?: ReportedDesign['basis'];
  /** How good the placing of people in customer groups is, and how that is known. */
  readonly assignment?: ReportedAssignment;
  /** Posts of centres of expertise for which nobody can be spared. */
  readonly optionalSeats?: readonly OptionalSeat[];
}

/** A pure function from an organisation to an organisation. */
export interface Design {
  readonly id: DesignId;
  readonly name: string;
  readonly summary: string;
  readonly why: { readonly text: string; readonly source: string };
  /** How it is built, as steps in sentences. */
  readonly method: readonly string[];
  /** What of the data has to be good enough: else it cannot be judged. */
  readonly needs: readonly DataGate[];
  apply(organisation: Organisation): DesignResult;
}

/** A design that is built only where the data can bear it. */
export const defineDesign = (design: Design): Design =>
  Object.freeze({
    ...design,
    apply(organisation: Organisation): DesignResult {
      const closed = closedGates(organisation, design.needs);
      return closed.length === 0 ? design.apply(organisation) : cannotJudge(closed.map(({ mend }) => mend));
    },
  });

const cannotJudge = (mend: readonly string[]): DesignResult => ({
  status: 'cannot-judge',
  organisation: null,
  hires: new Map(),
  missing: [],
  mend,
  explanation: ['The data cannot bear this design.', ...mend],
  reasons: new Map(),
});

/** Open seats of an organisation, as hires by capability. */
export function openSeats({ people, capabilities }: Organisation): ReadonlyMap<string, number> {
  const hires = new Map<string, number>();
  for (let seat = 0; seat < people.count; seat++) {
    if (people.vacant[seat] === 0) continue;
    const id = capabilities[people.capability[seat]!]?.id ?? 'unknown';
    hires.set(id, (hires.get(id) ?? 0) + 1);
  }
  return hires;
}

/** What else a design says of itself. */
interface DesignDetails extends Pick<DesignResult, 'basis' | 'assignment' | 'optionalSeats'> {
  /** Why a seat of today is in its new unit. */
  readonly why?: WhyHere;
}

/**
 * A design that could be built. Every seat that is open in it has to be filled, those of today included: that, and nothing
 * else, is what it needs to hire.
 */
export function built(
  organisation: Organisation,
  before: Organisation,
  explanation: readonly string[],
  { basis, assignment, optionalSeats, why }: DesignDetails = {},
): DesignResult {
  const hires = openSeats(organisation);
  const open = [...hires.values()].reduce((a, b) => a + b, 0);
  const today = before.people.vacant.reduce((a, b) => a + b, 0);
  const seats = today === 1 ? '1 seat is' : `${today} seats are`;
  // Only a written proposal asks for them.
  const reasons = lazy(() => reasonsOf(before, organisation, why));
  return {
    status: open > 0 ? 'needs-hires' : 'staffed',
    organisation,
    hires,
    missing: [],
    explanation: [
      ...explanation,
      ...consequences(before, organisation),
      ...(today > 0 ? [`${seats} open today already; ${open} in this design.`] : []),
    ],
    get reasons() {
      return reasons();
    },
    ...given({ basis, assignment, optionalSeats }),
  };
}

/** What a design makes of an organisation that has its form already: the same one. `form` completes "is …". */
export const alreadyInForm = (organisation: Organisation, form: string): DesignResult =>
  built(organisation, organisation, [`The organisation is ${form} already: nothing changes.`]);

/** A design that cannot be built, and what it lacks. */
export const impossible = (missing: DesignResult['missing'], sentence: string): DesignResult => ({
  status: 'impossible',
  organisation: null,
  hires: new Map(),
  missing,
  explanation: [sentence],
  reasons: new Map(),
});
