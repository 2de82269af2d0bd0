import { type Problem, UserError } from '../../base/errors.ts';

const LISTED = 20;
const MOST_KINDS = 100;
const OTHERS = 'other problems';

interface Group {
  readonly label: string;
  readonly listed: Problem[];
  count: number;
}

/**
 * Everything found wrong with a set of files, by kind. The first of each kind are kept, the others only counted, so
 * that a column of 100,000 wrong cells costs neither memory nor the reader's patience.
 */
export class Problems {
  private readonly groups = new Map<string, Group>();

  /** `named` says in words what problems of this kind have in common; `describe` is called only for those listed. */
  add(named: string, describe: () => Problem): void {
    const kind = this.groups.size < MOST_KINDS || this.groups.has(named) ? named : OTHERS;
    let group = this.groups.get(kind);
    if (group === undefined) {
      group = { label: kind, listed: [], count: 0 };
      this.groups.set(kind, group);
    }
    group.count++;
    if (group.listed.length < LISTED) group.listed.push(describe());
  }

  get empty(): boolean {
    return this.groups.size === 0;
  }

  /** The kinds in the order of their first place in the files, each followed by how many more there are. */
  list(): Problem[] {
    const files = [...new Set([...this.groups.values()].map((group) => group.listed[0]!.at?.file ?? ''))];
    const groups = [...this.groups.values()].sort(
      (a, b) => order(a.listed[0]!, files) - order(b.listed[0]!, files) || 0,
    );
    return groups.flatMap(({ label, listed, count }) => {
      const more = count - listed.length;
      if (more === 0) return listed;
      return [...listed, { message: `… and ${more.toLocaleString('en')} more of this kind: ${label}.` }];
    });
  }

  /** @throws UserError with all of them, if there are any. */
  throwIfAny(): void {
    if (!this.empty) throw new UserError(this.list());
  }
}

function order(problem: Problem, files: readonly string[]): number {
  if (problem.at === undefined) return -1;
  return (
    files.indexOf(problem.at.file) * 2 ** 40 + problem.at.line * 2 ** 12 + Math.min(problem.at.column, 4095)
  );
}
