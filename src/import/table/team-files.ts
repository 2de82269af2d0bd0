import { counted } from '../../base/text.ts';
import { type Document, type Entity, kindOf, type Membership, part, textOf } from './membership.ts';
import { isRecord } from './yaml-reading.ts';

const DEEPEST = 20;
/** Keys below which a team, or an organisation, has further teams. */
const BELOW = new Set(['teams', 'subteams', 'sub_teams', 'children', 'groups', 'squads']);

interface Team {
  readonly name: string;
  readonly kind: string;
  readonly lead: readonly string[];
  readonly members: readonly string[];
}

/**
 * Teams and their members as organisations keep them in files: a map or a list of teams with `members:` (as Kubernetes'
 * peribolos has them, with `maintainers:`), or a file for each team, in YAML or TOML; people in files of their own, with
 * `github:` or `login:`, give the names. Undefined where there is no team among the documents.
 */
export function teamRows(documents: readonly Document[]): Membership | undefined {
  const reading = new TeamReading();
  for (const { value, stem } of documents) reading.read(value, stem, 0);
  return reading.teams.length === 0 ? undefined : reading.result();
}

class TeamReading {
  readonly teams: Team[] = [];
  private readonly rows = new Map<string, Map<string, string>>();

  read(value: unknown, key: string, depth: number): void {
    if (depth > DEEPEST) return;
    if (Array.isArray(value)) for (const one of value) this.read(one, key, depth + 1);
    if (!isRecord(value)) return;
    const people = part(value, 'people');
    const lists = [value.members, people.members, value.maintainers].filter(Array.isArray);
    // What has administrators is the organisation: its members are in it, and in no team by that.
    if (Array.isArray(value.admins)) for (const list of [value.admins, ...lists]) this.people(list);
    else if (lists.length > 0) this.team(value, key, lists.flat());
    else this.person(value);
    for (const [inner, below] of Object.entries(value))
      if (BELOW.has(inner) && isRecord(below))
        for (const [name, team] of Object.entries(below)) this.read(team, name, depth + 1);
      else if (BELOW.has(inner) || (lists.length === 0 && inner !== 'people'))
        this.read(below, inner, depth + 1);
  }

  private team(team: Entity, key: string, members: readonly unknown[]): void {
    const people = part(team, 'people');
    const leads = [team.lead, team.leads, people.leads, people.lead].flat();
    const name = textOf(team.name) || textOf(team.title) || textOf(team.id) || textOf(key) || 'team';
    this.teams.push({
      name,
      kind: `${textOf(team.kind)} ${textOf(team.type)}`,
      lead: this.people(leads),
      members: this.people([...leads, ...members]),
    });
  }

  /** The ids of people, who are rows from then on. */
  private people(list: readonly unknown[]): string[] {
    return list.flatMap((one) => {
      const id = isRecord(one) ? idIn(one) : textOf(one);
      if (id === '') return [];
      if (!this.rows.has(id)) this.rows.set(id, new Map());
      if (isRecord(one)) this.describe(id, one);
      return [id];
    });
  }

  private person(value: Entity): void {
    const id = textOf(value.github) || textOf(value.login);
    if (id === '') return;
    if (!this.rows.has(id)) this.rows.set(id, new Map());
    this.describe(id, value);
  }

  private describe(id: string, person: Entity): void {
    const row = this.rows.get(id)!;
    for (const key of ['name', 'email', 'title'] as const)
      if (textOf(person[key]) !== '') row.set(`member ${key}`, textOf(person[key]));
  }

  result(): Membership {
    const rowOf = new Map([...this.rows.keys()].map((id, index) => [id, index + 1]));
    const taken = new Set<string>();
    const free = (name: string): string => {
      let id = name;
      for (let number = 2; taken.has(id); number++) id = `${name} ${number}`;
      taken.add(id);
      return id;
    };
    const several = this.teams.filter(({ lead }) => lead.length > 1).length;
    return {
      rows: [...this.rows].map(([id, row]) => new Map([['member', id], ...row])),
      teams: this.teams.map(({ name, kind, lead, members }) => ({
        id: free(name),
        name,
        kind: kindOf(kind),
        lead: lead.length === 1 ? rowOf.get(lead[0]!) : undefined,
        members: [...new Set(members.map((id) => rowOf.get(id)!))],
      })),
      notes:
        several === 0
          ? []
          : [
              `${counted(several, 'team has', 'teams have')} several leads, who are members: a team has one lead.`,
            ],
    };
  }
}

const idIn = (one: Entity): string =>
  [one.id, one.github, one.login, one.user, one.username, one.email, one.name]
    .map(textOf)
    .find((id) => id !== '') ?? '';
