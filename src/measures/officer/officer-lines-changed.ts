import { matchingOf, sameSeat } from '../change/matching.ts';
import { defineMeasure } from '../measure.ts';
import { hasOfficer, NO_OFFICER } from './officer-reach.ts';

export const officerLinesChanged = defineMeasure({
  id: 'officer.linesChanged',
  label: 'Lines of the officer',
  summary: 'How many reporting lines the Chief Customer Officer adds or moves.',
  formula:
    'Compared with the organisation as it is: primary lines to the officer, and the one up from them, that are not there today; a seat that is new counts. No officer: null.',
  unit: 'lines',
  better: 'lower',
  source: 'orgdesign.',
  change: '`customerOfficer.model` of the design.',
  needs: ['lines'],
  byConstruction: { 'as-is': 'any' },
  applies: hasOfficer,
  take: (view, baseline) => {
    const { officer } = view.organisation;
    if (officer === undefined) return NO_OFFICER;
    const matching = matchingOf(baseline.organisation, view.organisation);
    const { after, before } = matching.trees;
    let lines = 0;
    after.boss.forEach((boss, seat) => {
      if (boss < 0 || (seat !== officer.seat && boss !== officer.seat)) return;
      const then = matching.seats.backward[seat]!;
      if (then < 0 || !sameSeat(matching, before.boss[then]!, boss)) lines++;
    });
    return { value: lines };
  },
});
