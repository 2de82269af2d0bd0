import { given } from '../base/given.ts';
import { addTo } from '../base/groups.ts';
import type { DeclaredTeam, Index, Organisation } from '../model/organisation.ts';
import { itemLines } from '../write/lines.ts';
import { servesInput } from './departments.ts';
import { figure } from './wording.ts';

const TOLERANCE = 1e-9;

/** `teams:`, with shares where somebody works more in one of their teams than in another; nothing where there are none. */
export function teamLines(organisation: Organisation): string[] {
  const { teams, people } = organisation;
  if (teams.length === 0) return [];
  const shares = new Map<Index, number[]>();
  for (const { members } of teams) for (const { seat, share } of members) addTo(shares, seat, share);
  const isAlike = (seat: Index) => {
    const own = shares.get(seat)!;
    return own.every((share) => Math.abs(share - 1 / own.length) < TOLERANCE);
  };
  const member = ({ seat, share }: DeclaredTeam['members'][number]) =>
    isAlike(seat) ? people.id[seat]! : { id: people.id[seat]!, share: figure(share) };
  return [
    '# People who work together, whatever their departments and lines.',
    'teams:',
    ...teams.flatMap((team) =>
      itemLines(
        given({
          id: team.id,
          name: team.name === team.id ? undefined : team.name,
          kind: team.kind === 'team' ? undefined : team.kind,
          lead: people.id[team.lead],
          serves: team.serves === null ? undefined : servesInput(organisation, team.serves),
          members: team.members.map(member),
        }),
      ),
    ),
  ];
}
