import { grouped } from '../../base/grouped.ts';
import { counted } from '../../base/text.ts';
import { hasMinimum, type Span } from '../../model/teams.ts';
import { accountants } from '../examples/companies.ts';
import { examplesOf, gathered } from '../finding.ts';
import { defineRule } from '../rule.ts';

export const oneReportManager = defineRule({
  id: 'one-report-manager',
  about: 'structure',
  severity: 'note',
  summary: 'Managers have a single direct report.',
  why: {
    text: 'A manager with one report adds a level to every decision and divides the work of leading between two. Often it is a deputy, or a title given as a reward.',
    source: 'A judgement',
  },
  options: ['minimumTeam'],
  examples: {
    bad: `
version: 1
name: A manager of one manager
people:
  - { id: m1, title: Finance Director, department: finance }
  - { id: m2, title: Finance Manager, department: finance, manager: m1 }
${accountants(3, 'm2')}
`,
    good: `
version: 1
name: One manager
people:
  - { id: m1, title: Finance Director, department: finance }
${accountants(4, 'm1')}
`,
  },
  needs: ['lines'],
  *check(view) {
    const { organisation } = view;
    const { minimumTeam } = organisation.policy;
    // A centre of expertise of two is as small as it is meant to be.
    const isCentre = ({ leadership, lead }: Span) =>
      !leadership && organisation.units[organisation.unitOf[lead]!]?.kind === 'centre-of-expertise';
    const ofOne = view.spans().filter((team) => team.reports === 1 && !isCentre(team));
    // A lead with one report who leads nobody is a team that is too small, and told as such.
    const managers = ofOne.filter(
      ({ leadership, lead, people }) =>
        leadership || people >= minimumTeam || !hasMinimum(organisation, organisation.unitOf[lead]!),
    );
    if (managers.length === 0) return;
    const others = ofOne.length - managers.length;
    yield gathered(
      managers,
      ({ lead }) => organisation.people.id[lead]!,
      (managers) => ({
        message: `${counted(managers.length, 'manager has', 'managers have')} a single direct report${others === 0 ? '' : `; ${grouped(others)} more lead a team of two, which is listed as too small`}.`,
        examples: examplesOf(managers, ({ lead }) => view.person(lead)),
        at: organisation.people.origin(managers[0].lead),
      }),
    );
  },
});
