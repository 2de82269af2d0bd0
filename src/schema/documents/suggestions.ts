import * as z from 'zod';
import { SEVERITIES } from '../choices.ts';
import { reportedFinding } from './finding.ts';
import { designName, generator, input } from './header.ts';
import { quality } from './quality.ts';
import { nameable } from './structure.ts';

/** What changes for one person. */
const personChange = z.strictObject({
  person: nameable.describe('The name only where names were asked for.'),
  department: z
    .strictObject({ from: nameable.nullable(), to: nameable.nullable() })
    .optional()
    .describe('Left out where it stays.'),
  manager: z
    .strictObject({
      from: nameable.nullable(),
      to: nameable.nullable(),
      leadsNobodyToday: z.literal(true).optional().describe('Whether the new manager becomes one by this.'),
      contractor: z.literal(true).optional().describe('Whether who becomes a manager is a contractor.'),
      leadsNobodyThen: z.literal(true).optional().describe('Whether the old manager leads nobody by this.'),
    })
    .optional()
    .describe('At the end of the line of greatest weight; left out where it stays.'),
  lines: z
    .array(z.strictObject({ to: nameable, kind: z.enum(['solid', 'dotted']), weight: z.number() }))
    .optional()
    .describe('All lines from now on, as in the file; there only where they are redrawn.'),
});

export const suggestion = z.strictObject({
  text: z.string().describe('The change in a sentence.'),
  moves: z.number().int().describe('People who get another department or another manager.'),
  redrawn: z
    .number()
    .int()
    .describe('People who keep department and managers, and whose lines change in weight or kind.'),
  changes: z.array(personChange),
});
export type ReportedSuggestion = z.infer<typeof suggestion>;
export type PersonChange = z.infer<typeof personChange>;

const whole = z.number().int();
const bySeverity = z.record(z.enum(SEVERITIES), whole);

const finding = reportedFinding
  .pick({ rule: true, severity: true, message: true, entity: true, at: true })
  .describe('As evaluate and check have it.');

const LEFT = ['no-remedy', 'tried-in-vain', 'cannot-judge'] as const;

export const suggestions = z
  .strictObject({
    version: z.literal(1),
    generator,
    input: input.omit({ set: true }),
    organisation: z.string().describe('Its name.'),
    quality,
    design: designName.nullable().describe('null: the file as it stands.'),
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
        'Findings that stay. `no-remedy`: no move of people who are there is known to clear it, or nobody can be spared for one. `tried-in-vain`: there are moves, and each made something as grave, or asked too much of somebody, or asked somebody twice. `cannot-judge`: the data cannot bear it.',
      ),
  })
  .describe('What orgdesign suggest --format json writes.');
export type Suggestions = z.infer<typeof suggestions>;
