import { slug } from '../../base/text.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { treeOf } from '../../model/tree.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import type { DesignResult } from '../design.ts';
import { type Reasons, reasonsSoFar } from '../reasons.ts';
import {
  type Candidate,
  candidatesOf,
  type Roles,
  rolesOf,
  type Schedule,
  scheduleOf,
  unitIdOf,
} from './schedule.ts';
import { organisationAt } from './stage-organisation.ts';
import {
  foundationsText,
  LAST,
  NOBODY_MOVES,
  ONE_STAGE,
  pilotText,
  seatsToFill,
  teamsText,
  unitNames,
  waveText,
} from './stage-sentences.ts';
import { StagedUnits } from './stage-units.ts';

/** One step on the way from today to a design: an organisation that can be measured and written like any other. */
export interface Stage {
  /** `foundations`, `pilot-retail`, `wave-1`. */
  readonly id: string;
  readonly name: string;
  readonly why: readonly string[];
  readonly organisation: Organisation;
  /** People whose department is another than at the stage before, and than today. */
  readonly moved: number;
  readonly movedSoFar: number;
  /** People who report to somebody else than at the stage before. */
  readonly newManagers: number;
  /** Seats, by index in the design, that must be filled before it, since their unit begins to work in it. */
  readonly toFill: readonly Index[];
  readonly dualWork: DualWork;
  /** Why people are where the design has them, as far as they are there. */
  readonly reasons: Reasons;
}

export interface Transition {
  /** The units that could be the pilot, the best first. */
  readonly candidates: readonly Candidate[];
  readonly stages: readonly Stage[];
}

const LONGEST_SLUG = 40;

interface Plan {
  readonly id: string;
  readonly name: string;
  readonly why: readonly string[];
  readonly begins: readonly Candidate[];
}

/** Foundations, the pilot, then the others in waves, in the order of the candidates. */
function plansOf(
  candidates: readonly Candidate[],
  waveSize: number,
  id: DesignId,
  foundations: Plan,
): Plan[] {
  const plans = [foundations];
  const [pilot] = candidates;
  if (pilot === undefined) return plans;
  plans.push({
    // By character, so that none is cut in two.
    id: `pilot-${[...slug(pilot.name)].slice(0, LONGEST_SLUG).join('')}`,
    name: `Pilot: ${pilot.name}`,
    why: pilotText(id, candidates),
    begins: [pilot],
  });
  for (let at = 1; at < candidates.length; at += waveSize) {
    const begins = candidates.slice(at, at + waveSize);
    const wave = plans.length - 1;
    plans.push({
      id: `wave-${wave}`,
      name: `Wave ${wave}: ${unitNames(begins)}`,
      why: waveText(id, begins, waveSize),
      begins,
    });
  }
  return plans;
}

/** Whether a person of today stands elsewhere in two organisations that both have today's seats first. */
function changes(before: Organisation, from: Organisation, to: Organisation) {
  const bossOf = (organisation: Organisation, seat: Index) =>
    organisation.people.id[treeOf(organisation).boss[seat]!];
  let [moved, newManagers] = [0, 0];
  for (let seat = 0; seat < before.people.count; seat++) {
    if (before.people.vacant[seat] === 1) continue;
    if (unitIdOf(from, seat) !== unitIdOf(to, seat)) moved++;
    if (bossOf(from, seat) !== bossOf(to, seat)) newManagers++;
  }
  return { moved, newManagers };
}

/**
 * The way from today to a design in stages. First what the new units need: their heads, centres of expertise, common
 * services. Then the one unit that is easiest to begin with, as a pilot, then the others in waves of `policy.waveSize`, in
 * the same order; the pilot is one to which people move. Where nobody but heads moves, everything is one stage. At the last stage the organisation is the design's own. Each person moves once and changes manager once;
 * customers are served as today until their new unit begins to work, and keep by name whom they have until then. No stages
 * where there is nothing to change or no design. Linear in seats and relationships, for each stage.
 */
export function transitionOf(before: Organisation, id: DesignId, after: DesignResult): Transition {
  const design = after.organisation;
  if (design === null || design === before) return { candidates: [], stages: [] };
  const roles = rolesOf(before, id, design);
  const candidates = candidatesOf(before, design, roles);
  const nobodyMoves = changes(before, before, design).moved === 0;
  const atOnce = nobodyMoves || (candidates.length > 0 && candidates.every(({ joining }) => joining === 0));
  const needed = foundationsText(before, id, design, roles);
  const teams = teamsText(before, design);
  const foundations = { id: 'foundations', name: 'Foundations' };
  const plans = atOnce
    ? [
        {
          ...foundations,
          name: 'All at once',
          why: nobodyMoves ? (teams.length > 0 ? teams : [NOBODY_MOVES]) : [...needed, ONE_STAGE],
          begins: candidates,
        },
      ]
    : plansOf(candidates, design.policy.waveSize, id, {
        ...foundations,
        why: needed,
        begins: [],
      });
  const begins = new Map(plans.flatMap((plan, at) => plan.begins.map(({ unit }) => [unit, at + 1] as const)));
  const schedule = scheduleOf(before, design, roles, begins);
  const staged = new StagedUnits(before, design, roles, schedule);
  let last = before;
  const stages = plans.map((plan, at): Stage => {
    const stage = at + 1;
    const isLast = stage === plans.length;
    const now = isLast ? design : organisationAt(before, design, schedule, staged, stage);
    const { moved, newManagers } = changes(before, last, now);
    last = now;
    return {
      id: plan.id,
      name: plan.name,
      why: isLast ? [...plan.why, LAST] : plan.why,
      organisation: now,
      moved,
      movedSoFar: changes(before, before, now).moved,
      newManagers,
      toFill: seatsToFill(design, roles, new Set(plan.begins.map(({ unit }) => unit))),
      dualWork: dualWorkOf(before, design, roles, schedule, stage, now),
      reasons: reasonsSoFar(now, design, after.reasons),
    };
  });
  return { candidates, stages };
}

/** What some people do twice over while an organisation is between two forms. */
interface DualWork {
  /** People who have their new place and still lead people of the old team. */
  readonly leading: number;
  /** People who have their new place and still serve customers whom they will hand over. */
  readonly serving: number;
}

/** Who does the work of two places at a stage. Linear in seats and relationships. */
function dualWorkOf(
  before: Organisation,
  design: Organisation,
  roles: Roles,
  schedule: Schedule,
  stage: number,
  now: Organisation,
): DualWork {
  const today = before.people.count;
  const isPlaced = (seat: Index) => seat < today && schedule.seat[seat]! <= stage && roles.isMoved(seat);
  const { boss } = treeOf(now);
  const leading = new Set<Index>();
  for (let seat = 0; seat < today; seat++)
    if (schedule.seat[seat]! > stage && boss[seat]! >= 0 && isPlaced(boss[seat]!)) leading.add(boss[seat]!);
  const serving = new Set<Index>();
  for (let customer = 0; customer < now.customers.count; customer++) {
    const { start, seat: then } = design.relationships;
    const kept = then.subarray(start[customer]!, start[customer + 1]!);
    for (let k = now.relationships.start[customer]!; k < now.relationships.start[customer + 1]!; k++) {
      const seat = now.relationships.seat[k]!;
      if (isPlaced(seat) && !kept.includes(seat)) serving.add(seat);
    }
  }
  return { leading: leading.size, serving: serving.size };
}
