import { insightSeats } from '../../model/customer-facing.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { treeOf } from '../../model/tree.ts';
import { fitting } from '../examples/companies.ts';
import { hasOfficer } from './fit-officer-tenure.ts';
import { defineFitRule } from './fit-rule.ts';
import { isMissing, isThere, read } from './premises.ts';
import type { FitCase, Premise } from './statement.ts';

/** Who works on insight below the officer, or in a unit that lets the officer’s know. */
export function insightOfOfficer(organisation: Organisation): readonly Index[] {
  const { unitOf, flows } = organisation;
  const { seat: officer } = organisation.officer!;
  const { boss } = treeOf(organisation);
  const office = unitOf[officer]!;
  const telling = new Set(flows.flatMap(({ from, to }) => (office >= 0 && to === office ? [from] : [])));
  return insightSeats(organisation).filter((seat) => {
    if (telling.has(unitOf[seat]!)) return true;
    for (let at = seat; at >= 0; at = boss[at]!) if (at === officer) return true;
    return false;
  });
}

const insight = (fit: FitCase, wanted: boolean): Premise => {
  const there = insightOfOfficer(fit.view!.organisation).length > 0;
  return read(
    fit,
    ['people'],
    there
      ? 'customer insight is below the officer, or lets the officer know'
      : 'nobody who works on customer insight is below the officer, or lets the officer know',
    there === wanted ? 1 : 0,
  );
};

export const fitOfficerWithoutData = defineFitRule({
  id: 'fit-officer-without-data',
  summary: 'A Chief Customer Officer has nobody who links data on customers to results.',
  why: {
    text: 'To marry data, analysis and insight, so that what customers do is linked to how the company performs, is the one essential part of such an officer’s organisation, of their own or borrowed.',
    source: 'Bush',
  },
  fit: {
    statements: [
      {
        when: 'an officer without data',
        designs: ['company'],
        certainty: -0.6,
        premises: (fit) => [
          insight(fit, false),
          isMissing(fit, 'customer-data-linked', 'customer data are not linked to results throughout'),
        ],
      },
      {
        when: 'an officer with data',
        designs: ['company'],
        certainty: 0.2,
        change: 'It would be otherwise if these analysts left, or reported past the officer.',
        premises: (fit) => [
          insight(fit, true),
          isThere(fit, 'customer-data-linked', 'customer data are linked to results, at least in part'),
        ],
      },
    ],
    applies: hasOfficer,
    reads: ['practices.customer-data-linked'],
    change: 'To change that: two analysts, hired or moved below the officer first.',
  },
  examples: {
    bad: researcherBelow('chief'),
    good: researcherBelow('cco'),
    design: 'cluster',
  },
});

function researcherBelow(manager: string): string {
  return fitting('Insight', {
    today: { person: 'cco' },
    practices: { 'customer-data-linked': 'no' },
    people: `  - { id: cco, title: Chief Customer Officer, manager: chief }
  - { id: r1, title: Insight Analyst, capability: customer-insight, department: research, manager: ${manager} }
`,
  });
}
