import { describe, expect, test } from 'vitest';
import { headsOf } from '../../src/model/heads.ts';
import type { Organisation } from '../../src/model/organisation.ts';
import { seatTeamsOf } from '../../src/model/seat-teams.ts';
import { spansOf, teamsOf } from '../../src/model/teams.ts';
import { treeOf } from '../../src/model/tree.ts';
import { viewOf } from '../../src/model/view.ts';
import { runRules } from '../../src/rules/run.ts';
import { problemsOf } from '../schema/load-memory.ts';
import { figureOf, organisationOf } from '../support/organisations.ts';

const PEOPLE = `
people:
  - { id: chief, title: Chief Executive Officer }
  - { id: m, title: Head of Engineering, department: engineering, manager: chief }
  - { id: e1, title: Software Engineer, department: engineering, manager: m }
  - { id: e2, title: Software Engineer, department: engineering, manager: m }
  - { id: e3, title: Software Engineer, department: engineering, manager: m }
  - { id: e4, title: Software Engineer, department: engineering, manager: m, vacant: true }
  - { id: s, title: Head of Sales, department: sales, manager: chief }
  - { id: s1, title: Sales Representative, department: sales, manager: s }
`;

const withTeams = (teams: string) => organisationOf(`version: 1\nname: Squads\n${PEOPLE}${teams}`);

const sizes = (organisation: Organisation) =>
  teamsOf(organisation).map(({ entity, people }) => [entity.kind, entity.id, people]);

describe('declared teams', () => {
  test('have the sizes of their members who are there, the lead counted, in place of the teams of the chart', async () => {
    const without = await withTeams('');
    expect(sizes(without)).toEqual([
      ['person', 'm', 4],
      ['person', 's', 2],
    ]);
    const declared = await withTeams(
      'teams: [{ id: falcon, members: [e1, e2, e4, s1], lead: s, kind: squad }, { id: owl, members: [e3] }]',
    );
    expect(sizes(declared)).toEqual([
      ['team', 'falcon', 4],
      ['team', 'owl', 1],
    ]);
    const view = viewOf(declared);
    expect(figureOf('teams.count', view)).toBe(2);
    expect(figureOf('teams.belowMinimum', view)).toBe(1);
    // Spans are of lines, whatever teams there are.
    expect(spansOf(declared)).toEqual(spansOf(without));
  });

  test('too small a one is told by its name, at its place', async () => {
    const organisation = await withTeams('teams:\n  - { id: owl, name: Night owls, members: [e3, e1] }\n');
    const view = viewOf(organisation);
    const [finding] = runRules(view, { design: 'as-is', baseline: view }).filter(
      ({ rule }) => rule === 'team-too-small',
    );
    expect(finding).toMatchObject({
      message: 'The team Night owls has 2 people; a team needs at least 4.',
      entity: { kind: 'team', id: 'owl' },
    });
    expect(finding!.at().line).toBe(14);
  });

  test('members who are not there are one finding, at the first of them', async () => {
    const organisation = await withTeams(
      'teams:\n  - id: owl\n    members: [e3, e33, { id: nobody, share: 0.5 }]\n    lead: gone\n',
    );
    const view = viewOf(organisation);
    const [finding] = runRules(view, { design: 'as-is', baseline: view }).filter(
      ({ rule }) => rule === 'unknown-team-member',
    );
    expect(finding).toMatchObject({ count: 3, value: 3 });
    expect(finding!.message).toMatch(/^3 members of teams are not in the file, and were left out\./);
    expect(finding!.at()).toMatchObject({ file: 'org.yaml', line: 15, column: 19 });
    expect(organisation.teams[0]!.members).toHaveLength(1);
  });

  test.each([
    [
      'teams: [{ id: a, members: [e1] }, { id: a, members: [] }]',
      'The id "a" is given twice among the teams',
    ],
    ['teams: [{ id: a, members: [{ id: e1, share: 0 }] }]', 'expected a number'],
    ['teams: [{ id: a, members: [e1], serves: [c9] }]', 'teams.serves: "c9" is not a customer.'],
    ['teams: [{ id: a }]', 'teams.members is missing.'],
    ['teams: [{ id: a, members: [e1], kind: tribe }]', 'teams.kind: expected'],
  ])('%s is refused', async (teams, message) => {
    const [problem] = await problemsOf(`version: 1\nname: Squads\n${PEOPLE}${teams}`);
    expect(problem!.message).toContain(message);
  });
});

describe('the teams that somebody works in', () => {
  const ofSeat = async (teams: string, id: string) => {
    const organisation = await withTeams(teams);
    const seat = (one: string) => organisation.people.id.indexOf(one);
    const shares = (seat: number) => seatTeamsOf(organisation).sharesOf(seat);
    return { shares: shares(seat(id)), of: (other: string) => shares(seat(other)) };
  };

  test('are the declared ones alike, without shares', async () => {
    const { shares } = await ofSeat('teams: [{ id: a, members: [e1] }, { id: b, members: [e1] }]', 'e1');
    expect(shares).toEqual([
      [0, 0.5],
      [1, 0.5],
    ]);
  });

  test('have the shares that are given, the others what is left', async () => {
    const teams =
      'teams: [{ id: a, members: [{ id: e1, share: 0.5 }] }, { id: b, members: [e1] }, { id: c, members: [e1] }]';
    const { shares } = await ofSeat(teams, 'e1');
    expect(shares).toEqual([
      [0, 0.5],
      [1, 0.25],
      [2, 0.25],
    ]);
  });

  test('are the one of the lead for time that is in none', async () => {
    const { shares, of } = await ofSeat('teams: [{ id: a, members: [{ id: e1, share: 0.25 }] }]', 'e1');
    expect(shares[0]).toEqual([0, 0.25]);
    expect(shares[1]![1]).toBeCloseTo(0.75, 12);
    // Colleagues and their lead are one team.
    expect(of('e2')).toEqual([[shares[1]![0], 1]]);
    expect(of('m')).toEqual(of('e2'));
    expect(of('s1')).not.toEqual(of('e2'));
  });

  test('sum to one for everybody, also where more than all of somebody is given away', async () => {
    const organisation = await withTeams(
      'teams: [{ id: a, members: [{ id: e1, share: 0.9 }, e2] }, { id: b, members: [{ id: e1, share: 0.9 }] }, { id: c, members: [e1, chief] }]',
    );
    const shares = (seat: number) => seatTeamsOf(organisation).sharesOf(seat);
    organisation.people.id.forEach((_, seat) => {
      expect(shares(seat).reduce((sum, [, share]) => sum + share, 0)).toBeCloseTo(1, 12);
    });
  });
});

describe('a department that governs itself', () => {
  const NURSES = `version: 1
name: Neighbourhood nurses
departments:
  - { id: north, name: North team, lead: none, answersTo: coach }
people:
  - { id: director, title: Managing Director }
  - { id: coach, title: Coach, manager: director }
  - { id: n1, title: Nurse, department: north }
  - { id: n2, title: Nurse, department: north }
  - { id: n3, title: Nurse, department: north, manager: coach }
  - { id: n4, title: Nurse, department: north }
  - { id: n5, title: Nurse, department: north }
`;

  test('is a team without a lead and no span, and stands below whom it answers to', async () => {
    const organisation = await organisationOf(NURSES);
    expect(sizes(organisation)).toEqual([['unit', 'north', 5]]);
    expect(spansOf(organisation).map(({ reports }) => reports)).toEqual([1]);
    expect([...headsOf(organisation).head]).toEqual([-1]);
    const { roots, depth } = treeOf(organisation);
    expect(roots).toHaveLength(1);
    expect(depth[organisation.people.id.indexOf('n1')]).toBe(2);
  });

  test('has no manager missing, no head missing and no span too wide', async () => {
    const view = viewOf(await organisationOf(NURSES));
    const told = runRules(view, { design: 'as-is', baseline: view }).map(({ rule }) => rule);
    for (const rule of ['orphan', 'several-roots', 'no-root', 'headless-department', 'joint-heads'])
      expect(told).not.toContain(rule);
  });

  test('cannot have a head, and only it answers to somebody', async () => {
    const problems = await problemsOf(`version: 1
name: A head too many
departments:
  - { id: a, lead: none, head: x }
  - { id: b, answersTo: x }
people: [{ id: x }]
`);
    expect(problems.map(({ message, at }) => [message, at?.line])).toEqual([
      ['departments: expected either head or lead: none, not both.', 4],
      ['departments: answersTo is for a department that governs itself.', 5],
    ]);
  });

  test('closes no circle where it answers to one of its own', async () => {
    const organisation = await organisationOf(`version: 1
name: A circle
departments: [{ id: a, lead: none, answersTo: y }]
people: [{ id: x, department: a }, { id: y, department: a, manager: x }]
`);
    expect(treeOf(organisation).roots).toEqual([0]);
  });
});
