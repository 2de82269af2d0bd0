import type { View } from '../../model/view.ts';
import { placeOf } from '../../rules/finding.ts';
import type { ReportedOfficer, ReportedOfficerStructure } from '../../schema/documents/verdicts.ts';
import { type Candidate, caseOf } from '../../verdicts/candidate.ts';
import { type OfficerItem, officerAdvice } from '../../verdicts/officer.ts';

const FIRST =
  'Who owns the customer on paper matters less than whether departments work together (Jackson); see context.collaboration.';

const item = ({ statement: { id, why, source }, cf, premises }: OfficerItem) => ({
  statement: id,
  cf,
  premises: premises.map(({ text, certainty, at, derived }) => ({
    text,
    certainty,
    at: placeOf(at),
    derived,
  })),
  why,
  source,
});

function structureOf(candidate: Candidate): ReportedOfficerStructure {
  const { design, today, view } = candidate;
  const { best, head, units, models, open } = officerAdvice(caseOf(candidate));
  const { people } = (view ?? today).organisation;
  return {
    design: design.id,
    name: design.name,
    best,
    head: people.id[head] ?? null,
    units: units.map(({ id, name: called }) => ({ id, name: called })),
    models: models.map(({ model, cf, word, confidence, items }) => ({
      model,
      cf,
      verdict: word,
      confidence,
      for: items.filter((one) => one.cf > 0).map(item),
      against: items.filter((one) => one.cf < 0).map(item),
    })),
    unknown: open.map(({ key, text, weight }) => ({ key, question: text, weight })),
  };
}

/** Who could own the customer today, and in those of the designs that are possible. */
export function officerOf(today: View, candidates: readonly Candidate[]): ReportedOfficer {
  const { organisation } = today;
  return {
    person: organisation.officer === undefined ? null : organisation.people.id[organisation.officer.seat]!,
    first: FIRST,
    structures: candidates.filter(({ view }) => view !== null).map(structureOf),
  };
}
