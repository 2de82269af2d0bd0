import { counted, sample } from '../../base/text.ts';
import { BELOW } from '../people/department-names.ts';
import { type Entity, kindOf, type Membership, part, type TeamRows, textOf, textsOf } from './membership.ts';

const DEFAULT = 'default';
const DEEPEST = 50;

/** What an entity is found by: its namespace and name, in small letters. */
const keyOf = (entity: Entity): string => {
  const { namespace, name } = part(entity, 'metadata');
  return `${textOf(namespace) || DEFAULT}/${textOf(name)}`.toLowerCase();
};

/** The key that a reference means (`group:uk/sales`, `sales`), in the namespace of the entity that refers. */
const referred = (reference: string, from: string): string => {
  const [, namespace = from.slice(0, from.indexOf('/')), name = ''] =
    /^(?:[a-z]+:)?(?:([^/]+)\/)?(.*)$/is.exec(reference)!;
  return `${namespace}/${name}`.toLowerCase();
};

/**
 * Users of a catalog as rows, with their first group and the groups above it. Where somebody is in several groups, each
 * group with members of its own is a team beside the departments.
 */
export function entityRows(entities: readonly Entity[]): Membership {
  const ofKind = (kind: string) => entities.filter((entity) => textOf(entity.kind).toLowerCase() === kind);
  const [users, groups] = [ofKind('user'), new Groups(ofKind('group'))];
  const unknown = new Set<string>();
  const members = new Map<string, number[]>();
  let several = 0;
  const rows = users.map((user, index) => {
    const [metadata, spec] = [part(user, 'metadata'), part(user, 'spec')];
    const profile = part(spec, 'profile');
    const key = keyOf(user);
    const named = textsOf(spec.memberOf).map((reference) => referred(reference, key));
    for (const group of named) if (!groups.has(group)) unknown.add(group);
    const own = [...new Set([...named.filter((group) => groups.has(group)), ...groups.having(key)])];
    if (own.length > 1) several++;
    for (const group of own) members.set(group, [...(members.get(group) ?? []), index + 1]);
    return new Map([
      ['metadata.name', key.startsWith(`${DEFAULT}/`) ? textOf(metadata.name) : key],
      ['metadata.title', textOf(metadata.title)],
      ['spec.profile.displayName', textOf(profile.displayName)],
      ['spec.profile.email', textOf(profile.email)],
      ['spec.memberOf', own.length === 0 ? '' : groups.shown(own[0]!)],
      [
        'group path',
        own.length === 0
          ? ''
          : groups
              .above(own[0]!)
              .map((one) => groups.shown(one))
              .join(BELOW),
      ],
    ]);
  });
  const used = new Set([...members.keys()].flatMap((group) => [group, ...groups.above(group)]));
  const empty = groups.keys().filter((group) => !used.has(group)).length;
  const others = entities.length - users.length - groups.keys().length;
  const absent = [...new Set([...unknown, ...groups.unknown])].map((group) =>
    group.replace(/^default\//, ''),
  );
  return {
    rows,
    teams:
      several === 0
        ? []
        : [...members].map(
            ([group, list]): TeamRows => ({
              id: group.replace(/^default\//, ''),
              name: groups.shown(group),
              kind: kindOf(groups.type(group)),
              lead: undefined,
              members: list,
            }),
          ),
    notes: [
      ...(others > 0
        ? [`${counted(others, 'entity is', 'entities are')} neither user nor group, and not used.`]
        : []),
      ...(several > 0
        ? [
            `${counted(several, 'user is', 'users are')} in several groups: the first is the department, and all are teams.`,
          ]
        : []),
      ...(absent.length > 0
        ? [`groups that are named and not in the catalog, and so no departments: ${sample(absent)}.`]
        : []),
      ...groups.circles.map(
        (circle) =>
          `groups that stand above each other in a circle: ${sample(circle.map((group) => groups.shown(group)))}; it is cut above ${sample([groups.shown(circle[0]!)])}.`,
      ),
      ...(empty > 0
        ? [
            `${counted(empty, 'group has', 'groups have')} no users, there or below, and ${empty === 1 ? 'is' : 'are'} not used.`,
          ]
        : []),
    ],
  };
}

class Groups {
  readonly circles: (readonly string[])[] = [];
  /** Keys that are named as a parent, and no group. */
  readonly unknown = new Set<string>();
  private readonly parents = new Map<string, string>();
  private readonly entities = new Map<string, Entity>();
  private readonly titles = new Map<string, string>();
  private readonly members = new Map<string, string[]>();

  constructor(entities: readonly Entity[]) {
    for (const entity of entities) this.entities.set(keyOf(entity), entity);
    const named = new Set<string>();
    for (const [key, entity] of this.entities) {
      const [metadata, spec] = [part(entity, 'metadata'), part(entity, 'spec')];
      const title =
        textOf(metadata.title) || textOf(part(spec, 'profile').displayName) || textOf(metadata.name);
      // Two of one title are told apart by their keys.
      this.titles.set(key, named.has(title) ? `${title} (${key.replace(/^default\//, '')})` : title);
      named.add(title);
      const parent = textOf(spec.parent);
      if (parent !== '') this.put(referred(parent, key), key);
      for (const child of textsOf(spec.children).map((one) => referred(one, key)))
        if (this.entities.has(child) && !this.parents.has(child)) this.put(key, child);
      for (const member of textsOf(spec.members).map((one) => referred(one, key)))
        this.members.set(member, [...(this.members.get(member) ?? []), key]);
    }
    this.cutCircles();
  }

  private put(parent: string, child: string): void {
    if (this.entities.has(parent)) this.parents.set(child, parent);
    else this.unknown.add(parent);
  }

  /** Takes the parent from the first group, by its key, of each circle. Linear. */
  private cutCircles(): void {
    const seen = new Set<string>();
    for (const start of this.entities.keys()) {
      const path = new Set<string>();
      let at: string | undefined = start;
      for (; at !== undefined && !seen.has(at); at = this.parents.get(at)) {
        seen.add(at);
        path.add(at);
      }
      if (at === undefined || !path.has(at)) continue;
      const circle = [...path].slice([...path].indexOf(at));
      const first = circle.reduce((one, other) => (other < one ? other : one));
      const place = circle.indexOf(first);
      this.circles.push([...circle.slice(place), ...circle.slice(0, place)]);
      this.parents.delete(first);
    }
  }

  has(key: string): boolean {
    return this.entities.has(key);
  }

  keys(): string[] {
    return [...this.entities.keys()];
  }

  having(user: string): readonly string[] {
    return this.members.get(user) ?? [];
  }

  /** Groups above one, from the top. */
  above(key: string): string[] {
    const path: string[] = [];
    for (let at = this.parents.get(key); at !== undefined && path.length < DEEPEST; at = this.parents.get(at))
      path.unshift(at);
    return path;
  }

  shown(key: string): string {
    return this.titles.get(key)!;
  }

  type(key: string): string {
    return textOf(part(this.entities.get(key)!, 'spec').type);
  }
}
