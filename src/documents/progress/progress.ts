import { precisePercent } from '../../base/figures.ts';
import { given } from '../../base/given.ts';
import { grouped } from '../../base/grouped.ts';
import { byText, quoted } from '../../base/text.ts';
import { hasMoved, hasNewManager } from '../../measures/change/change.ts';
import { type Matching, matchingOf, stayer } from '../../measures/change/matching.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { treeOf } from '../../model/tree.ts';
import type { ProgressDocument } from '../../schema/documents/progress.ts';
import { type Refs, refsOf } from '../diff/refs.ts';
import { sideOf } from '../diff/report.ts';
import { headerOf } from '../header.ts';
import type { Structure } from '../structure.ts';
import { scorecardsOf } from './scorecards.ts';
import { teamsOf } from './teams.ts';

/** A stage on the way, as an organisation, with the day by which it was to be. */
export interface PlannedStage {
  readonly id: string;
  readonly name: string;
  readonly due: string | null;
  readonly organisation: Organisation;
}

interface ProgressOptions {
  readonly names: boolean;
  readonly version: string;
  readonly today: string | null;
  /** In their order; none where nobody says. */
  readonly stages: readonly PlannedStage[];
  /** Share of the moves that must be done. */
  readonly minDone?: number;
  readonly maxDeviations?: number;
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
    const { unitOfSeat } = refsOf(organisation, false);
    return new Map(organisation.people.id.map((id, seat) => [id, unitOfSeat(seat)?.id]));
  });
  return (person, unit) =>
    stages.find((_, at) => units[at]!.has(person) && units[at]!.get(person) === unit)?.id;
};

const unitsOf = ({ units }: Organisation): ReadonlyMap<string, string> =>
  new Map(units.map(({ id, name }) => [id, name]));

const unitDeviations = (before: Organisation, plan: Organisation, now: Organisation) => {
  const [was, planned, is] = [unitsOf(before), unitsOf(plan), unitsOf(now)];
  const opening = [...planned.keys()].filter((id) => !was.has(id));
  const closing = [...was.keys()].filter((id) => !planned.has(id));
  const kept = closing.filter((id) => is.has(id));
  const unit = (id: string, name: string) => ({ kind: 'unit' as const, id, name });
  const deviations: Deviation[] = [
    ...[...is].flatMap(([id, name]): Deviation[] =>
      was.has(id) || planned.has(id)
        ? []
        : [{ kind: 'unit-new', entity: unit(id, name), planned: null, now: name }],
    ),
    ...[...planned].flatMap(([id, name]): Deviation[] =>
      !was.has(id) || is.has(id)
        ? []
        : [{ kind: 'unit-gone', entity: unit(id, name), planned: name, now: null }],
    ),
  ];
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

/** Three organisations with who is who in each two of them. */
class Way {
  readonly toPlan: Matching;
  readonly toNow: Matching;
  readonly fromPlan: Matching;
  private readonly refs: Record<'before' | 'plan' | 'now', Refs>;

  constructor(
    private readonly before: Organisation,
    private readonly plan: Organisation,
    private readonly now: Organisation,
    names: boolean,
  ) {
    this.toPlan = matchingOf(before, plan);
    this.toNow = matchingOf(before, now);
    this.fromPlan = matchingOf(plan, now);
    this.refs = { before: refsOf(before, names), plan: refsOf(plan, names), now: refsOf(now, names) };
  }

  /** People of the organisation before who have a place in the plan: their seat there, and now; -1 where they are gone. */
  private *people(): Generator<{ seat: Index; there: Index; here: Index }> {
    for (let seat = 0; seat < this.before.people.count; seat++) {
      const there = stayer(this.toPlan, seat);
      // Whom the plan has no place for may still be there until it is done.
      if (there >= 0) yield { seat, there, here: stayer(this.toNow, seat) };
    }
  }

  moves(stageOf: ReturnType<typeof stageWith>): Move[] {
    const { toPlan, toNow, fromPlan, refs } = this;
    const list: Move[] = [];
    for (const { seat, there, here } of this.people()) {
      if (!hasMoved(toPlan, seat, there)) continue;
      const [gone, person] = [here < 0, refs.before.person(seat)];
      const done = !gone && !hasMoved(fromPlan, there, here);
      const open = !gone && !hasMoved(toNow, seat, here);
      const state = gone ? 'gone' : done ? 'done' : open ? 'open' : 'elsewhere';
      const to = refs.plan.unitOfSeat(there);
      list.push({
        person,
        title: this.plan.people.title[there]!,
        from: refs.before.unitOfSeat(seat),
        to,
        ...(state === 'elsewhere' ? { now: refs.now.unitOfSeat(here) } : {}),
        state,
        ...given({ stage: stageOf(person.id, to?.id) }),
      });
    }
    return list.sort((a, b) => byText(a.person.id, b.person.id));
  }

  managers(): Done {
    let [planned, done] = [0, 0];
    for (const { seat, there, here } of this.people()) {
      if (!hasNewManager(this.toPlan, seat, there)) continue;
      planned++;
      if (here >= 0 && !hasNewManager(this.fromPlan, there, here)) done++;
    }
    return doneOf(planned, done);
  }

  /** Places in teams that begin and end with the plan; undefined where none of the three declares any. */
  teams(): ReturnType<typeof teamsOf> | undefined {
    const { before, plan, now, refs } = this;
    if ([before, plan, now].every(({ teams }) => teams.length === 0)) return undefined;
    const person = (of: Refs) => (seat: Index) => ({ kind: 'person' as const, ...of.person(seat) });
    return teamsOf(before, plan, now, { before: person(refs.before), now: person(refs.now) });
  }

  /** Open seats that the plan brings. */
  seats(): ProgressDocument['seats'] {
    const { plan, now, toPlan, fromPlan } = this;
    const seats = { planned: 0, filled: 0, open: 0, missing: 0 };
    for (let seat = 0; seat < plan.people.count; seat++) {
      if (plan.people.vacant[seat] !== 1 || toPlan.seats.backward[seat]! >= 0) continue;
      seats.planned++;
      const here = fromPlan.seats.forward[seat]!;
      seats[here < 0 ? 'missing' : now.people.vacant[here] === 1 ? 'open' : 'filled']++;
    }
    return seats;
  }

  /** People who are not where the plan has them, in the order of the moves. */
  deviations(): Deviation[] {
    const { toNow, fromPlan, refs, before, plan, now } = this;
    const unit = (of: 'plan' | 'now', seat: Index) => refs[of].unitOfSeat(seat)?.name ?? null;
    const boss = (of: 'plan' | 'now', seat: Index) => {
      const found = refs[of].personOrNone(treeOf(of === 'plan' ? plan : now).boss[seat]!);
      return found === null ? null : (found.name ?? found.id);
    };
    const found: Deviation[] = [];
    for (const { seat, there, here } of this.people()) {
      const entity = { kind: 'person' as const, ...refs.before.person(seat) };
      const who = { entity, title: before.people.title[seat]!, from: refs.before.unitOfSeat(seat) };
      if (here < 0) {
        found.push({ kind: 'left', ...who, planned: unit('plan', there), now: null });
        continue;
      }
      // Who has not moved yet is on the way; who is in a third unit, or has left one that the plan keeps them in, is not.
      if (hasMoved(fromPlan, there, here) && hasMoved(toNow, seat, here))
        found.push({ kind: 'moved', ...who, planned: unit('plan', there), now: unit('now', here) });
      if (hasNewManager(fromPlan, there, here) && hasNewManager(toNow, seat, here))
        found.push({ kind: 'manager', ...who, planned: boss('plan', there), now: boss('now', here) });
    }
    for (let here = 0; here < now.people.count; here++) {
      const known = toNow.seats.backward[here]! >= 0 || fromPlan.seats.backward[here]! >= 0;
      if (known || now.people.vacant[here] === 1) continue;
      const entity = { kind: 'person' as const, ...refs.now.person(here) };
      found.push({
        kind: 'joined',
        entity,
        title: now.people.title[here]!,
        planned: null,
        now: unit('now', here),
      });
    }
    return found.sort((a, b) => byText(a.entity.id, b.entity.id));
  }
}

/** Why the plan is not kept to, as sentences: limits first, then stages that are late. */
function failuresOf(
  { moves, teams, deviations, stages }: Pick<ProgressDocument, 'moves' | 'teams' | 'deviations' | 'stages'>,
  { minDone, maxDeviations }: Pick<ProgressOptions, 'minDone' | 'maxDeviations'>,
): string[] {
  const late = stages.filter((stage) => stage.late !== null);
  const tooFew = (share: number | null | undefined, what: string): string[] =>
    minDone !== undefined && share != null && share < minDone - 1e-9
      ? [`${precisePercent(share)} of ${what}; at least ${precisePercent(minDone)} must be.`]
      : [];
  return [
    ...tooFew(moves.share, 'the moves are done'),
    ...tooFew(teams?.share, 'the places in teams are as planned'),
    ...(maxDeviations !== undefined && deviations.length > maxDeviations
      ? [`${grouped(deviations.length)} deviate from the plan; at most ${grouped(maxDeviations)} may.`]
      : []),
    ...late.map(({ name, late: why }) => `The stage ${quoted(name)} is late: ${why}`),
  ];
}

/**
 * How far an organisation is on the way from one to another: people, seats and units are the same where their ids are. Linear in
 * seats, for each stage.
 */
export function buildProgress(
  before: Structure,
  plan: Structure,
  now: Structure,
  { names, version, today, stages: allStages, ...limits }: ProgressOptions,
): ProgressDocument {
  const [was, planned, is] = [before.organisation, plan.organisation, now.organisation];
  const way = new Way(was, planned, is, names);
  const list = way.moves(stageWith(allStages));
  const units = unitDeviations(was, planned, is);
  const scorecards = scorecardsOf(was, planned, is);
  const { version: format, generator } = headerOf(now.loaded, version);
  const moves = doneOf(list.length, list.filter(({ state }) => state === 'done').length);
  const places = way.teams();
  const teams = places === undefined ? undefined : doneOf(places.places.planned, places.places.done);
  const deviations = [
    ...way.deviations(),
    ...(places?.deviations ?? []),
    ...units.deviations,
    ...scorecards.deviations,
  ];
  const stages = stagesOf(allStages, list, today);
  return {
    version: format,
    generator,
    before: sideOf(before),
    plan: sideOf(plan),
    now: sideOf(now),
    today,
    failed: failuresOf({ moves, ...given({ teams }), deviations, stages }, limits),
    moves,
    managers: way.managers(),
    ...given({ teams }),
    seats: way.seats(),
    units: units.units,
    list,
    deviations,
    scorecards: scorecards.rows,
    stages,
  };
}
