import { given } from '../../base/given.ts';
import { byText, quoted } from '../../base/text.ts';
import { hasMoved, hasNewManager } from '../../measures/change/change.ts';
import { matchingOf, stayer } from '../../measures/change/matching.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { treeOf } from '../../model/tree.ts';
import type { ProgressDocument } from '../../schema/documents/progress.ts';
import type { ScorecardItem } from '../../schema/input/department.ts';
import { refsOf } from '../diff/refs.ts';
import { sideOf } from '../diff/report.ts';
import type { Structure } from '../diff/structure.ts';
import { headerOf } from '../report/structure.ts';

/** A stage on the way, as an organisation, with the day by which it was to be. */
export interface PlannedStage {
  readonly id: string;
  readonly name: string;
  readonly due: string | null;
  readonly organisation: Organisation;
}

export interface ProgressOptions {
  readonly names: boolean;
  readonly version: string;
  readonly today: string | null;
  /** In their order; none where nobody says. */
  readonly stages: readonly PlannedStage[];
}

type Move = ProgressDocument['list'][number];
type Deviation = ProgressDocument['deviations'][number];
type Done = ProgressDocument['moves'];

const doneOf = (planned: number, done: number): Done => ({
  planned,
  done,
  share: planned > 0 ? done / planned : null,
});

/** The first stage in which somebody stands in a unit; undefined where none has it so. */
const stageWith = (
  stages: readonly PlannedStage[],
): ((person: string, unit: string | undefined) => string | undefined) => {
  const units = stages.map(({ organisation }) => {
    const { people, unitOf, units: all } = organisation;
    return new Map(people.id.map((id, seat) => [id, all[unitOf[seat]!]?.id]));
  });
  return (person, unit) =>
    stages.find((_, at) => units[at]!.has(person) && units[at]!.get(person) === unit)?.id;
};

const unitsOf = ({ units }: Organisation): ReadonlyMap<string, string> =>
  new Map(units.map(({ id, name }) => [id, name]));

/** Metrics of which less is better, where nothing else tells the direction. */
const LOWER = /cost|time|waiting|complaints|churn/;

const scorecardsOf = (before: Organisation, plan: Organisation, now: Organisation) => {
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

const unitDeviations = (before: Organisation, plan: Organisation, now: Organisation) => {
  const [was, planned, is] = [unitsOf(before), unitsOf(plan), unitsOf(now)];
  const opening = [...planned.keys()].filter((id) => !was.has(id));
  const closing = [...was.keys()].filter((id) => !planned.has(id));
  const kept = closing.filter((id) => is.has(id));
  const deviations: Deviation[] = [...is]
    .filter(([id]) => !was.has(id) && !planned.has(id))
    .map(([id, name]) => ({
      kind: 'unit-new',
      entity: { kind: 'unit', id, name },
      planned: null,
      now: name,
    }));
  const done = opening.filter((id) => is.has(id)).length + closing.length - kept.length;
  return { units: doneOf(opening.length + closing.length, done), deviations };
};

const stagesOf = (
  stages: readonly PlannedStage[],
  list: readonly Move[],
  today: string | null,
): ProgressDocument['stages'] => {
  const counts = stages.map(({ id }) => {
    const own = list.filter((move) => move.stage === id);
    return doneOf(own.length, own.filter(({ state }) => state === 'done').length);
  });
  return stages.map(({ id, name, due }, at) => {
    const { planned, done } = counts[at]!;
    const later = stages.find((_, other) => other > at && counts[other]!.done > 0);
    const late =
      done === planned
        ? null
        : due !== null && today !== null
          ? due < today
            ? `It was to be there by ${due}, and ${planned - done} of ${planned} moves are not done on ${today}.`
            : null
          : later !== undefined
            ? `${quoted(later.name)} has begun, and ${planned - done} of ${planned} moves of this stage are not done.`
            : null;
    return { id, name, due, ...counts[at]!, late };
  });
};

/**
 * How far an organisation is on the way from one to another: people, seats and units are the same where their ids are. Linear in
 * seats, for each stage.
 */
export function buildProgress(
  before: Structure,
  plan: Structure,
  now: Structure,
  options: ProgressOptions,
): ProgressDocument {
  const { names, version, today, stages } = options;
  const [was, planned, is] = [before.organisation, plan.organisation, now.organisation];
  const [toPlan, toNow, fromPlan] = [matchingOf(was, planned), matchingOf(was, is), matchingOf(planned, is)];
  const [refs, planRefs, nowRefs] = [refsOf(was, names), refsOf(planned, names), refsOf(is, names)];
  const stageOf = stageWith(stages);
  const list: Move[] = [];
  const deviations: Deviation[] = [];
  const managers = { planned: 0, done: 0 };
  const nameOf = (unit: Index, of: Organisation): string | null => of.units[unit]?.name ?? null;
  const bossOf = (of: Organisation, seat: Index, refsOfIt: typeof refs): string | null => {
    const boss = refsOfIt.personOrNone(treeOf(of).boss[seat]!);
    return boss === null ? null : (boss.name ?? boss.id);
  };
  for (let seat = 0; seat < was.people.count; seat++) {
    const there = stayer(toPlan, seat);
    if (was.people.vacant[seat] === 1) continue;
    const here = stayer(toNow, seat);
    const person = refs.person(seat);
    const entity = { kind: 'person' as const, ...person };
    if (there < 0) {
      // The plan has no place for them; that they are still there is no deviation until it is done.
      continue;
    }
    const moves = hasMoved(toPlan, seat, there);
    const boss = hasNewManager(toPlan, seat, there);
    if (here < 0) {
      if (!moves)
        deviations.push({
          kind: 'left',
          entity,
          planned: nameOf(planned.unitOf[there]!, planned),
          now: null,
        });
    } else {
      const atPlan = !hasMoved(fromPlan, there, here);
      if (!moves && !atPlan)
        deviations.push({
          kind: 'moved',
          entity,
          planned: nameOf(planned.unitOf[there]!, planned),
          now: nameOf(is.unitOf[here]!, is),
        });
      const asPlanned = !hasNewManager(fromPlan, there, here);
      if (boss && asPlanned) managers.done++;
      if (!asPlanned && hasNewManager(toNow, seat, here))
        deviations.push({
          kind: 'manager',
          entity,
          planned: bossOf(planned, there, planRefs),
          now: bossOf(is, here, nowRefs),
        });
    }
    if (boss) managers.planned++;
    if (!moves) continue;
    const done = here >= 0 && !hasMoved(fromPlan, there, here);
    const open = here >= 0 && !hasMoved(toNow, seat, here);
    const state = here < 0 ? 'gone' : done ? 'done' : open ? 'open' : 'elsewhere';
    const to = planRefs.unitOrNone(planned.unitOf[there]!);
    list.push({
      person,
      title: planned.people.title[there]!,
      from: refs.unitOrNone(was.unitOf[seat]!),
      to,
      ...(state === 'elsewhere' ? { now: nowRefs.unitOrNone(is.unitOf[here]!) } : {}),
      state,
      ...given({ stage: stageOf(person.id, to?.id) }),
    });
  }
  for (let here = 0; here < is.people.count; here++) {
    if (
      is.people.vacant[here] === 1 ||
      toNow.seats.backward[here]! >= 0 ||
      fromPlan.seats.backward[here]! >= 0
    )
      continue;
    deviations.push({
      kind: 'joined',
      entity: { kind: 'person', ...nowRefs.person(here) },
      planned: null,
      now: nameOf(is.unitOf[here]!, is),
    });
  }
  const seats = { planned: 0, filled: 0, open: 0, missing: 0 };
  for (let seat = 0; seat < planned.people.count; seat++) {
    if (planned.people.vacant[seat] !== 1 || toPlan.seats.backward[seat]! >= 0) continue;
    seats.planned++;
    const here = fromPlan.seats.forward[seat]!;
    seats[here < 0 ? 'missing' : is.people.vacant[here] === 1 ? 'open' : 'filled']++;
  }
  const units = unitDeviations(was, planned, is);
  const scorecards = scorecardsOf(was, planned, is);
  const sorted = list.sort((a, b) => byText(a.person.id, b.person.id));
  const { version: format, generator } = headerOf(now.loaded, version);
  return {
    version: format,
    generator,
    before: sideOf(before),
    plan: sideOf(plan),
    now: sideOf(now),
    today,
    moves: doneOf(list.length, list.filter(({ state }) => state === 'done').length),
    managers: doneOf(managers.planned, managers.done),
    seats,
    units: units.units,
    list: sorted,
    deviations: [...deviations, ...units.deviations, ...scorecards.deviations],
    scorecards: scorecards.rows,
    stages: stagesOf(stages, sorted, today),
  };
}
