import { designs } from '../../designs/index.ts';
import type { View } from '../../model/view.ts';
import { maturityOf } from '../../questionnaire/maturity/maturity.ts';
import { readinessItems, readinessOf } from '../../questionnaire/readiness/readiness.ts';
import type { Maturity, Readiness } from '../../schema/documents/assessment.ts';
import type { ReportedOfficer } from '../../schema/documents/verdicts.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import type { Worked } from '../../verdicts/assess.ts';
import { officerOf } from './officer.ts';
import { personWriter, withPeople } from './with-people.ts';

const nameOf = (id: DesignId): string => designs.find((one) => one.id === id)!.name;

/**
 * How far an organisation is with its customers, how ready for those of the designs that something is said of, and who could own the customer.
 */
export const standingOf = (
  today: View,
  worked: readonly Worked[],
  names: boolean,
): { readiness: Readiness[]; maturity: Maturity; officer: ReportedOfficer } =>
  withPeople(
    {
      readiness: [...readinessItems.keys()].flatMap((id) => {
        const found = worked.find(({ design }) => design === id);
        return (found && readinessOf(today, { id, name: nameOf(id) }, found.result, found.view)) ?? [];
      }),
      maturity: maturityOf(today),
      officer: officerOf(today, worked, nameOf),
    },
    personWriter(today.organisation.people, names),
  );
