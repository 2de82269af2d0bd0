import { describe, expect, test } from 'vitest';
import { answersOf, derivations } from '../../../src/questionnaire/answers/answers.ts';
import { PRACTICES, type PracticeId } from '../../../src/schema/input/practices.ts';
import { viewFrom } from '../../support/organisations.ts';

const answer = async (yaml: string, item: PracticeId) => {
  const found = answersOf(await viewFrom(`version: 1\nname: Acme\n${yaml}`)).get(item)!;
  return { ...found, line: found.at?.().line };
};

test('are there for the items that say so, and for no other', () => {
  const said = PRACTICES.filter(({ derived }) => derived !== undefined).map(({ id }) => id);
  expect(Object.keys(derivations).sort()).toEqual([...said].sort());
});

const PEOPLE = 'people:\n  - { id: p1, title: Sales Manager, department: sales }\n';
const customers = (...rows: readonly string[]) =>
  `${PEOPLE}customers:\n${rows.map((row, at) => `  - { id: c${at + 1}, ${row} }`).join('\n')}\n`;
const units = (...rows: readonly string[]) =>
  `${PEOPLE}departments:\n${rows.map((row) => `  - ${row}`).join('\n')}\n`;
const journey = (...phases: readonly string[]) =>
  `${PEOPLE}journeys:\n  - id: j\n    steps:\n${phases.map((phase) => `      - { phase: ${phase}, capability: sales }`).join('\n')}\n`;
const market = (share: number) =>
  `context: { targetMarkets: { attribute: industry } }\n${customers(
    ...Array.from({ length: 10 }, (_, at) =>
      at < share * 10 ? 'attributes: { industry: dairy }' : 'attributes: { region: north }',
    ),
  )}`;
const marketing = (boss: string, ...rows: readonly string[]) =>
  `departments:\n  - { id: m, serves: [c1] }\n  - { id: n }\npeople:\n  - { id: boss, title: ${boss} }\n${rows
    .map((row, at) => `  - { id: p${at}, title: Marketing Specialist, manager: boss, ${row} }`)
    .join('\n')}\ncustomers: [{ id: c1 }]\n`;
/** Two units that serve customers, and a flow of a kind from the one to the other. */
const flow = (kind: string) =>
  `${PEOPLE}  - { id: p2, title: Account Manager, department: service }
departments:
  - { id: sales, accountable: true }
  - { id: service, name: Service, accountable: true }
flows:
  - { from: sales, to: service, what: news, kind: ${kind} }
`;
/** Scorecards of a unit that sells and of finance, as inline YAML. */
const cards = (selling: string, finance = '') =>
  `${PEOPLE}  - { id: p2, title: Accountant, department: finance }
departments:
  - { id: sales, head: p1, scorecard: [${selling}] }
  - { id: finance, head: p2, scorecard: [${finance}] }
`;
const centre = (decides: string, kind = 'centre-of-expertise') =>
  units('{ id: sales }', `{ id: c, kind: ${kind}${decides} }`);
const served = (attribute: string) =>
  `context: { targetMarkets: { attribute: industry } }\n${customers('attributes: { industry: dairy, region: north }')}departments: [{ id: sales, accountable: true, serves: { where: { ${attribute}: [${attribute === 'industry' ? 'dairy' : 'north'}] } } }]\n`;
/** Two groups of three customers that differ by this much in retention, and hardly within. */
const groups = (apart: number) =>
  customers(
    ...[0, 1].flatMap((group) =>
      [0.5, 0.52, 0.54].map(
        (value) =>
          `margin: 100, retention: ${value + group * apart}, attributes: { industry: ${group === 0 ? 'dairy' : 'water'} }`,
      ),
    ),
  );

describe('what the data answer', () => {
  test.each<[PracticeId, string, string, string, number]>([
    [
      'value-proposition-clear',
      units('{ id: sales, accountable: true, charter: { valueProposition: Quick help } }'),
      'partly',
      'The one unit that serves customers has a charter',
      6,
    ],
    ['target-markets-clear', market(1), 'partly', '100 % of the customers have it', 3],
    ['target-markets-clear', market(0.9), 'partly', '90 % of the customers have it', 3],
    [
      'ideal-customer-profiles',
      units('{ id: sales, charter: { valueProposition: Quick help, targetCustomers: Dairies } }'),
      'partly',
      'The charter of sales says who',
      6,
    ],
    [
      'account-based-marketing',
      marketing('Boss', 'department: n', 'department: n, serves: [c1]'),
      'partly',
      '50 % of marketing',
      9,
    ],
    ['account-based-marketing', marketing('Boss', 'department: m'), 'partly', '100 % of marketing', 8],
    [
      'satisfaction-measured',
      customers('satisfaction: { score: 8 }', 'satisfaction: { score: 9 }'),
      'yes',
      '2 of 2 rows of customers have a satisfaction.',
      6,
    ],
    [
      'satisfaction-measured',
      customers('revenue: 1', 'satisfaction: { score: 9 }'),
      'partly',
      '1 of 2 rows',
      7,
    ],
    [
      'journeys-mapped',
      journey('identify', 'acquire', 'retain'),
      'partly',
      'goes through all three phases',
      6,
    ],
    ['journeys-mapped', journey('acquire', 'retain'), 'partly', 'none of them over all three phases', 6],
    [
      'customer-goals-collective',
      units(
        '{ id: sales, scorecard: [{ metric: retention, target: 0.9 }] }',
        '{ id: service, scorecard: [{ metric: sales }, { metric: retention, target: 0.8 }] }',
      ),
      'yes',
      'retention has a target on the scorecards of sales and service.',
      6,
    ],
    [
      'pay-tied-to-customers',
      `context: { customerPayShare: 0.2 }\n${PEOPLE}`,
      'yes',
      '20 % of executives',
      3,
    ],
    ['pay-tied-to-customers', `context: { customerPayShare: 0.1 }\n${PEOPLE}`, 'partly', '10 %', 3],
    ['pay-tied-to-customers', `context: { customerPayShare: 0 }\n${PEOPLE}`, 'no', '0 %', 3],
    [
      'customer-advocate',
      `${PEOPLE}  - { id: p2, title: "EVP, Chief Customer Officer" }\n`,
      'partly',
      '{person:p2} is EVP, Chief Customer Officer;',
      5,
    ],
    [
      'customer-advocate',
      `customerOfficer: { person: p1 }\n${PEOPLE}`,
      'partly',
      '{person:p1} is the Chief Customer Officer (customerOfficer);',
      3,
    ],
    ['exit-communication', flow('exit-reasons'), 'partly', 'tells Service why customers left', 10],
    ['customer-listening', flow('customer-feedback'), 'partly', 'tells Service what customers say', 10],
    ['listens-beyond-current', flow('prospect-insight'), 'partly', 'what prospects look for', 10],
    ['best-practice-exchange', flow('best-practice'), 'partly', 'what works elsewhere', 10],
    ['insight-shared', flow('customer-feedback'), 'partly', 'reaches 50 % of what it could', 10],
    ['common-processes', centre(', decides: [prices]'), 'partly', 'c decides prices for all', 7],
    ['common-systems', centre(', decides: [prices]'), 'partly', 'whether systems are the same', 7],
    ['target-markets-communicated', served('industry'), 'partly', 'by industry, the target markets', 8],
    [
      'satisfaction-measured',
      cards('{ metric: satisfaction, value: 0.8 }'),
      'partly',
      'sales has a satisfaction on its scorecard; no customer has one.',
      7,
    ],
    [
      'executive-pay-all',
      cards('{ metric: margin, weight: 1 }', '{ metric: retention, weight: 0.1 }'),
      'yes',
      '1 of 1 owner of scorecards in enabling functions is paid',
      8,
    ],
    [
      'executive-pay-all',
      cards('', '{ metric: retention, weight: 0.1 }, { metric: margin, owner: p3, weight: 1 }').replace(
        'departments:',
        '  - { id: p3, title: Accountant, department: finance }\ndepartments:',
      ),
      'partly',
      '1 of 2 owners',
      9,
    ],
    ['executive-pay-all', cards('', '{ metric: margin, weight: 0.3 }'), 'no', '0 of 1 owner', 8],
    [
      'customer-metrics-equal',
      cards('{ metric: sales, weight: 0.2 }, { metric: retention, weight: 0.2 }'),
      'yes',
      'have 50 % of the weight',
      7,
    ],
    [
      'customer-metrics-equal',
      cards('{ metric: sales, weight: 0.3 }, { metric: retention, weight: 0.1 }'),
      'partly',
      'have 25 % of the weight',
      7,
    ],
    ['customer-metrics-equal', cards('{ metric: sales, weight: 0.3 }'), 'no', 'have 0 %', 7],
    [
      'sales-help-buying',
      cards('{ metric: satisfaction, weight: 0.1 }'),
      'partly',
      '{person:p1}, who sells, is paid by satisfaction too',
      7,
    ],
    ['referrals-tracked', cards('{ metric: retention, target: 0.9 }'), 'partly', 'retention has a target', 7],
    [
      'referrals-tracked',
      cards('{ metric: retention, target: 0.9 }, { metric: referrals, target: 10 }'),
      'yes',
      'retention and referrals have targets',
      7,
    ],
    [
      'needs-known',
      customers('effort: { sales: 1, support: 2 }', 'effort: { sales: 3 }'),
      'partly',
      '2 of 2 rows of customers have the hours',
      6,
    ],
    ['lifetime-value-segments', groups(0.3), 'partly', 'industry separates lifetime values (ω² 0.', 6],
    ['segments-narrow', groups(0.3), 'partly', 'Customers of one industry are alike (ω² 0.', 6],
    ['segments-narrow', groups(0), 'no', 'the best, industry, has an ω² of −0.', 6],
    [
      'profit-by-segment',
      customers('revenue: 95, margin: 10', 'revenue: 5'),
      'yes',
      'A margin is given for 95 % of the revenue.',
      6,
    ],
    ['profit-by-segment', customers('revenue: 50', 'revenue: 50, margin: 1'), 'partly', '50 % of', 7],
    ['profit-by-segment', customers('margin: 1'), 'yes', '1 of 1 row of customers has a margin.', 6],
  ])('%s', async (item, yaml, wanted, text, line) => {
    const found = await answer(yaml, item);
    expect(found).toMatchObject({ answer: wanted, derived: true, line });
    expect(found.evidence).toContain(text);
    expect(found.evidence).toMatch(/\.$/);
  });

  test.each<[PracticeId, string]>([
    ['value-proposition-clear', units('{ id: sales, accountable: true }')],
    [
      'value-proposition-clear',
      units('{ id: sales }', '{ id: office, accountable: true, charter: { valueProposition: x } }'),
    ],
    ['target-markets-clear', market(0.8)],
    ['target-markets-clear', customers('attributes: { industry: dairy }')],
    ['ideal-customer-profiles', units('{ id: sales, charter: { targetCustomers: Dairies } }')],
    [
      'account-based-marketing',
      marketing('Boss', 'department: n', 'department: n', 'department: n, serves: [c1]'),
    ],
    ['satisfaction-measured', customers('revenue: 1')],
    ['journeys-mapped', PEOPLE],
    [
      'customer-goals-collective',
      units(
        '{ id: sales, scorecard: [{ metric: sales, target: 1 }] }',
        '{ id: service, scorecard: [{ metric: sales, target: 1 }] }',
      ),
    ],
    ['customer-goals-collective', units('{ id: sales, scorecard: [{ metric: retention, target: 1 }] }')],
    [
      'customer-goals-collective',
      units(
        '{ id: sales, scorecard: [{ metric: retention }] }',
        '{ id: service, scorecard: [{ metric: retention }] }',
      ),
    ],
    ['pay-tied-to-customers', PEOPLE],
    ['exit-communication', flow('other')],
    ['customer-listening', flow('exit-reasons')],
    ['listens-beyond-current', flow('customer-feedback')],
    ['best-practice-exchange', flow('customer-feedback')],
    ['insight-shared', flow('other')],
    ['common-processes', centre('')],
    ['common-processes', centre(', decides: [prices]', 'common-service')],
    ['common-systems', centre(', advises: [prices]')],
    ['target-markets-communicated', served('region')],
    ['satisfaction-measured', cards('{ metric: satisfaction, target: 0.8 }')],
    ['executive-pay-all', cards('{ metric: retention, weight: 0.5 }')],
    ['customer-metrics-equal', cards('{ metric: retention, weight: 0.5 }')],
    ['sales-help-buying', cards('{ metric: sales, weight: 0.5 }', '{ metric: retention, weight: 0.5 }')],
    ['referrals-tracked', cards('{ metric: retention }')],
    ['referrals-tracked', cards('', '{ metric: retention, target: 0.9 }')],
    ['needs-known', customers('effort: { sales: 1 }')],
    ['needs-known', customers('effort: { sales: 1, support: 2 }', 'revenue: 3')],
    ['customer-advocate', `${PEOPLE}  - { id: p2, title: Chief Customer Officer, vacant: true }\n`],
    ['customer-advocate', `${PEOPLE}  - { id: p2, title: Chief Commercial Officer }\n`],
    ['lifetime-value-segments', groups(0)],
    ['segments-narrow', customers('attributes: { industry: dairy }', 'attributes: { industry: water }')],
    ['profit-by-segment', customers('revenue: 1')],
  ])('and what not: %s', async (item, yaml) => {
    expect(await answer(yaml, item)).toMatchObject({ answer: 'unknown', derived: false, evidence: '' });
  });
});

describe('an answer', () => {
  const data = customers('satisfaction: { score: 8 }');

  test('that somebody gave goes before what the data say', async () => {
    const found = await answer(
      `practices: { satisfaction-measured: { answer: no, note: By chance } }\n${data}`,
      'satisfaction-measured',
    );
    expect(found).toMatchObject({ answer: 'no', derived: false, evidence: 'By chance', line: 3 });
  });

  test.each<[PracticeId, string]>([
    ['exit-communication', flow('exit-reasons')],
    ['executive-pay-all', cards('', '{ metric: retention, weight: 0.1 }')],
    ['common-processes', centre(', decides: [prices]')],
  ])('to %s goes before flows, scorecards and centres too', async (item, yaml) => {
    expect(await answer(`practices: { ${item}: no }\n${yaml}`, item)).toMatchObject({
      answer: 'no',
      derived: false,
    });
  });

  test('that was asked for in vain is looked for in the data', async () => {
    const found = await answer(
      `practices: { satisfaction-measured: unknown }\n${data}`,
      'satisfaction-measured',
    );
    expect(found).toMatchObject({ answer: 'yes', derived: true });
  });

  test('of a file with next to nothing is unknown, for every item', async () => {
    const answers = answersOf(await viewFrom('version: 1\nname: Acme\npeople: [{ id: p1 }]\n'));
    expect([...answers.values()].filter((one) => one.answer !== 'unknown' || one.derived)).toEqual([]);
    expect(answers.size).toBe(61);
  });
});
