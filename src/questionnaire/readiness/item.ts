import type { DesignResult } from '../../designs/design.ts';
import type { Origin } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';
import type { ReadinessPart, ReadinessState } from '../../schema/documents/readiness.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import type { PracticeId } from '../../schema/input/practices.ts';
import type { Answers } from '../maturity/answers.ts';

/** What readiness reads of how a design came out. */
export type Judged = Pick<DesignResult, 'status' | 'basis' | 'missing'>;

/** What readiness is judged of: the organisation as it is, and the design that it is to be ready for. */
export interface Subject {
  readonly today: View;
  readonly answers: Answers;
  readonly design: DesignId;
  readonly result: Judged;
  /** The design; null where it is impossible. */
  readonly then: View | null;
}

/** One thing that was looked at, and what it says. */
export interface Evidence {
  readonly state: ReadinessState;
  readonly text: string;
  readonly at?: Origin;
  /** What would put it in place, as a sentence. */
  readonly change?: string;
}

/** Something that has to be there before a design can work. */
export interface ReadinessItem {
  readonly id: string;
  readonly part: ReadinessPart;
  readonly name: string;
  readonly why: string;
  readonly source: string;
  /** Whether the source wants it in place before the design. */
  readonly blocks: boolean;
  /** What is asked of it in the questionnaire. */
  readonly reads?: readonly PracticeId[];
  /** What the file, and the design, say of it. */
  look?(subject: Subject): readonly Evidence[];
}

/**
 * What several pieces of evidence say together: one that is missing leaves the whole open, else one that is not known leaves it
 * unknown, else one that is there in part makes it partly in place. No evidence: unknown.
 */
export function together(states: readonly ReadinessState[]): ReadinessState {
  const worst = (['open', 'unknown', 'partly'] as const).find((state) => states.includes(state));
  return worst ?? (states.length === 0 ? 'unknown' : 'in-place');
}

/** All of several are there, some, or none; of nothing, unknown. */
export function stateOf(there: number, of: number): ReadinessState {
  if (of === 0) return 'unknown';
  if (there === of) return 'in-place';
  return there > 0 ? 'partly' : 'open';
}
