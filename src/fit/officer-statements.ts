import type { FitCase, NotKnown, Premise } from '../rules/fit.ts';
import { isThere } from '../rules/fit-premises.ts';
import type { OfficerModel } from '../schema/officer.ts';
import {
  collaboration,
  endToEnd,
  isMatrix,
  isShort,
  noHead,
  oneHead,
  topIsFull,
  withoutData,
} from './officer-facts.ts';

/** Something that speaks for or against some models of an officer. */
export interface Statement {
  readonly id: string;
  readonly why: string;
  readonly source: string;
  /** How surely it follows that such an officer suits (up to 1) or does not (down to -1). Expert judgement. */
  readonly certainty: Readonly<Partial<Record<OfficerModel, number>>>;
  /** All of them must hold: the least certain counts. */
  premises(fit: FitCase): readonly (Premise | NotKnown)[];
}

/** All that is asked before an officer is advised. */
export const statements: readonly Statement[] = [
  {
    id: 'one-head',
    why: 'Give that seat the title and the task; a second one beside it would divide the answer.',
    source: 'Eccles; our reading',
    certainty: { 'full-department': 0.7, minister: -0.5, middle: -0.3 },
    premises: (fit) => [oneHead(fit)],
  },
  {
    id: 'no-head',
    why: 'An officer oversees every customer-facing function.',
    source: 'Eccles',
    certainty: { 'full-department': 0.3, middle: 0.2 },
    premises: (fit) => [noHead(fit)],
  },
  {
    id: 'collaboration-poor',
    why: 'Without people of their own an officer lives on alliances, and those are not made here.',
    source: 'Bush; our reading',
    certainty: { 'full-department': 0.3, minister: -0.4 },
    premises: (fit) => [collaboration(fit, 'poor')],
  },
  {
    id: 'collaboration-good',
    why: 'Alliances do what a department would have to.',
    source: 'Bush',
    certainty: { minister: 0.4, middle: 0.1 },
    premises: (fit) => [collaboration(fit, 'good')],
  },
  {
    id: 'matrix',
    why: 'Across a matrix an officer forms alliances and teams as they are needed.',
    source: 'Bush',
    certainty: { 'full-department': -0.2, minister: 0.4 },
    premises: (fit) => [isMatrix(fit)],
  },
  {
    id: 'end-to-end',
    why: 'A department above takes the whole answer from the heads of the groups, or adds a level; data and learning across them are what is missing.',
    source: 'Jackson; our reading',
    certainty: { 'full-department': -0.4, minister: 0.1, middle: 0.3 },
    premises: (fit) => [endToEnd(fit)],
  },
  {
    id: 'short',
    why: 'A department costs what is not there.',
    source: 'Jameane; our reading',
    certainty: { 'full-department': -0.5, minister: 0.4, middle: -0.2 },
    premises: (fit) => [isShort(fit)],
  },
  {
    id: 'without-data',
    why: 'Linking data on customers to results is the one essential part of the officer’s organisation: see to it first.',
    source: 'Bush',
    certainty: { 'full-department': -0.4, minister: -0.6, middle: -0.3 },
    premises: withoutData,
  },
  {
    id: 'forum',
    why: 'There is a place where the officer’s word counts.',
    source: 'Bush',
    certainty: { minister: 0.2, middle: 0.1 },
    premises: (fit) => [isThere(fit, 'prioritisation-forum', 'there is a forum for setting priorities')],
  },
  {
    id: 'top-is-full',
    why: 'A department takes heads from the top, the other models only add one.',
    source: 'A judgement',
    certainty: { 'full-department': 0.2, minister: -0.2, middle: -0.2 },
    premises: (fit) => [topIsFull(fit)],
  },
];
