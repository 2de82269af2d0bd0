import { describe, expect, it } from 'vitest';
import { diffOf } from '../../src/documents/diff/diff.ts';
import { evaluate } from '../../src/evaluate.ts';
import { teamsAboveMaximum } from '../../src/measures/structure/teams-above-maximum.ts';
import { teamsBelowMinimum } from '../../src/measures/structure/teams-below-minimum.ts';
import { viewOf } from '../../src/model/view.ts';
import { designOf, loadedOf, organisationOf } from '../support/organisations.ts';

const TRADES = { sales: 5, 'account-management': 3, marketing: 3, support: 3 };

/** Two regions of more people than a team, and three people of finance, whom no design for customers touches. */
const company = (staff = 2) => ({
  version: 1,
  name: 'Company',
  departments: ['board', 'finance', 'Nord', 'Ost'].map((id) => ({ id })),
  people: [
    { id: 'top', title: 'Chief Executive Officer', department: 'board' },
    { id: 'cfo', department: 'finance', manager: 'top', capability: 'finance' },
    ...Array.from({ length: staff }, (_, at) => ({
      id: `f${at}`,
      department: 'finance',
      manager: 'cfo',
      capability: 'finance',
    })),
    ...['Nord', 'Ost'].flatMap((region) => [
      { id: `head${region}`, department: region, manager: 'top', capability: 'sales' },
      ...Object.entries(TRADES).flatMap(([capability, count]) =>
        Array.from({ length: count }, (_, at) => ({
          id: `${region}-${capability}${at}`,
          department: region,
          manager: `head${region}`,
          capability,
        })),
      ),
    ]),
  ],
  customers: ['Nord', 'Ost'].flatMap((region) =>
    [0, 1, 2].map((at) => ({
      id: `${region}${at}`,
      owner: `${region}-account-management${at}`,
      attributes: { region },
    })),
  ),
});

const clusters = async () => {
  const before = await organisationOf(company());
  return { before, after: designOf('cluster').apply(before).organisation! };
};

describe('teams that a design does not touch', () => {
  it('are no gain where they only count no more for the kind of their unit', async () => {
    const { before, after } = await clusters();
    const [was, is] = [viewOf(before), viewOf(after)];
    expect(teamsBelowMinimum.take(was, was)).toEqual({ value: 1 });
    expect(teamsBelowMinimum.take(is, was)).toEqual({ value: 0, renamed: true });
    expect(teamsAboveMaximum.take(is, was)).toEqual({ value: 0, renamed: true });
    // The file that is written of it is as large, and compares with nothing.
    expect(teamsBelowMinimum.take(is, is)).toEqual({ value: 0 });
  });

  it('are neither better nor gone in a diff, and not told as a gain', async () => {
    const { before, after } = await clusters();
    const { measures, findings, summary } = diffOf(before, after);
    const verdicts = measures.filter(({ id }) => ['teams.belowMinimum', 'teams.aboveMaximum'].includes(id));
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['not-compared', 'not-compared']);
    expect(findings.gone.map(({ rule }) => rule)).not.toContain('team-too-small');
    expect(summary.join(' ')).not.toContain('teams below minimum');
    const report = evaluate(await loadedOf(company()), { designs: ['cluster'], version: '1.0.0' });
    expect(report.designs.find(({ id }) => id === 'cluster')?.measures['teams.belowMinimum']?.renamed).toBe(
      true,
    );
    expect(JSON.stringify(report.answer)).not.toContain('too small');
  });

  it('are a gain where they really are of another size', async () => {
    const [before, after] = await Promise.all([2, 3].map((staff) => organisationOf(company(staff))));
    const { measures, findings } = diffOf(before!, after!);
    expect(measures.find(({ id }) => id === 'teams.belowMinimum')?.verdict).toBe('better');
    expect(findings.gone.map(({ rule }) => rule)).toContain('team-too-small');
  });
});
