import { counted } from '../../base/text.ts';
import { wellFormed } from '../clean.ts';
import { BELOW } from '../people/departments.ts';
import { isRecord } from './yaml-reading.ts';

type Entity = Readonly<Record<string, unknown>>;

const DEEPEST = 50;

const part = (entity: Entity, key: string): Entity => (isRecord(entity[key]) ? (entity[key] as Entity) : {});
const text = (value: unknown): string => (typeof value === 'string' ? wellFormed(value.trim()) : '');
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(text).filter((one) => one !== '') : [];
/** `group:default/team-a` and `team-a` are one. */
const nameOf = (reference: string): string =>
  reference.replace(/^(?:[a-z]+:)?(?:[^/]+\/)?/i, '').toLowerCase();

/** Users of a catalog as rows, with their first group and the groups above it; what else there is, in notes. */
export function entityRows(entities: readonly Entity[]): { rows: Map<string, string>[]; notes: string[] } {
  const ofKind = (kind: string) => entities.filter((entity) => text(entity.kind).toLowerCase() === kind);
  const groups = new Groups(ofKind('group'));
  let further = 0;
  const rows = ofKind('user').map((user) => {
    const [metadata, spec] = [part(user, 'metadata'), part(user, 'spec')];
    const profile = part(spec, 'profile');
    const name = text(metadata.name);
    const memberships = [...new Set([...texts(spec.memberOf).map(nameOf), ...groups.having(name)])];
    further += Math.max(0, memberships.length - 1);
    const [group = ''] = memberships;
    const path = groups.above(group).map((one) => groups.shown(one));
    return new Map([
      ['metadata.name', name],
      ['metadata.title', text(metadata.title)],
      ['spec.profile.displayName', text(profile.displayName)],
      ['spec.profile.email', text(profile.email)],
      ['spec.memberOf', groups.shown(group)],
      ['group path', path.join(BELOW)],
    ]);
  });
  const others = entities.length - rows.length - ofKind('group').length;
  const used = new Set(
    rows.flatMap((row) => [row.get('spec.memberOf')!, ...row.get('group path')!.split(BELOW)]),
  );
  const empty = groups.names().filter((name) => !used.has(groups.shown(name))).length;
  return {
    rows,
    notes: [
      ...(others > 0
        ? [`${counted(others, 'entity is', 'entities are')} neither user nor group, and not used.`]
        : []),
      ...(further > 0
        ? [
            `${counted(further, 'further membership')} of users in groups are not used: a person has one department.`,
          ]
        : []),
      ...(empty > 0
        ? [
            `${counted(empty, 'group has', 'groups have')} no users, there or below, and ${empty === 1 ? 'is' : 'are'} not used.`,
          ]
        : []),
    ],
  };
}

class Groups {
  private readonly parents = new Map<string, string>();
  private readonly titles = new Map<string, string>();
  private readonly members = new Map<string, string[]>();

  constructor(entities: readonly Entity[]) {
    for (const entity of entities) {
      const [metadata, spec] = [part(entity, 'metadata'), part(entity, 'spec')];
      const name = text(metadata.name).toLowerCase();
      this.titles.set(
        name,
        text(metadata.title) || text(part(spec, 'profile').displayName) || text(metadata.name),
      );
      if (text(spec.parent) !== '') this.parents.set(name, nameOf(text(spec.parent)));
      for (const child of texts(spec.children).map(nameOf))
        if (!this.parents.has(child)) this.parents.set(child, name);
      for (const member of texts(spec.members).map(nameOf))
        this.members.set(member, [...(this.members.get(member) ?? []), name]);
    }
  }

  names(): string[] {
    return [...this.titles.keys()];
  }

  having(user: string): readonly string[] {
    return this.members.get(user.toLowerCase()) ?? [];
  }

  /** Groups above one, from the top; up to where they would repeat. */
  above(group: string): string[] {
    const path: string[] = [];
    for (
      let at = this.parents.get(group);
      at !== undefined && path.length < DEEPEST;
      at = this.parents.get(at)
    ) {
      if (at === group || path.includes(at)) break;
      path.unshift(at);
    }
    return path;
  }

  shown(group: string): string {
    return this.titles.get(group) || group;
  }
}
