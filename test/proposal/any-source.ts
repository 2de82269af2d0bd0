import fc from 'fast-check';

/** Text that YAML, CSV or a spreadsheet would take for something else. */
const AWKWARD = [
  '00123',
  '1e5',
  '0x1F',
  'yes',
  'null',
  '~',
  'a: b',
  'a #b',
  '# c',
  '- d',
  '=cmd',
  '@x',
  '+1',
  '-5',
  'x;y',
  'x:y',
  'p:0.5:solid',
  'l1\nl2',
  'say "hi"',
  "it's",
  'a,b',
  '[1]',
  '{k: v}',
  '&a',
  '*a',
  '!t',
  '%Y',
  '|',
  'back\\slash\\',
  '👩‍🚀',
  'Zoë',
  'ä̈',
  'مرحبا',
  'constructor',
  'toString',
  '\u202Eevil',
  'nul\u0000l',
  'half\ud800',
  '.inf',
  '2026-01-01',
  'all',
  'none',
  '  ',
];

/** Whether a cell, and a list in a cell, can hold it. */
const fitsCell = (text: string): boolean => !/[;:\0]|[\ud800-\udfff]/.test(text) || text === '👩‍🚀';

const texts = (fits: (text: string) => boolean) =>
  fc.oneof(
    { arbitrary: fc.constantFrom(...AWKWARD.filter(fits)), weight: 3 },
    {
      arbitrary: fc.constantFrom('Sales', 'Marketing Manager', 'Support', 'Botanist', 'dairy', 'Leeds'),
      weight: 3,
    },
    { arbitrary: fc.string({ maxLength: 6 }).filter(fits), weight: 1 },
  );
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const CAPABILITIES = [
  'marketing',
  'sales',
  'account-management',
  'support',
  'operations',
  'finance',
  'leadership',
];
const KINDS = ['department', 'department', 'phase', 'cluster', 'common-service', 'centre-of-expertise'];
const PHASES = ['identify', 'acquire', 'retain'];

const compact = <T extends object>(entry: T): Partial<T> =>
  Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as Partial<T>;

function sourceOf(fits: (text: string) => boolean) {
  const text = texts(fits);
  const id = text
    .map((one) => one.trim().normalize('NFC'))
    .filter((one) => one !== '' && one !== '__proto__');
  return fc
    .record({
      name: id,
      description: maybe(text),
      ids: fc.uniqueArray(id, { minLength: 1, maxLength: 30 }),
      people: fc.array(
        fc.record({
          name: maybe(text),
          title: maybe(text),
          department: maybe(fc.nat(20)),
          capability: maybe(fc.constantFrom(...CAPABILITIES, 'own')),
          secondary: maybe(fc.uniqueArray(fc.constantFrom(...CAPABILITIES), { maxLength: 2 })),
          boss: fc.nat(60),
          lines: maybe(
            fc.array(
              fc.record({
                boss: fc.nat(60),
                weight: maybe(fc.constantFrom(0.1, 0.3, 1 / 3, 0.5)),
                kind: fc.constantFrom('solid', 'dotted'),
                job: maybe(fc.nat(20)),
              }),
              { minLength: 1, maxLength: 3 },
            ),
          ),
          fte: fc.constantFrom(1, 1, 0.5, 1 / 3),
          cost: maybe(fc.constantFrom(50_000, 61_234.56, 1e6 / 3)),
          hourly: maybe(fc.constantFrom(12.37, 20)),
          level: maybe(fc.integer({ min: -1, max: 4 })),
          location: maybe(text),
          email: maybe(text),
          workerType: maybe(fc.constantFrom('employee', 'contractor')),
          serves: maybe(fc.uniqueArray(fc.nat(20), { maxLength: 3 })),
          vacant: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
          start: maybe(fc.constantFrom('2020-02-29', '2027-01-01')),
        }),
        { minLength: 30, maxLength: 30 },
      ),
      departments: maybe(
        fc.uniqueArray(
          fc.record({
            id,
            name: maybe(text.filter((one) => one.trim() !== '')),
            parent: maybe(fc.nat(20)),
            head: maybe(fc.nat(40)),
            kind: fc.constantFrom(...KINDS),
            phase: maybe(fc.constantFrom(...PHASES)),
            capability: maybe(fc.constantFrom(...CAPABILITIES)),
            serves: maybe(
              fc.oneof(
                fc.constantFrom('all' as const, 'none' as const),
                fc.uniqueArray(fc.nat(20), { maxLength: 3 }),
                fc.constant('where' as const),
              ),
            ),
            accountable: fc.boolean(),
            charter: maybe(fc.record({ valueProposition: text, goals: fc.array(text, { maxLength: 2 }) })),
          }),
          { maxLength: 6, selector: (one) => one.id },
        ),
      ),
      customers: fc.uniqueArray(
        fc.record({
          id,
          name: maybe(text),
          count: fc.constantFrom(1, 1, 12),
          market: maybe(fc.constantFrom('b2b', 'b2c')),
          revenue: maybe(fc.constantFrom(1000, -5, 1234.56)),
          retention: maybe(fc.constantFrom(0.9, 1 / 3)),
          score: maybe(fc.constantFrom(3.2, 4)),
          owner: maybe(fc.array(fc.nat(40), { maxLength: 2 })),
          parent: maybe(text),
          effort: maybe(fc.dictionary(fc.constantFrom('sales', 'support', 'own'), fc.nat(50))),
          industry: maybe(text),
          size: maybe(fc.nat(100)),
          journey: fc.boolean(),
          shares: maybe(
            fc.record({ first: fc.constantFrom(0, 0.25, 1 / 3), second: fc.constantFrom(0, 0.5) }),
          ),
          status: maybe(fc.constantFrom('customer', 'prospect')),
        }),
        { maxLength: 12, selector: (one) => one.id },
      ),
      journeys: fc.constantFrom(0, 1, 2),
      teams: fc.uniqueArray(
        fc.record({
          id,
          name: maybe(text.filter((one) => one.trim() !== '')),
          members: fc.array(
            fc.record({ at: fc.nat(40), share: maybe(fc.constantFrom(0.2, 1 / 3, 0.5, 1)) }),
            { maxLength: 5 },
          ),
          lead: maybe(fc.nat(40)),
          kind: maybe(fc.constantFrom('squad', 'account', 'project')),
          serves: maybe(fc.uniqueArray(fc.nat(20), { maxLength: 3 })),
        }),
        { maxLength: 3, selector: (one) => one.id },
      ),
      designs: fc.record({
        minimum: maybe(fc.integer({ min: 1, max: 6 })),
        pins: fc.array(fc.nat(40), { maxLength: 2 }),
      }),
      asOf: maybe(fc.constant('2026-09-30')),
      hours: maybe(fc.constantFrom(140, 151.67)),
      interactions: fc.array(
        fc.record({ from: fc.nat(40), to: fc.nat(40), weight: fc.constantFrom(1, 2.5) }),
        {
          maxLength: 5,
        },
      ),
    })
    .map((raw) => {
      const present = raw.ids.filter(
        (_, at) => raw.asOf === undefined || raw.people[at]!.start !== '2027-01-01' || at === 0,
      );
      const person = (at: number) => present[at % present.length]!;
      const customer = (at: number) => raw.customers[at % Math.max(1, raw.customers.length)]?.id;
      const departments = raw.departments?.map((one, at) => ({
        ...one,
        parent: at === 0 ? undefined : one.parent,
      }));
      const department = (at: number) =>
        departments === undefined
          ? `d${at % 4}`
          : departments.length === 0
            ? undefined
            : departments[at % departments.length]!.id;
      const hasIndustry = raw.customers.some(({ industry }) => industry !== undefined);
      const hasSize = raw.customers.some(({ size }) => size !== undefined);
      const listed = (list: readonly number[]) => [...new Set(list.flatMap((at) => customer(at) ?? []))];
      return {
        ...compact({
          version: 1,
          name: raw.name,
          description: raw.description,
          asOf: raw.asOf,
          currency: 'EUR',
          hoursPerFtePerMonth: raw.hours,
          context: {
            market: 'b2b',
            serviceLevel: 'high',
            limitedResources: 'no',
            costPressure: 'yes',
            technologyPace: 'unknown',
          },
          capabilities: {
            own: { role: 'joins', titles: ['Botanist'], phases: { retain: 1 } },
            sales: { name: 'Selling' },
            production: { of: 'own' },
          },
          criteria: {
            agreedBy: 'The board: #1',
            agreedOn: '2026-09-01',
            list: [
              { measure: 'silos.count', rank: 1, worst: 5, best: 1 },
              { id: 'own: 2', measure: 'x', rank: 2 },
            ],
          },
          funnel: { prospects: 100, won: 5.5, awareness: 0.25, firstSatisfaction: { score: 8, n: 12 } },
          initiatives: [
            {
              id: '00123',
              kind: 'customer',
              cost: 1e5,
              serves: 'all',
              effect: { retention: 0.02, effort: -0.1 },
            },
          ],
          departments: departments?.map(({ parent, head, serves, ...rest }, at) =>
            compact({
              ...rest,
              parent: parent === undefined || at === 0 ? undefined : departments[parent % at]!.id,
              head: head === undefined ? undefined : person(head),
              serves:
                serves === 'where'
                  ? hasIndustry
                    ? { where: { industry: ['dairy', '=cmd', '00123'] } }
                    : undefined
                  : Array.isArray(serves)
                    ? listed(serves)
                    : serves,
            }),
          ),
          teams: raw.teams.map(({ members, lead, serves, ...rest }) =>
            compact({
              ...rest,
              members: members.map(({ at, share }) =>
                share === undefined ? person(at) : { id: person(at), share },
              ),
              lead: lead === undefined ? undefined : person(lead),
              serves: serves === undefined ? undefined : listed(serves),
            }),
          ),
          attributes: hasSize ? { size: { basis: true, classes: [10, 50] } } : undefined,
          journeys:
            raw.journeys === 0
              ? undefined
              : Array.from({ length: raw.journeys }, (_, at) => ({
                  id: `j: ${at}`,
                  name: 'Jörney #1',
                  ...(at === 1 && hasIndustry ? { serves: { where: { industry: 'dairy' } } } : {}),
                  steps: [
                    { phase: 'identify', capability: 'marketing', hours: 5 / 3 },
                    { phase: 'acquire', capability: 'sales', rework: 0.2, contact: false },
                    {
                      id: 'on',
                      phase: 'retain',
                      capability: 'support',
                      hours: 4,
                      rework: 0.1,
                      reworkTo: '1',
                    },
                    { phase: 'retain', capability: 'account-management', hours: 2 },
                  ],
                })),
          interactions: raw.interactions.map(({ from, to, weight }) => ({
            from: person(from),
            to: person(to),
            weight,
          })),
          designs: {
            functional: { pinned: {} },
            cluster: compact({
              minimum: raw.designs.minimum,
              pinned: Object.fromEntries(raw.designs.pins.map((at) => [person(at), 'dairy'])),
            }),
            lifecycle: compact({
              minimum: raw.designs.minimum,
              pinned: Object.fromEntries(raw.designs.pins.map((at) => [person(at), 'retain'])),
            }),
          },
          policy: { maximumSpan: 9, minimumTeam: 3, rules: { orphan: 'off' } },
        }),
        people: raw.ids.map((own, at) => {
          const one = raw.people[at]!;
          const lines = one.lines?.map(({ boss, weight, kind, job }) =>
            compact({
              to: raw.ids[boss % raw.ids.length]!,
              weight,
              kind,
              job: job === undefined ? undefined : department(job),
            }),
          );
          return compact({
            id: own,
            name: one.name,
            title: one.title,
            department: one.department === undefined ? undefined : department(one.department),
            division: departments === undefined && at % 3 === 0 ? 'Division' : undefined,
            capability: one.capability,
            secondary: one.secondary,
            fte: one.fte,
            costPerYear: one.cost,
            hourlyPay: one.hourly,
            level: one.level,
            location: one.location,
            email: one.email,
            workerType: one.workerType,
            ...(lines !== undefined && at % 4 === 3
              ? { managers: lines }
              : at === 0
                ? {}
                : { manager: raw.ids[(one.boss % (at + 2)) % raw.ids.length] }),
            serves: one.serves === undefined ? undefined : listed(one.serves),
            vacant: one.vacant ? true : undefined,
            start: at === 0 ? undefined : one.start,
          });
        }),
        customers: raw.customers.map((one, at) =>
          compact({
            id: one.id,
            name: one.name,
            count: one.count,
            market: one.market,
            revenue: one.revenue,
            retention: one.retention,
            satisfaction: one.score === undefined ? undefined : { score: one.score, min: 1, max: 5, n: at },
            owner: one.owner?.map(person),
            parent: one.parent?.trim() ? one.parent : undefined,
            effort: one.effort,
            status: one.status,
            ...(raw.journeys === 2 && one.shares !== undefined
              ? {
                  journeys: [
                    { id: 'j: 1', share: one.shares.first },
                    { id: 'j: 0', share: one.shares.second },
                  ],
                }
              : { journey: one.journey ? (raw.journeys === 0 ? 'built-in' : 'j: 0') : undefined }),
            attributes: compact({ industry: one.industry, size: one.size }),
          }),
        ),
      };
    });
}

/** Organisations that say everything a file can say, in words that are hard to write; in those that fit cells. */
export const anySource = sourceOf(() => true);
export const anyTables = sourceOf(fitsCell);
