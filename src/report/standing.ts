import { designs } from '../designs/index.ts';
import { maturityOf } from '../maturity/maturity.ts';
import type { View } from '../model/view.ts';
import type { Judged } from '../readiness/item.ts';
import { readinessItems, readinessOf } from '../readiness/readiness.ts';
import type { DesignId } from '../schema/designs.ts';
import type { Maturity } from '../schema/maturity.ts';
import type { Readiness } from '../schema/readiness.ts';
import { personWriter, withPeople } from './with-people.ts';

/** A design that was worked out; no view where it is impossible. */
interface WorkedOut {
  readonly design: DesignId;
  readonly result: Judged;
  readonly view: View | null;
}

/** How far an organisation is with its customers, and how ready for those of the designs that something is said of. */
export const standingOf = (
  today: View,
  worked: readonly WorkedOut[],
  names: boolean,
): { readiness: Readiness[]; maturity: Maturity } =>
  withPeople(
    {
      readiness: [...readinessItems.keys()].flatMap((id) => {
        const found = worked.find(({ design }) => design === id);
        const { name } = designs.find((one) => one.id === id)!;
        return (found && readinessOf(today, { id, name }, found.result, found.view)) ?? [];
      }),
      maturity: maturityOf(today),
    },
    personWriter(today.organisation.people, names),
  );
