import * as z from 'zod';
import { DESIGN_IDS } from '../input/designs.ts';
import { place } from './maturity.ts';

const count = z.number().int();

/** What has to be there for clusters, in the order in which it is done. Source: Jackson. */
export const READINESS_PARTS = ['foundations', 'design', 'infrastructure'] as const;
export type ReadinessPart = (typeof READINESS_PARTS)[number];

export const READINESS_STATES = ['in-place', 'partly', 'open', 'unknown'] as const;
export type ReadinessState = (typeof READINESS_STATES)[number];

const evidence = z.strictObject({
  text: z.string(),
  state: z.enum(READINESS_STATES),
  at: place,
  change: z.string().optional().describe('What would put it in place.'),
});

const item = z.strictObject({
  id: z.string(),
  name: z.string(),
  state: z.enum(READINESS_STATES),
  blocks: z.boolean().describe('The source wants it in place before the design.'),
  evidence: z.array(evidence),
  source: z.string(),
});
export type ReportedReadinessItem = z.infer<typeof item>;

const part = z.strictObject({
  id: z.enum(READINESS_PARTS),
  name: z.string(),
  counts: z.strictObject({ inPlace: count, partly: count, open: count, unknown: count }),
  blocking: count.describe('Items that block and are not in place.'),
  summary: z.string(),
  items: z.array(item),
});
export type ReportedReadinessPart = z.infer<typeof part>;

/** What has to be there before a design can work, and whether it is. */
export const readiness = z.strictObject({
  design: z.enum(DESIGN_IDS),
  name: z.string(),
  status: z.enum(['staffed', 'needs-hires', 'impossible']).describe('Of the design that was looked at.'),
  parts: z.array(part),
});
export type Readiness = z.infer<typeof readiness>;
