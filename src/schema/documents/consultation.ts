import * as z from 'zod';
import { diff } from './diff.ts';
import { designName, designStatus, generator } from './header.ts';
import { plainFigure } from './measure.ts';
import { nameable, named } from './structure.ts';

const whole = z.number().int();

const unit = named.extend({
  kind: z.string(),
  parent: z.string().nullable(),
  leads: z.string().nullable().describe('Title of who leads it; with names the name.'),
  people: whole,
  vacant: whole,
  new: z.boolean().describe('Not in the other of the two.'),
});

const post = z.strictObject({
  title: z.string(),
  grade: z.number().nullable().describe('null: not known, or of fewer than five posts.'),
  posts: whole,
  units: z.array(z.string()).describe('Names of the units that they are in.'),
});

const figure = z.strictObject({
  id: z.string(),
  label: z.string(),
  unit: z.string(),
  today: plainFigure,
  proposed: plainFigure,
});

const untold = figure.extend({
  reason: z.string().optional().describe('Why it cannot be compared, or is not known of one side.'),
});

const team = z.strictObject({
  name: z.string(),
  people: whole.describe('Members who are there.'),
  lead: z.string().nullable().describe('Title of who leads it.'),
});

const alternative = z.strictObject({
  design: designName,
  proposed: z.boolean().describe('Whether it is the one that is proposed.'),
  status: designStatus,
  verdict: z.string().optional().describe('Whether it suits the company, with what rules a better word out.'),
  figures: z.record(z.string(), plainFigure).describe('By measure; null where it is not known.'),
});

const stage = z.strictObject({
  name: z.string(),
  moves: whole.describe('People who would change their unit in it.'),
  newManagers: whole,
  toFill: whole.describe('Open posts that would have to be filled before it.'),
});

const affected = z.strictObject({
  unit: named.nullable().describe('null: no department.'),
  people: whole,
  moves: whole.describe('People who would change their unit.'),
  newManager: whole.describe('People who would stay in their unit and get another manager.'),
  managers: whole.describe('People who would get another manager, whether they stay in their unit or not.'),
  teams: whole
    .optional()
    .describe('People who would join, leave or come to lead a team, where there are any.'),
  grades: z
    .array(z.strictObject({ grade: z.number(), people: whole }))
    .describe('Of those affected, in groups of five and more.'),
});

export const consultation = z
  .strictObject({
    version: z.literal(1),
    generator,
    organisation: z.string(),
    date: z.string().nullable().describe('The day that both charts are of.'),
    before: diff.shape.before,
    after: diff.shape.after,
    current: z.array(unit),
    proposed: z.array(unit),
    posts: z.strictObject({
      opened: z.array(post),
      closed: z.array(post),
      changed: z.array(post),
      leads: z
        .array(post)
        .optional()
        .describe(
          'Of those that change: whose holders would lose the lead of a unit, or of everybody they lead.',
        ),
    }),
    teams: z
      .strictObject({ new: z.array(team), closed: z.array(team), changed: z.array(team) })
      .optional()
      .describe(
        'Teams that would begin, end, or have other members or another lead; left out where there are none.',
      ),
    affected: z.array(affected),
    people: z
      .array(
        z.strictObject({
          person: nameable,
          title: z.string(),
          from: z.string().nullable(),
          to: z.string().nullable(),
          manager: z.string().nullable(),
        }),
      )
      .optional()
      .describe('Who is affected, by name; only where names were asked for.'),
    reasons: z
      .strictObject({
        better: z.array(figure),
        worse: z.array(figure),
        notCompared: z
          .array(untold)
          .optional()
          .describe('Figures that would change, and are called neither better nor worse.'),
        why: z.array(z.string()).optional().describe('Why they are not, each reason once, as sentences.'),
        unknown: z
          .array(untold)
          .optional()
          .describe('Figures that are known of today or of the proposal only.'),
        against: z
          .array(z.string())
          .optional()
          .describe('What else speaks against the proposal, as sentences.'),
        risks: z
          .array(z.strictObject({ text: z.string(), remedy: z.string(), covered: z.boolean() }))
          .optional()
          .describe('What the sources warn of in it, with what helps.'),
      })
      .describe('Figures that the proposal would change, and what speaks against it.'),
    measures: z
      .array(z.strictObject({ id: z.string(), label: z.string(), unit: z.string() }))
      .describe('What alternatives are told apart by.'),
    alternatives: z.array(alternative),
    stages: z.array(stage),
    respond: z.strictObject({ to: z.string().nullable(), by: z.string().nullable() }),
  })
  .describe('What orgdesign consult --format json writes.');
export type ConsultationDocument = z.infer<typeof consultation>;
