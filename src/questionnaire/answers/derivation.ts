import type { Origin } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';
import type { Answer, PracticeId } from '../../schema/input/practices.ts';

/** What the data of a file answer, in whose place nobody has. */
interface DataAnswer {
  readonly answer: Exclude<Answer, 'unknown'>;
  /** What was read, as a sentence. */
  readonly text: string;
  readonly at: Origin;
  /** A sign of it and no more: worth asking, and nothing to build a next step on. */
  readonly sign?: true;
  /** A sign that designs draw by themselves: readiness, which looks at the design itself, waits for an answer. */
  readonly drawn?: true;
}

/** Answers an item from the data of a file; undefined where they say nothing of it. */
export type Derivation = (view: View) => DataAnswer | undefined;

/** By the item that each answers. */
export type Derivations = Readonly<Partial<Record<PracticeId, Derivation>>>;

/** An answer that the data give. */
export const answered = (answer: DataAnswer['answer'], text: string, at: Origin): DataAnswer => ({
  answer,
  text,
  at,
});

/** That the data show a sign of it and no more. */
export const sign = (text: string, at: Origin): DataAnswer => ({ answer: 'partly', sign: true, text, at });

/** A sign that designs draw by themselves. */
export const drawnSign = (text: string, at: Origin): DataAnswer => ({ ...sign(text, at), drawn: true });
