import * as z from 'zod';
import { phase } from '../input/common.ts';
import { charter, scorecardItem } from '../input/department.ts';
import { DESIGN_IDS } from '../input/designs.ts';
import { FLOW_KINDS } from '../input/flow.ts';
import { assignment } from './assignment.ts';
import { basis } from './basis.ts';
import { action, fit, openQuestion } from './fit.ts';
import { maturity } from './maturity.ts';
import { officerAdvice } from './officer-advice.ts';
import { readiness } from './readiness.ts';
import { risk } from './risk.ts';

/** The JSON report, version 1: the one document from which every output is rendered. */
export const SEVERITIES = ['error', 'warning', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

const value = z.number().nullable().describe('Never NaN or infinite: null, with a reason beside it.');
const designId = z.enum(DESIGN_IDS);
const perDesign = z.record(z.string(), value);

const position = z.strictObject({
  file: z.string(),
  line: z.number().int(),
  column: z.number().int(),
  generated: z
    .boolean()
    .optional()
    .describe('True where a design made the entity; the place is that of the design or file.'),
});

export const reportedMeasure = z.strictObject({
  value,
  unit: z.string(),
  better: z.enum(['lower', 'higher', 'none']),
  byConstruction: z.boolean().describe('The design fixes this figure by its definition.'),
  coverage: value.describe(
    'Share of the journey hours behind the figure that somebody serves; 1 where it rests on none.',
  ),
  assumedShare: value.describe('Share of the hours behind the figure that were assumed rather than given.'),
  reason: z.string().optional().describe('Why the value is null.'),
  byRevenue: value.optional().describe('The same mean, customers weighted by revenue instead of by number.'),
  distribution: z
    .strictObject({ p10: value, median: value, p90: value, maximum: value })
    .optional()
    .describe('Over customers, people, teams or managers, whichever the measure is of.'),
  bands: z.record(z.string(), z.number()).optional().describe('How many fall into each band.'),
  heights: z
    .array(z.strictObject({ height: z.string(), units: z.number(), value }))
    .optional()
    .describe('The figure with the chart cut at other heights.'),
});

export const reportedFinding = z.strictObject({
  rule: z.string(),
  severity: z.enum(SEVERITIES),
  message: z.string(),
  value: z.number().nullable(),
  limit: z.number().nullable(),
  count: z.number().int().describe('How many places one cause shows in.'),
  entity: z.strictObject({ kind: z.string(), id: z.string() }),
  examples: z.array(z.string()).max(5),
  at: position,
});

const reportedUnit = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  parent: z.string().nullable(),
  head: z.string().nullable(),
  people: z.number().int().describe("The unit's own members; their sum is organisation.people."),
  vacant: z.number().int(),
  serves: z.strictObject({
    count: z.number(),
    where: z.record(z.string(), z.array(z.string())).optional(),
    ids: z.array(z.string()).optional(),
  }),
  headName: z.string().optional().describe('Name of the head, where names are asked for.'),
  accountable: z.boolean().optional().describe('Whether its head answers for it as one unit.'),
  phase: phase.optional(),
  capability: z.string().optional().describe('The one capability that it holds.'),
  servesUnits: z.array(z.string()).optional().describe('Ids of the units that are its customers.'),
  decides: z.array(z.string()).optional().describe('What it decides for the others.'),
  advises: z.array(z.string()).optional().describe('What it only advises them on.'),
  charter: charter.optional(),
  scorecard: z.array(scorecardItem).optional(),
});

const reportedFlow = z.strictObject({
  from: z.string().describe('Id of the unit that passes it on.'),
  to: z.string(),
  what: z.string(),
  kind: z.enum(FLOW_KINDS),
});

export const reportedDesign = z.strictObject({
  id: designId,
  name: z.string(),
  status: z.enum(['staffed', 'needs-hires', 'impossible']),
  feasible: z.boolean(),
  hires: z.record(z.string(), z.number().int()),
  missing: z.array(z.strictObject({ what: z.string(), needed: z.number(), available: z.number() })),
  summary: z.array(z.string()).describe('What the design buys, costs and rests on, in sentences.'),
  basis: basis.optional(),
  assignment: assignment.optional(),
  measures: z.record(z.string(), reportedMeasure),
  structure: z.array(reportedUnit),
  flows: z
    .array(reportedFlow)
    .optional()
    .describe('What units let each other know, as a part of the structure.'),
  findings: z.array(reportedFinding),
  risks: z
    .array(risk)
    .optional()
    .describe('What the sources warn of in this design, worst first, with the figure that shows it here.'),
  fit: fit.describe('Whether it suits the company, judged by facts that the file gives.'),
});

export const report = z
  .strictObject({
    version: z.literal(1),
    generator: z.strictObject({ name: z.literal('orgdesign'), version: z.string() }),
    input: z.strictObject({
      file: z.string(),
      sha256: z.string(),
      includes: z.array(z.strictObject({ file: z.string(), sha256: z.string() })),
      set: z
        .array(z.string())
        .optional()
        .describe('Options of designs given beside the file, as `minimum=3`.'),
    }),
    organisation: z.strictObject({
      name: z.string(),
      people: z.number().int(),
      seats: z.number().int(),
      vacantSeats: z.number().int(),
      fte: z.number(),
      managers: z.number().int(),
      roots: z.number().int(),
      departments: z.number().int(),
      topLevelDepartments: z.number().int(),
      customers: z.number().describe('Sum of count.'),
      customerRows: z.number().int(),
      accountableUnits: z.array(z.strictObject({ id: z.string(), name: z.string(), people: z.number() })),
    }),
    assumptions: z.array(z.strictObject({ id: z.string(), text: z.string(), affects: z.array(z.string()) })),
    designs: z.array(reportedDesign),
    comparison: z.record(
      z.string(),
      z.strictObject({
        best: z.array(designId),
        values: perDesign,
        robust: z
          .boolean()
          .optional()
          .describe('Whether the order of the designs holds with the chart cut at every management height.'),
        reason: z.string().optional().describe('Why no design is marked as best.'),
      }),
    ),
    readiness: z
      .array(readiness)
      .describe(
        'What has to be there before clusters or phases can work, of the designs that were asked for.',
      ),
    maturity,
    officer: officerAdvice.optional().describe('Who could own the customer.'),
    actions: z
      .array(action)
      .describe('What to change first for the designs to suit better, each with those before it done.'),
    questions: z.array(openQuestion).describe('What to find out first, the weightiest first.'),
  })
  .describe('What orgdesign evaluate --format json writes.');
export type Report = z.infer<typeof report>;
export type ReportedDesign = z.infer<typeof reportedDesign>;
export type ReportedMeasure = z.infer<typeof reportedMeasure>;
export type ReportedFinding = z.infer<typeof reportedFinding>;
export type ReportedFlow = z.infer<typeof reportedFlow>;
export type ReportedUnit = z.infer<typeof reportedUnit>;
