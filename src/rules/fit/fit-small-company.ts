import { counted } from '../../base/text.ts';
import { peopleThere } from '../company-facts.ts';
import { fitting } from '../examples/companies.ts';
import { defineFitRule } from './fit-rule.ts';
import { place } from './premises.ts';
import type { FitCase, Premise } from './statement.ts';

/** Share of the limit from which on a company may grow to it before long. A judgement. */
const NEARLY = 0.75;
/** Below this share of the limit a company is small for sure, above the other not at all: nobody is surer of a person more or less. */
const SOFT = [0.8, 1.2] as const;

/** How small the company is: full certainty below 80, half at a hundred, none from 120 (`policy.smallCompany` sets the hundred). */
export function smallness(fit: FitCase): Premise {
  const { smallCompany } = fit.baseline.organisation.policy;
  const given = fit.facts.context.staff;
  const staff = given ?? peopleThere(fit.baseline);
  const [small, large] = SOFT.map((share) => share * smallCompany) as [number, number];
  const isSoft = staff >= small && staff < large;
  const which = given === undefined ? 'those in the file' : 'context.staff';
  const line = isSoft
    ? `where the line of ${smallCompany} is soft`
    : `${staff < smallCompany ? 'fewer than' : 'not fewer than'} ${smallCompany}`;
  return {
    text: `the company has ${counted(staff, 'person', 'people')} (${which}), ${line}`,
    certainty: Math.max(0, Math.min(1, (large - staff) / (large - small))),
    at: place(fit, ...(given === undefined ? ['people'] : ['context', 'staff'])),
    derived: given === undefined,
  };
}

export const fitSmallCompany = defineFitRule({
  id: 'fit-small-company',
  summary: 'The company is small for groups of customers with teams of their own.',
  why: {
    text: 'Clusters are unlikely to work in companies that employ fewer than a hundred people: every cluster needs each essential skill, and a small company has too few holders to divide. Account teams need more still. Functions keep the few together. The line is soft: the certainty falls from 80 people to 120.',
    source: 'Jackson, Jameane of account teams; functions and the slope are our reading',
  },
  options: ['smallCompany'],
  fit: {
    statements: [
      {
        when: 'a small company',
        designs: ['cluster'],
        // Hardly workable is strong, and not absolute.
        certainty: -0.8,
        premises: (fit) => [smallness(fit)],
      },
      {
        when: 'a small company',
        designs: ['functional'],
        certainty: 0.3,
        change: 'It would be otherwise with more people: then there are enough to divide.',
        premises: (fit) => [smallness(fit)],
      },
    ],
    cap({ subject, baseline, facts }) {
      if (subject !== 'cluster' && subject !== 'account-team') return undefined;
      const { smallCompany } = baseline.organisation.policy;
      const staff = facts.context.staff ?? peopleThere(baseline);
      return staff < smallCompany
        ? {
            at: 'rather not',
            text: `${counted(staff, 'person works', 'people work')} here, where ${smallCompany} are the fewest`,
          }
        : undefined;
    },
    reads: ['context.staff'],
    change:
      'To change that: more people; or, if the file holds only a part of the company, all of them given as context.staff.',
    levers: [
      {
        key: 'context.staff',
        takesTime: true,
        text: 'Wait with clusters until the company is large enough, or, where the file holds only a part of it, give all its people.',
        apply(facts, { baseline }) {
          const { smallCompany } = baseline.organisation.policy;
          const staff = facts.context.staff ?? peopleThere(baseline);
          const large = Math.ceil(SOFT[1] * smallCompany);
          return staff < large && staff >= NEARLY * smallCompany
            ? { ...facts, context: { ...facts.context, staff: large } }
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
      message: `Clusters are unlikely to be workable here: the company has ${counted(staff, 'person', 'people')}, and below ${policy.smallCompany} they seldom are. It would be otherwise if the file holds only a part of the company: give all its people as context.staff.`,
      value: staff,
      limit: policy.smallCompany,
      entity: { kind: 'design', id: design },
      at: origin,
    };
  },
});
