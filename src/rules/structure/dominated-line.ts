import { precisePercent } from '../../base/figures.ts';
import { counted } from '../../base/text.ts';
import { reportingConflicts } from '../../measures/structure/reporting-conflicts.ts';
import { twoBosses } from '../examples/companies.ts';
import { examplesOf, gathered } from '../finding.ts';
import { defineRule } from '../rule.ts';

const company = (kind: string) =>
  twoBosses('A second boss', `{ to: m1, weight: 0.8 }, { to: m2, kind: ${kind}, weight: 0.2 }`);

export const dominatedLine = defineRule({
  id: 'dominated-line',
  about: 'structure',
  severity: 'note',
  summary: 'Second solid lines weigh clearly less than the first.',
  why: {
    text: 'A line that is drawn solid and counts for little promises a boss more say than there is. A dotted line says what is meant.',
    source: 'orgdesign, model section 6, after Jackson on lines of unequal influence',
  },
  options: ['conflictRatio'],
  examples: { bad: company('solid'), good: company('dotted') },
  *check(view) {
    const { organisation } = view;
    const { dominated } = reportingConflicts(view);
    if (dominated.length === 0) return;
    const { conflictRatio } = organisation.policy;
    yield gathered(
      dominated,
      ({ seat }) => organisation.people.id[seat]!,
      (dominated) => ({
        message: `${counted(dominated.length, 'second line is', 'second lines are')} drawn solid and ${dominated.length === 1 ? 'weighs' : 'weigh'} less than ${precisePercent(conflictRatio)} of the first of the same person: a second boss in name only.`,
        limit: conflictRatio,
        examples: examplesOf(dominated, ({ seat, boss }) => `${view.person(seat)} to ${view.person(boss)}`),
        at: organisation.people.origin(dominated[0].seat),
      }),
    );
  },
});
