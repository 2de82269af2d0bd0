import { accountabilityOf } from '../../model/accountable-units.ts';
import { headsOf } from '../../model/heads.ts';
import type { Index, Organisation, Serves, Unit } from '../../model/organisation.ts';
import { serviceOf } from '../../model/service.ts';
import type { Roles, Schedule } from './schedule.ts';

/** Units as they stand at some stage, heads as seats of the design, parents by id. */
interface StagedUnit {
  readonly unit: Unit;
  readonly parent: string | undefined;
}

/** Ids of today's units that answer for their work, declared or not. */
function accountableToday(before: Organisation): ReadonlySet<string> {
  const declared = before.units.filter(({ accountable }) => accountable);
  if (declared.length > 0) return new Set(declared.map(({ id }) => id));
  const { head } = headsOf(before);
  const heads = new Map(before.units.map(({ id }, index) => [id, head[index]!]));
  const { at } = accountabilityOf(before, serviceOf(before));
  return new Set(at.units.filter((unit) => heads.get(unit.id) === unit.head).map(({ id }) => id));
}

/**
 * How a unit stands at each stage. A new one that does not work yet is a department of its head alone, who goes on serving
 * whom the old department serves; it answers for nothing. A unit of today is as it was, under the head of today even where
 * that person has moved, until the schedule says that it is as the design has it; it gives up the customers whom a new unit
 * has taken over, unless the design itself lets it keep them.
 */
export class StagedUnits {
  private readonly today: ReadonlyMap<string, Index>;
  private readonly planned: ReadonlyMap<string, Index>;
  private readonly accountable: ReadonlySet<string>;

  constructor(
    private readonly before: Organisation,
    private readonly design: Organisation,
    private readonly roles: Roles,
    private readonly schedule: Schedule,
  ) {
    this.today = new Map(before.units.map(({ id }, index) => [id, index]));
    this.planned = new Map(design.units.map(({ id }, index) => [id, index]));
    this.accountable = accountableToday(before);
  }

  /** Customers of the units that work in the new form at a stage; all of them where no new unit begins, and so all comes at once. */
  taken(stage: number): Uint8Array {
    const taken = new Uint8Array(this.design.customers.count);
    if (this.schedule.begins.size === 0) taken.fill(1);
    for (const [unit, begin] of this.schedule.begins) {
      const { serves } = this.design.units[unit]!;
      if (begin <= stage && serves.kind === 'some')
        for (const customer of serves.customers) taken[customer] = 1;
    }
    return taken;
  }

  at(id: string, stage: number, taken: Uint8Array): StagedUnit {
    const [today, then] = [this.today.get(id), this.planned.get(id)];
    const settled = (this.schedule.settled.get(id) ?? 1) <= stage;
    if (then !== undefined && (settled || today === undefined)) {
      const unit = this.design.units[then]!;
      const parent = this.design.units[unit.parent]?.id;
      return { unit: settled ? unit : this.waiting(unit, this.roles.head[then]!, taken), parent };
    }
    const unit = this.before.units[today!]!;
    const { head, joint } = headsOf(this.before);
    return {
      unit: {
        ...unit,
        head: joint.has(today!) ? unit.head : head[today!]!,
        accountable: this.accountable.has(id),
        serves: this.servesLeft(today!, taken),
      },
      parent: this.before.units[unit.parent]?.id,
    };
  }

  private waiting(unit: Unit, head: Index, taken: Uint8Array): Unit {
    const isNew = head < 0 || head >= this.before.people.count;
    const old = isNew ? -1 : this.before.unitOf[head]!;
    return {
      ...unit,
      kind: 'department',
      accountable: false,
      phase: this.before.units[old]?.phase ?? null,
      capability: -1,
      // Without a department people serve everyone.
      serves: isNew ? { kind: 'none' } : old < 0 ? { kind: 'all' } : this.servesLeft(old, taken),
    };
  }

  /** Whom a unit of today still serves. */
  private servesLeft(unit: Index, taken: Uint8Array): Serves {
    const { id, serves } = this.before.units[unit]!;
    return this.planned.has(id) ? serves : without(serves, taken);
  }
}

/** Whom a unit serves, but for the customers that are taken. */
function without(serves: Serves, taken: Uint8Array): Serves {
  if (serves.kind !== 'some' || !serves.customers.some((customer) => taken[customer] === 1)) return serves;
  const customers = serves.customers.filter((customer) => taken[customer] === 0);
  return customers.length === 0 ? { kind: 'none' } : { kind: 'some', customers };
}
