import { memo } from '../../base/memo.ts';
import { walk } from '../../model/journeys.ts';
import type { Journey } from '../../model/organisation.ts';
import type { CustomerClass } from '../../model/service.ts';
import type { View } from '../../model/view.ts';
import { PHASES } from '../../schema/input/fields.ts';

/** A journey with its expected visits and moves, and hours of each step as a share of the whole. */
export interface Course {
  readonly share: readonly number[];
  /** The same of the steps at which the customer deals with whoever does them; 0 for the others. */
  readonly contact: readonly number[];
  /** Expected hours of the whole journey, and the share of them that is assumed. */
  readonly hours: number;
  readonly assumedShare: number;
  readonly moves: readonly (readonly [number, number, number])[];
  readonly phaseSteps: readonly (readonly number[])[];
}

export const coursesOf = ({ organisation }: View): readonly Course[] =>
  coursesOfJourneys(organisation.journeys);

const coursesOfJourneys = memo((journeys: readonly Journey[]): readonly Course[] =>
  journeys.map(({ steps }) => {
    const { visits, moves } = walk(steps);
    const hours = steps.map((step, i) => step.hours * visits[i]!);
    const total = hours.reduce((a, b) => a + b, 0);
    const allVisits = visits.reduce((a, b) => a + b, 0);
    // A journey whose steps have no hours counts every visit alike.
    const share = hours.map((value, i) => (total > 0 ? value / total : visits[i]! / allVisits));
    return {
      share,
      contact: share.map((value, i) => (steps[i]!.contact ? value : 0)),
      hours: total,
      assumedShare:
        total > 0
          ? steps.reduce((sum, step, i) => sum + (step.assumed ? hours[i]! : 0), 0) / total
          : Number(steps.some((step) => step.assumed)),
      moves,
      phaseSteps: PHASES.map((phase) => steps.flatMap((step, i) => (step.phase === phase ? [i] : []))).filter(
        (list) => list.length > 0,
      ),
    };
  }),
);

/** Share of the journey's hours that each group of a class does, or of the given ones of each step. */
export function groupHours(
  group: CustomerClass,
  course: Course,
  shares: readonly number[] = course.share,
): number[] {
  const hours = new Array<number>(group.groups.length).fill(0);
  for (let step = 0; step < shares.length; step++) hours[group.groupOfStep[step]!]! += shares[step]!;
  return hours;
}
