import { counted } from '../text.ts';
import { clusterable } from './example-clusters.ts';
import { defineRule } from './rule.ts';

export const fitSmallCompany = defineRule({
  id: 'fit-small-company',
  about: 'fit',
  severity: 'warning',
  summary: 'The company is small for customer clusters.',
  why: {
    text: 'Clusters are unlikely to work in companies that employ fewer than a hundred people: every cluster needs each essential capability, and a small company has too few holders to divide.',
    source: 'Jackson',
  },
  options: ['smallCompany'],
  examples: {
    bad: clusterable('Thirteen in all', { context: 'market: b2b' }),
    good: clusterable('Thirteen out of four hundred', { context: 'staff: 400' }),
    design: 'cluster',
  },
  *check(_, { design, baseline }) {
    if (design !== 'cluster') return;
    const { context, people, policy, origin } = baseline.organisation;
    const present = people.vacant.reduce((count, vacant) => count - vacant, people.count);
    const staff = context.staff ?? present;
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
