import { deferred } from '../../base/deferred.ts';
import type { View } from '../../model/view.ts';
import { maturityOf } from '../../questionnaire/maturity/maturity.ts';
import { readinessItems, readinessOf } from '../../questionnaire/readiness/readiness.ts';
import type { Maturity, Readiness } from '../../schema/documents/assessment.ts';
import type { ReportedOfficer } from '../../schema/documents/verdicts.ts';
import type { Candidate } from '../../verdicts/candidate.ts';
import { type Naming, personWriter, withPeople } from '../with-people.ts';
import { officerOf } from './officer.ts';

interface Standing {
  readonly readiness: Readiness[];
  readonly maturity: Maturity;
  readonly officer: ReportedOfficer;
}

/**
 * How far an organisation is with its customers, how ready for those of the designs that something is said of, and who could own the customer.
 */
export function standingOf(today: View, candidates: readonly Candidate[], names: Naming): Standing {
  const write = personWriter(today.organisation.people, names);
  // Of all that is told of it only what an officer would be may be refused, by certainties that cannot be combined.
  const officer = withPeople(officerOf(today, candidates), write);
  const readiness = () =>
    [...readinessItems.keys()].flatMap((id) => {
      const found = candidates.find(({ design }) => design.id === id);
      return (found && readinessOf(today, found.design, found.result, found.view)) ?? [];
    });
  return deferred<Standing>({
    readiness: () => withPeople(readiness(), write),
    maturity: () => withPeople(maturityOf(today), write),
    officer: () => officer,
  });
}
