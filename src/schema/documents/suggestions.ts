import * as z from 'zod';
import { DESIGN_IDS } from '../input/designs.ts';
import { report, SEVERITIES } from './report.ts';
import { suggestion } from './suggestion.ts';

const whole = z.number().int();
const bySeverity = z.record(z.enum(SEVERITIES), whole);

const finding = report.shape.designs.element.shape.findings.element
  .pick({ rule: true, severity: true, message: true, entity: true, at: true })
  .describe('As evaluate and check have it.');

const LEFT = ['no-remedy', 'tried-in-vain'] as const;

export const suggestions = z
  .strictObject({
    version: z.literal(1),
    generator: report.shape.generator,
    input: report.shape.input.omit({ set: true }),
    organisation: z.string().describe('Its name.'),
    design: z
      .strictObject({ id: z.enum(DESIGN_IDS), name: z.string() })
      .nullable()
      .describe('null: the file as it stands.'),
    policy: z.string().nullable().describe('File of the policy that findings are judged by; null: none.'),
    severity: z.enum(SEVERITIES).describe('Findings as grave as this, or graver, are to be cleared.'),
    people: whole,
    before: bySeverity.describe('Findings that changes could clear, on structure and lines.'),
    after: bySeverity.describe('The same, with every change made.'),
    moves: whole.describe('People who get another department or another manager, all changes together.'),
    redrawn: whole.describe('People whose lines alone change in weight or kind.'),
    suggestions: z
      .array(suggestion.extend({ clears: finding }))
      .describe('In the order in which they are made; nobody is in two of them.'),
    left: z
      .array(z.strictObject({ finding, why: z.enum(LEFT) }))
      .describe(
        'Findings that stay. `no-remedy`: no move of people who are there is known to clear it. `tried-in-vain`: there is a remedy, and nobody can be spared for it, or it made something as grave, or asked somebody twice.',
      ),
  })
  .describe('What orgdesign suggest --format json writes.');
export type Suggestions = z.infer<typeof suggestions>;
