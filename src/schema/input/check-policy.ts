import * as z from 'zod';
import { SEVERITIES } from '../choices.ts';
import { UNIT_KINDS } from './department.ts';
import { id, isoDate } from './fields.ts';
import { policy, type Threshold, type Thresholds } from './policy.ts';

const text = z.string().trim().min(1);

const SETTINGS = ['off', ...SEVERITIES] as const;
/** What a rule is set to. */
export type RuleSeverity = (typeof SETTINGS)[number];
const setting = z.enum(SETTINGS);

/** A rule as a policy can set it: its id, and the thresholds that it reads. */
interface SettableRule {
  readonly id: string;
  readonly summary: string;
  readonly options: readonly Threshold[];
}

interface RuleName {
  readonly id: string;
  readonly summary: string;
}

const threshold = (name: Threshold): z.ZodType => {
  const field = policy.shape[name];
  return (field.unwrap() as z.ZodType).optional().describe(field.description ?? '');
};

const ruleSetting = ({ summary, options }: SettableRule) =>
  z
    .union([
      setting,
      z.strictObject({
        severity: setting.optional(),
        ...Object.fromEntries(options.map((name) => [name, threshold(name)])),
      }),
    ])
    .optional()
    .describe(`${summary} \`off\`, a severity, or \`{ severity: …, threshold: … }\`.`);

const limit = z.strictObject({
  min: z.number().optional().describe('The least that is allowed.'),
  max: z.number().optional().describe('The most that is allowed.'),
  tolerance: z
    .number()
    .min(0)
    .optional()
    .describe(
      'How much worse than in the baseline it may be where it is beyond the limit there; 0 if left out. Without `min` and `max`: how much worse it may be at all.',
    ),
});
export type LimitInput = z.infer<typeof limit>;

const waiver = z.strictObject({
  rule: id.describe('Id of the rule.'),
  entity: id
    .optional()
    .describe(
      'Id of what the finding is on: of a person, department, capability, design or measure, or of a member of what is gathered in it; left out: of the organisation as a whole.',
    ),
  reason: text.describe('Why it is accepted.'),
  owner: text.describe('Who answers for it.'),
  expires: isoDate.optional().describe('The last day on which it holds; it never ends if left out.'),
});
export type WaiverInput = z.infer<typeof waiver>;

/** The schema of a policy file; what can be set and limited is given, so that editors complete it. */
export const checkPolicy = (
  rules: readonly SettableRule[],
  measures: readonly RuleName[],
  presets: readonly [string, ...string[]],
) => {
  const ruleSettings = z
    .strictObject(Object.fromEntries(rules.map((rule) => [rule.id, ruleSetting(rule)])))
    .default({})
    .describe('Rule id to its severity, and to thresholds for this rule alone.');
  return z
    .strictObject({
      version: z.literal(1).describe('Version of the format.'),
      extends: z
        .union([z.enum(presets), z.array(z.enum(presets))])
        .default([])
        .describe('Severities to begin with; of several the later ones win.'),
      failOn: z.enum(SEVERITIES).optional().describe('What `--fail-on` is if it is left out: `error` else.'),
      maxWarnings: z.number().int().min(0).optional().describe('More warnings than this fail the check.'),
      maxMoved: z
        .number()
        .min(0)
        .max(1)
        .optional()
        .describe('Largest share of people in another unit than in the baseline.'),
      maxGone: z
        .number()
        .min(0)
        .max(1)
        .optional()
        .describe('Largest share of the people of the baseline who are there no longer.'),
      rules: ruleSettings,
      overrides: z
        .array(
          z.strictObject({
            departments: z
              .array(id)
              .min(1)
              .optional()
              .describe('Ids of departments; what is below them belongs to it.'),
            kinds: z
              .array(z.enum(UNIT_KINDS))
              .min(1)
              .optional()
              .describe('Kinds of unit; with `departments` only such inside those.'),
            rules: ruleSettings,
          }),
        )
        .default([])
        .describe('Other settings for findings on some units and the people in them; later ones win.'),
      measures: z
        .strictObject(
          Object.fromEntries(
            measures.map((measure) => [measure.id, limit.optional().describe(measure.summary)]),
          ),
        )
        .default({})
        .describe('Measure id to its limits; a measure without one, `{}`, is shown only.'),
      waivers: z.array(waiver).default([]).describe('Findings that are accepted.'),
    })
    .describe('What orgdesign check judges by.');
};

/** Other settings than the severity are thresholds. */
export type RuleSetting = RuleSeverity | ({ readonly severity?: RuleSeverity | undefined } & Thresholds);
export type RuleSettings = Readonly<Record<string, RuleSetting | undefined>>;
