import { grouped } from '../../base/grouped.ts';
import { counted } from '../../base/text.ts';
import { descentOf, reportsOf } from '../../model/tree.ts';
import { accountants } from '../examples/companies.ts';
import { examplesOf, gathered } from '../finding.ts';
import { defineRule } from '../rule.ts';

const company = (seat: string) => `
version: 1
name: Nobody leads finance
people:
  - { id: m1, title: Finance Director, department: finance${seat} }
${accountants(4, 'm1')}
`;

export const vacantHead = defineRule({
  id: 'vacant-head',
  about: 'structure',
  severity: 'warning',
  summary: 'Nobody is in the seat at the top, or in a seat with a team or more below.',
  why: {
    text: 'As long as a lead seat is open nobody decides there, and everything that is said of heads, spans and distances is said of a seat. Whoever fills it has a say in any new structure.',
    source: 'A judgement',
  },
  options: ['minimumTeam'],
  examples: { bad: company(', vacant: true'), good: company('') },
  needs: ['lines'],
  *check(view, { design }) {
    if (design !== 'as-is') return;
    const { people, policy } = view.organisation;
    const tree = view.tree();
    const { at, end } = descentOf(tree);
    const below = (seat: number) => end[seat]! - at[seat]! - 1;
    const isTop = (seat: number) => seat === tree.roots[0];
    const open = [...tree.order].filter(
      (seat) =>
        people.vacant[seat] === 1 &&
        reportsOf(tree, seat) > 0 &&
        (isTop(seat) || below(seat) >= policy.minimumTeam),
    );
    if (open.length === 0) return;
    yield gathered(
      open,
      (seat) => people.id[seat]!,
      (open) => {
        const reports = open.reduce((sum, seat) => sum + reportsOf(tree, seat), 0);
        const who = `${counted(reports, 'person reports', 'people report')} to ${open.length === 1 ? 'a seat' : 'seats'} that nobody is in`;
        return {
          message: `${isTop(open[0]) ? 'The seat at the top is open' : `${counted(open.length, 'lead seat is', 'lead seats are')} open`}: ${who}.`,
          value: reports,
          examples: examplesOf(open, (seat) => `${view.person(seat)}, with ${grouped(below(seat))} below`),
          at: people.origin(open[0]),
        };
      },
    );
  },
});
