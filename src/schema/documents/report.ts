import * as z from 'zod';
import { answer } from './answer.ts';
import { maturity, readiness } from './assessment.ts';
import { assignment, basis } from './basis.ts';
import { reportedFinding } from './finding.ts';
import { designId, designStatus, generator, input, organisation } from './header.ts';
import { figure, reportedMeasure } from './measure.ts';
import { quality } from './quality.ts';
import { ranking } from './ranking.ts';
import {
  reportedFlow,
  reportedJourney,
  reportedSeat,
  reportedStage,
  reportedTeam,
  reportedUnit,
} from './structure.ts';
import { action, fit, officerAdvice, openQuestion, reorganise } from './verdicts.ts';
import { work } from './work.ts';

const shown = {
  today: z.number().nullable(),
  design: z.number().nullable(),
};

/** A risk that the sources see in a design, with what shows it here: figures, facts, or both. */
const risk = z.strictObject({
  id: z.string(),
  text: z.string(),
  measure: z
    .string()
    .nullable()
    .describe('Id of the measure that shows it most; null where facts alone show it.'),
  ...shown,
  more: z
    .array(z.strictObject({ measure: z.string(), ...shown }))
    .optional()
    .describe('Further measures that show it.'),
  facts: z.array(z.string()).optional().describe('What else shows it, in words.'),
  remedy: z.string().describe('What is done about it, and where that is read from.'),
  covered: z.boolean().describe('Whether the questionnaire says that this is done.'),
  source: z.string(),
});
export type Risk = z.infer<typeof risk>;

/** What the seats of today's units cost; never of so few people that one of them could be told. */
const pay = z.strictObject({
  currency: z.string().optional(),
  minimum: z.number().int().describe('The cost of groups of fewer people is left out.'),
  units: z.array(
    z.strictObject({
      unit: z.string().describe('Id of a unit at the top, with all below it.'),
      people: z.number().int().describe('Those whose cost is known.'),
      costPerYear: z.number().nullable(),
    }),
  ),
  total: z.number().nullable().describe('Left out where it would tell what is left out above.'),
});
export type Pay = z.infer<typeof pay>;

const perDesign = z.record(z.string(), figure);

export const reportedDesign = z.strictObject({
  id: designId,
  name: z.string(),
  status: designStatus.describe('`cannot-judge`: the data cannot bear it; `mend` says what to do.'),
  mend: z.array(z.string()).optional().describe('What to mend in the data before it can be judged.'),
  feasible: z.boolean(),
  hires: z.record(z.string(), z.number().int()),
  missing: z.array(z.strictObject({ what: z.string(), needed: z.number(), available: z.number() })),
  displaced: z
    .array(z.strictObject({ person: z.string(), title: z.string(), from: z.string() }))
    .optional()
    .describe('Today’s heads who lose their seat, with the unit that they head, the most senior first.'),
  optionalSeats: z
    .array(z.strictObject({ unit: z.string(), capability: z.string(), cost: z.number().nullable() }))
    .optional()
    .describe(
      'Open posts of centres of expertise for which nobody can be spared, with what each would cost a year: advised, and no part of the figures.',
    ),
  outside: z
    .array(
      z.strictObject({
        capability: z.string(),
        handoffs: z
          .number()
          .nullable()
          .describe('Hand-offs of a journey that it causes: those now less those with it inside.'),
        handoffsByRevenue: z.number().nullable().optional(),
        inside: z
          .strictObject({
            handoffs: z.number().nullable(),
            handoffsByRevenue: z.number().nullable().optional(),
            movedShare: z.number().nullable(),
            hires: z.number().int().describe('All seats to fill, those that are open today included.'),
          })
          .nullable()
          .describe('The design with the capability inside the clusters; null where that is impossible.'),
      }),
    )
    .optional()
    .describe(
      'Capabilities that customers’ journeys go through and that stay outside the clusters, and the design with each inside, really made.',
    ),
  summary: z.array(z.string()).describe('What the design buys, costs and rests on, in sentences.'),
  basis: basis.optional(),
  assignment: assignment.optional(),
  measures: z.record(z.string(), reportedMeasure),
  structure: z.array(reportedUnit),
  teams: z
    .array(reportedTeam)
    .optional()
    .describe('Teams of named people across departments that the design makes, or changes.'),
  declaredTeams: z
    .array(reportedTeam)
    .optional()
    .describe('Every team of named people, with --seats; those of `teams` are new or changed.'),
  seats: z.array(reportedSeat).optional().describe('Every seat, with --seats.'),
  journey: reportedJourney
    .optional()
    .describe(
      'Of the customer who pays most, or where no revenue is known of the largest group; left out without customers.',
    ),
  stages: z
    .array(reportedStage)
    .optional()
    .describe('The way to it in stages, with --seats, of the design that is recommended or leads.'),
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

/** The JSON report, version 1: what evaluate found. */
export const report = z
  .strictObject({
    version: z.literal(1),
    generator,
    input,
    organisation,
    answer,
    quality,
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
          .describe(
            'Whether the order of the designs holds with the chart cut at every level that makes between three units and a third of the people.',
          ),
        reason: z.string().optional().describe('Why no design is marked as best.'),
      }),
    ),
    company: z
      .record(z.string(), z.strictObject({ value: figure, unit: z.string(), reason: z.string().optional() }))
      .describe('Figures of the company that no design changes.'),
    ranking: ranking
      .nullable()
      .describe('What the designs come to by the criteria; null where none can be judged.'),
    work: work.nullable().describe('The work of customers; null without any.'),
    readiness: z
      .array(readiness)
      .describe(
        'What has to be there before clusters or phases can work, of the designs that were asked for.',
      ),
    maturity,
    officer: officerAdvice.optional().describe('Who could own the customer.'),
    reorganise: reorganise.describe(
      'Whether the company should reorganise now, whatever the form; no part of the verdict on a design.',
    ),
    actions: z
      .array(action)
      .describe('What to change first for the designs to suit better, each with those before it done.'),
    pay: pay.optional().describe('With --pay.'),
    anonymised: z.literal(true).optional().describe('Where ids of people are replaced by a keyed hash.'),
    questions: z.array(openQuestion).describe('What to find out first, the weightiest first.'),
  })
  .describe('What orgdesign evaluate --format json writes.');
export type Report = z.infer<typeof report>;
export type ReportedDesign = z.infer<typeof reportedDesign>;
