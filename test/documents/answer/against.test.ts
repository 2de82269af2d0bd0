import { expect, it } from 'vitest';
import { undoneInWords } from '../../../src/documents/answer/against-in-words.ts';
import { unitsOf } from '../../../src/documents/answer/design-in-words.ts';
import { howSure } from '../../../src/documents/answer/how-sure.ts';
import type { Report, ReportedDesign } from '../../../src/schema/documents/report.ts';

const withCoverage = (coverage: number) =>
  ({
    measures: { 'silos.count': { coverage }, 'handoffs.betweenTeams': { coverage } },
  }) as unknown as ReportedDesign;

it('what a tenth of the work and more is done by nobody speaks against a design, today as well', () => {
  expect(undoneInWords(withCoverage(1), withCoverage(0.95))).toBeUndefined();
  expect(undoneInWords(withCoverage(0.65), withCoverage(0.65))).toMatch(/^Nobody does 35 % .*, as today:/);
  expect(undoneInWords(withCoverage(1), withCoverage(0.65))).toMatch(/^Nobody does 35 % .*, today 0 %:/);
});

it('that priorities speak for another design than the recommended one is said before how often it wins', () => {
  const report = {
    answer: { design: 'functional', confidence: { share: 0.46, changedBy: 'Today’s structure leads.' } },
    ranking: { winner: 'as-is', acceptability: { 'as-is': [0.54, 0.46], functional: [0.46, 0.54] } },
  } as unknown as Report;
  expect(howSure(report)[0]).toMatch(/^Today’s structure leads\. Functions win in 46 %/);
});

it('why what wins in most ways to weigh is not decided stands beside the share, and only then', () => {
  const reportOf = (decision: string, share: number) =>
    ({
      answer: { decision, design: 'as-is', confidence: { share, changedBy: '' } },
      ranking: {
        winner: 'as-is',
        robust: false,
        source: 'assumed',
        profile: 'customer-first',
        near: { 'as-is': 0.53 },
        acceptability: { 'as-is': [share, 1 - share], cluster: [1 - share, share] },
      },
    }) as unknown as Report;
  expect(howSure(reportOf('not-decided', 0.95))).toEqual([
    'Today’s structure wins in 95 % of all ways to weigh, but only in 53 % of those like customer first (assumed), which decides nothing.',
  ]);
  expect(howSure(reportOf('not-decided', 0.6))[0]).toMatch(/That is not robust\.$/);
  expect(howSure(reportOf('stay', 0.95))[0]).toMatch(/That is not robust\.$/);
});

it('the seats that a design has to fill are told with the sizes of its units', () => {
  const unit = (name: string, vacant: number) => ({ kind: 'cluster', name, people: 9, vacant });
  const of = (...structure: object[]) => unitsOf({ id: 'cluster', structure } as unknown as ReportedDesign);
  expect(of(unit('North', 0), unit('South', 1))).toBe(
    'Two teams with one head each: North 9, South 10 seats; 1 of the seats is open.',
  );
  expect(of(unit('North', 0))).toBe('One team with one head each: North 9 people.');
});
