import { precisePercent } from '../../base/figures.ts';
import { groupsBy, inOrder } from '../../base/groups.ts';
import { allOf } from '../../base/text.ts';
import { singleHoldersOf } from '../../measures/structure/single-holders.ts';
import { ROOT_OFFICE } from '../../model/accountability.ts';
import type { Index } from '../../model/organisation.ts';
import { team } from '../examples/companies.ts';
import { examplesOf, gathered } from '../finding.ts';
import { defineRule } from '../rule.ts';

const shop = (name: string, support: readonly string[]) => `
version: 1
name: ${name}
people:
  - { id: head, title: General Manager, department: shop }
${team('Sales Executive', 'shop', 'head', ['s1', 's2'])}
${team('Customer Support Specialist', 'shop', 'head', support)}
`;

export const singleHolder = defineRule({
  id: 'single-holder',
  about: 'structure',
  severity: 'warning',
  summary: 'A skill hangs on one person in the unit that answers for it.',
  why: {
    text: 'When that person is away nobody is left who can do it. The chance is the absence rate to the power of the number of people who can, so a second one cuts it from 15 % to about 2 %.',
    source: 'orgdesign, model section 6; the absence rate is an assumption',
  },
  options: ['absence'],
  examples: { bad: shop('One helps', ['c1']), good: shop('Two help', ['c1', 'c2']) },
  needs: ['capabilities'],
  *check(view) {
    const { capabilities, people, policy } = view.organisation;
    const { units } = view.accountability().at;
    for (const [index, held] of inOrder(groupsBy(singleHoldersOf(view), ({ unit }) => unit))) {
      const unit = units[index]!;
      held.sort((a, b) => a.capability - b.capability);
      const where = unit.id === ROOT_OFFICE ? 'the whole company' : unit.name;
      const name = (capability: Index) => capabilities[capability]!.name;
      const days = precisePercent(policy.absence);
      yield gathered(
        held,
        ({ capability }) => capabilities[capability]!.id,
        (some) => {
          const names = allOf(some.map(({ capability }) => name(capability)));
          const missing = precisePercent(1 - (1 - policy.absence) ** some.length);
          return {
            message:
              some.length === 1
                ? `In ${where} only ${view.person(some[0].seat)} can do ${names}: on ${days} of days nobody can.`
                : `In ${where} ${some.length} skills hang on one person each, ${names}: on ${days} of days nobody can do a given one of them, and on ${missing} at least one is missing.`,
            examples: examplesOf(some, ({ capability, seat }) => `${name(capability)}: ${view.person(seat)}`),
            entity: { kind: 'unit', id: unit.id },
            at: people.origin(some[0].seat),
          };
        },
      );
    }
  },
});
