import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UserError } from '../../src/base/errors.ts';
import { customerFacing } from '../../src/model/customer-facing.ts';
import { OFFICER_STATEMENT_IDS, type OfficerModel } from '../../src/schema/input/officer.ts';
import { caseOf } from '../../src/verdicts/candidate.ts';
import { marketingOfficer, officerAdvice } from '../../src/verdicts/officer.ts';
import { statements } from '../../src/verdicts/officer-statements.ts';
import { anyOrganisation, organisationOf } from '../support/organisations.ts';
import { runs } from '../support/runs.ts';
import { assessmentOf, candidatesOf } from './verdicts.ts';

interface Company {
  readonly context?: object;
  readonly practices?: object;
  readonly people?: readonly object[];
  readonly policy?: object;
}

const TRADES = [
  ['marketing', 'Marketing'],
  ['sales', 'Sales'],
  ['account-management', 'Accounts'],
  ['support', 'Support'],
] as const;

/** Four trades that face customers under `over`, three people each and a head, and finance under the top. */
const people = (over = 'top', size = 3): object[] => [
  { id: 'top', title: 'Chief Executive Officer', capability: 'leadership' },
  ...(over === 'top'
    ? []
    : [{ id: over, title: 'Chief Operating Officer', capability: 'leadership', manager: 'top' }]),
  ...[...TRADES, ['finance', 'Finance'] as const].flatMap(([capability, department]) => [
    {
      id: `${capability}-head`,
      title: 'Head',
      capability,
      department,
      manager: capability === 'finance' ? 'top' : over,
    },
    ...Array.from({ length: size }, (_, n) => ({
      id: `${capability}-${n}`,
      title: 'Specialist',
      capability,
      department,
      manager: `${capability}-head`,
    })),
  ]),
];

const company = ({ context = {}, people: seats = people(), ...rest }: Company = {}) => ({
  version: 1,
  name: 'Officers',
  context: { staff: 400, limitedResources: 'no', ...context },
  people: seats,
  customers: [{ id: 'c1' }, { id: 'c2' }],
  ...rest,
});

async function adviceOn(content: string | object) {
  const { designs } = candidatesOf(await organisationOf(content), ['as-is']);
  return officerAdvice(caseOf(designs[0]!));
}

const cf = ({ models }: Awaited<ReturnType<typeof adviceOn>>, wanted: OfficerModel) =>
  models.find(({ model }) => model === wanted)!.cf;

describe('which officer suits', () => {
  test('good collaboration speaks for a minister, a poor record for a department', async () => {
    const good = await adviceOn(company({ context: { collaboration: 'good' } }));
    const poor = await adviceOn(company({ context: { collaboration: 'poor' } }));
    // Four units and no head in common: +0.3 for a department, +0.2 for the middle.
    expect([cf(good, 'full-department'), cf(good, 'minister')]).toEqual([0.3, 0.4]);
    expect(cf(good, 'middle')).toBeCloseTo(0.2 + 0.1 - 0.02);
    expect(cf(poor, 'full-department')).toBeCloseTo(0.3 + 0.3 - 0.09);
    expect(cf(poor, 'minister')).toBe(-0.4);
    expect([good.best, poor.best]).toEqual(['minister', 'full-department']);
  });

  test('one head over all four functions gets the title, and no second seat beside it', async () => {
    const apart = await adviceOn(company());
    const one = await adviceOn(company({ people: people('coo') }));
    expect([apart.head, one.head]).not.toContain(undefined);
    expect(apart.head).toBe(-1);
    const { people: seats } = await organisationOf(company({ people: people('coo') }));
    expect(seats.id[one.head]).toBe('coo');
    expect([cf(one, 'full-department'), cf(one, 'minister'), cf(one, 'middle')]).toEqual([0.7, -0.5, -0.3]);
    // Nothing is answered, so that none is advised.
    expect(one).toMatchObject({ best: null, isOpen: true });
    // Each unit that faces customers is there; finance is not.
    expect(apart.units.map(({ head }) => head)).toHaveLength(4);
  });

  test('who has all the units that face customers answers for them, with a few who face customers elsewhere', async () => {
    const elsewhere = Array.from({ length: 3 }, (_, n) => ({
      id: `e${n}`,
      capability: 'sales',
      department: 'Finance',
      manager: 'finance-head',
    }));
    const { people: seats } = await organisationOf(company({ people: [...people('coo'), ...elsewhere] }));
    const advice = await adviceOn(company({ people: [...people('coo'), ...elsewhere] }));
    expect(seats.id[advice.head]).toBe('coo');
    // 16 of 19 face customers below: less sure than nine in ten.
    expect(cf(advice, 'full-department')).toBeCloseTo((0.7 * 16) / 19 / 0.9);
    expect((await adviceOn(company({ people: [...people(), ...elsewhere] }))).head).toBe(-1);
  });

  test('a small company has no department for it', async () => {
    const small = await adviceOn(company({ context: { staff: 60 } }));
    expect(cf(small, 'minister')).toBe(0.4);
    expect(cf(small, 'full-department')).toBeCloseTo((0.3 - 0.5) / 0.7);
    expect(small.best).toBeNull();
    const answers = {
      context: { staff: 60, collaboration: 'mixed' },
      practices: { 'prioritisation-forum': 'no', 'customer-data-linked': 'yes' },
    };
    expect((await adviceOn(company(answers))).isOpen).toBe(false);
  });

  test('without insight and linked data there is no officer yet', async () => {
    const bare = { 'customer-data-linked': 'no' };
    const without = await adviceOn(company({ practices: bare, people: people().slice(0, 9) }));
    expect(cf(without, 'minister')).toBe(-0.6);
    expect(without.best).toBeNull();
    const researcher = { id: 'r', title: 'Market researcher', capability: 'market-research', manager: 'top' };
    const with1 = await adviceOn(company({ practices: bare, people: [...people().slice(0, 9), researcher] }));
    expect(cf(with1, 'minister')).toBe(0);
  });

  test('a top that has as many reports as it can speaks for the model that adds none', async () => {
    const full = await adviceOn(company({ policy: { maximumSpan: 5 } }));
    expect(cf(full, 'minister')).toBe(-0.2);
    expect(cf(await adviceOn(company({ policy: { maximumSpan: 6 } })), 'minister')).toBe(0);
  });

  test('what nobody answered is asked, and lowers the confidence only', async () => {
    const open = await adviceOn(company());
    expect(open.open.map(({ key }) => key)).toEqual([
      'practices.customer-data-linked',
      'context.collaboration',
      'practices.prioritisation-forum',
    ]);
    for (const { confidence } of open.models) expect(confidence).toBeLessThan(1);
    const told = await adviceOn(
      company({
        context: { collaboration: 'good' },
        practices: { 'customer-data-linked': 'no', 'prioritisation-forum': 'no' },
      }),
    );
    expect(told.models.map(({ confidence }) => confidence)).toEqual([1, 1, 1]);
  });
});

describe('certainties of the file', () => {
  const good = (certainties: object) =>
    adviceOn(company({ context: { collaboration: 'good' }, policy: { certainties } }));

  test('set that of the first model; the others follow in proportion, and 0 leaves the statement out', async () => {
    // As built +0.4 for a minister and +0.1 for the middle, to which several units add 0.2.
    const half = await good({ 'officer-collaboration-good': 0.2 });
    expect(cf(half, 'minister')).toBeCloseTo(0.2);
    expect(cf(half, 'middle')).toBeCloseTo(0.2 + 0.05 - 0.01);
    const none = await good({ 'officer-collaboration-good': 0 });
    expect(cf(none, 'minister')).toBe(0);
    expect(none.best).toBe('full-department');
    // Left out is not unknown: it weighs nothing, in the confidence either.
    const quiet = await adviceOn(company({ policy: { certainties: { 'officer-unlinked-data': 0 } } }));
    expect(quiet.open.map(({ key }) => key)).not.toContain('practices.customer-data-linked');
  });

  test.each([
    ['officer-unlinked-data', 0.4, 'expected a number from -1 to 0, found the number 0.4.'],
    ['officer-forum', -0.2, 'expected a number from 0 to 1, found the number -0.2.'],
    ['officer-form', 0.2, 'Did you mean "officer-forum"?'],
  ])('%s: %s is refused', async (id, given, expected) => {
    const content = company({ policy: { certainties: { [id]: given } } });
    const faulty = assessmentOf(content, ['as-is']).catch((error: unknown) => error);
    expect(JSON.stringify(((await faulty) as UserError).problems)).toContain(
      JSON.stringify(expected).slice(1, -1),
    );
  });

  test('there is a list of the ids for the file, which is that of the statements', () =>
    expect(statements.map(({ id }) => id)).toEqual(OFFICER_STATEMENT_IDS));
});

test('for any organisation the order of the statements changes nothing, and the best has the highest certainty', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyOrganisation,
      fc.shuffledSubarray([...statements], { minLength: statements.length }),
      async (content, shuffled) => {
        const { baseline, designs } = candidatesOf(await organisationOf(content), ['as-is']);
        const fit = caseOf(designs[0]!);
        const advice = officerAdvice(fit);
        expect(JSON.stringify(officerAdvice(fit, shuffled))).toBe(JSON.stringify(advice));
        const most = Math.max(...advice.models.map((model) => model.cf));
        if (advice.best === null) expect(advice.isOpen || most <= -0.2).toBe(true);
        else expect(cf(advice, advice.best)).toBeGreaterThanOrEqual(most - 0.05 - 1e-9);
        const { seats, head, below, fte, units } = customerFacing(baseline);
        const sum = baseline.organisation.people.fte.reduce((all, own, seat) => all + own * seats[seat]!, 0);
        expect(fte).toBeCloseTo(sum);
        const { boss } = baseline.tree();
        const isUnder = (seat: number): boolean => seat === head || (seat >= 0 && isUnder(boss[seat]!));
        if (head >= 0 && below[head]! < 0.9 * fte - 1e-9)
          expect(units.every((unit) => isUnder(unit.head))).toBe(true);
      },
    ),
    { numRuns: runs(60) },
  );
});

test('a chief marketing officer without a chief customer officer is an option to weigh; beside one, or as an open seat, none', async () => {
  const found = async (...more: readonly object[]) => {
    const { baseline } = candidatesOf(await organisationOf(company({ people: [...people(), ...more] })), [
      'as-is',
    ]);
    const seat = marketingOfficer(baseline);
    return seat < 0 ? null : baseline.organisation.people.id[seat];
  };
  const titled = (id: string, title: string) => ({ id, title, capability: 'leadership', manager: 'top' });
  const marketing = titled('cmo', 'Chief Marketing Officer');
  expect(await found(marketing)).toBe('cmo');
  expect(await found(titled('vp', 'VP Marketing & CMO'))).toBe('vp');
  expect(await found()).toBeNull();
  expect(await found(marketing, titled('cco', 'Chief Customer Officer'))).toBeNull();
  expect(await found({ ...marketing, vacant: true })).toBeNull();
});
