import { counted } from '../../base/text.ts';
import { fitting } from '../examples/companies.ts';
import { peopleThere } from './company-facts.ts';
import { defineFitRule } from './fit-rule.ts';
import { place } from './premises.ts';

/** Share of the limit from which on a company may grow to it before long. A judgement. */
const NEARLY = 0.75;

export const fitSmallCompany = defineFitRule({
  id: 'fit-small-company',
  summary: 'The company is small for customer clusters.',
  why: {
    text: 'Clusters are unlikely to work in companies that employ fewer than a hundred people: every cluster needs each essential capability, and a small company has too few holders to divide.',
    source: 'Jackson',
  },
  options: ['smallCompany'],
  fit: {
    statements: [
      {
        when: 'a small company',
        designs: ['cluster'],
        // Hardly workable is strong, and not absolute.
        certainty: -0.8,
        premises(fit) {
          const { policy } = fit.baseline.organisation;
          const given = fit.facts.context.staff;
          const staff = given ?? peopleThere(fit.baseline);
          return [
            {
              text: `the company has ${counted(staff, 'person', 'people')} (${given === undefined ? 'those in the file' : 'context.staff'}), fewer than ${policy.smallCompany}`,
              // The hundred is the source's; a slope below it would be ours.
              certainty: staff < policy.smallCompany ? 1 : 0,
              at: place(fit, ...(given === undefined ? ['people'] : ['context', 'staff'])),
              derived: given === undefined,
            },
          ];
        },
      },
    ],
    reads: ['context.staff'],
    change:
      'It would change with more people, or, if the file holds only a part of the company, with all of them given as context.staff.',
    levers: [
      {
        key: 'context.staff',
        takesTime: true,
        text: 'Wait with clusters until the company is large enough, or, where the file holds only a part of it, give all its people.',
        apply(facts, { baseline }) {
          const { smallCompany } = baseline.organisation.policy;
          const staff = facts.context.staff ?? peopleThere(baseline);
          return staff < smallCompany && staff >= NEARLY * smallCompany
            ? { ...facts, context: { ...facts.context, staff: smallCompany } }
            : null;
        },
      },
    ],
  },
  examples: {
    bad: fitting('Small or large', { context: { staff: 60 } }),
    good: fitting('Small or large', { context: { staff: 400 } }),
    design: 'cluster',
  },
  *check(_, { design, baseline }) {
    if (design !== 'cluster') return;
    const { context, policy, origin } = baseline.organisation;
    const staff = context.staff ?? peopleThere(baseline);
    if (staff >= policy.smallCompany) return;
    yield {
      message: `Clusters are unlikely to be workable here: the company has ${counted(staff, 'person', 'people')}, and below ${policy.smallCompany} they seldom are. It would change if the file holds only a part of the company: give all its people as context.staff.`,
      value: staff,
      limit: policy.smallCompany,
      entity: { kind: 'design', id: design },
      at: origin,
    };
  },
});
