import { alternatives, counted } from '../../base/text.ts';
import { fitting } from '../examples/companies.ts';
import { smallUnits } from '../structure/unit-members.ts';
import { defineFitRule } from './fit-rule.ts';
import { read } from './premises.ts';
import type { FitCase } from './statement.ts';

/** Phases that are too small even when every open seat of theirs is filled, as part of a sentence; '' for none. */
function tooSmall({ subject, view }: Pick<FitCase, 'subject' | 'view'>): string {
  if (subject !== 'lifecycle' || view === null) return '';
  const { units, policy } = view.organisation;
  const small = smallUnits(view).filter(
    ({ unit, people, open }) => units[unit]!.kind === 'phase' && people + open < policy.minimumTeam,
  );
  const each = small.map(
    ({ unit, people }) =>
      `the phase ${units[unit]!.name} has ${people === 0 ? 'nobody' : counted(people, 'person', 'people')}`,
  );
  return each.length === 0
    ? ''
    : `${alternatives(each, 'and')}, where a phase needs ${policy.minimumTeam} people`;
}

/** The company of the examples with so many people of marketing; the others of them keep the books. */
function onlyMarketers(count: number): string {
  let seen = 0;
  return fitting('Marketers').replaceAll('Marketing Specialist', (title) =>
    ++seen > count ? 'Accountant' : title,
  );
}

export const fitPhasesBelowMinimum = defineFitRule({
  id: 'fit-phases-below-minimum',
  summary: 'The people there cannot fill each phase with the four people that it needs.',
  why: {
    text: 'A phase is a department that answers for its part of the journey. With fewer than four people, or nobody, it is a name on the chart.',
    source: 'Jackson of teams; that it holds for phases is our reading',
  },
  options: ['minimumTeam'],
  // That a phase is too small is a finding of its own.
  finding: 'none',
  fit: {
    statements: [
      {
        when: 'a phase without enough people',
        designs: ['lifecycle'],
        certainty: -0.8,
        premises: (fit) => [read(fit, ['people'], tooSmall(fit), 1)],
      },
    ],
    // It tells nothing of phases that are large enough.
    applies: (fit) => tooSmall(fit) !== '',
    cap: (fit) => ({ at: 'rather not', text: tooSmall(fit) }),
    reads: [],
    change: 'To change that: people hired, or with second skills, for the work of that phase.',
  },
  examples: { bad: onlyMarketers(1), good: onlyMarketers(4), design: 'lifecycle' },
});
