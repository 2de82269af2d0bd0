import { counted, quotedStranger } from '../../base/text.ts';
import { accountants } from '../examples/companies.ts';
import { examplesOf, gathered } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { irregularityOf, isToldAsPoor } from './irregularities.ts';
import { strangersAmong } from './similar-ids.ts';

const company = (manager: string) => `
version: 1
name: A mistyped manager
policy: { knownManagers: 0.5 }
people:
  - { id: m1, title: Finance Manager, department: finance }
${accountants(3, 'm1')}
  - { id: x, title: Accountant, department: finance, manager: ${manager} }
`;

export const unknownManager = defineRule({
  id: 'unknown-manager',
  about: 'data',
  severity: 'warning',
  summary: 'People report to somebody who is not in the file.',
  why: {
    text: 'A line that leads nowhere is left out, so who had only that one stands at the top, and levels, spans and units are wrong around it. Mostly the manager has left, sits outside the extract, or the id is mistyped.',
    source: 'orgdesign, contract',
  },
  examples: { bad: company('m11'), good: company('m1') },
  *check(view) {
    const { organisation } = view;
    const found = irregularityOf(organisation, 'unknown-manager');
    if (found === undefined || found.members.some((seat) => isToldAsPoor(view, seat))) return;
    const lines = found.members.map((seat, at) => ({ seat, to: found.detail[at]! }));
    const strangers = strangersAmong(found.detail, organisation.people);
    yield gathered(
      lines,
      ({ seat }) => organisation.people.id[seat]!,
      (lines) => ({
        message: `${counted(lines.length, 'reporting line leads', 'reporting lines lead')} to ${counted(new Set(lines.map(({ to }) => to)).size, 'id', 'ids')} that nobody in the file has; ${lines.length === 1 ? 'it was' : 'they were'} left out, and people without another line stand at the top.${strangers.remark}`,
        examples: examplesOf(
          lines,
          ({ seat, to }) => `${view.person(seat)} to ${quotedStranger(to)}${strangers.hint(to)}`,
        ),
        at: organisation.people.origin(lines[0].seat),
      }),
    );
  },
});
