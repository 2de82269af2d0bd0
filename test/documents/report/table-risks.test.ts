import { expect, test } from 'vitest';
import { risksPart } from '../../../src/documents/report/risk-blocks.ts';
import { type List, plainText } from '../../../src/render/block.ts';
import type { ReportedDesign, Risk } from '../../../src/schema/documents/report.ts';
import { sampleReport } from './sample-report.ts';

const [, sample] = sampleReport().designs;
const risk = (more: Partial<Risk>): Risk => ({
  id: 'any',
  text: 'It may go wrong',
  measure: null,
  today: null,
  design: null,
  remedy: 'Care.',
  covered: false,
  source: 'Jackson',
  ...more,
});
const withRisks = (...risks: Risk[]): ReportedDesign => ({ ...sample!, risks });
const told = (part: unknown): readonly string[] =>
  part === false ? [] : (part as List).items.map(({ text }) => plainText(text));
const said = (one: Risk) => {
  const design = withRisks(one);
  return told(risksPart([design])(design)).join(' ');
};

test.each([
  ['a figure', { measure: 'silos.count', today: 3, design: 4 }, 'departments a customer meets 4, today 3'],
  [
    'one that is the same',
    { measure: 'silos.count', today: 3, design: 3 },
    'departments a customer meets 3, as today',
  ],
  [
    'one that is not known',
    { measure: 'insight.reach' },
    'units that hear what others learn cannot be measured',
  ],
  ['facts', { facts: ['three bosses', 'no goal'] }, 'three bosses; no goal'],
  [
    'all of them',
    {
      measure: 'silos.count',
      today: 3,
      design: 4,
      more: [{ measure: 'customers.splitAccounts', today: 0, design: 2 }],
      facts: ['no goal'],
    },
    'departments a customer meets 4, today 3; split parent accounts 2, today 0; no goal',
  ],
] as const)('a risk is told with %s', (_, shown, expected) => {
  expect(said(risk(structuredClone(shown) as Partial<Risk>))).toBe(
    `It may go wrong (${expected}). What helps: Care. (Jackson)`,
  );
});

test('a risk that is always told has no figure that speaks against it', () => {
  const told = (today: number | null, design: number) => {
    const one = withRisks(risk({ measure: 'insight.reach', today, design }));
    one.measures = {
      'insight.reach': { ...one.measures['silos.count']!, unit: 'fraction', better: 'higher' },
    };
    return (risksPart([one])(one) as List).items.map(({ text }) => plainText(text)).join();
  };
  expect(told(null, 1)).toBe('It may go wrong. What helps: Care. (Jackson)');
  expect(told(0.5, 0.8)).toBe('It may go wrong. What helps: Care. (Jackson)');
  expect(told(0.8, 0.5)).toContain('(units that hear what others learn 50 %, today 80 %)');
});

test('what is answered as done is said to be', () => {
  expect(said(risk({ covered: true, facts: ['no goal'] }))).toContain('Answered as done: Care.');
});

test('what facts show alike is told once, and what figures show each time', () => {
  const alike = risk({ id: 'alike', facts: ['no goal'] });
  const measured = risk({ id: 'measured', measure: 'silos.count', today: 3, design: 4 });
  const designs = [
    withRisks(alike, measured),
    withRisks(alike, measured),
    withRisks({ ...alike, facts: ['two'] }),
  ];
  const risksOf = risksPart(designs);
  expect(designs.map((design) => told(risksOf(design)).length)).toEqual([2, 1, 1]);
  expect(risksPart([withRisks()])(withRisks())).toBe(false);
});
