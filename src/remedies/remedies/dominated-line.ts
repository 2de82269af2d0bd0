import { reportingConflicts } from '../../measures/structure/reporting-conflicts.ts';
import { linesOf } from '../../model/lines.ts';
import { defineRemedy, forEach } from '../remedy.ts';

export const dominatedLine = defineRemedy({
  rule: 'dominated-line',
  summary: 'draws the second line dotted, which is what it is',
  *propose(ground) {
    const { dominated } = reportingConflicts(ground.view);
    const lesser = new Map<number, Set<number>>();
    for (const { seat, boss } of dominated) lesser.set(seat, (lesser.get(seat) ?? new Set()).add(boss));
    if (lesser.size === 0) return;
    yield forEach([...lesser.keys()], (seat) => ({
      lines: linesOf(ground.organisation.lines, seat).map((line) =>
        lesser.get(seat)!.has(line.boss) ? { ...line, dotted: true } : line,
      ),
    }));
  },
});
