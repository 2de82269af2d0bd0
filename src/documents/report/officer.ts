import type { View } from '../../model/view.ts';
import { placeOf } from '../../rules/finding.ts';
import type { ReportedOfficer, ReportedOfficerStructure } from '../../schema/documents/verdicts.ts';
import { type Candidate, caseOf } from '../../verdicts/candidate.ts';
import { marketingOfficer, type OfficerItem, officerAdvice } from '../../verdicts/officer.ts';

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
  const { best, isOpen, head, units, models, open } = officerAdvice(caseOf(candidate));
  const { people } = (view ?? today).organisation;
  return {
    design: design.id,
    name: design.name,
    best,
    open: isOpen,
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

/** An option beside all advice, where there is a Chief Marketing Officer and no Chief Customer Officer. */
function optionOf(today: View): string | null {
  const seat = marketingOfficer(today);
  return seat < 0
    ? null
    : `An option to weigh: ${today.person(seat)} is Chief Marketing Officer, and there is no Chief Customer Officer. The one could give way to the other, who reports to the chief executive and oversees every customer-facing function (Eccles).`;
}

/** Who could own the customer today, and in those of the designs that are possible. */
export function officerOf(today: View, candidates: readonly Candidate[]): ReportedOfficer {
  const { organisation } = today;
  return {
    person: organisation.officer === undefined ? null : organisation.people.id[organisation.officer.seat]!,
    first: FIRST,
    option: optionOf(today),
    structures: candidates.filter(({ view }) => view !== null).map(structureOf),
  };
}
