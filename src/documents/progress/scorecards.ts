import type { Organisation } from '../../model/organisation.ts';
import type { ProgressDocument } from '../../schema/documents/progress.ts';
import type { ScorecardItem } from '../../schema/input/department.ts';

type Deviation = ProgressDocument['deviations'][number];

/** Metrics of which less is better, where nothing else tells the direction. */
const LOWER = /cost|time|waiting|complaints|churn/;

/** How the scorecards of a plan stand, and targets that differ from it. Linear. */
export const scorecardsOf = (before: Organisation, plan: Organisation, now: Organisation) => {
  const items = ({ units }: Organisation): ReadonlyMap<string, ScorecardItem> =>
    new Map(
      units.flatMap(({ id, scorecard = [] }) =>
        scorecard.map((item) => [`${id}\0${item.metric}`, item] as const),
      ),
    );
  const [was, is] = [items(before), items(now)];
  const deviations: Deviation[] = [];
  const rows = plan.units.flatMap(({ id, name, scorecard = [] }) =>
    scorecard.flatMap((item): ProgressDocument['scorecards'] => {
      const key = `${id}\0${item.metric}`;
      const current = is.get(key);
      const target = item.target ?? current?.target;
      if (target === undefined) return [];
      if (current?.target !== undefined && item.target !== undefined && current.target !== item.target)
        deviations.push({
          kind: 'target',
          entity: { kind: 'unit', id, name },
          planned: `${item.metric} ${item.target}`,
          now: `${item.metric} ${current.target}`,
        });
      const start = was.get(key)?.value ?? item.value ?? null;
      const value = current?.value ?? null;
      const lower = start === null || start === target ? LOWER.test(item.metric) : target < start;
      const reached = value !== null && (lower ? value <= target : value >= target);
      const share =
        start === null || value === null || start === target ? null : (value - start) / (target - start);
      return [
        {
          unit: { id, name },
          metric: item.metric,
          counted: item.unit ?? current?.unit ?? null,
          before: start,
          target,
          now: value,
          share,
          state: value === null ? 'not-known' : reached ? 'reached' : 'not-reached',
        },
      ];
    }),
  );
  return { rows, deviations };
};
