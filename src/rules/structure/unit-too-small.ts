import { counted } from '../../base/text.ts';
import { team } from '../examples/companies.ts';
import { defineRule } from '../rule.ts';
import { smallUnits } from './unit-members.ts';

const phase = (name: string, ids: readonly string[]) => `
version: 1
name: ${name}
departments:
  - { id: identify, name: Identify, kind: phase, phase: identify, head: head }
people:
  - { id: head, title: Head of Marketing, department: identify }
${team('Marketing Specialist', 'identify', 'head', ids)}
`;

export const unitTooSmall = defineRule({
  id: 'unit-too-small',
  about: 'structure',
  severity: 'error',
  summary: 'A cluster or a phase has fewer people than it takes to work as a team.',
  why: {
    text: 'A cluster answers for its customers from end to end. With fewer than four people besides its head it lacks both the skills and the dynamics for that.',
    source: 'Jackson',
  },
  options: ['minimumTeam'],
  examples: {
    bad: phase('Three find prospects', ['ana', 'bo']),
    good: phase('Four find prospects', ['ana', 'bo', 'cy']),
  },
  *check(view) {
    const { units, policy } = view.organisation;
    for (const { unit: index, people, open } of smallUnits(view)) {
      const unit = units[index]!;
      const seats = open > 0 ? ` and ${counted(open, 'open seat')}` : '';
      const head = unit.kind === 'cluster' ? ' besides its head' : '';
      const enough =
        open > 0 && people + open >= policy.minimumTeam
          ? ` Only the open ${open === 1 ? 'seat is' : 'seats are'} to be filled: then it has enough.`
          : '';
      yield {
        message: `The ${unit.kind} ${unit.name} has ${counted(people, 'person', 'people')}${seats}${head}; it needs at least ${policy.minimumTeam} people.${enough}`,
        value: people,
        limit: policy.minimumTeam,
        entity: { kind: 'unit', id: unit.id },
        at: unit.origin,
      };
    }
  },
});
