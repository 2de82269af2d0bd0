import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { designOf, organisationOf } from '../../support/organisations.ts';
import { runs } from '../../support/runs.ts';
import { placed } from './placing/placed.ts';

const AM = 'account-management';
const person = (id: string, rest: object = {}) => ({ id, capability: AM, manager: 'boss', ...rest });
const customer = (id: string, kind: string, hours: number) => ({
  id,
  attributes: { kind },
  effort: { [AM]: hours },
});
const file = (people: readonly object[], customers: readonly object[], policy: object = {}) =>
  organisationOf({
    version: 1,
    name: 'Test',
    policy: { centreSize: 1, ...policy },
    people: [{ id: 'boss' }, ...people],
    customers,
  });
/** Hours that keep so many people busy, 143 a month at 80 %. */
const busy = (people: number) => people * 114.4;
const inCentre = (organisation: { people: { id: readonly string[] } }, found: ReturnType<typeof placed>) =>
  [...found.posts.centres.values()].flat().map((seat) => organisation.people.id[seat]);

describe('a centre of expertise', () => {
  it('takes nobody whom the hours of the customers need', async () => {
    const people = ['a', 'b', 'c'].map((id) => person(id));
    const staffed = async (each: number, fte = 1) => {
      const organisation = await file(
        people.map((one) => ({ ...one, fte })),
        [customer('r', 'retail', busy(each)), customer('d', 'dairy', busy(each))],
        { centreSize: 2 },
      );
      return inCentre(organisation, placed(organisation, [AM], { minimum: 0 })).length;
    };
    // Three people, of whom two posts are the least.
    expect(await staffed(1.5)).toBe(0);
    expect(await staffed(1.1)).toBe(0);
    // 2.04 is shown as 2, and is 2.
    expect(await staffed(1.02)).toBe(1);
    expect(await staffed(0.5)).toBe(1);
    // Three half-time people, one of whom can go where 0.8 full-time are needed, not where 1.1 are.
    expect(await staffed(0.4, 0.5)).toBe(1);
    expect(await staffed(0.55, 0.5)).toBe(0);
  });

  it('asks nothing of hours that are assumed, which follow from the people there', async () => {
    const organisation = await file(
      ['a', 'b', 'c'].map((id) => person(id)),
      ['retail', 'dairy'].map((kind) => ({ id: kind, attributes: { kind } })),
    );
    expect(inCentre(organisation, placed(organisation, [AM], { minimum: 0 }))).toHaveLength(1);
  });

  it('takes nobody while a post of the capability is open, today or for a pin', async () => {
    const customers = [customer('r', 'retail', 50), customer('d', 'dairy', 50)];
    const ids = ['a', 'b', 'c'];
    const today = await file([...ids.map((id) => person(id)), person('v', { vacant: true })], customers);
    expect(inCentre(today, placed(today, [AM], { minimum: 0 }))).toEqual([]);
    const pinned = await file(
      ids.map((id) => person(id)),
      customers,
    );
    expect(inCentre(pinned, placed(pinned, [AM], { minimum: 0, pinned: { a: 'retail' } }))).toHaveLength(1);
    const found = placed(pinned, [AM], { minimum: 0, pinned: { a: 'retail', b: 'retail' } });
    expect(inCentre(pinned, found)).toEqual([]);
    expect(found.open).toEqual({ dairy: 0, retail: 0 });
  });

  it('takes whoever is missed least by all: no other choice reaches more', async () => {
    // Ann knows fewest customers, but all of hers are in dairy; those of Ben and Cas are divided.
    const organisation = await file(
      [
        person('ann', { serves: ['d1'] }),
        person('ben', { serves: ['r1', 'd2'] }),
        person('cas', { serves: ['r1', 'r2', 'd2'] }),
      ],
      [
        customer('r1', 'retail', 20),
        customer('r2', 'retail', 20),
        customer('d1', 'dairy', 20),
        customer('d2', 'dairy', 20),
      ],
    );
    const goals = { customers: 1, team: 0, location: 0 };
    const found = placed(organisation, [AM], { minimum: 0, goals });
    // One post each. Ann in dairy 1; in retail Ben has 10 of 20 hours, Cas 30 of 40.
    expect(inCentre(organisation, found)).toEqual(['ben']);
    expect(found.where).toMatchObject({ ann: 'dairy', ben: null, cas: 'retail' });
    expect(found.assignment.objective).toBe(1.75);
    expect(found.assignment.gap).toBe(0);
    expect(found.explanation[0]).toContain(
      'no other placing reaches more, whoever of them went to the centres of expertise, where 1 person is at 0.',
    );
  });

  it('takes, of those who are missed as little, who knows fewest customers', async () => {
    // For the customers alone, two of these three are worth 1 each, whoever goes; Cas knows one customer less.
    const organisation = await file(
      [
        person('ann', { serves: ['r1', 'r2'] }),
        person('ben', { serves: ['d1', 'd2'] }),
        person('cas', { serves: ['d1'] }),
      ],
      [
        customer('r1', 'retail', 20),
        customer('r2', 'retail', 20),
        customer('d1', 'dairy', 20),
        customer('d2', 'dairy', 20),
      ],
    );
    const found = placed(organisation, [AM], { minimum: 0, goals: { customers: 1, team: 0, location: 0 } });
    expect(inCentre(organisation, found)).toEqual(['cas']);
    expect(found.assignment.objective).toBe(2);
  });
});

const anyTeam = fc.record({
  known: fc.array(fc.subarray(['r1', 'r2', 'd1', 'd2', 'w1']), { minLength: 5, maxLength: 7 }),
  centreSize: fc.integer({ min: 1, max: 3 }),
});

describe('any choice for a centre', () => {
  it('and any placing of the others, is worth no more than the one found', async () => {
    let some = 0;
    await fc.assert(
      fc.asyncProperty(anyTeam, async ({ known, centreSize }) => {
        const kinds: Readonly<Record<string, string>> = { r: 'retail', d: 'dairy', w: 'water' };
        const ids = ['r1', 'r2', 'd1', 'd2', 'w1'];
        const organisation = await file(
          known.map((serves, at) => person(`p${at}`, { serves })),
          ids.map((id) => customer(id, kinds[id[0]!]!, 10)),
          { centreSize },
        );
        const goals = { customers: 1, team: 0, location: 0 };
        // No head and no minimum takes people from the centre.
        const found = placed(organisation, [AM], { minimum: -1, goals });
        const centre = inCentre(organisation, found);
        if (centre.length > 0) some++;
        // The hours of a customer are divided by those who know it.
        const hours = (at: number, kind: string) =>
          known[at]!.filter((id) => kinds[id[0]!] === kind).reduce(
            (sum, id) => sum + 10 / known.filter((list) => list.includes(id)).length,
            0,
          );
        const worth = (at: number, kind: string) => {
          const all = Object.values(kinds).reduce((sum, one) => sum + hours(at, one), 0);
          return all === 0 ? 0 : Math.round((1e6 * hours(at, kind)) / all);
        };
        const counts = [...found.posts.posts.values()][0]!;
        const best = (at: number, room: readonly number[]): number => {
          if (at === known.length) return 0;
          let most = Number.NEGATIVE_INFINITY;
          room.forEach((left, to) => {
            if (left === 0) return;
            const gain = to === counts.length ? 0 : worth(at, found.groups[to]!.name);
            most = Math.max(
              most,
              gain +
                best(
                  at + 1,
                  room.map((one, k) => (k === to ? one - 1 : one)),
                ),
            );
          });
          return most;
        };
        expect(Math.round(found.assignment.objective * 1e6)).toBe(best(0, [...counts, centre.length]));
        expect(found.assignment.gap).toBe(0);
      }),
      { numRuns: runs(80) },
    );
    expect(some).toBeGreaterThan(runs(80) * 0.75);
  });
});

const SKILLS = ['marketing', 'sales', AM, 'support'];
const company = (
  more: object,
  location: (skill: string, at: number) => string | undefined = () => undefined,
) => ({
  version: 1,
  name: 'Test',
  people: [
    { id: 'boss' },
    ...SKILLS.flatMap((skill) =>
      [0, 1].map((at) => ({
        id: `${skill}${at}`,
        capability: skill,
        manager: 'boss',
        location: location(skill, at),
        serves: skill === 'sales' ? [at === 0 ? 'r' : 'd'] : [],
      })),
    ),
  ],
  customers: ['retail', 'dairy'].map((kind) => ({
    id: kind[0],
    attributes: { kind },
    effort: Object.fromEntries(SKILLS.map((skill) => [skill, busy(skill === 'support' ? 1.5 : 1)])),
  })),
  designs: { cluster: { clusters: 2, ...more } },
});
const apply = async (content: object) => designOf('cluster').apply(await organisationOf(content));

describe('a cluster design says', () => {
  it('of which capability customers need more than there is', async () => {
    const { explanation } = await apply(company({}));
    expect(explanation.join(' ')).toContain(
      'more than the seats there provide in support (3 full-time needed, 2 there).',
    );
  });

  it('that an essential capability cannot be excluded, and nothing where it is another', async () => {
    const said = async (exclude: string[]) => (await apply(company({ exclude }))).explanation.join(' ');
    expect(await said(['sales'])).toContain('That sales is to be excluded has no effect: essential');
    expect(await said(['support'])).not.toContain('has no effect');
  });

  it('that one cluster is no division by customers, and nothing of the kind of two', async () => {
    const said = async (clusters: number) => (await apply(company({ clusters }))).explanation.join(' ');
    expect(await said(1)).toContain('not a division by customers');
    expect(await said(2)).not.toContain('not a division by customers');
  });

  it('why each pin has no effect', async () => {
    const pinned = { sales0: 'nowhere', boss: 'retail' };
    const { explanation } = await apply(company({ pinned }));
    expect(explanation).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^Pins without effect, since they name no cluster: sales0: nowhere\. The clusters are cluster\/\w+ and cluster\/\w+\.$/,
        ),
        'Pins without effect, since the top stays at the top: boss: retail.',
      ]),
    );
  });

  it('what locations cost only where there are any, and that nothing counts where nothing does', async () => {
    const goals = { customers: 0, team: 0, location: 0 };
    const said = async (more: object, at?: (skill: string, at: number) => string) =>
      (await apply(company(more, at))).explanation.join(' ');
    expect(await said({})).not.toContain('location');
    expect(await said({}, (_, at) => ['Aarhus', 'Ulm'][at]!)).toContain('less 0.25 for whoever crosses');
    expect(await said({ goals })).toContain('since the weights are all 0, no placing is better than another');
  });
});

describe('a cluster design in which nobody may change location', () => {
  // Retail is served from Aarhus, dairy from Ulm; both marketers are in Aarhus.
  const stay = (more: object = {}) =>
    company({ mustStay: ['location'], ...more }, (skill, at) =>
      skill === 'marketing' || at === 0 ? 'Aarhus' : 'Ulm',
    );

  it('changes nothing when applied to its own result, though somebody was left out', async () => {
    const { organisation, explanation, hires } = await apply(stay());
    expect(hires.get('marketing')).toBe(1);
    expect(explanation.join(' ')).toContain('1 seat must not change location and would have to: marketing1.');
    const again = designOf('cluster').apply(organisation!);
    expect(again.explanation[0]).toContain('already: nothing changes');
    expect(again.organisation).toBe(organisation);
  });

  it('says which pin contradicts that', async () => {
    const { explanation } = await apply(stay({ pinned: { marketing1: 'dairy' } }));
    expect(explanation).toContain(
      'Nobody must change location, and 1 pin says otherwise: marketing1. Pins go first.',
    );
  });
});

describe('relationships that are far fewer than the groups allow', () => {
  it('are explained, and others are not', async () => {
    const said = async (pinned: object) => (await apply(company({ pinned }))).explanation.join(' ');
    expect(await said({})).not.toContain('customer relationships are kept');
    // Each seller is pinned to where the customer of the other is.
    expect(await said({ sales0: 'dairy', sales1: 'retail' })).toContain(
      '0 % of the customer relationships are kept, where these groups would allow 100 %',
    );
  });
});

describe('customers who all have one value', () => {
  it('cannot be divided by it, which is the reason given', async () => {
    const content = company({});
    const { explanation, organisation } = await apply({
      ...content,
      customers: content.customers.map((one) => ({ ...one, attributes: { kind: 'retail' } })).slice(0, 1),
      people: content.people.map((one) => ({ ...one, serves: [] })),
    });
    expect(organisation).toBeNull();
    expect(explanation[0]).toContain('kind will not do: it has only one value.');
  });
});
