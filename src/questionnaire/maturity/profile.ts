import type { ReportedStanding, Standing, Tally } from '../../schema/documents/assessment.ts';
import {
  COMPONENTS,
  CONDITIONS,
  type Component,
  type Condition,
  LEVELS,
  type Level,
} from '../../schema/input/practice-items/practice.ts';
import { PRACTICES, type PracticeId } from '../../schema/input/practices.ts';
import type { Answers } from '../answers/answers.ts';

/** What items count towards: a level, a component or a condition. */
export interface Heading<Id extends string = string> {
  readonly id: Id;
  readonly name: string;
  readonly source: string;
  readonly items: readonly PracticeId[];
}

const ENOUGH = 2 / 3;
const TOO_MUCH_UNKNOWN = 1 / 3;
const MOSTLY_UNKNOWN = 1 / 2;
const TOLERANCE = 1e-9;

const named = <Id extends string>(
  ids: readonly Id[],
  key: 'level' | 'component' | 'condition',
  names: Readonly<Record<Id, string>>,
  source: string,
): readonly Heading<Id>[] =>
  ids.map((id) => ({
    id,
    name: names[id],
    source,
    items: PRACTICES.filter((practice) => practice[key] === id).map((practice) => practice.id),
  }));

/** The three levels, lowest first. */
export const levels: readonly Heading<Level>[] = named(
  LEVELS,
  'level',
  { focused: 'Customer-focused', centric: 'Customer-centric', led: 'Customer-led' },
  'Focus/Centric/Led',
);

export const components: readonly Heading<Component>[] = named(
  COMPONENTS,
  'component',
  {
    information: 'Information on needs',
    solutions: 'Solutions from needs',
    segments: 'Segments',
    personalisation: 'Personalisation',
    metrics: 'Metrics',
    communications: 'Communications',
    sales: 'Sales',
    tools: 'Tools',
  },
  'Eccles',
);

export const conditions: readonly Heading<Condition>[] = named(
  CONDITIONS,
  'condition',
  {
    jobs: 'Propositions built on customers’ jobs',
    challenge: 'Rules that can be challenged',
    prioritisation: 'A forum for priorities',
    data: 'Customer data linked to results',
  },
  'Bush',
);

export function tally(answers: Answers, items: readonly PracticeId[]): Tally {
  const counts = { yes: 0, partly: 0, no: 0, unknown: 0 };
  for (const item of items) counts[answers.get(item)!.answer]++;
  return counts;
}

/** What is known to be there of what is known, `partly` being a half; NaN where nothing is known. */
export const shareInPlace = ({ yes, partly, no }: Tally): number => (yes + partly / 2) / (yes + partly + no);

/** Where a heading stands; nothing known is `unknown`. */
export function standingOf({ yes, partly, no, unknown }: Tally): Standing {
  const all = yes + partly + no + unknown;
  if (unknown > MOSTLY_UNKNOWN * all || all === 0) return 'unknown';
  if (yes + partly / 2 >= ENOUGH * all - TOLERANCE && unknown <= TOO_MUCH_UNKNOWN * all + TOLERANCE)
    return 'largely-in-place';
  return yes + partly === 0 ? 'not-in-place' : 'in-part';
}

/** Counts and standing of each heading: a profile, which is never added up to one figure. */
export const profileOf = <Id extends ReportedStanding['id']>(
  answers: Answers,
  headings: readonly Heading<Id>[],
) =>
  headings.map(({ id, name, source, items }) => {
    const counts = tally(answers, items);
    return {
      id,
      name,
      source,
      counts,
      derived: items.filter((item) => answers.get(item)!.derived).length,
      state: standingOf(counts),
      items: [...items],
    };
  });
