import * as z from 'zod';

// What GitHub asks of SARIF beyond the standard ("SARIF support for code scanning", "SARIF results exceed limits"): the
// properties that it needs, no empty strings, one location, bounds of lengths and numbers. Strict, so that no key is written
// of which nobody looked up what becomes of it there.
const filled = z.string().min(1);
const message = z.strictObject({ text: filled });
const level = z.enum(['none', 'note', 'warning', 'error']);
const fromOne = z.number().int().min(1);
/** A URI reference (RFC 3986): nothing that has to be encoded, and no colon in the first segment but after a scheme. */
const uri = filled
  .regex(/^(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})+$/)
  .refine((text) => /^file:\/\/\//.test(text) || !text.split('/')[0]!.includes(':'));
/** Nested strings are as little empty as others. */
const properties = z.record(filled, z.union([filled, z.boolean(), z.number(), z.array(filled).max(20)]));

const region = z
  .strictObject({
    startLine: fromOne,
    startColumn: fromOne.optional(),
    endLine: fromOne.optional(),
    endColumn: fromOne.optional(),
  })
  .refine(({ startLine, endLine = startLine }) => endLine >= startLine)
  .refine(
    ({ startLine, startColumn = 1, endLine = startLine, endColumn }) =>
      endColumn === undefined || endLine > startLine || endColumn >= startColumn,
  );

const physicalLocation = z.strictObject({ artifactLocation: z.strictObject({ uri }), region });

const rule = z.strictObject({
  id: filled,
  shortDescription: message.extend({ text: filled.max(1024) }),
  fullDescription: message.extend({ text: filled.max(1024) }),
  help: message,
  defaultConfiguration: z.strictObject({ level }),
  properties,
});

const result = z.strictObject({
  ruleId: filled,
  ruleIndex: z.number().int().min(0).optional(),
  level,
  message,
  locations: z
    .array(
      z.strictObject({
        physicalLocation,
        logicalLocations: z.array(z.strictObject({ fullyQualifiedName: filled, kind: filled })).length(1),
      }),
    )
    .length(1),
  // Without the second one GitHub makes it of the line.
  partialFingerprints: z.strictObject({ 'orgdesign/v1': filled, primaryLocationLineHash: filled }),
  baselineState: z.enum(['new', 'unchanged', 'updated', 'absent']).optional(),
  suppressions: z.array(
    z.strictObject({
      kind: z.enum(['inSource', 'external']),
      status: z.enum(['accepted', 'underReview', 'rejected']),
      justification: filled,
      location: z.strictObject({ physicalLocation }),
    }),
  ),
  properties,
});

const run = z
  .strictObject({
    tool: z.strictObject({
      driver: z.strictObject({ name: filled, version: filled, rules: z.array(rule).max(25_000) }),
    }),
    invocations: z
      .array(
        z.strictObject({
          executionSuccessful: z.boolean(),
          toolExecutionNotifications: z.array(z.strictObject({ level, message })).optional(),
        }),
      )
      .length(1),
    columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
    properties,
    results: z.array(result).max(25_000),
  })
  .refine(
    ({ tool, results }) =>
      results.every(({ ruleId, ruleIndex }) => tool.driver.rules[ruleIndex ?? -1]?.id === ruleId),
    'each result is of a rule that is there',
  )
  .refine(
    ({ results }) => new Set(results.map(({ baselineState }) => baselineState === undefined)).size < 2,
    'all have a baseline state, or none',
  )
  .refine(
    ({ tool }) => new Set(tool.driver.rules.map(({ id }) => id)).size === tool.driver.rules.length,
    'no rule is there twice',
  );

export const sarifOnGithub = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.array(run).length(1),
});
