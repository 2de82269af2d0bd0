import * as z from 'zod';
import { diff } from './diff.ts';
import { generator } from './header.ts';
import { plainFigure } from './measure.ts';
import { nameable, named } from './structure.ts';

const whole = z.number().int();
const share = plainFigure.describe('A fraction; null where nothing was planned.');
const done = z.strictObject({ planned: whole, done: whole, share });
const anyUnit = named.nullable().describe('null: no department.');

/** What of a plan is done. */
const MOVES = ['done', 'open', 'elsewhere', 'gone'] as const;
const move = z.strictObject({
  person: nameable,
  title: z.string(),
  from: anyUnit,
  to: anyUnit,
  now: anyUnit
    .optional()
    .describe('Where it is neither of the two; left out where the person is no longer there.'),
  state: z
    .enum(MOVES)
    .describe('`open`: still where it was. `elsewhere`: in a third unit. `gone`: no longer there.'),
  stage: z.string().optional().describe('Id of the stage in which it was to be.'),
});

const DEVIATIONS = ['moved', 'manager', 'joined', 'left', 'team', 'unit-new', 'unit-gone', 'target'] as const;
const deviation = z.strictObject({
  kind: z
    .enum(DEVIATIONS)
    .describe(
      '`moved`, `manager`: though the plan leaves it as it was, or in another way than planned. `joined`, `left`: people whom the plan does not have, or has. `team`: in a team, or its lead, otherwise than planned. `unit-new`: a unit that is in neither. `unit-gone`: one that is in both, and there no longer. `target`: another target than planned.',
    ),
  entity: z.strictObject({ kind: z.enum(['person', 'unit']), ...nameable.shape }),
  title: z.string().optional().describe('Of a person.'),
  from: anyUnit.optional().describe('The unit before, of a person who was there.'),
  planned: z.string().nullable(),
  now: z.string().nullable(),
});

const scorecard = z.strictObject({
  unit: named,
  metric: z.string(),
  counted: z.string().nullable().describe('What it is counted in.'),
  before: plainFigure,
  target: z.number(),
  now: plainFigure,
  share: plainFigure.describe(
    'How much of the way from before to the target is gone; null where it cannot be told.',
  ),
  state: z.enum(['reached', 'not-reached', 'not-known']),
});

const stage = z.strictObject({
  id: z.string(),
  name: z.string(),
  due: z.string().nullable().describe('The day by which it was to be, where the stage says it.'),
  ...done.shape,
  late: z.string().nullable().describe('Why it is late, as a sentence; null where it is not.'),
});

export const progress = z
  .strictObject({
    version: z.literal(1),
    generator,
    before: diff.shape.before,
    plan: diff.shape.before,
    now: diff.shape.before,
    today: z.string().nullable().describe('The day that lateness is judged by.'),
    failed: z
      .array(z.string())
      .describe('Why the exit code is 1, as sentences: limits that are not kept, stages that are late.'),
    moves: done.describe('People who were to change their unit.'),
    managers: done.describe('People who were to get another manager.'),
    teams: done
      .optional()
      .describe('Places in teams, of members and of leads, that were to begin and to end.'),
    seats: z.strictObject({
      planned: whole.describe('Open seats that the plan has and the organisation before has not.'),
      filled: whole,
      open: whole,
      missing: whole.describe('Not there yet.'),
    }),
    units: done.describe('Units that were to open, and to close.'),
    list: z.array(move).describe('Every move of the plan.'),
    deviations: z.array(deviation),
    scorecards: z.array(scorecard),
    stages: z.array(stage),
  })
  .describe('What orgdesign progress --format json writes.');
export type ProgressDocument = z.infer<typeof progress>;
