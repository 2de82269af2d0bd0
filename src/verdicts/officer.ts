import { customerFacing, type FacingUnit } from '../model/customer-facing.ts';
import type { Index } from '../model/organisation.ts';
import type { FitCase, Premise, Question } from '../rules/fit/statement.ts';
import type { VerdictWord } from '../schema/documents/verdicts.ts';
import { OFFICER_MODELS, type OfficerModel } from '../schema/input/officer.ts';
import { combined, inWords } from './certainty.ts';
import { headOfAll, structureOf } from './officer-premises.ts';
import { certaintyFor, type Statement, statements } from './officer-statements.ts';

const TOLERANCE = 1e-9;
/** Models no farther apart than this suit alike. A judgement. */
const ALIKE = 0.05;
/** Of models that suit alike. */
const IN_A_TIE: readonly OfficerModel[] = ['middle', 'minister', 'full-department'];

export interface OfficerItem {
  readonly statement: Statement;
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
  readonly open: readonly (Question & { readonly weight: number })[];
}

const least = (known: readonly Premise[]) => Math.min(1, ...known.map(({ certainty }) => certainty));

/**
 * Which model of a Chief Customer Officer suits a structure: the certainty of each statement is that of its least certain
 * premise times its own, and those of a model are combined as in the verdicts on designs. What is not known lowers the
 * confidence. The best is the one with the highest certainty, of those within 0.05 of it the one in the middle; none where all are −0.2 or less.
 */
export function officerAdvice(fit: FitCase, asked: readonly Statement[] = statements): OfficerAdvice {
  const { policy } = fit.baseline.organisation;
  const open = new Map<string, Question & { weight: number }>();
  // In one order, so that the last digit is the same too.
  const judged = [...asked]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((statement) => {
      const parts = statement.premises(fit);
      const premises = parts.filter((part): part is Premise => 'certainty' in part);
      const certainty = least(premises);
      const known = certainty <= 0 || premises.length === parts.length;
      const weights = new Map(OFFICER_MODELS.map((model) => [model, certaintyFor(statement, model, policy)]));
      const weight = Math.max(...[...weights.values()].map(Math.abs));
      if (!known && weight > 0)
        for (const { ask } of parts)
          if (ask != null)
            open.set(ask.key, { ...ask, weight: Math.max(weight, open.get(ask.key)?.weight ?? 0) });
      return { statement, premises, certainty: Math.max(0, certainty), known, weights };
    });
  const models = OFFICER_MODELS.map((model): OfficerVerdict => {
    const about = judged.filter(({ weights }) => weights.get(model) !== 0);
    const weigh = (of: typeof about) =>
      of.reduce((sum, { weights }) => sum + Math.abs(weights.get(model)!), 0);
    const items = about.flatMap(({ statement, premises, certainty, known, weights }) =>
      known && certainty > 0 ? [{ statement, premises, cf: certainty * weights.get(model)! }] : [],
    );
    const all = weigh(about);
    const cf = combined(items.map((item) => ({ rule: item.statement.id, cf: item.cf })));
    return {
      model,
      cf,
      word: inWords(cf),
      confidence: all > 0 ? weigh(about.filter(({ known }) => known)) / all : 1,
      items: items.sort(
        (a, b) => Math.abs(b.cf) - Math.abs(a.cf) || (a.statement.id < b.statement.id ? -1 : 1),
      ),
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
    open: [...open.values()].sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1)),
  };
}
