import { counted } from '../../base/text.ts';
import type { LineRow } from '../../schema/loaded.ts';
import type { Extract } from '../extract.ts';
import type { Figures } from '../figures.ts';
import type { Journal } from '../journal.ts';
import type { PeopleField } from '../sources/source.ts';
import { rankOfManager } from './manager-types.ts';
import type { Place } from './person.ts';

const MOST_FTE = 1.5;
/** What a row for each manager of one job differs in. */
const MANAGER: ReadonlySet<PeopleField> = new Set<PeopleField>(['manager', 'managerOther', 'managerType']);

/** Whoever a row reports to: one manager, or lines where there are several. */
export interface LinesOf {
  manager: string;
  lines: readonly LineRow[];
}

/** One person of several jobs: the row of the main one, and what all of them make together. */
interface Job extends LinesOf {
  readonly at: number;
  readonly fte: number;
  readonly cost: number;
  readonly secondary: readonly string[];
  /** Where each line but the first belongs. */
  readonly places: readonly Place[];
}

/** People with a row for each of several jobs. */
export class Jobs {
  private people = 0;
  private shared = 0;
  private managed = 0;

  constructor(
    private readonly extract: Extract,
    private readonly figures: Figures,
    private readonly links: { of(id: string, at: number): LinesOf },
    private readonly skillOf: (at: number) => string,
  ) {}

  of(id: string, rows: readonly number[]): Job {
    const { figures } = this;
    const groups = this.jobsOf(rows);
    if (groups.length < rows.length) {
      this.managed++;
      const lines = new Map(groups.map((group) => [group[0]!, this.linesOfJob(id, group)]));
      const mains = groups.map(([first]) => first!);
      const merged = new Jobs(this.extract, figures, { of: (_, at) => lines.get(at)! }, this.skillOf);
      const job = merged.of(id, mains);
      if (mains.length > 1) this.people++;
      this.shared += mains.length > 1 ? merged.shared : 0;
      return job;
    }
    if (rows.length > 1) this.people++;
    const given = rows.some((at) => figures.hasFte(at));
    const shares = figures.shares(rows);
    const ftes = rows.map((at, index) => (given ? figures.fte(at) : (shares?.[index] ?? 1 / rows.length)));
    const sum = ftes.reduce((total, fte) => total + fte, 0);
    // Where each row has the fte of the whole person, the jobs share it.
    const repeated = sum > MOST_FTE || sum === 0 || (shares !== undefined && new Set(ftes).size === 1);
    if (shares === undefined && (repeated || !given)) this.shared++;
    const whole = Math.min(MOST_FTE, Math.max(...ftes) || 1);
    const parts = rows
      .map((at, index) => ({
        at,
        fte: repeated ? whole * (shares?.[index] ?? 1 / rows.length) : ftes[index]!,
      }))
      .sort((a, b) => this.main(b.at) - this.main(a.at) || b.fte - a.fte);
    const fte = Number((repeated ? whole : sum).toFixed(6));
    const main = parts[0]!.at;
    const skills = parts.map(({ at }) => this.skillOf(at));
    return {
      at: main,
      fte,
      cost: this.cost(parts),
      secondary: [...new Set(skills)].filter((skill) => skill !== '' && skill !== skills[0]),
      ...this.lines(id, parts, fte),
    };
  }

  /** The rows of each job, the line manager's first: rows that differ in the manager alone are one job, unless they share the fte. */
  private jobsOf(rows: readonly number[]): number[][] {
    const { extract, figures } = this;
    const groups: number[][] = [];
    for (const at of rows) {
      const same = groups.find(([first]) => extract.equal(first!, at, MANAGER));
      if (same === undefined) groups.push([at]);
      else same.push(at);
    }
    const rank = (at: number) => rankOfManager(extract.get('managerType', at));
    return groups.flatMap((group) => {
      const typed = group.some((at) => extract.get('managerType', at) !== '');
      const parts =
        group.every((at) => figures.hasFte(at)) && group.length * figures.fte(group[0]!) <= MOST_FTE;
      if (!typed && parts) return group.map((at) => [at]);
      return [[...group].sort((a, b) => rank(b) - rank(a))];
    });
  }

  /** The line to the first manager, and to the others dotted ones. */
  private linesOfJob(id: string, [first, ...others]: readonly number[]): LinesOf {
    const own = this.links.of(id, first!);
    const solid: LineRow[] = own.manager === '' ? [] : [{ to: own.manager, kind: 'solid', weight: 0 }];
    const lines = [...solid, ...own.lines];
    for (const at of others) {
      const { manager, lines: further } = this.links.of(id, at);
      for (const to of [manager, ...further.map((line) => line.to)])
        if (to !== '' && !lines.some((line) => line.to === to)) lines.push({ to, kind: 'dotted', weight: 0 });
    }
    return lines.length === solid.length ? { manager: own.manager, lines: [] } : { manager: '', lines };
  }

  end(journal: Journal): void {
    if (this.managed > 0)
      journal.assume(
        `${counted(this.managed, 'person has', 'people have')} a row for each of several managers: the line to the line manager, or to the first, is solid, the lines to the others are dotted.`,
      );
    if (this.people > 0)
      journal.assume(
        `${counted(this.people, 'person has', 'people have')} several jobs, a row for each: one person, with the FTE, capabilities and lines of all${this.shared === 0 ? '' : `; the jobs of ${counted(this.shared, 'person', 'people')} share the FTE equally`}.`,
      );
  }

  private main(at: number): number {
    return this.extract.get('primary', at) === 'yes' ? 1 : 0;
  }

  /** The sum of the jobs; once, where each row has the pay of the whole person. */
  private cost(parts: readonly { at: number; fte: number }[]): number {
    const costs = parts
      .map(({ at, fte }) => this.figures.cost(at, fte))
      .filter((cost) => !Number.isNaN(cost));
    if (costs.length === 0) return Number.NaN;
    const texts = new Set(parts.map(({ at }) => this.extract.get('costPerYear', at)));
    return texts.size === 1 && !texts.has('') ? costs[0]! : costs.reduce((sum, cost) => sum + cost, 0);
  }

  /** A line for each job and manager, with its share of the hours; those of further jobs say of which department they are. */
  private lines(
    id: string,
    parts: readonly { at: number; fte: number }[],
    whole: number,
  ): LinesOf & Pick<Job, 'places'> {
    const solid: { to: string; share: number; place: Place }[] = [];
    const dotted = new Set<string>();
    for (const { at, fte } of parts) {
      const place = {
        department: this.extract.get('department', at),
        division: this.extract.get('division', at),
      };
      const { manager, lines } = this.links.of(id, at);
      const to = manager || (lines.find(({ kind }) => kind === 'solid')?.to ?? '');
      const same = solid.find((one) => one.to === to && one.place.department === place.department);
      if (same !== undefined) same.share += fte / whole;
      else if (to !== '') solid.push({ to, share: fte / whole, place });
      for (const line of lines) if (line.kind === 'dotted') dotted.add(line.to);
    }
    const bosses = solid.map(({ to }) => to);
    const others = [...dotted]
      .filter((to) => !bosses.includes(to))
      .map((to): LineRow => ({ to, kind: 'dotted', weight: 0 }));
    if (solid.length < 2) {
      if (others.length === 0) return { manager: bosses[0] ?? '', lines: [], places: [] };
      return {
        manager: '',
        lines: [...bosses.map((to): LineRow => ({ to, kind: 'solid', weight: 0 })), ...others],
        places: [],
      };
    }
    const sum = solid.reduce((total, { share }) => total + share, 0);
    const lines = solid.map(
      ({ to, share }): LineRow => ({ to, kind: 'solid', weight: Number((share / sum).toFixed(6)) }),
    );
    return { manager: '', lines, places: solid.map(({ place }) => place).slice(1) };
  }
}
