import { precisePercent } from '../../base/figures.ts';
import { customerFacing, OFFICER_REACH } from '../../model/customer-facing.ts';
import { organised } from '../examples/companies.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';

export const officerScope = defineRule({
  id: 'officer-scope',
  about: 'structure',
  severity: 'note',
  summary: 'A Chief Customer Officer with a full department does not have all who face customers.',
  why: {
    text: 'The officer is to oversee all customer-facing functions. The share from which it is nearly all is a judgement.',
    source: 'Eccles',
  },
  examples: {
    bad: organised({ cco: 'chief', model: 'full-department' }),
    good: organised({ cco: 'chief', model: 'full-department', heads: 'cco' }),
  },
  *check(view) {
    const { organisation } = view;
    const { officer } = organisation;
    if (officer?.model !== 'full-department') return;
    const { below, fte, units } = customerFacing(view);
    const reach = below[officer.seat]! / fte;
    if (!(fte > 0) || reach >= OFFICER_REACH) return;
    const { boss } = view.tree();
    const isOutside = (seat: number): boolean => {
      for (let at = seat; at >= 0; at = boss[at]!) if (at === officer.seat) return false;
      return true;
    };
    const outside = units.filter(({ head }) => isOutside(head)).map(({ name }) => name);
    yield {
      message: `${precisePercent(reach)} of those who face customers are below ${view.person(officer.seat)}, the Chief Customer Officer with a full department, where at least ${precisePercent(OFFICER_REACH)} are meant. Let the heads of the others report to them, or make it a smaller model.`,
      value: reach,
      limit: OFFICER_REACH,
      count: Math.max(1, outside.length),
      examples: examplesOf(outside, (name) => name),
      entity: { kind: 'person', id: organisation.people.id[officer.seat]! },
      at: officer.origin,
    };
  },
});
