import { given } from '../../base/given.ts';
import { defineMeasure } from '../measure.ts';
import { distributionOf } from '../summarise.ts';

export const teamsPerPerson = defineMeasure({
  id: 'teams.perPerson',
  label: 'Teams a person works in',
  summary: 'In how many declared teams a person works.',
  formula:
    'Memberships of the teams that the file declares, divided by all people; open seats left out. The distribution is over people. No declared teams: left out.',
  unit: 'teams',
  better: 'none',
  source: 'orgdesign.',
  change: '`teams`.',
  applies: ({ organisation }) => organisation.teams.length > 0,
  take: ({ organisation: { people, teams } }) => {
    const counts = new Float64Array(people.count);
    for (const { members } of teams) for (const { seat } of members) counts[seat]!++;
    const there = [...counts].filter((_, seat) => people.vacant[seat] === 0);
    if (there.length === 0) return { value: null, reason: 'Nobody is there.' };
    return given({
      value: there.reduce((sum, count) => sum + count, 0) / there.length,
      distribution: distributionOf(there),
    });
  },
});
