import { customerFacing, type FacingUnit } from '../model/customer-facing.ts';
import type { Index } from '../model/organisation.ts';
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
export interface OfficerVerdict {
  readonly model: OfficerModel;
  readonly cf: number;
  readonly word: VerdictWord;
  /** Share of the weight of all statements that is known. */
  readonly confidence: number;
  /** For and against, what weighs most first. */
  readonly items: readonly OfficerItem[];
}

/** Who could own the customer in one structure. */
export interface OfficerAdvice {
  /** The model that suits best; null where none does: no officer yet. */
  readonly best: OfficerModel | null;
  readonly models: readonly OfficerVerdict[];
  /** The head below the top who answers for nearly all who face customers already; -1 for none. */
  readonly head: Index;
  readonly units: readonly FacingUnit[];
  /** Answers that are missing, the weightiest first. */
  readonly open: readonly MissingAnswer[];
}

/**
 * Which model of a Chief Customer Officer suits a structure: the certainty of each statement is that of its least certain
 * premise times its own, and those of a model are combined as in the verdicts on designs. What is not known lowers the
 * confidence. The best is the one with the highest certainty, of those within 0.05 of it the one in the middle; none where all are −0.2 or less.
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
  return {
    best: inWords(most) === 'rather not' || inWords(most) === 'does not suit' ? null : IN_A_TIE.find(suits)!,
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
