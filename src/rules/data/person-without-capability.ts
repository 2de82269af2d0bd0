import { grouped } from '../../base/grouped.ts';
import { countsOf, mostFirst } from '../../base/groups.ts';
import { counted, quoted } from '../../base/text.ts';
import { ownersWhoStay } from '../../designs/hierarchy/who-stays.ts';
import { listed } from '../../model/listed.ts';
import type { Index } from '../../model/organisation.ts';
import { accountants } from '../examples/companies.ts';
import { examplesOf, gathered } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { isToldAsPoor } from './irregularities.ts';

const company = (capability: string) => `
version: 1
name: A botanist
people:
  - { id: m1, title: Finance Manager, department: finance }
${accountants(3, 'm1')}
  - { id: x, title: Botanist, department: greenhouse, manager: m1${capability} }
`;

/** What becomes of people whose trade is not known, so many of whom hold a second skill, as owners of so many customers do. */
const stay = (people: number, second: number, customers: number): string =>
  second === 0
    ? 'they serve no step and stay where they are in every design'
    : `they stay where they are in every design${customers === 0 ? '' : `, owners of ${counted(customers, 'customer')} among them`}; ${second === people ? 'they serve' : `${grouped(second)} of them serve`} the steps of a second skill only${second === people ? '' : ', the others none'}`;

export const personWithoutCapability = defineRule({
  id: 'person-without-capability',
  about: 'data',
  severity: 'warning',
  summary: 'It is not known what people can do for a customer.',
  why: {
    text: 'Where neither title nor department says what a person does, nothing is guessed: the person serves no step of a journey and stays in place in every design. Say it once for a title or a department under `capabilities`.',
    source: 'orgdesign, model section 2',
  },
  examples: { bad: company(''), good: company(', capability: product-development') },
  *check(view, { design }) {
    if (design !== 'as-is') return;
    const { organisation } = view;
    const { people } = organisation;
    const without: Index[] = [];
    for (let seat = 0; seat < people.count; seat++) if (people.capability[seat]! < 0) without.push(seat);
    // Of most people it is told as data that cannot bear a figure.
    if (without.length === 0 || without.some((seat) => isToldAsPoor(view, seat))) return;
    yield gathered(
      listed(without, people),
      (seat) => people.id[seat]!,
      (seats) => ({
        message: `What ${counted(seats.length, 'person does', 'people do')} for a customer could not be told from title and department: ${stay(seats.length, seats.filter((seat) => people.secondary.has(seat)).length, ownersWhoStay(organisation).customers)}.`,
        examples: examplesOf(
          mostFirst(countsOf(seats.map((seat) => people.title[seat]!))),
          ([title, times]) => `${title === '' ? 'no title' : quoted(title)}: ${grouped(times)}`,
        ),
        at: people.origin(seats[0]),
      }),
    );
  },
});
