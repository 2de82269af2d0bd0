import * as z from 'zod';

const position = z.strictObject({
  line: z.number().int().min(1),
  column: z.number().int().min(1).optional(),
});
const severity = z.enum(['UNKNOWN_SEVERITY', 'ERROR', 'WARNING', 'INFO']);

/** `DiagnosticResult` of the Reviewdog Diagnostic Format, as far as it is written. */
export const rdjson = z.strictObject({
  source: z.strictObject({ name: z.string().min(1), url: z.url().optional() }),
  severity,
  diagnostics: z.array(
    z.strictObject({
      message: z.string().min(1),
      location: z.strictObject({
        path: z.string().min(1),
        range: z.strictObject({ start: position, end: position.optional() }),
      }),
      severity,
      code: z.strictObject({ value: z.string().min(1), url: z.url().optional() }),
    }),
  ),
});
