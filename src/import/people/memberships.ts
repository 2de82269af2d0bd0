import { grouped } from '../../base/grouped.ts';
import { counted } from '../../base/text.ts';
import type { Extract } from '../extract.ts';
import type { Journal } from '../journal.ts';
import type { PeopleField } from '../sources/source.ts';
import type { TeamRows } from '../table/membership.ts';
import type { PeopleFile } from './read-people.ts';
import { nameAt } from './references.ts';

const TEAM: ReadonlySet<PeopleField> = new Set<PeopleField>(['department', 'division']);
/** Below this share of the people who are in several, a table is one of people, and a second row a slip or a move. */
const LEAST_SHARE = 0.05;
/** Below so many people in several, equal names are namesakes. */
const LEAST_NAMESAKES = 3;

/**
 * The teams of each file that has a row for each membership: rows of one person that agree in all but the team. Each
 * person keeps the first, whose team is the department; the others are left out of the extract. Where few are in
 * several there are no teams, and their further rows are listed.
 */
export function mergeMemberships(
  extract: Extract,
  files: readonly PeopleFile[],
  journal: Journal,
): TeamRows[][] {
  return files.map((file, index) => {
    const fields = new Set(file.bound.map(({ field }) => field));
    if (file.source.posts === true || !fields.has('department')) return [];
    const key = (['id', 'otherId', 'email'] as const).find((field) => fields.has(field));
    if (key !== undefined && extract.differs(key)) return [];
    const people = new Map<string, number[]>();
    for (const at of extract.rowsOf(index)) {
      const who = key === undefined ? nameAt(extract, at) : extract.get(key, at);
      if (who === '') continue;
      const rows = people.get(who);
      if (rows === undefined) people.set(who, [at]);
      else rows.push(at);
    }
    const several = [...people.values()].filter((rows) => isInSeveral(extract, rows));
    const many = several.length >= LEAST_SHARE * people.size;
    if (several.length === 0 || (key === undefined && !(many && several.length >= LEAST_NAMESAKES)))
      return [];
    for (const rows of several)
      for (const at of rows.slice(1)) {
        extract.out.add(at);
        if (!many)
          journal.row(
            'doubtful',
            'a person in a second department; the first counts',
            file.file,
            extract.row[at]!,
          );
      }
    return many ? teamsOf(extract, [...people.values()], file, several.length, journal) : [];
  });
}

/** Whether rows differ in the team, and in nothing else; those that have a share of the work are jobs. */
function isInSeveral(extract: Extract, [first, ...further]: readonly number[]): boolean {
  return (
    extract.get('share', first!) === '' &&
    further.some((at) => extract.get('department', at) !== extract.get('department', first!)) &&
    further.every((at) => extract.equal(first!, at, TEAM))
  );
}

function teamsOf(
  extract: Extract,
  people: readonly (readonly number[])[],
  { file }: PeopleFile,
  several: number,
  journal: Journal,
): TeamRows[] {
  const teams = new Map<string, Set<number>>();
  for (const rows of people)
    for (const at of rows) {
      const team = extract.get('department', at);
      if (team === '') continue;
      const members = teams.get(team) ?? new Set<number>();
      teams.set(team, members.add(extract.row[extract.out.has(at) ? rows[0]! : at]!));
    }
  journal.note(
    `${file} has a row for each membership: of ${counted(people.length, 'person', 'people')} in ${counted(teams.size, 'team')}, ${grouped(several)} are in several. The first is the department, and all are teams.`,
  );
  return [...teams].map(([name, members]) => ({
    id: name,
    name,
    kind: 'team',
    lead: undefined,
    members: [...members],
  }));
}
