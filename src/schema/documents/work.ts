import * as z from 'zod';
import { designId } from './header.ts';
import { plainFigure } from './measure.ts';
import { named } from './structure.ts';

const share = z.number().min(0).max(1);

const load = z.strictObject({
  unit: named,
  capability: z.string(),
  hoursPerMonth: z.number().describe('Work that customers need.'),
  fte: z.number().describe('People there for it, less what they do for other capabilities.'),
  utilisation: plainFigure.describe(
    'Share of their hours; 1 and more: they cannot keep up. Null where nobody is there.',
  ),
  wait: plainFigure.describe('Mean working hours before a step starts; null where they cannot keep up.'),
  withinDay: share.describe('Share of steps that start within eight working hours.'),
});

const pooling = z.strictObject({
  capability: z.string(),
  units: z.number().int().describe('Units that the work is divided over.'),
  apart: z.number().int().describe('People needed in these units.'),
  pooled: z.number().int().describe('People needed in one pool, for the same share of steps to wait.'),
  mixedLengths: z
    .boolean()
    .describe('Steps differ in length by more than five times: one pool may be slower than several.'),
});

const leadTime = z.strictObject({
  hours: plainFigure.describe(
    'Working hours of a journey from beginning to end; null where somewhere work only grows.',
  ),
  steps: z.number(),
  waiting: plainFigure,
  handoffs: z.number().describe('What work lies still between people.'),
  range: z
    .strictObject({ low: plainFigure, high: plainFigure })
    .describe('With hand-offs half as long and twice as long: nobody has measured them.'),
});

const cover = z.strictObject({
  unit: named,
  capability: z.string(),
  person: z.string().describe('Id of the only person there who has it.'),
  nobody: share.describe('Chance that nobody is there on a day.'),
});

const workOfDesign = z.strictObject({
  load: z.array(load).describe('Fullest first.'),
  pooling: z.array(pooling),
  leadTime: leadTime.nullable(),
  cover: z.array(cover).describe('Skills that hang on one person.'),
});

const keyPerson = z.strictObject({
  person: z.string(),
  title: z.string(),
  customers: z.number().describe('Served by this person by name.'),
  revenueShare: plainFigure.describe('Of the revenue of all customers; null where revenue is not known.'),
  alone: z.array(z.string()).describe('Capabilities that nobody else has in the unit that answers for it.'),
});

const growthOfDesign = z.strictObject({
  units: z.array(
    z.strictObject({
      unit: named,
      needed: z.array(z.number()).describe('Full-time people, today and after each year.'),
    }),
  ),
  crossings: z.array(
    z.strictObject({
      team: z.strictObject({ kind: z.string(), id: z.string() }),
      size: z.number().int(),
      becomes: z.number().int(),
      year: z.number().int(),
      limit: z.enum(['minimum', 'maximum']),
    }),
  ),
});

const growth = z.strictObject({
  years: z.number().int(),
  designs: z.record(z.string(), growthOfDesign),
  possible: z
    .array(z.strictObject({ design: designId, year: z.number().int() }))
    .describe('Designs that are impossible today, with the first year whose people would do.'),
  reason: z.string().optional().describe('Why nothing can be told, and what would have to be given.'),
});

const weighed = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['customer', 'operational', 'reorganisation']),
  design: designId.nullable().describe('Of the reorganisation: the design that is weighed.'),
  cost: plainFigure,
  customers: z.number().describe('Number of customers that it does something for.'),
  savedPerYear: z.number(),
  equityGained: plainFigure,
  equityPerCost: plainFigure,
  satisfaction: z.number().describe('Change as a share of its scale.'),
  hoursSaved: plainFigure.describe('Hours a year that customers need less.'),
  paybackYears: plainFigure,
  late: z
    .boolean()
    .nullable()
    .describe('Whether that is beyond policy.paybackLimit; null where it is not known.'),
  atRisk: z
    .strictObject({ low: z.number(), high: z.number() })
    .nullable()
    .describe('Sales a year at risk because customers lose their person.'),
  asks: z.array(z.string()).describe('Keys of the file that would have to be given to tell.'),
});

/** The work of customers, by design: what it takes, how long it lies, and what it comes to over the years. */
export const work = z
  .strictObject({
    assumedShare: share.describe('Share of the hours that were assumed rather than given.'),
    designs: z.record(z.string(), workOfDesign),
    keyPeople: z.array(keyPerson).describe('On whom most hangs today, at most ten.'),
    growth: growth.optional().describe('With --years.'),
    paybackLimit: z.number().describe('Years in which it has to pay for itself: policy.paybackLimit.'),
    initiatives: z
      .array(weighed)
      .describe(
        'Initiatives and the reorganisation side by side, in the order of equity gained for each unit of cost.',
      ),
  })
  .describe('Load, waiting, cover, lead time, growth and payback.');
export type ReportedWork = z.infer<typeof work>;
