import type { ImportedPeople } from './people/person.ts';
import type { TeamRows } from './table/membership.ts';

/** A team as it will be written; `lead` is '' where nobody leads it. */
export interface ImportedTeam {
  readonly id: string;
  readonly name: string;
  readonly kind: TeamRows['kind'];
  readonly lead: string;
  /** Ids of people. */
  readonly members: readonly string[];
}

/** The teams of each file with the ids of their people; without those whose rows were left out, or that have nobody then. */
export function makeTeams(files: readonly (readonly TeamRows[])[], people: ImportedPeople): ImportedTeam[] {
  if (files.every((teams) => teams.length === 0)) return [];
  const ids = files.map(() => new Map<number, string>());
  people.id.forEach((id, at) => {
    ids[people.file[at]!]!.set(people.row[at]!, id);
  });
  const taken = new Set<string>();
  return files.flatMap((teams, file) =>
    teams.flatMap(({ id, name, kind, lead, members }): ImportedTeam[] => {
      const found = members.flatMap((row) => ids[file]!.get(row) ?? []);
      if (found.length === 0) return [];
      const own = taken.has(id) ? `${file + 1}/${id}` : id;
      taken.add(own);
      return [{ id: own, name, kind, lead: ids[file]!.get(lead ?? 0) ?? '', members: found }];
    }),
  );
}
