import { precisePercent } from '../../base/figures.ts';
import { quotedStranger } from '../../base/text.ts';
import { GATE_THRESHOLDS, qualityOf } from '../../model/quality.ts';
import { accountants } from '../examples/companies.ts';
import { examplesOf, gathered } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { irregularityOf } from './irregularities.ts';
import { strangersAmong } from './similar-ids.ts';

const company = (manager: string) => `
version: 1
name: A manager who left
people:
  - { id: m1, title: Finance Manager, department: finance }
${accountants(3, 'm1')}
${accountants(2, manager, 'b')}
`;

export const poorData = defineRule({
  id: 'poor-data',
  about: 'data',
  severity: 'warning',
  summary: 'The data cannot bear all that could be made of them.',
  why: {
    text: 'A figure on data that cannot bear it is worse than none. Without knowing who leads whom there are no spans, teams and levels, and no moves to suggest; without knowing what people can do there are no skills, no work for customers and no designs. Until it is mended they are left out; --despite-data shows them.',
    source: 'orgdesign, model section 12; where the limits lie is a judgement',
  },
  options: GATE_THRESHOLDS.filter((threshold) => threshold !== 'fewestCustomerRows'),
  examples: { bad: company('m9'), good: company('m1') },
  *check(view, { design }) {
    // A design is made of the data of today.
    if (design !== 'as-is') return;
    const { organisation } = view;
    const { people } = organisation;
    const lost = irregularityOf(organisation, 'unknown-manager');
    const named = new Map(lost?.members.map((seat, at) => [seat, lost.detail[at]!]));
    for (const { gate, share, least, mend, seats } of qualityOf(organisation).closed) {
      if (gate === 'customers') continue;
      const strangers = strangersAmong([...named.values()], people);
      const inWords = (seat: number) => {
        const to = named.get(seat);
        if (to !== undefined) return `${view.person(seat)} to ${quotedStranger(to)}${strangers.hint(to)}`;
        return people.title[seat] === '' ? view.person(seat) : `${view.person(seat)}, ${people.title[seat]}`;
      };
      yield gathered(
        seats,
        (seat) => people.id[seat]!,
        (some) => ({
          message: `${mend}${gate === 'lines' ? strangers.remark : ''}${share < least ? ` In order are ${precisePercent(share)}, and it takes ${precisePercent(least)}.` : ''}`,
          // Who is led by one manager is told by the manager.
          ...(share < least ? { value: share, limit: least } : {}),
          examples: examplesOf(some, inWords),
          entity: { kind: 'data', id: gate },
          at: some.length === 0 ? organisation.origin : people.origin(some[0]),
        }),
      );
    }
  },
});
