import { checking } from './json-schema.ts';

const filled = { type: 'string', minLength: 1 };
const url = { type: 'string', format: 'uri' };
const severity = { enum: ['UNKNOWN_SEVERITY', 'ERROR', 'WARNING', 'INFO'] };

const strict = (properties: object, required: readonly string[]) => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});
const ref = (name: string) => ({ $ref: `#/definitions/${name}` });

interface Position {
  readonly line: number;
  readonly column?: number;
}

interface Result {
  readonly diagnostics: readonly {
    readonly message: string;
    readonly location: {
      readonly path: string;
      readonly range: { readonly start: Position; readonly end?: Position };
    };
    readonly severity: string;
    readonly code: { readonly value: string };
  }[];
}

/**
 * `DiagnosticResult` of the Reviewdog Diagnostic Format (proto/rdf in its repository): its fields and no others, where the
 * published schema allows any, and with what a review cannot be posted without.
 */
const checkResult = checking({
  $schema: 'http://json-schema.org/draft-07/schema#',
  ...strict({ source: ref('Source'), severity, diagnostics: { type: 'array', items: ref('Diagnostic') } }, [
    'source',
    'severity',
    'diagnostics',
  ]),
  definitions: {
    Source: strict({ name: filled, url }, ['name']),
    Code: strict({ value: filled, url }, ['value']),
    Position: strict({ line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } }, [
      'line',
    ]),
    Range: strict({ start: ref('Position'), end: ref('Position') }, ['start']),
    Location: strict({ path: filled, range: ref('Range') }, ['path', 'range']),
    Suggestion: strict({ range: ref('Range'), text: { type: 'string' } }, ['range', 'text']),
    RelatedLocation: strict({ message: filled, location: ref('Location') }, ['location']),
    Diagnostic: strict(
      {
        message: filled,
        location: ref('Location'),
        severity,
        source: ref('Source'),
        code: ref('Code'),
        suggestions: { type: 'array', items: ref('Suggestion') },
        original_output: { type: 'string' },
        related_locations: { type: 'array', items: ref('RelatedLocation') },
      },
      ['message', 'location', 'severity', 'code'],
    ),
  },
});

/** The result, or an error where it is none, or a range ends before it begins. */
export function parseRdjson(text: string): Result {
  const parsed = JSON.parse(text);
  checkResult(parsed);
  const result: Result = parsed;
  for (const { location } of result.diagnostics) {
    const { start, end = start } = location.range;
    if (end.line < start.line) throw new Error(`${location.path}: ${start.line} to ${end.line}`);
  }
  return result;
}
