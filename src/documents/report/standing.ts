import type { View } from '../../model/view.ts';
import { maturityOf } from '../../questionnaire/maturity/maturity.ts';
import { readinessItems, readinessOf } from '../../questionnaire/readiness/readiness.ts';
import type { Maturity, Readiness } from '../../schema/documents/assessment.ts';
import type { ReportedOfficer } from '../../schema/documents/verdicts.ts';
import type { Candidate } from '../../verdicts/candidate.ts';
import { officerOf } from './officer.ts';
import { type Naming, personWriter, withPeople } from './with-people.ts';

/**
 * How far an organisation is with its customers, how ready for those of the designs that something is said of, and who could own the customer.
 */
export const standingOf = (
  today: View,
  candidates: readonly Candidate[],
  names: Naming,
): { readiness: Readiness[]; maturity: Maturity; officer: ReportedOfficer } =>
  withPeople(
    {
      readiness: [...readinessItems.keys()].flatMap((id) => {
        const found = candidates.find(({ design }) => design.id === id);
        return (found && readinessOf(today, found.design, found.result, found.view)) ?? [];
      }),
      maturity: maturityOf(today),
      officer: officerOf(today, candidates),
    },
    personWriter(today.organisation.people, names),
  );
