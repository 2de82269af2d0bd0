import { expect, test } from 'vitest';
import { renderTable } from '../../support/rendered.ts';
import { emptyReport, sampleReport } from './sample-report.ts';

const plain = { columns: 100, color: false, quiet: false };

/** The part of the table on whether designs suit. */
function shown(report = sampleReport()): string {
  const text = renderTable(report, plain);
  return text.slice(text.indexOf('Should it reorganise'), text.indexOf('as-is  The as-is'));
}

test('a verdict stands with its certainty, the rules it is from and what is known of them', () =>
  expect(shown()).toContain('cluster  rather not (−0.42 from 9 rules, 63 % known)\n'));

test('what is for and against is short, with the rest counted', () => {
  expect(shown()).toContain(`  for      it sells to businesses 0.30
  against  reason 1 against it 0.60; reason 2 against it 0.30; reason 3 against it 0.20; reason 4
           against it 0.15; and 1 more
`);
});

test('each reason is told once for all designs: evidence with its line, why, the source, what would change it', () => {
  const text = shown();
  expect(text).toContain('  • reason 1 against it (');
  expect(text.match(/• reason 1 against it/g)).toHaveLength(1);
  expect(text.slice(text.indexOf('• reason 1')).replaceAll(/\s+/g, ' ')).toMatch(
    /^• reason 1 against it \(.*?cluster −0\.60.*?\) · fit-collaboration reason 1 against it \(context\.fit-collaboration\) \(examples\/sample\/org\.yaml:7\)\. It has always been so\. \(Sample\) To change that: something else\. • /,
  );
});

test('where designs rest on other evidence, each is told', () => {
  const report = sampleReport();
  const [first, second] = report.designs.filter(({ fit }) => fit.for.length > 0);
  first!.fit.for[0]!.premises[0]!.text = 'it sells to shops';
  expect(shown(report).replaceAll(/\s+/g, ' ')).toMatch(
    new RegExp(`${first!.id}: it sells to shops \\(.*:7\\)\\. .*${second!.id}.*: it sells to businesses`),
  );
});

test('what hardly weighs is left to the JSON report', () => {
  const report = sampleReport();
  for (const { fit } of report.designs) for (const item of [...fit.for, ...fit.against]) item.cf = 0.04;
  expect(shown(report)).not.toMatch(/^ {2}(for|against|•) .*reason/m);
});

test('actions are numbered, say what they end and whom they help, and questions where the answer goes', () => {
  expect(shown()).toContain(
    '  1. Get departments to work together first (context.collaboration). Ends a reason against cluster.',
  );
  expect(shown()).toMatch(/cluster: rather not → rather suits\s+\(−0\.42 → \+0\.31\)\./);
  expect(shown()).toContain(
    '  • Is the strategy clear? (practices.strategy-clear; up to 0.50 for cluster and matrix)',
  );
});

test('nothing is said where there is nothing, or little is wanted', () => {
  expect(renderTable(emptyReport(), plain)).not.toContain('Does it suit');
  expect(renderTable(sampleReport(), { ...plain, quiet: true })).not.toContain('Does it suit');
  const settled = shown(sampleReport({ actions: [], questions: [] }));
  expect(settled).not.toContain('What would change it');
  expect(settled).not.toContain('worth asking');
});
