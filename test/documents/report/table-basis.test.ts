import { describe, expect, test } from 'vitest';
import { widthOf } from '../../../src/base/width.ts';
import type { ReportedBasis } from '../../../src/schema/documents/basis.ts';
import type { Report } from '../../../src/schema/documents/report.ts';
import { command } from '../../cli/in-memory.ts';
import { CLEAN_ORGANISATION } from '../../cli/organisations.ts';
import { renderTable } from '../../support/rendered.ts';
import { sampleReport } from './sample-report.ts';

type Candidate = ReportedBasis['candidates'][number];

const OUTCOMES = ['mix of needs', 'retention', 'margin', 'satisfaction'];

const candidate = (
  attribute: string,
  explained: number | null,
  rest: Partial<Candidate> = {},
): Candidate => ({
  attribute,
  groups: 4,
  covers: 1,
  explained,
  outcomes: explained === null ? [] : OUTCOMES,
  scores:
    explained === null
      ? []
      : OUTCOMES.map((outcome, at) => ({ outcome, omegaSquared: explained - 0.1 * at, p: 0.02 })),
  p: explained === null ? null : 0.004,
  relationshipsKept: 0.825,
  locations: 12,
  locationsSplit: 3,
  balance: 0.95,
  clusters: 4,
  hires: 1,
  changesPerYear: null,
  feasible: true,
  ...rest,
});

const basis = (rest: Partial<ReportedBasis> = {}): ReportedBasis => ({
  chosen: 'industry',
  why: 'The attribute industry explains most of what tells customers apart.',
  runnerUp: 'Next is stage, which explains less.',
  declared: false,
  p: 0.008,
  permutations: 999,
  sample: 44,
  candidates: [
    candidate('industry', 0.7),
    candidate('stage', 0.04, { changesPerYear: 12.34 }),
    candidate('size', null, {
      covers: 0.3,
      feasible: false,
      reason: 'given for 30 % of the customers, where a basis needs 90 %',
    }),
  ],
  number: {
    built: 4,
    groups: 4,
    fillable: 6,
    fillableWithTwoHolders: 3,
    limit: { capabilities: ['sales'], perCluster: 1, held: 6 },
    hires: [],
    merges: [],
  },
  ...rest,
});

/** The sample report with a basis of its cluster design, and its sentences in the summary as well. */
const reportWith = (one: ReportedBasis): Report => {
  const report = sampleReport();
  return {
    ...report,
    designs: report.designs.map((design) =>
      design.id === 'cluster'
        ? {
            ...design,
            basis: one,
            summary: [one.why, ...(one.runnerUp === undefined ? [] : [one.runnerUp]), 'And more.'],
          }
        : design,
    ),
  };
};

const render = (one: ReportedBasis, changes: { asked?: string[]; quiet?: boolean; columns?: number } = {}) =>
  renderTable(reportWith(one), { columns: 80, color: false, quiet: false, asked: ['cluster'], ...changes });

const cellsOf = (text: string, start: string, nth: number) =>
  text
    .split('\n')
    .filter((line) => line.trimStart().startsWith(start))
    [nth]!.trim()
    .split(/ {2,}/);

describe('the table of what customers can be grouped by', () => {
  test('has a row for each attribute: what it explains, and what clusters it would make', () => {
    const text = render(basis());
    expect(text).toContain('basis  What the customers can be grouped by');
    expect(cellsOf(text, 'industry •', 0)).toEqual([
      'industry •',
      '0.70',
      '0.70',
      '0.60',
      '0.50',
      '0.40',
      '0.004',
    ]);
    expect(cellsOf(text, 'stage ', 0)).toEqual(['stage', '0.04', '0.04', '−0.06', '−0.16', '−0.26', '0.004']);
    expect(cellsOf(text, 'size ', 0)).toEqual(['size', '–', '–', '–', '–', '–', '–']);
    const industry = cellsOf(text, 'industry •', 1).join(' ');
    expect(industry).toBe('industry • 100 % 4 0.95 83 % 3/12 4 1 –');
    expect(cellsOf(text, 'stage ', 1).at(-1)).toBe('12.3');
    expect(cellsOf(text, 'size ', 1).slice(-3)).toEqual(['–', '–', '–']);
  });

  test('is followed by why one was chosen, and the others not; said once', () => {
    const text = render(basis());
    for (const sentence of ['industry explains most', 'Next is stage', 'size will not do: given for 30 %'])
      expect(text.split(sentence)).toHaveLength(2);
    expect(text.indexOf('And more.')).toBeGreaterThan(text.indexOf('Next is stage'));
  });

  test('is shown where clusters were asked for by name, and not otherwise', () => {
    for (const changes of [{ asked: [] }, { asked: ['matrix'] }, { quiet: true }]) {
      const text = render(basis(), changes);
      expect(text).not.toContain('What the customers can be grouped by');
    }
    expect(render(basis(), { asked: [] })).toContain('industry explains most');
  });

  test('leaves out what was not scored', () => {
    const text = render(basis({ candidates: [candidate('industry', null), candidate('size', null)] }));
    expect(text).not.toContain('ω²');
    expect(text).toContain('Clusters it would make');
  });

  test('names the groups of a proposal, and no attribute as chosen', () => {
    const text = render(
      basis({
        chosen: 'similarity',
        candidates: [],
        proposed: {
          silhouette: 0.4,
          comparedBy: ['revenue'],
          sample: 12,
          groups: [
            { name: 'revenue high, region north', customers: 1200 },
            { name: 'revenue low', customers: 1 },
          ],
        },
      }),
    );
    expect(text).toContain('Proposed group: revenue high, region north (1,200 customers).');
    expect(text).toContain('Proposed group: revenue low (1 customer).');
    expect(text).not.toContain('• chosen');
  });

  test('stays within the terminal, whatever attributes are called and however many there are', () => {
    const names = [
      'industry',
      'an attribute with a name that is so long that nobody would ever call one like it',
      '顧客の業種と規模と地域',
      'tab\tand\u001b[31m red',
      ...Array.from({ length: 40 }, (_, at) => `attribute ${at}`),
    ];
    const many = names.map((name) =>
      candidate(name, -0.999, { changesPerYear: 123_456, relationshipsKept: null, hires: 99_999 }),
    );
    for (const columns of [80, 100, 140]) {
      const text = render(basis({ candidates: many }), { columns });
      for (const line of text.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(columns);
      expect(text).toContain('and 34 more, see --format json');
      expect(text).not.toContain('\u001b');
    }
  });
});

test('the command shows it with --design cluster alone', async () => {
  const world = { files: { 'org.yaml': CLEAN_ORGANISATION } };
  const shown = async (...args: string[]) =>
    (await command(['evaluate', 'org.yaml', '--full', ...args], world)).stdout.includes(
      'What the customers can be grouped by',
    );
  expect(await shown('--design', 'cluster')).toBe(true);
  expect(await shown()).toBe(false);
  expect(await shown('--design', 'functional')).toBe(false);
});
