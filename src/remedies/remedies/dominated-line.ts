import { reportingConflicts } from '../../measures/structure/reporting-conflicts.ts';
import { linesOf } from '../../model/lines.ts';
import { among, defineRemedy, forEach } from '../remedy.ts';

export const dominatedLine = defineRemedy({
  rule: 'dominated-line',
  summary: 'draws the second line dotted, which is what it is',
  *propose(ground, finding) {
    const { dominated } = reportingConflicts(ground.view);
    const isAsked = among(ground.organisation, finding);
    const lesser = new Map<number, Set<number>>();
    for (const { seat, boss } of dominated)
      if (isAsked(seat)) lesser.set(seat, (lesser.get(seat) ?? new Set()).add(boss));
    if (lesser.size === 0) return;
    yield forEach([...lesser.keys()], (seat) => ({
      lines: linesOf(ground.organisation.lines, seat).map((line) =>
        lesser.get(seat)!.has(line.boss) ? { ...line, dotted: true } : line,
      ),
    }));
  },
});
