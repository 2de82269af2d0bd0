import type { Answer } from '../../../src/schema/documents/answer.ts';
import type { ReportedFinding } from '../../../src/schema/documents/finding.ts';
import type { ReportedMeasure } from '../../../src/schema/documents/measure.ts';
import type { Report, ReportedDesign } from '../../../src/schema/documents/report.ts';
import type { ReportedFit, ReportedFitItem } from '../../../src/schema/documents/verdicts.ts';
import type { DesignId } from '../../../src/schema/input/designs.ts';
import { goodData } from '../quality.ts';

const finding = (rule: string, severity: ReportedFinding['severity'], message: string): ReportedFinding => ({
  rule,
  severity,
  message,
  value: 3,
  limit: 4,
  count: 2,
  entity: { kind: 'unit', id: rule },
  examples: ['p1', 'p2'],
  at: { file: 'examples/sample/org.yaml', line: 12, column: 5 },
});

const measure = (
  value: number | null,
  unit: string,
  rest: Partial<ReportedMeasure> = {},
): ReportedMeasure => ({
  value,
  unit,
  better: 'lower',
  byConstruction: false,
  coverage: 0.98,
  assumedShare: 0,
  ...(value === null ? { reason: 'It has no baseline.' } : {}),
  ...rest,
});

/** Figures of one design, the third of `rows` marked as fixed by definition for `cluster`. */
const figures = (values: readonly (number | null)[], id: DesignId): Record<string, ReportedMeasure> => ({
  'silos.count': measure(values[0]!, 'units', { byConstruction: id === 'cluster' }),
  'silos.effective': measure(values[1]!, 'units'),
  'handoffs.perJourney': measure(values[2]!, 'hand-offs', { assumedShare: 0.7 }),
  'journey.accountableShare': measure(values[3]!, 'fraction', { better: 'higher' }),
  'teams.count': measure(values[4]!, 'teams', { better: 'none' }),
  'change.movedShare': measure(id === 'as-is' ? null : values[5]!, 'fraction'),
  'change.costPerYear': measure(values[6]!, 'EUR a year'),
});

const VALUES: Record<DesignId, readonly number[]> = {
  'as-is': [4.236, 3.846, 5.5, 0.3125, 9, 0, 0],
  functional: [5, 4.2, 6.25, 0.28, 8, 0.002, 12_500],
  lifecycle: [3, 2.75, 2.1, 0.52, 6, 0.996, 1_250_000],
  cluster: [1, 1, 0, 1, 5, 0.62, 240_000],
  'account-team': [1, 1, 0, 1, 300, 0.9, 99_999_999],
  matrix: [4, 3.9, 5.4, 0.31, 9, 0, 98_000],
};

const item = (rule: string, cf: number, when: string): ReportedFitItem => ({
  rule,
  when,
  cf,
  certainty: cf,
  premises: [
    {
      text: `${when} (context.${rule})`,
      certainty: 1,
      at: { file: 'examples/sample/org.yaml', line: 7, column: 3 },
      derived: false,
    },
  ],
  why: 'It has always been so.',
  source: 'Sample',
  change: 'To change that: something else.',
});

const question = { key: 'practices.strategy-clear', question: 'Is the strategy clear?', weight: 0.5 };

/** What speaks for a design, what against it, and what is not known. */
const suiting = (cf: number, verdict: ReportedFit['verdict']): ReportedFit => ({
  cf,
  verdict,
  conditions: [],
  limits: [],
  confidence: 0.625,
  rules: 9,
  strongest: 'fit-collaboration',
  for: [item('fit-business-to-consumer', 0.3, 'it sells to businesses')],
  against: ['fit-collaboration', 'fit-strategy', 'fit-payback', 'fit-reward-weight', 'fit-small-company'].map(
    (rule, at) => item(rule, -0.6 / (at + 1), `reason ${at + 1} against it`),
  ),
  unknown: [question],
});

const design = (id: DesignId, rest: Partial<ReportedDesign> = {}): ReportedDesign => ({
  id,
  name: `The ${id} design`,
  status: 'staffed',
  feasible: true,
  hires: {},
  missing: [],
  summary: [
    `${id}: a customer deals with ${VALUES[id][0]} units, which is a figure that a reader can check by hand.`,
  ],
  measures: figures(VALUES[id], id),
  structure: [],
  findings: [finding('team-too-small', 'warning', 'Tool Design has 3 people; a team needs at least 4.')],
  fit: suiting(-0.42, 'rather not'),
  ...rest,
});

const designs = (): ReportedDesign[] => [
  design('as-is', {
    findings: [
      finding('weights-not-one', 'note', 'The weights of p7 sum to 0.9 and were scaled to 1.'),
      finding('team-too-small', 'warning', 'Tool Design has 3 people; a team needs at least 4.'),
      finding(
        'unserved-step',
        'error',
        `Nobody serves account management ${'for these customers '.repeat(9)}at all.`,
      ),
    ],
  }),
  design('functional'),
  design('lifecycle', { status: 'needs-hires', feasible: false, hires: { sales: 2, marketing: 1 } }),
  design('cluster', {
    findings: Array.from({ length: 8 }, (_, index) =>
      finding(`rule-${index}`, 'warning', `Cluster ${index} has 3.`),
    ),
  }),
  design('account-team', {
    status: 'impossible',
    feasible: false,
    missing: [{ what: 'sales', needed: 300, available: 12 }],
    measures: {},
    findings: [],
  }),
  design('matrix'),
];

const comparisonOf = (all: readonly ReportedDesign[]): Report['comparison'] =>
  Object.fromEntries(
    Object.keys(all[0]!.measures).map((id) => [
      id,
      {
        best:
          id === 'silos.count'
            ? (['cluster'] as const).slice()
            : id === 'silos.effective'
              ? ['lifecycle']
              : [],
        values: Object.fromEntries(all.map((each) => [each.id, each.measures[id]?.value ?? null])),
        ...(all.some((each) => (each.measures[id]?.assumedShare ?? 0) > 0.5)
          ? { reason: 'More than half of the hours behind it are assumed.' }
          : {}),
      },
    ]),
  );

const at = { file: 'examples/sample/org.yaml', line: 30, column: 3 };

const readiness: Report['readiness'][number] = {
  design: 'cluster',
  name: 'Customer clusters',
  status: 'staffed',
  parts: [
    {
      id: 'foundations',
      name: 'Foundations',
      counts: { inPlace: 0, proposed: 0, partly: 0, open: 1, unknown: 0 },
      blocking: 1,
      summary: '0 of 1 in place, 1 open that blocks',
      items: [
        {
          id: 'ready-foundations-clear',
          name: 'The strategy is clear',
          state: 'open',
          blocks: true,
          evidence: [{ text: 'strategy-clear is answered no.', state: 'open', at, change: 'Write it down.' }],
          source: 'Jackson',
        },
      ],
    },
  ],
};

const maturity: Report['maturity'] = {
  stands: { level: null, next: 'centric', separates: [], sentence: 'It is not customer-centric yet.' },
  answers: [
    {
      item: 'customer-council',
      question: 'Does a council check every investment for what customers gain?',
      answer: 'no',
      derived: false,
      evidence: 'Nobody has thought of it.',
      at,
      source: 'Focus/Centric/Led',
    },
  ],
  levels: [
    {
      id: 'centric',
      name: 'Customer-centric',
      source: 'Focus/Centric/Led',
      counts: { yes: 0, partly: 0, no: 1, unknown: 10 },
      derived: 0,
      state: 'unknown',
      items: ['customer-council'],
    },
  ],
  components: [],
  conditions: [],
  nextSteps: [],
  remarks: [],
};

const answer: Answer = {
  decision: 'not-decided',
  design: 'cluster',
  data: 'Data: fair. Lines 100 %, skills 98 %.',
  conditions: ['The core strategy is clear.'],
  sentence: 'Not decided. Customer clusters by industry lead.',
  detail: 'Without what is assumed functions win.',
  // biome-ignore lint/suspicious/noThenProperty: what the contract calls it.
  gains: [{ measure: 'silos.count', today: 4.236, then: 1, text: 'A customer deals with 1 department.' }],
  // biome-ignore lint/suspicious/noThenProperty: what the contract calls it.
  prices: [{ measure: 'change.movedShare', today: 0, then: 0.62, text: '30 people change unit (62 %).' }],
  against: ['The record of departments working together is mixed (context.collaboration)'],
  confidence: {
    share: 0.71,
    changedBy: 'Phases win once "People who change unit" counts for more than 38 %.',
  },
  questions: [
    {
      id: 'context.collaboration',
      text: 'Is the record of departments working together good, mixed or poor?',
      moves: 0.5,
      decides: true,
      answers: ['good', 'mixed', 'poor'],
      effect: 'clusters: suits if good, open if poor',
    },
  ],
  mend: ['451 of 1,336 people report to somebody who is not in the file.'],
  coordination: [{ mechanism: 'liaison', between: ['Sales', 'Support'], why: 'They meet at the top only.' }],
  refused: [{ design: 'account-team', reason: 'not possible: people 300 needed, 48 there.' }],
  findings: [
    {
      rule: 'team-too-small',
      severity: 'warning',
      text: 'The team of the Lead has 3 people.',
      count: 2,
      file: 'examples/sample/org.yaml',
      line: 12,
    },
  ],
  next: ['orgdesign answer examples/sample/org.yaml'],
};

/** A report with all six designs: one needs hires, one is impossible. */
export const sampleReport = (changes: Partial<Report> = {}): Report => {
  const all = designs();
  return {
    version: 1,
    generator: { name: 'orgdesign', version: '0.0.0' },
    input: { file: 'examples/sample/org.yaml', sha256: '0'.repeat(64), includes: [] },
    quality: goodData,
    organisation: {
      name: 'Sample & Sons',
      people: 48,
      seats: 50,
      vacantSeats: 2,
      fte: 47.5,
      managers: 9,
      roots: 1,
      departments: 7,
      topLevelDepartments: 5,
      customers: 1840,
      customerRows: 312,
      accountableUnits: [{ id: 'sales', name: 'Sales', people: 12 }],
    },
    answer,
    company: {},
    ranking: null,
    work: null,
    assumptions: [{ id: 'journey', text: 'The journey is the built-in one.', affects: ['silos.count'] }],
    designs: all,
    comparison: comparisonOf(all),
    readiness: [readiness],
    maturity,
    reorganise: {
      ...{ cf: -0.4, verdict: 'mend first', confidence: 0.5, rules: 9, strongest: 'fit-reward-weight' },
      sentence: 'First mend this: pay hardly depends on customers.',
      for: [],
      against: [item('fit-reward-weight', -0.4, 'pay that hardly depends on customers')],
      unknown: [],
    },
    actions: [
      {
        key: 'context.collaboration',
        text: 'Get departments to work together first.',
        clears: [{ rule: 'fit-collaboration', design: 'cluster' }],
        design: 'cluster',
        before: { cf: -0.42, verdict: 'rather not' },
        after: { cf: 0.31, verdict: 'rather suits' },
      },
    ],
    questions: [{ ...question, bearsOn: ['cluster', 'matrix'], company: false }],
    ...changes,
  };
};

/** As `sampleReport`, of an organisation that is empty. */
export const emptyReport = (): Report =>
  sampleReport({ assumptions: [], designs: [], comparison: {}, actions: [], questions: [] });

/** Every text of a report, made into `text`. */
export const hostileReport = (text: string): Report => {
  const fixed = new Set([
    'version',
    'generator',
    'status',
    'severity',
    'better',
    'best',
    'unit',
    'kind',
    'verdict',
    'design',
    'bearsOn',
    'state',
    'stands',
    'decision',
  ]);
  const replace = (value: unknown, key: string): unknown => {
    // The answer to an item is a word of few; the answer of the report is texts.
    if (fixed.has(key) || (key === 'answer' && typeof value === 'string')) return value;
    if (typeof value === 'string') return key === 'id' ? value : text;
    if (Array.isArray(value)) return value.map((each) => replace(each, ''));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, replace(each, name)]));
  };
  return replace(sampleReport(), '') as Report;
};
