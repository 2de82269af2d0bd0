import type { Organisation } from '../model/organisation.ts';
import { viewOf } from '../model/view.ts';
import { causeOf, type Finding } from '../rules/finding.ts';
import { Ground } from './ground.ts';
import { remedyFor } from './remedies/index.ts';
import { type Edits, movesIn } from './remedy.ts';
import { acceptably, type Judge, type State, stateOf, tryEdits } from './trial.ts';

/** A change that clears a finding. */
export interface Clearance {
  readonly finding: Finding;
  readonly edits: Edits;
  /** The organisation that the change is made in. */
  readonly before: Organisation;
}

/** At most so many ways to clear one finding are tried. */
const MOST_WAYS = 4;

interface Attempt {
  readonly finding: Finding;
  readonly edits: Edits;
}

/** Whom changes ask something of: who moves, and the bosses that they leave and come to. A boss of several stays one. */
class PeopleConcerned {
  private readonly moved: Set<number>;
  private readonly bosses: Set<number>;
  constructor(other?: PeopleConcerned) {
    this.moved = new Set(other?.moved);
    this.bosses = new Set(other?.bosses);
  }
  isApartFrom = (ground: Ground, edits: Edits): boolean =>
    [...edits].every(
      ([seat, { boss }]) =>
        !this.moved.has(seat) &&
        !this.bosses.has(seat) &&
        (boss === undefined || !(this.moved.has(boss) || this.moved.has(ground.boss(seat)))),
    );
  add(ground: Ground, edits: Edits): void {
    for (const [seat, { boss }] of edits) {
      this.moved.add(seat);
      if (boss !== undefined) this.bosses.add(boss).add(ground.boss(seat));
    }
  }
}

/** Whether there is anything to try against a finding, whatever comes of it. */
export function hasWay(ground: Ground, finding: Finding): boolean {
  for (const edits of remedyFor(finding.rule)?.propose(ground, finding) ?? [])
    if (edits.size > 0) return true;
  return false;
}

/** Ways to clear a finding that could be asked of people, each with the organisation that it leads to. */
function* waysOf(
  ground: Ground,
  finding: Finding,
): Iterable<{ readonly edits: Edits; readonly after: Organisation }> {
  let tries = 0;
  for (const edits of remedyFor(finding.rule)?.propose(ground, finding) ?? []) {
    const after = edits.size === 0 ? null : acceptably(ground.organisation, edits);
    if (after === null) continue;
    if (tries++ === MOST_WAYS) return;
    yield { edits, after };
  }
}

/** The first way that was not tried yet, and moves nobody twice. */
function wayOf(
  ground: Ground,
  finding: Finding,
  skip: number,
  asked: PeopleConcerned,
): Edits | 'taken' | null {
  let at = 0;
  let taken = false;
  for (const { edits } of waysOf(ground, finding)) {
    if (at++ < skip) continue;
    if (asked.isApartFrom(ground, edits)) return edits;
    taken = true;
  }
  return taken ? 'taken' : null;
}

const joinedEdits = (attempts: readonly Attempt[]): Edits =>
  new Map(attempts.flatMap(({ edits }) => [...edits]));

/**
 * Tries changes together, and in halves where together they do not help: of hundreds that help, few rounds of the rules are
 * needed. Gives those that help, each made after those before it, and where they lead.
 */
function together(
  state: State,
  attempts: readonly Attempt[],
  judge: Judge,
): { state: State; helped: readonly Clearance[] } {
  if (attempts.length === 0) return { state, helped: [] };
  const targets = attempts.map(({ finding }) => finding);
  const after = tryEdits(state, joinedEdits(attempts), targets, judge);
  if (after !== null)
    return { state: after, helped: attempts.map((one) => ({ ...one, before: state.organisation })) };
  if (attempts.length === 1) return { state, helped: [] };
  const half = attempts.length >> 1;
  const first = together(state, attempts.slice(0, half), judge);
  const second = together(first.state, attempts.slice(half), judge);
  return { state: second.state, helped: [...first.helped, ...second.helped] };
}

/** Ways for as many findings as can be without moving anybody twice, and the findings left for another round. */
function batchOf(
  ground: Ground,
  open: readonly Finding[],
  skipped: ReadonlyMap<string, number>,
  asked: PeopleConcerned,
) {
  const inBatch = new PeopleConcerned(asked);
  const batch: Attempt[] = [];
  const waiting: Finding[] = [];
  for (const finding of open) {
    const skip = skipped.get(causeOf(finding)) ?? 0;
    const edits = wayOf(ground, finding, skip, inBatch);
    if (edits === null) continue;
    if (edits !== 'taken') {
      batch.push({ finding, edits });
      inBatch.add(ground, edits);
      // Who is moved by another change of this round may be free in the next, where that one does not help.
    } else if (wayOf(ground, finding, skip, asked) !== 'taken') waiting.push(finding);
  }
  return { batch, waiting };
}

interface Search {
  readonly judge: Judge;
  /** Which findings to clear, the gravest first. */
  readonly wanted: readonly Finding[];
  /** Called before each round with how many findings are open. */
  readonly onRound?: (open: number) => void;
}

/**
 * Changes that clear as many findings as can be with few moves: for each finding the smallest way that helps, where nobody
 * moves twice and nothing as grave is made. Found round by round, each step judged by the rules; it is not proven that no
 * other choice moves fewer. Cost: a few rounds of the rules where most ways help, a few more for each that does not.
 */
export function clearFindings(
  organisation: Organisation,
  { judge, wanted, onRound }: Search,
): { readonly helped: readonly Clearance[]; readonly before: State; readonly after: State } {
  const before = stateOf(organisation, judge);
  let state = before;
  const helped: Clearance[] = [];
  const asked = new PeopleConcerned();
  const skipped = new Map<string, number>();
  let open = wanted.filter(({ rule }) => remedyFor(rule) !== undefined);
  while (open.length > 0) {
    onRound?.(open.length);
    const still = new Set(state.findings.map(causeOf));
    const ground = new Ground(viewOf(state.organisation));
    const { batch, waiting } = batchOf(
      ground,
      open.filter((finding) => still.has(causeOf(finding))),
      skipped,
      asked,
    );
    if (batch.length === 0) break;
    const result = together(state, batch, judge);
    state = result.state;
    helped.push(...result.helped);
    for (const { edits } of result.helped) asked.add(ground, edits);
    open = [...skip(batch, result.helped, skipped), ...waiting];
  }
  return { helped, before, after: state };
}

/** Findings whose way did not help: next time the next way is tried. */
function skip(
  batch: readonly Attempt[],
  helped: readonly Clearance[],
  skipped: Map<string, number>,
): readonly Finding[] {
  const done = new Set(helped.map(({ finding }) => finding));
  const failed = batch.flatMap(({ finding }) => (done.has(finding) ? [] : [finding]));
  for (const finding of failed) skipped.set(causeOf(finding), (skipped.get(causeOf(finding)) ?? 0) + 1);
  return failed;
}

/**
 * The smallest way to clear each finding by itself, in the organisation as it is: what is said beside it. Costs a round of the
 * rules for each way that is tried.
 */
export function clearEach(
  organisation: Organisation,
  { judge, wanted }: Search,
): ReadonlyMap<Finding, Clearance> {
  const found = new Map<Finding, Clearance>();
  const open = wanted.filter(({ rule }) => remedyFor(rule) !== undefined);
  if (open.length === 0) return found;
  const state = stateOf(organisation, judge);
  const ground = new Ground(viewOf(organisation));
  for (const finding of open)
    for (const { edits, after } of waysOf(ground, finding)) {
      if (tryEdits(state, edits, [finding], judge, after) === null) continue;
      found.set(finding, { finding, edits, before: organisation });
      break;
    }
  return found;
}

/** How much a set of changes asks of people. */
export const effortOf = (changes: readonly Clearance[]) => ({
  moves: changes.reduce((sum, { edits, before }) => sum + movesIn(edits, before), 0),
  redrawn: changes.reduce((sum, { edits, before }) => sum + edits.size - movesIn(edits, before), 0),
});
