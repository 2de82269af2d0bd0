import { hasMinimum } from '../../model/teams.ts';
import { among, defineRemedy, forEach } from '../remedy.ts';

export const oneReportManager = defineRemedy({
  rule: 'one-report-manager',
  summary: 'lets the one report answer to the manager above',
  *propose(ground, finding) {
    const { organisation, view } = ground;
    const { minimumTeam } = organisation.policy;
    const heads = new Set(view.heads().head);
    const lonely = view
      .spans()
      .filter(
        ({ reports, leadership, people, lead }) =>
          reports === 1 &&
          (leadership || people >= minimumTeam || !hasMinimum(organisation, organisation.unitOf[lead]!)),
      )
      .map(({ lead }) => lead)
      // A head of a unit would lead nobody any more.
      .filter((lead) => !heads.has(lead));
    const asked = lonely.filter(among(organisation, finding));
    if (asked.length === 0 || asked.some((lead) => ground.boss(lead) < 0)) return;
    const reports = asked.map((lead) => ground.reports(lead)[0]!);
    // Of a chain of them everyone goes to the first manager above who has more than one report.
    const single = new Set(lonely);
    yield forEach(reports, (seat) => {
      let boss = ground.boss(seat);
      while (single.has(boss) && ground.boss(boss) >= 0) boss = ground.boss(boss);
      return { boss };
    });
  },
});
