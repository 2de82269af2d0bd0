import * as z from 'zod';
import { SEVERITIES } from '../choices.ts';
import { isoDate } from '../input/fields.ts';
import { position, reportedFinding } from './finding.ts';
import { designName, generator, input } from './header.ts';
import { comparedMeasure, plainFigure } from './measure.ts';
import { quality } from './quality.ts';
import { nameable, named } from './structure.ts';
import { suggestion } from './suggestions.ts';

const whole = z.number().int();
const severity = z.enum(SEVERITIES);

/** A place as runners want it: where it ends as well. */
const placed = position.omit({ generated: true }).extend({
  file: z
    .string()
    .describe('As it was named on the command line, or as the file beside it is reached from there.'),
  line: whole.describe('From 1.'),
  column: whole.describe('From 1, in UTF-16 units, as editors and SARIF count.'),
  endLine: whole.optional(),
  endColumn: whole.optional().describe('One past the last character.'),
  generated: position.shape.generated,
});

/** What became of a finding since the baseline. Without a baseline every finding is new, or waived. */
export const FINDING_STATES = ['new', 'worse', 'unchanged', 'improved', 'gone', 'waived'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** States of what counts against a change. */
export const COUNTING = ['new', 'worse'] as const satisfies readonly FindingState[];
export const isCounting = (state: FindingState = 'new'): boolean =>
  (COUNTING as readonly FindingState[]).includes(state);

const waiver = z.strictObject({
  reason: z.string(),
  owner: z.string(),
  expires: isoDate.nullable().describe('The last day on which it holds; null: it never ends.'),
  at: placed.describe('Where it stands in the policy.'),
});

const checkedFinding = reportedFinding.extend({
  message: z.string().describe('People by their ids, unless names were asked for.'),
  value: plainFigure,
  limit: plainFigure,
  at: placed.describe('Of a finding that is gone, its place in the baseline.'),
  fingerprint: z
    .string()
    .describe(
      'Of rule and entity, with the design and, where several files are checked, the file; never of line or value. No two findings of one check share it.',
    ),
  memberFingerprints: z.array(z.string()).optional().describe('Of each of `members`, in their order.'),
  state: z
    .enum(FINDING_STATES)
    .describe(
      '`new` and `worse` count, the others do not. `unchanged`: the baseline has it too. `improved`: it has it worse. `gone`: only the baseline has it.',
    ),
  fails: z.boolean().describe('Whether it counts, and is as severe as what fails the check.'),
  before: z
    .strictObject({ severity, value: plainFigure, count: whole })
    .optional()
    .describe('The same finding in the baseline, where it has one.'),
  waiver: waiver.optional().describe('What waives it; there where the state is `waived`, and only there.'),
  suggestion: suggestion
    .optional()
    .describe(
      'The smallest change known that would clear it and make nothing as grave; only of findings that count, and of the gravest twenty of a structure.',
    ),
});

const CHANGES = ['better', 'worse', 'same', 'different', 'not-compared'] as const;
const LIMIT_STATES = ['within', 'beyond', 'tolerated', 'unknown', 'not-limited'] as const;

const checkedMeasure = comparedMeasure.extend({
  unit: z.string().describe('`fraction` is a share from 0 to 1.'),
  before: plainFigure.describe('In the baseline; null without one, and where it is not known there.'),
  reason: z.string().optional().describe('Why a value is null, or why the two are not compared.'),
  change: z
    .enum(CHANGES)
    .nullable()
    .describe('Null without a baseline. `different`: neither is better by nature.'),
  byRevenue: plainFigure
    .optional()
    .describe(
      'The same now, customers weighted by revenue, where evaluate shows that; limits are by number.',
    ),
  limit: z
    .strictObject({
      min: plainFigure,
      max: plainFigure,
      tolerance: z.number().describe('How much worse than in the baseline it may be.'),
    })
    .nullable()
    .describe('What the policy sets; null: nothing.'),
  status: z
    .enum(LIMIT_STATES)
    .describe(
      '`beyond`: beyond its limit, or worse than the baseline by more than the tolerance, and so a finding of the rule `measure-limit`. `tolerated`: beyond its limit, but not worse than in the baseline.',
    ),
});

const unit = named.nullable().describe('null: no department.');
const moved = z.strictObject({
  inBoth: whole.describe('People who are there before and after, open seats left out.'),
  moved: whole.describe('Of these, who are in another unit.'),
  share: plainFigure.describe('null: nobody is there before and after.'),
  newManager: whole,
  joined: whole,
  left: whole,
  between: z
    .array(
      z.strictObject({
        from: unit,
        to: unit,
        people: whole,
        who: z.array(nameable).optional().describe('Only where names were asked for.'),
      }),
    )
    .describe('How many move from where to where, the largest first.'),
});

const GATES = ['findings', 'measures', 'max-moved', 'max-gone', 'max-warnings'] as const;
const gate = z.strictObject({
  gate: z.enum(GATES),
  status: z.enum(['pass', 'fail', 'not-checked']),
  value: plainFigure,
  limit: plainFigure,
  message: z.string().describe('A sentence.'),
});

const readFrom = input.omit({ set: true });

const baseline = readFrom.extend({
  organisation: z.string().describe('Its name.'),
  design: designName.nullable(),
  revision: z
    .strictObject({ name: z.string().describe('As it was asked for.'), commit: z.string() })
    .nullable()
    .describe('null: a file as it stands.'),
});

const checkedStructure = z.strictObject({
  name: z.string().describe('The file, or FILE#design.'),
  file: z.string(),
  design: designName.nullable().describe('null: the file as it stands.'),
  organisation: z.string().describe('Its name.'),
  quality,
  people: whole,
  input: readFrom,
  baseline: baseline
    .nullable()
    .describe('null: there is none, or the file is not in it, and everything is new.'),
  settings: z
    .array(z.strictObject({ id: z.string(), before: z.string().nullable(), after: z.string().nullable() }))
    .describe(
      'Thresholds of its own policy that the file changes since the baseline; both are judged by what stands after.',
    ),
  measures: z.array(checkedMeasure),
  notJudged: whole
    .optional()
    .describe('Findings of the baseline whose rules the data do not bear any more: neither kept nor gone.'),
  moved: moved.nullable().describe('null: there is nothing to compare with.'),
  findings: z.array(checkedFinding).describe('Errors first; those that are gone at the end.'),
  gates: z.array(gate),
});

const ruleText = z.strictObject({
  id: z.string(),
  summary: z.string(),
  why: z.string(),
  source: z.string().describe('Article or study behind it.'),
  help: z.string().describe('What it reads, and what to do, as plain text.'),
  severity: severity.describe('Unless a policy sets another.'),
});

export const check = z
  .strictObject({
    version: z.literal(1),
    generator,
    today: isoDate.describe('The day that waivers are judged by.'),
    baseline: z.string().nullable().describe('As it was asked for: a file, or `git:REVISION`.'),
    policy: z
      .strictObject({
        file: z.string(),
        sha256: z.string(),
        extends: z.array(z.string()).describe('The presets that it names.'),
        findings: z
          .array(checkedFinding)
          .describe('On the policy itself: waivers that expired or are not used.'),
      })
      .nullable()
      .describe('null: there is none, and every rule is as it is built in, or as the file says.'),
    failOn: severity,
    verdict: z.strictObject({
      pass: z.boolean(),
      reasons: z.array(z.string()).describe('Why it fails, as sentences; empty where it passes.'),
      counts: z
        .record(z.enum(FINDING_STATES), whole)
        .describe('Findings by state, over all structures and the policy.'),
      counting: z
        .record(severity, whole)
        .describe('Those that are new or worse, by severity, whether or not they fail the check.'),
    }),
    gates: z.array(gate).describe('On all structures together.'),
    structures: z.array(checkedStructure),
    rules: z.array(ruleText).describe('Every rule that a finding is of, in the order of their ids.'),
  })
  .describe('What orgdesign check --format json writes.');
export type Check = z.infer<typeof check>;
export type CheckedStructure = z.infer<typeof checkedStructure>;
export type CheckedFinding = z.infer<typeof checkedFinding>;
export type CheckedMeasure = z.infer<typeof checkedMeasure>;
export type Gate = z.infer<typeof gate>;
export type CheckedRule = z.infer<typeof ruleText>;
