import { reportingConflicts } from '../../measures/structure/reporting-conflicts.ts';
import { conflictingLines } from '../../model/conflicts.ts';
import { gradesOf } from '../../model/grades.ts';
import { type Line, linesOf } from '../../model/lines.ts';
import type { Index } from '../../model/organisation.ts';
import { mayComeUnder } from '../acceptable.ts';
import type { Ground } from '../ground.ts';
import { compared, first } from '../joiners.ts';
import { among, defineRemedy, forEach } from '../remedy.ts';

/** As a file has it that gives one solid and one dotted line without weights. */
const LESSER = 0.3;
/** How far below the limit a lesser line has to be where the policy is stricter than that. */
const CLEARLY = 0.9;

/**
 * The lines with one boss, the others dotted. The boss stays who leads the own department, then who is in it, then who is
 * under the same accountable head, then the more senior, then the nearer to the top, then the one written first.
 */
function settled(ground: Ground, seat: Index): readonly Line[] {
  const { organisation, view } = ground;
  const { lines, unitOf, policy } = organisation;
  const grades = gradesOf(organisation).value;
  const { at } = view.accountability();
  const { depth } = view.tree();
  const own = unitOf[seat]!;
  const rank = ({ boss }: Line) => [
    // Whoever is the boss today is no step down.
    first(ground.boss(seat) === boss || mayComeUnder(organisation, seat, boss)),
    first(own >= 0 && ground.head(own) === boss),
    first(own >= 0 && unitOf[boss] === own),
    first(at.unitOf(boss) === at.unitOf(seat)),
    -(grades[boss]! || 0),
    depth[boss]!,
  ];
  const written = linesOf(lines, seat);
  const rivals = conflictingLines(organisation, seat).map((k) => written[k - lines.start[seat]!]!);
  const main = rivals.reduce((best, one) => (compared(rank(one), rank(best)) < 0 ? one : best));
  const most = (CLEARLY * policy.conflictRatio) / (1 + CLEARLY * policy.conflictRatio);
  const rest = Math.min(LESSER, most);
  const others = written.reduce((sum, line) => (line === main ? sum : sum + line.weight), 0);
  return written.map((line) =>
    line === main
      ? { ...line, weight: 1 - rest }
      : { ...line, dotted: line.dotted || rivals.includes(line), weight: (line.weight / others) * rest },
  );
}

export const dualReportingConflict = defineRemedy({
  rule: 'dual-reporting-conflict',
  summary: 'makes one of two lines count for less: the boss stays who leads the own department, or is in it',
  *propose(ground, finding) {
    const { at } = ground.view.accountability();
    const seats = reportingConflicts(ground.view)
      .conflicts.map(({ seat }) => seat)
      .filter((seat) => at.units[at.unitOf(seat)]!.id === finding.entity.id)
      .filter(among(ground.organisation, finding));
    if (seats.length > 0) yield forEach(seats, (seat) => ({ lines: settled(ground, seat) }));
  },
});
