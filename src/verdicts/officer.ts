import { customerFacing, type FacingUnit } from '../model/customer-facing.ts';
import type { Index } from '../model/organisation.ts';
import type { View } from '../model/view.ts';
import { askedOf, type MissingAnswer, weigh, weightiest } from '../rules/fit/fit-rule.ts';
import type { FitCase, Premise } from '../rules/fit/statement.ts';
import type { VerdictWord } from '../schema/documents/verdicts.ts';
import { OFFICER_MODELS, type OfficerModel } from '../schema/input/officer.ts';
import { conclude, inWords } from './certainty.ts';
import { headOfAll, structureOf } from './officer-premises.ts';
import { certaintyFor, type OfficerStatement, statements } from './officer-statements.ts';

const TOLERANCE = 1e-9;
/** Models no farther apart than this suit alike. A judgement. */
const ALIKE = 0.05;
/** Of models that suit alike. */
const IN_A_TIE: readonly OfficerModel[] = ['middle', 'minister', 'full-department'];

export interface OfficerItem {
  readonly statement: OfficerStatement;
  readonly premises: readonly Premise[];
  readonly cf: number;
}

/** Whether one model of an officer suits. */
interface OfficerVerdict {
  readonly model: OfficerModel;
  readonly cf: number;
  readonly word: VerdictWord;
  /** Share of the weight of all statements that is known. */
  readonly confidence: number;
  /** For and against, what weighs most first. */
  readonly items: readonly OfficerItem[];
}

/** Who could own the customer in one structure. */
interface OfficerAdvice {
  /** The model that suits best; null where none does, or most answers are missing: no officer yet. */
  readonly best: OfficerModel | null;
  /** Whether most answers are missing, so that no officer is advised. */
  readonly isOpen: boolean;
  readonly models: readonly OfficerVerdict[];
  /** The head below the top who answers for nearly all who face customers already; -1 for none. */
  readonly head: Index;
  readonly units: readonly FacingUnit[];
  /** Answers that are missing, the weightiest first. */
  readonly open: readonly MissingAnswer[];
}

const MARKETING_OFFICER = /\bchief marketing\b|\bcmo\b/i;
const CUSTOMER_OFFICER = /\bchief (customer|client|experience)\b|\bcco\b/i;

/**
 * The Chief Marketing Officer of a company without a Chief Customer Officer, whom the one could replace: an option to weigh,
 * whatever is advised (Eccles). -1 for none.
 */
export function marketingOfficer({ organisation: { people, officer } }: View): Index {
  const titled = (words: RegExp) =>
    people.title.findIndex((title, seat) => people.vacant[seat] === 0 && words.test(title));
  return officer !== undefined || titled(CUSTOMER_OFFICER) >= 0 ? -1 : titled(MARKETING_OFFICER);
}

/**
 * Which model of a Chief Customer Officer suits a structure: the certainty of each statement is that of its least certain
 * premise times its own, and those of a model are combined as in the verdicts on designs. What is not known lowers the
 * confidence. The best is the one with the highest certainty, of those within 0.05 of it the one in the middle; none where all are −0.2 or less,
 * or where most answers are missing.
 */
export function officerAdvice(fit: FitCase, asked: readonly OfficerStatement[] = statements): OfficerAdvice {
  const { policy } = fit.baseline.organisation;
  // In one order, so that the last digit is the same too.
  const judged = [...asked]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((statement) => {
      const readings = statement.premises(fit);
      const weights = new Map(OFFICER_MODELS.map((model) => [model, certaintyFor(statement, model, policy)]));
      return { statement, readings, weights, ...weigh(readings) };
    });
  const models = OFFICER_MODELS.map((model): OfficerVerdict => {
    const items = judged.flatMap(({ statement, premises, certainty, isKnown, weights }) => {
      const own = weights.get(model)!;
      return own === 0
        ? []
        : [{ statement, premises, cf: isKnown ? certainty * own : null, weight: Math.abs(own) }];
    });
    const { confidence, ...concluded } = conclude(
      items.map(({ statement, ...item }) => ({ rule: statement.id, ...item })),
    );
    return {
      model,
      ...concluded,
      confidence: confidence ?? 1,
      items: items
        .flatMap((item) => (item.cf === null || item.cf === 0 ? [] : [{ ...item, cf: item.cf }]))
        .sort((a, b) => Math.abs(b.cf) - Math.abs(a.cf) || (a.statement.id < b.statement.id ? -1 : 1)),
    };
  });
  const most = Math.max(...models.map(({ cf }) => cf));
  const suits = (model: OfficerModel) =>
    models.find((one) => one.model === model)!.cf >= most - ALIKE - TOLERANCE;
  const { units } = customerFacing(structureOf(fit));
  // What the chart shows is always known: answers are what somebody has to give.
  const answers = judged.filter(({ readings }) =>
    readings.some((one) => ('certainty' in one ? !one.derived : one.ask !== null)),
  );
  const missing = answers.filter(({ isKnown }) => !isKnown).length;
  const isOpen = missing > answers.length / 2;
  const word = inWords(most);
  return {
    isOpen,
    best: isOpen || word === 'rather not' || word === 'does not suit' ? null : IN_A_TIE.find(suits)!,
    models,
    head: headOfAll(fit),
    units,
    open: weightiest(
      judged.flatMap(({ readings, weights, isKnown }) =>
        isKnown ? [] : askedOf(readings, Math.max(...[...weights.values()].map(Math.abs))),
      ),
    ),
  };
}
