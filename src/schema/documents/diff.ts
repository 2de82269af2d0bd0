import * as z from 'zod';
import { FLOW_KINDS } from '../input/department.ts';
import { TEAM_KINDS } from '../input/team.ts';
import { reportedFinding } from './finding.ts';
import { designName, generator, input } from './header.ts';
import { comparedMeasure, plainFigure } from './measure.ts';
import { quality } from './quality.ts';
import { nameable, named } from './structure.ts';

const share = plainFigure.describe('A fraction; null where there is nothing to share.');
const whole = z.number().int();
const pair = <T extends z.ZodType>(of: T) => z.strictObject({ before: of, after: of });

const person = nameable.describe('A person or an open seat; the name only where names were asked for.');
const unit = named.describe('A department.');
const customer = nameable.describe('A row of customers; the name only where names were asked for.');
const anyUnit = unit.nullable().describe('null: no department.');
const anyPerson = person.nullable().describe('null: nobody.');
const field = z.string().describe('The key in the file.');
const text = z.string().nullable();

const move = z.strictObject({
  person,
  from: anyUnit,
  to: anyUnit,
  newDepartment: z
    .boolean()
    .describe(
      'Whether the unit at the top above it is another one too, or the one below it where a single unit stands above all.',
    ),
});
const arrival = z.strictObject({
  person,
  unit: anyUnit,
  seat: z.enum(['own', 'open']).describe('`open`: a seat that stands open in the other of the two.'),
});
const line = z.strictObject({ person, to: person.describe('Who is reported to beside the first boss.') });
const seat = z.strictObject({ seat: person, title: z.string(), unit: anyUnit });
const between = z.strictObject({ unit, people: whole }).nullable();
const movedCustomer = z.strictObject({
  customer,
  from: z
    .array(unit)
    .describe('Units that serve these customers and not everyone; the topmost of each branch.'),
  to: z.array(unit),
});
const declaredTeam = z.strictObject({
  team: named,
  kind: z.enum(TEAM_KINDS),
  people: whole.describe('Members who are there.'),
});
const flowKind = z.enum(FLOW_KINDS);
const flow = z.strictObject({ from: unit, to: unit, what: z.string(), kind: flowKind });
const setting = z.strictObject({ id: z.string(), before: text, after: text });

const VERDICTS = ['better', 'worse', 'different', 'same', 'not-compared'] as const;
const measure = comparedMeasure.extend({
  difference: plainFigure.describe('After less before.'),
  verdict: z
    .enum(VERDICTS)
    .describe(
      '`different`: neither is better by nature. `not-compared`: a figure is not known, or rests on something else than the other; `reason` says on what.',
    ),
  reason: z.string().optional(),
  coverage: pair(plainFigure).describe('Share of the journey hours behind each figure that somebody serves.'),
  byConstruction: z.boolean().describe('A design fixes one of the two figures by its definition.'),
  shown: z
    .literal('revenue')
    .optional()
    .describe('The table, the summary and `verdict` go by `byRevenue`; without it, by number of customers.'),
  byRevenue: pair(plainFigure).extend({ difference: plainFigure }).optional(),
});
const changeMeasure = z.strictObject({
  id: z.string(),
  label: z.string(),
  unit: z.string(),
  value: plainFigure,
  reason: z.string().optional().describe('Why the value is null.'),
});

const changes = z.strictObject({
  changed: z.boolean().describe('Whether anything that is compared differs.'),
  summary: z.array(z.string()).describe('What matters most, in up to six sentences.'),
  totals: z.strictObject({
    people: pair(whole),
    seats: pair(whole),
    vacantSeats: pair(whole),
    fte: pair(z.number()).describe('Of people; open seats have none.'),
    costPerYear: pair(plainFigure).describe(
      'Of seats, open ones included; null where costs are not compared.',
    ),
    currency: text.describe('Of all costs; null where none is given, or the two differ.'),
    costReason: z.string().optional().describe('Why costs are not compared.'),
    managers: pair(whole).describe('Lead seats: those that somebody reports to.'),
    departments: pair(whole),
    customers: pair(z.number()).describe('Sum of count.'),
  }),
  people: z.strictObject({
    inBoth: whole.describe('People who are there before and after.'),
    moved: z.array(move).describe('People whose own unit has another id.'),
    newManager: z.array(z.strictObject({ person, from: anyPerson, to: anyPerson })),
    joined: z.array(arrival),
    left: z.array(arrival),
    endedLines: z.array(line).describe('Second reporting lines that end.'),
    newLines: z.array(line).describe('Second reporting lines that begin.'),
    renamed: z
      .array(z.strictObject({ person, field: z.enum(['name', 'title']), from: text, to: text }))
      .describe('The same id with another name or title; names are null unless they were asked for.'),
    details: z
      .array(
        z.strictObject({
          person,
          field,
          from: z.union([z.string(), z.number()]).nullable(),
          to: z.union([z.string(), z.number()]).nullable(),
        }),
      )
      .describe('What else differs for the same id; what a seat costs is not told one by one.'),
  }),
  seats: z
    .strictObject({
      opened: z.array(seat).describe('Open seats that were not there.'),
      closed: z.array(seat).describe('Open seats that are there no more.'),
      filled: z.array(seat),
      vacated: z.array(seat),
    })
    .describe('Open seats; a seat whose holder joins or leaves with it is among the people.'),
  leads: z.strictObject({
    new: z
      .array(z.strictObject({ person, unit: anyUnit, vacant: z.boolean() }))
      .describe('Seats that somebody reports to, and nobody did before.'),
    withoutTeam: z.array(person).describe('People whom somebody reported to, and nobody does afterwards.'),
  }),
  units: z.strictObject({
    figures: z
      .array(
        z.strictObject({
          unit,
          people: pair(whole),
          seats: pair(whole),
          fte: pair(z.number()),
          costPerYear: pair(plainFigure).describe(
            'null where costs are not compared, for fewer than five people, and where fewer than five come or go.',
          ),
        }),
      )
      .describe('Own members of every unit of either; people without one stand under an id of "".'),
    new: z.array(
      z.strictObject({
        unit,
        kind: z.string(),
        people: whole,
        mostFrom: between.describe('Where most of its people were before, of those who were in a unit.'),
      }),
    ),
    closed: z.array(
      z.strictObject({
        unit,
        kind: z.string(),
        people: whole,
        mostTo: between.describe('Where most of its people are afterwards, of those who are in a unit.'),
      }),
    ),
    renamed: z.array(z.strictObject({ id: z.string(), from: z.string(), to: z.string() })),
    heads: z.array(z.strictObject({ unit, from: anyPerson, to: anyPerson })),
    changed: z
      .array(z.strictObject({ unit, field, from: text, to: text }))
      .describe('By key: parts of a charter as `charter.goals`, measures as `scorecard.retention`.'),
  }),
  teams: z
    .strictObject({
      new: z.array(declaredTeam),
      closed: z.array(declaredTeam),
      changed: z.array(
        z.strictObject({
          team: named,
          joined: z.array(person),
          left: z.array(person),
          changes: z
            .array(z.strictObject({ field, from: text, to: text }))
            .describe('By key: name, kind, lead, serves, and shares of members who stay.'),
        }),
      ),
    })
    .optional()
    .describe('Teams that are declared; left out where neither of the two declares any.'),
  flows: z.strictObject({
    new: z.array(flow),
    ended: z.array(flow),
    changed: z
      .array(flow.extend({ kind: pair(flowKind) }))
      .describe('The same between the same units, said to be of another kind.'),
  }),
  relationships: z
    .strictObject({
      before: whole,
      kept: whole,
      broken: whole,
      new: whole,
      share,
      customers: z
        .array(
          z.strictObject({
            customer,
            before: whole,
            kept: whole,
            share,
            broken: z.array(person),
            new: z.array(person),
          }),
        )
        .describe('Rows of customers for whom somebody changes.'),
    })
    .describe('Who serves whom by name, of the rows of customers in both.'),
  workingPairs: z
    .strictObject({ before: whole, kept: whole, share })
    .describe('Pairs of people in one department, or who interact, where the file before says who does.'),
  customers: z.strictObject({
    new: z.array(customer),
    gone: z.array(customer),
    changed: z.array(z.strictObject({ customer, fields: z.array(field) })),
    moved: z.array(movedCustomer).describe('Rows of customers that other units serve.'),
  }),
  measures: z.array(measure),
  change: z.array(changeMeasure).describe('The measures of change, of the second against the first.'),
  settings: z
    .array(setting)
    .describe('What the figures rest on and what differs: policy, journeys, currency.'),
  assumptions: z.array(setting).describe('What is assumed differently, because a file does not say.'),
  findings: z.strictObject({
    new: z.array(reportedFinding),
    gone: z.array(reportedFinding),
    kept: whole,
  }),
});
/** What differs between two organisations. */
export type Diff = z.infer<typeof changes>;

const side = input.extend({
  organisation: z.string().describe('Its name.'),
  quality,
  asOf: z.string().optional(),
  design: designName
    .optional()
    .describe('The design of the file that is compared; without it, the file as it stands.'),
  remark: z.string().optional().describe('What is to be known of the design, as a sentence.'),
});

export const diff = z
  .strictObject({
    version: z.literal(1),
    generator,
    before: side,
    after: side,
    ...changes.shape,
  })
  .describe('What orgdesign diff --format json writes.');
export type DiffReport = z.infer<typeof diff>;
