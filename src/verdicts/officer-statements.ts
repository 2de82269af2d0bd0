import { inProportion } from '../rules/fit/fit-rule.ts';
import { isThere } from '../rules/fit/premises.ts';
import type { FitCase, Reading } from '../rules/fit/statement.ts';
import { OFFICER_MODELS, type OfficerModel, type OfficerStatementId } from '../schema/input/officer.ts';
import type { Policy } from '../schema/input/policy.ts';
import {
  collaboration,
  endToEnd,
  isMatrix,
  isShort,
  noHead,
  oneHead,
  topIsFull,
  withoutData,
} from './officer-premises.ts';

/** Something that speaks for or against some models of an officer. */
export interface OfficerStatement {
  readonly id: OfficerStatementId;
  /** What holds where it counts, as a sentence. */
  readonly summary: string;
  readonly why: string;
  readonly source: string;
  /** What would change it, as a sentence. */
  readonly change: string;
  /** How surely it follows that such an officer suits (up to 1) or does not (down to -1). Expert judgement. */
  readonly certainty: Readonly<Partial<Record<OfficerModel, number>>>;
  /** All of them must hold: the least certain counts. */
  premises(fit: FitCase): readonly Reading[];
}

/** All that is asked before an officer is advised. */
export const statements: readonly OfficerStatement[] = [
  {
    id: 'officer-one-head',
    summary: 'One head answers for all who face customers already.',
    why: 'Give that seat the title and the task; a second one beside it would divide the answer.',
    source: 'Eccles; our reading',
    change: 'It would be otherwise with several heads for the units that face customers.',
    certainty: { 'full-department': 0.7, minister: -0.5, middle: -0.3 },
    premises: (fit) => [oneHead(fit)],
  },
  {
    id: 'officer-no-head',
    summary: 'Several units face customers, and nobody below the top answers for all of them.',
    why: 'An officer oversees every customer-facing function.',
    source: 'Eccles',
    change: 'To change that: one head above these units, or fewer of them.',
    certainty: { 'full-department': 0.3, middle: 0.2 },
    premises: (fit) => [noHead(fit)],
  },
  {
    id: 'officer-collaboration-poor',
    summary: 'Departments have a poor record of working together.',
    why: 'Without people of their own an officer lives on alliances, and those are not made here.',
    source: 'Bush; our reading',
    change: 'To change that: a better record (context.collaboration), as from a pilot.',
    certainty: { 'full-department': 0.3, minister: -0.4 },
    premises: (fit) => [collaboration(fit, 'poor')],
  },
  {
    id: 'officer-collaboration-good',
    summary: 'Departments have a good record of working together.',
    why: 'Alliances do what a department would have to.',
    source: 'Bush',
    change: 'It would be otherwise with a worse record (context.collaboration).',
    certainty: { minister: 0.4, middle: 0.1 },
    premises: (fit) => [collaboration(fit, 'good')],
  },
  {
    id: 'officer-matrix',
    summary: 'People who serve customers have two equal bosses.',
    why: 'Across a matrix an officer forms alliances and teams as they are needed.',
    source: 'Bush',
    change: 'It would be otherwise if one of the two lines were made the lesser one.',
    certainty: { 'full-department': -0.2, minister: 0.4 },
    premises: (fit) => [isMatrix(fit)],
  },
  {
    id: 'officer-end-to-end',
    summary: 'Heads of customer groups answer for nearly all that their customers go through.',
    why: 'A department above takes the whole answer from the heads of the groups, or adds a level; data and learning across them are what is missing.',
    source: 'Jackson; our reading',
    change: 'It would be otherwise with units that answer for a trade rather than for customers.',
    certainty: { 'full-department': -0.4, minister: 0.1, middle: 0.3 },
    premises: (fit) => [endToEnd(fit)],
  },
  {
    id: 'officer-short',
    summary: 'People and money are short, or the company is below a hundred people.',
    why: 'A department costs what is not there.',
    source: 'Jameane; our reading',
    change:
      'To change that: the people and the money for a department, or all people of the company given as context.staff.',
    certainty: { 'full-department': -0.5, minister: 0.4, middle: -0.2 },
    premises: (fit) => [isShort(fit)],
  },
  {
    id: 'officer-unlinked-data',
    summary: 'Nobody works on customer insight, and customer data are not linked to results.',
    why: 'Linking data on customers to results is the one essential part of the officer’s organisation: see to it first.',
    source: 'Bush',
    change: 'To change that: somebody for customer insight, or customer data that are linked to results.',
    certainty: { 'full-department': -0.4, minister: -0.6, middle: -0.3 },
    premises: withoutData,
  },
  {
    id: 'officer-forum',
    summary: 'There is a forum for setting priorities.',
    why: 'There is a place where the officer’s word counts.',
    source: 'Bush',
    change: 'It would be otherwise if the forum ended.',
    certainty: { minister: 0.2, middle: 0.1 },
    premises: (fit) => [isThere(fit, 'prioritisation-forum', 'there is a forum for setting priorities')],
  },
  {
    id: 'officer-top-is-full',
    summary: 'With the officer the top has more reports than the policy advises.',
    why: 'A department takes heads from the top, the other models only add one.',
    source: 'A judgement',
    change: 'To change that: fewer reports of the top, or another policy.maximumSpan.',
    certainty: { 'full-department': 0.2, minister: -0.2, middle: -0.2 },
    premises: (fit) => [topIsFull(fit)],
  },
];

/** The model that `policy.certainties` speaks of, which is the first that the statement is about, and its certainty. */
export function firstCertainty({ certainty }: OfficerStatement): {
  readonly model: OfficerModel;
  readonly certainty: number;
} {
  const model = OFFICER_MODELS.find((one) => certainty[one] !== undefined)!;
  return { model, certainty: certainty[model]! };
}

/** Certainty of a statement for a model with what the file says of it: for its first model as given, else in proportion. */
export function certaintyFor(
  statement: OfficerStatement,
  model: OfficerModel,
  { certainties }: Policy,
): number {
  const first = firstCertainty(statement).certainty;
  return inProportion(statement.certainty[model] ?? 0, first, certainties[statement.id]);
}
