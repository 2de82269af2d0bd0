import { given } from '../../base/given.ts';
import { grouped } from '../../base/grouped.ts';
import { allOf } from '../../base/text.ts';
import type { Index, Origin, Unit } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';
import { contextOf, type DesignOutcome } from '../../rules/context.ts';
import type { Rule } from '../../rules/rule.ts';
import type { ReadinessPart, ReadinessState } from '../../schema/documents/assessment.ts';
import type { UnitKind } from '../../schema/input/department.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import type { PracticeId } from '../../schema/input/practices.ts';
import { type Answers, howAnswered, practices } from '../answers/answers.ts';

/** What readiness is judged of: the organisation as it is, and the design that it is to be ready for. */
export interface ReadinessCase {
  readonly today: View;
  readonly answers: Answers;
  readonly design: DesignId;
  readonly result: DesignOutcome;
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

export const inPlace = (text: string, at?: Origin): Evidence => given({ state: 'in-place', text, at });

const lacking =
  (state: ReadinessState) =>
  (text: string, change?: string, at?: Origin): Evidence =>
    given({ state, text, at, change });

export const partly = lacking('partly');
export const open = lacking('open');
export const notKnown = lacking('unknown');

/** How many of several are there; of those that lack it, what to do, and where the first of them stands. */
export function ofSeveral(
  there: number,
  of: number,
  text: string,
  lacking: readonly Unit[],
  change: (names: string) => string,
): Evidence {
  const state = stateOf(there, of);
  if (state === 'in-place') return inPlace(text);
  return { state, text, at: lacking[0]!.origin, change: change(named(lacking.map(({ name }) => name))) };
}

/** What the file, and the design, say of something. */
export type Look = (subject: ReadinessCase) => readonly Evidence[];

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
  readonly look?: Look;
}

/**
 * What several pieces of evidence say together: one that is missing leaves the whole open, else one that is not known leaves it
 * unknown, else one that is there in part makes it partly in place. No evidence: unknown.
 */
export function together(states: readonly ReadinessState[]): ReadinessState {
  const worst = (['open', 'unknown', 'partly', 'proposed'] as const).find((state) => states.includes(state));
  return worst ?? (states.length === 0 ? 'unknown' : 'in-place');
}

/** All of several are there, some, or none; of nothing, unknown. */
function stateOf(there: number, of: number): ReadinessState {
  if (of === 0) return 'unknown';
  if (there === of) return 'in-place';
  return there > 0 ? 'partly' : 'open';
}

const STATE_OF = {
  yes: 'in-place',
  partly: 'partly',
  no: 'open',
  unknown: 'unknown',
} as const satisfies Record<string, ReadinessState>;

/** What an item of the questionnaire says. */
function fromPractice({ answers }: ReadinessCase, id: PracticeId): Evidence {
  const { question, step } = practices.get(id)!;
  const { derived, drawn, evidence, at, ...written } = answers.get(id)!;
  // What a design draws is no habit: it is shown, and still asked.
  const answer = drawn ? 'unknown' : written.answer;
  const note = evidence === '' ? '.' : `: ${evidence.trimEnd().replace(/\.$/, '')}.`;
  const text = `${id} is ${howAnswered({ answer, derived })}${note}`;
  const change = answer === 'unknown' ? `Answer practices.${id}: ${question}` : step;
  return given({ state: STATE_OF[answer], text, at, change: answer === 'yes' ? undefined : change });
}

/** What items of the questionnaire say; those that nobody answered are told together. */
export function fromPractices(subject: ReadinessCase, ids: readonly PracticeId[]): readonly Evidence[] {
  const silent = ids.filter((id) => {
    const { answer, evidence } = subject.answers.get(id)!;
    return answer === 'unknown' && evidence === '';
  });
  const said = ids.filter((id) => !silent.includes(id)).map((id) => fromPractice(subject, id));
  if (silent.length === 0) return said;
  const keys = allOf(silent.map((id) => `practices.${id}`));
  return [...said, notKnown(`Not answered: ${allOf(silent)}.`, `Answer ${keys}.`)];
}

/** What a design draws is proposed, and nowhere in place; what stands in the file already is. */
export const drawn = ({ today, then }: ReadinessCase, found: readonly Evidence[]): readonly Evidence[] =>
  then?.organisation === today.organisation
    ? found
    : found.map((one) => (one.state === 'in-place' ? { ...one, state: 'proposed' } : one));

/** What the units of a kind say of a design that is possible and has some; what the design draws by itself is proposed. */
export const inDesign =
  (
    kind: UnitKind,
    look: (then: View, units: readonly UnitAt[], subject: ReadinessCase) => readonly Evidence[],
  ): Look =>
  (subject) => {
    const { then, result } = subject;
    if (then === null) return [notPossible(result)];
    const units = unitsOf(then, kind);
    return units.length === 0
      ? [notKnown(`There is no ${kind}.`)]
      : drawn(subject, look(then, units, subject));
  };

/** What a rule finds on a design; `silent` where it finds nothing. */
export function fromRule(rule: Rule, subject: ReadinessCase, silent: string): readonly Evidence[] {
  const { today, then, design, result } = subject;
  if (then === null) return [notPossible(result)];
  const found = [...rule.check(then, contextOf(design, today, result))];
  if (found.length === 0) return drawn(subject, [inPlace(silent)]);
  return found.map(({ message, at }) => open(message, undefined, at));
}

/** That there is no design to look at. */
export function notPossible({ missing }: DesignOutcome): Evidence {
  const lacks = missing.map(
    ({ what, needed, available }) => `${what}, ${grouped(needed)} needed and ${grouped(available)} there`,
  );
  const why = lacks.length === 0 ? '' : ` It lacks ${lacks.join('; ')}.`;
  return notKnown(`The design is not possible here.${why}`);
}

export interface UnitAt {
  readonly at: Index;
  readonly unit: Unit;
}

/** The units of a kind, those below another of the kind left out. */
export const unitsOf = ({ organisation: { units } }: View, kind: UnitKind): readonly UnitAt[] =>
  units.flatMap((unit, at) =>
    unit.kind === kind && units[unit.parent]?.kind !== kind ? [{ at, unit }] : [],
  );

/** Units named in a sentence at most. */
const MOST_NAMED = 6;

/** Names for a sentence, the first few of many. */
export const named = (names: readonly string[]): string => allOf(names, MOST_NAMED);
