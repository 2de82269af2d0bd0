import { precisePercent } from '../base/figures.ts';
import { counted } from '../base/text.ts';
import { accountableShare } from '../measures/journey/accountable-share.ts';
import { customerFacing, insightSeats, OFFICER_REACH } from '../model/customer-facing.ts';
import type { Index, Organisation } from '../model/organisation.ts';
import { reportsOf } from '../model/tree.ts';
import type { View } from '../model/view.ts';
import { equalBosses, peopleThere, shareOf } from '../rules/company-facts.ts';
import { askContext, isMissing, NO_TELLING, place, read, said, saidYes } from '../rules/fit/premises.ts';
import type { FitCase, Reading } from '../rules/fit/statement.ts';

/** From here on one head answers for nearly all that a customer meets. A judgement. */
const END_TO_END = 0.7;
/** Units without a head in common from which somebody above them is missed. A judgement. */
const SEVERAL_UNITS = 3;
/** Share of people with two equal bosses from which a structure is a matrix for certain. A judgement. */
const MATRIX = 0.5;

/** The structure that is looked at: the design where there is one. */
export const structureOf = ({ view, baseline }: FitCase): View => view ?? baseline;

const seatPlace = ({ people }: Organisation, seat: Index) => people.origin(seat);

/** The head below the top who answers for nearly all who face customers; -1 where it is only the officer that a design adds. */
export function headOfAll(fit: FitCase): Index {
  const view = structureOf(fit);
  const { head } = customerFacing(view);
  const added = fit.baseline.organisation.officer === undefined ? view.organisation.officer?.seat : undefined;
  return head === added ? -1 : head;
}

/** That one head below the top answers for nearly all who face customers. */
export function oneHead(fit: FitCase): Reading {
  const view = structureOf(fit);
  const { fte, below } = customerFacing(view);
  const head = headOfAll(fit);
  if (fte <= 0) return NO_TELLING;
  const { organisation } = view;
  if (head < 0) return read(fit, ['people'], 'nobody below the top answers for all who face customers', 0);
  return {
    text: `${view.person(head)} answers for ${precisePercent(below[head]! / fte)} of those who face customers already`,
    // Who has all the units may not have everybody who faces customers.
    certainty: Math.min(1, below[head]! / fte / OFFICER_REACH),
    at: seatPlace(organisation, head),
    derived: true,
  };
}

/** That several units face customers and nobody below the top answers for all of them. */
export function noHead(fit: FitCase): Reading {
  const view = structureOf(fit);
  const { fte, units } = customerFacing(view);
  if (fte <= 0) return NO_TELLING;
  const several = units.length >= SEVERAL_UNITS && headOfAll(fit) < 0;
  return read(
    fit,
    ['people'],
    `${counted(units.length, 'unit')} face customers, and nobody below the top answers for all of them`,
    several ? 1 : 0,
  );
}

const COLLABORATION = {
  poor: { poor: 1, mixed: 0.5, good: 0 },
  good: { poor: 0, mixed: 0, good: 1 },
} as const;

/** That the record of departments working together is poor, or good. */
export function collaboration(fit: FitCase, wanted: keyof typeof COLLABORATION): Reading {
  const { collaboration: record = 'unknown' } = fit.facts.context;
  if (record === 'unknown') return askContext('collaboration');
  return said(
    fit,
    'collaboration',
    `the record of departments working together is ${record}`,
    COLLABORATION[wanted][record],
  );
}

/** That people who serve customers have two equal bosses. */
export function isMatrix(fit: FitCase): Reading {
  const share = shareOf(equalBosses(structureOf(fit)));
  return read(
    fit,
    ['people'],
    `${precisePercent(share)} of the people who serve customers have two equal bosses`,
    share / MATRIX,
  );
}

/** That heads of customer groups answer for nearly all of their customers' way. */
export function endToEnd(fit: FitCase): Reading {
  const view = structureOf(fit);
  const groups = view.organisation.units.filter(
    ({ accountable, serves }) => accountable && serves.kind === 'some',
  ).length;
  if (groups < 2) return read(fit, ['departments'], 'no units answer for customers of their own', 0);
  const { value } = accountableShare.take(view, fit.baseline);
  if (value === null) return NO_TELLING;
  return read(
    fit,
    ['departments'],
    `${counted(groups, 'unit')} answer for customers of their own, and one head for ${precisePercent(value)} of what they go through`,
    value >= END_TO_END ? 1 : 0,
  );
}

/** That people and money are short: said, or a company below the hundred. */
export function isShort(fit: FitCase): Reading {
  const { organisation } = fit.baseline;
  const { staff } = fit.facts.context;
  const people = staff ?? peopleThere(fit.baseline);
  if (people < organisation.policy.smallCompany)
    return {
      text: `${counted(people, 'person', 'people')} work here`,
      certainty: 1,
      at: place(fit, ...(staff === undefined ? ['people'] : ['context', 'staff'])),
      derived: staff === undefined,
    };
  return saidYes(fit, 'limitedResources', 'people and money are short');
}

/** That nobody works on customer insight, and customer data are not linked to results. */
export const withoutData = (fit: FitCase): readonly Reading[] => {
  const seats = insightSeats(structureOf(fit).organisation);
  return [
    read(
      fit,
      ['people'],
      seats.length === 0
        ? 'nobody works on customer insight'
        : `${counted(seats.length, 'person works', 'people work')} on customer insight`,
      seats.length === 0 ? 1 : 0,
    ),
    isMissing(fit, 'customer-data-linked', 'customer data are not linked to results throughout'),
  ];
};

/** That one more report is more than the top can have. */
export function topIsFull(fit: FitCase): Reading {
  const view = structureOf(fit);
  const { organisation } = view;
  const tree = view.tree();
  const root = tree.roots[0];
  if (root === undefined) return NO_TELLING;
  const { officer, policy } = organisation;
  const there = officer !== undefined && tree.boss[officer.seat] === root;
  const reports = reportsOf(tree, root) + (there ? 0 : 1);
  return {
    text: `with the officer ${counted(reports, 'person reports', 'people report')} to ${view.person(root)}, where ${policy.maximumSpan} are the most`,
    certainty: reports > policy.maximumSpan ? 1 : 0,
    at: seatPlace(organisation, root),
    derived: true,
  };
}
