import { alternatives } from '../../base/text.ts';
import type { Index, Unit } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';
import type { Rule } from '../../rules/rule.ts';
import type { ReadinessState } from '../../schema/documents/readiness.ts';
import type { UnitKind } from '../../schema/input/department.ts';
import { PRACTICES, type PracticeId } from '../../schema/input/practices.ts';
import type { Evidence, Judged, Subject } from './item.ts';

const STATE_OF = {
  yes: 'in-place',
  partly: 'partly',
  no: 'open',
  unknown: 'unknown',
} as const satisfies Record<string, ReadinessState>;

const practices = new Map(PRACTICES.map((practice) => [practice.id, practice]));

/** What an item of the questionnaire says. */
function fromPractice({ answers }: Subject, id: PracticeId): Evidence {
  const { question, step } = practices.get(id)!;
  const { derived, drawn, evidence, at, ...given } = answers.get(id)!;
  // What a design draws is no habit: it is shown, and still asked.
  const answer = drawn ? 'unknown' : given.answer;
  const note = evidence === '' ? '.' : `: ${evidence.replace(/[.\s]+$/, '')}.`;
  const text = drawn
    ? `${id} is not answered: ${evidence}`
    : derived
      ? `${id} is ${answer} by the data: ${evidence}`
      : answer === 'unknown'
        ? `${id} is not answered${note}`
        : `${id} is answered ${answer}${note}`;
  const change = answer === 'unknown' ? `Answer practices.${id}: ${question}` : step;
  return {
    state: STATE_OF[answer],
    text,
    ...(at === undefined ? {} : { at }),
    ...(answer === 'yes' ? {} : { change }),
  };
}

/** What items of the questionnaire say; those that nobody answered are told together. */
export function fromPractices(subject: Subject, ids: readonly PracticeId[]): readonly Evidence[] {
  const silent = ids.filter((id) => {
    const { answer, evidence } = subject.answers.get(id)!;
    return answer === 'unknown' && evidence === '';
  });
  const said = ids.filter((id) => !silent.includes(id)).map((id) => fromPractice(subject, id));
  if (silent.length === 0) return said;
  const keys = alternatives(
    silent.map((id) => `practices.${id}`),
    'and',
  );
  return [
    ...said,
    { state: 'unknown', text: `Not answered: ${alternatives(silent, 'and')}.`, change: `Answer ${keys}.` },
  ];
}

/** What a rule finds on a design; `silent` where it finds nothing. */
export function fromRule(
  rule: Rule,
  { today, then, design, result }: Subject,
  silent: string,
): readonly Evidence[] {
  if (then === null) return [notPossible(result)];
  const context = { design, baseline: today, ...(result.basis === undefined ? {} : { basis: result.basis }) };
  const found = [...rule.check(then, context)];
  if (found.length === 0) return [{ state: 'in-place', text: silent }];
  return found.map(({ message, at }) => ({ state: 'open', text: message, at }));
}

/** That there is no design to look at. */
export function notPossible({ missing }: Judged): Evidence {
  const lacks = missing.map(
    ({ what, needed, available }) =>
      `${what}, ${needed.toLocaleString('en')} needed and ${available.toLocaleString('en')} there`,
  );
  const why = lacks.length === 0 ? '' : ` It lacks ${lacks.join('; ')}.`;
  return { state: 'unknown', text: `The design is not possible here.${why}` };
}

export interface PlacedUnit {
  readonly at: Index;
  readonly unit: Unit;
}

/** The units of a kind, those below another of the kind left out. */
export const unitsOf = ({ organisation: { units } }: View, kind: UnitKind): readonly PlacedUnit[] =>
  units.flatMap((unit, at) =>
    unit.kind === kind && units[unit.parent]?.kind !== kind ? [{ at, unit }] : [],
  );

/** Units named in a sentence at most. */
const MOST_NAMED = 6;

/** Names for a sentence, the first few of many. */
export function named(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return alternatives(more > 0 ? [...names.slice(0, MOST_NAMED), `${more} more`] : names, 'and');
}
