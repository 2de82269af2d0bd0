import { counted } from '../../base/text.ts';
import { within } from '../../model/heads.ts';
import { listed } from '../../model/listed.ts';
import type { Index } from '../../model/organisation.ts';
import { selfGoverned } from '../../model/teams.ts';
import { accountants, team } from '../examples/companies.ts';
import { examplesOf, gathered } from '../finding.ts';
import { defineRule } from '../rule.ts';

const company = (manager: string) => `
version: 1
name: Finance and legal
people:
  - { id: chief, title: Chief Executive Officer }
  - { id: m1, title: Finance Manager, department: finance, manager: chief }
${accountants(3, 'm1')}
  - { id: m2, title: Head of Legal, department: legal, manager: chief }
${team('Lawyer', 'legal', 'm2', ['l1', 'l2', 'l3'])}
  - { id: l4, title: Lawyer, department: legal, manager: ${manager} }
`;

export const managerInAnotherDepartment = defineRule({
  id: 'manager-in-another-department',
  about: 'data',
  severity: 'note',
  summary: 'People report to a manager in another department than their own.',
  why: {
    text: 'Where the department and the line say different things, either the data are out of date or two units both count on the person. Heads are left out: they report outside by nature; so are departments that govern themselves.',
    source: 'orgdesign, model section 6',
  },
  examples: { bad: company('m1'), good: company('m2') },
  needs: ['lines'],
  *check(view) {
    const { organisation } = view;
    const { units, unitOf, people } = organisation;
    const { boss } = view.tree();
    const { head, joint } = view.heads();
    const tops = new Map<Index, ReadonlySet<Index>>();
    const isTop = (seat: Index, unit: Index) => {
      if (head[unit] === seat) return true;
      const list = joint.get(unit);
      if (list === undefined) return false;
      let set = tops.get(unit);
      if (set === undefined) {
        set = new Set(list);
        tops.set(unit, set);
      }
      return set.has(seat);
    };
    const found: Index[] = [];
    for (let seat = 0; seat < people.count; seat++) {
      const own = unitOf[seat]!;
      const above = boss[seat]! < 0 ? -1 : unitOf[boss[seat]!]!;
      if (own < 0 || above < 0 || own === above) continue;
      // Whom a department that governs itself answers to is no manager of its people.
      if (selfGoverned(organisation, seat) >= 0) continue;
      if (within(organisation, above, own) || within(organisation, own, above) || isTop(seat, own)) continue;
      found.push(seat);
    }
    const seats = listed(found, people);
    if (seats.length === 0) return;
    yield gathered(
      seats,
      (seat) => people.id[seat]!,
      (seats) => ({
        message: `${counted(seats.length, 'person reports', 'people report')} to a manager in another department without being the head of their own.`,
        examples: examplesOf(
          seats,
          (seat) =>
            `${view.person(seat)} in ${units[unitOf[seat]!]!.name} to ${view.person(boss[seat]!)} in ${units[unitOf[boss[seat]!]!]!.name}`,
        ),
        at: people.origin(seats[0]),
      }),
    );
  },
});
