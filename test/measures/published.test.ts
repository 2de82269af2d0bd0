import { describe, expect, it } from 'vitest';
import { missingCover } from '../../src/designs/cluster/number/feasibility.ts';
import { expectDraws } from '../../src/measures/journey/draws.ts';
import { eiIndex } from '../../src/measures/network/network-ei.ts';
import { modularity } from '../../src/measures/network/network-modularity.ts';
import { viewOf } from '../../src/model/view.ts';
import { varianceExplained } from '../../src/numbers/omega.ts';
import { figureOf, organisationOf, viewFrom } from '../support/organisations.ts';
import { KARATE_OFFICER, KARATE_TIES } from './karate.ts';

const sure = (hours: number, unit: number) => ({ hours, units: new Map([[unit, 1]]) });
const COMPANY = `
version: 1
name: Test
people:
  - { id: ceo, title: Chief Executive Officer }
`;

describe('silos', () => {
  it('shares 30/30/20/20 are 4 silos, effectively 3.846', () => {
    const figures = expectDraws([sure(0.3, 0), sure(0.3, 1), sure(0.2, 2), sure(0.2, 3)]);
    expect(figures.count).toBe(4);
    expect(figures.effective).toBeCloseTo(3.846, 3);
    expect(figures.largest).toBeCloseTo(0.3, 12);
  });

  it('two sales steps pooled over three units, then support: S0 2, hand-offs 1', async () => {
    const view = await viewFrom(`${COMPANY}
  - { id: s1, title: Sales Representative, manager: ceo, department: one }
  - { id: s1b, title: Sales Representative, manager: s1, department: one }
  - { id: s2, title: Sales Representative, manager: ceo, department: two }
  - { id: s2b, title: Sales Representative, manager: s2, department: two }
  - { id: s3, title: Sales Representative, manager: ceo, department: three }
  - { id: s3b, title: Sales Representative, manager: s3, department: three }
  - { id: h, title: Customer Support, manager: ceo, department: help }
  - { id: hb, title: Customer Support, manager: h, department: help }
customers: [{ id: c }]
journeys:
  - id: j
    steps:
      - { phase: acquire, capability: sales, hours: 1 }
      - { phase: acquire, capability: sales, hours: 1 }
      - { phase: retain, capability: support, hours: 1 }
`);
    expect(figureOf('silos.count', view)).toBeCloseTo(2, 12);
    expect(figureOf('handoffs.perJourney', view)).toBeCloseTo(1, 12);
    expect(figureOf('silos.reachable', view)).toBe(4);
  });

  it('AABCCA has 3 hand-offs', async () => {
    const step = (capability: string) => `      - { phase: acquire, capability: ${capability} }`;
    const view = await viewFrom(`${COMPANY}
  - { id: a, title: Sales Manager, manager: ceo }
  - { id: a1, title: Sales Representative, manager: a }
  - { id: b, title: Support Lead, manager: ceo }
  - { id: b1, title: Support Agent, manager: b }
  - { id: c, title: Marketing Manager, manager: ceo }
  - { id: c1, title: Marketing Specialist, manager: c }
customers: [{ id: k }]
journeys:
  - id: j
    steps:
${['sales', 'sales', 'support', 'marketing', 'marketing', 'sales'].map(step).join('\n')}
`);
    expect(figureOf('handoffs.perJourney', view)).toBeCloseTo(3, 12);
    expect(figureOf('silos.count', view)).toBeCloseTo(3, 12);
    expect(figureOf('silos.effective', view)).toBeCloseTo(36 / 14, 12);
  });

  it('a customer officer over four functions: S0 4, and 1 before the descent', async () => {
    const heads = ['Marketing', 'Sales', 'Account', 'Support'].map(
      (name) =>
        `  - { id: ${name}, title: ${name} Manager, manager: cco }\n  - { id: ${name}1, title: ${name} Manager, manager: ${name} }`,
    );
    const view = await viewFrom(`${COMPANY}
  - { id: cco, title: Chief Customer Officer, manager: ceo }
${heads.join('\n')}
  - { id: f, title: Finance Manager, manager: ceo }
  - { id: f1, title: Accountant, manager: f }
customers: [{ id: c }]
`);
    expect(figureOf('silos.count', view)).toBeCloseTo(4, 12);
    const { before } = view.accountability();
    expect(before?.units.map(({ id }) => id)).toEqual(['cco', 'f', 'root-office']);
  });

  it('work that nobody serves is in no unit, and in the hours of which one head answers for a share', () => {
    const figures = expectDraws([sure(0.5, 0), { hours: 0.25, units: null }, { hours: 0.25, units: null }]);
    expect(figures.count).toBe(1);
    expect(figures.effective).toBe(1);
    expect(figures.largest).toBe(0.5);
  });
});

describe('hierarchy', () => {
  const chart = async (span: number) => {
    const people: object[] = [];
    let level = [`m0`];
    people.push({ id: 'm0' });
    while (level.length < 4096) {
      level = level.flatMap((boss) =>
        Array.from({ length: span }, (_, at) => {
          const id = `${boss}.${at}`;
          people.push({ id, manager: boss });
          return id;
        }),
      );
    }
    return viewOf(await organisationOf({ version: 1, name: 'Chart', people }));
  };
  it.each([
    [4, 1365, 6],
    [8, 585, 4],
  ])('4,096 operatives, span %d: %d managers in %d levels', async (span, managers, levels) => {
    const view = await chart(span);
    expect(view.spans().length).toBe(managers);
    expect(figureOf('layers.count', view)).toBe(levels);
    expect(figureOf('spans.median', view)).toBe(span);
  });
});

describe('cover', () => {
  it('four posts of one holder each at 15 % absence: someone is missing 48 % of the time', () =>
    expect(missingCover(0.15, 1, 4)).toBeCloseTo(0.478, 3));
  it('ten posts: two holders 20.4 %, three 3.3 %', () => {
    expect(missingCover(0.15, 2, 10)).toBeCloseTo(0.204, 3);
    expect(missingCover(0.15, 3, 10)).toBeCloseTo(0.033, 3);
  });
});

describe('variance explained', () => {
  it('NIST SiRstv', () => {
    // NIST StRD, analysis of variance, SiRstv: resistivity of silicon by five instruments.
    const instruments = [
      [196.3052, 196.124, 196.189, 196.2569, 196.3403],
      [196.3042, 196.3825, 196.1669, 196.3257, 196.0422],
      [196.1303, 196.2005, 196.2889, 196.0343, 196.1811],
      [196.2795, 196.1748, 196.1494, 196.1485, 195.9885],
      [196.2119, 196.1051, 196.185, 196.0052, 196.209],
    ];
    const found = varianceExplained(
      [instruments.flat()],
      instruments.flatMap((values, code) => values.map(() => code)),
    );
    expect(found.f).toBeCloseTo(1.18046237440255, 10);
    expect(found.rSquared).toBeCloseTo(0.190999039051129, 10);
    expect(found.omegaSquared).toBeCloseTo(0.0281, 4);
  });
  it('says nothing of fewer than two groups or of nothing that varies', () => {
    expect(varianceExplained([[1, 2, 3]], [0, 0, 0]).omegaSquared).toBeNaN();
    expect(varianceExplained([[2, 2, 2, 2]], [0, 0, 1, 1]).omegaSquared).toBeNaN();
    expect(varianceExplained([[]], []).omegaSquared).toBeNaN();
  });
});

describe('network', () => {
  const officers = new Set(KARATE_OFFICER);
  const side = (member: number) => (officers.has(member) ? 1 : 0);
  const ties = KARATE_TIES.map(([from, to]) => ({ from, to, weight: 1 }));
  it('Zachary’s karate club as it split: E-I −0.7436, Q 0.3715', () => {
    expect(ties.length).toBe(78);
    expect(ties.filter(({ from, to }) => side(from) !== side(to)).length).toBe(10);
    expect(eiIndex(ties, side)).toBeCloseTo(-0.7436, 4);
    expect(modularity(ties, side)).toBeCloseTo(0.3715, 4);
  });
  it('its best four groups: Q 0.4198', () => {
    const groups = [
      [1, 2, 3, 4, 8, 12, 13, 14, 18, 20, 22],
      [5, 6, 7, 11, 17],
      [9, 10, 15, 16, 19, 21, 23, 27, 30, 31, 33, 34],
      [24, 25, 26, 28, 29, 32],
    ];
    expect(modularity(ties, (member) => groups.findIndex((group) => group.includes(member)))).toBeCloseTo(
      0.4198,
      4,
    );
  });
});
