import type { View } from '../../model/view.ts';
import { placeOf } from '../../questionnaire/maturity/places.ts';
import type { ReportedOfficer, ReportedOfficerStructure } from '../../schema/documents/verdicts.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import { caseOf, type Worked } from '../../verdicts/assess.ts';
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

function structureOf(today: View, worked: Worked, name: string): ReportedOfficerStructure {
  const { best, head, units, models, open } = officerAdvice(caseOf(today, worked));
  const { people } = (worked.view ?? today).organisation;
  return {
    design: worked.design,
    name,
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
export function officerOf(
  today: View,
  worked: readonly Worked[],
  nameOf: (design: DesignId) => string,
): ReportedOfficer {
  const { organisation } = today;
  const asIs: Worked = { design: 'as-is', result: { status: 'staffed', missing: [] }, view: today };
  const designs = worked.filter(({ design, view }) => design !== 'as-is' && view !== null);
  return {
    person: organisation.officer === undefined ? null : organisation.people.id[organisation.officer.seat]!,
    first: FIRST,
    structures: [asIs, ...designs].map((one) => structureOf(today, one, nameOf(one.design))),
  };
}
