import type { Organisation, Origin } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';
import type { ReportedBasis } from '../../schema/documents/basis.ts';
import type { ContextKey } from '../../schema/input/context.ts';
import type { DesignId, DesignOptions } from '../../schema/input/designs.ts';
import type { PracticeId } from '../../schema/input/practices.ts';
import type { RuleContext } from '../context.ts';

/** A key of the file that a rule about fit reads an answer from. */
export type FactKey = `practices.${PracticeId}` | `context.${ContextKey}`;

/**
 * What can be changed of a company without changing who is there and what they sell. Premises read it from here and not
 * from the organisation, so that most changes can be tried without building anything again.
 */
export interface CompanyFacts {
  readonly context: Organisation['context'];
  readonly practices: Organisation['practices'];
  readonly options: DesignOptions;
  /** Years that an officer is to stay in a trial, whatever the file says. */
  readonly tenureYears?: number;
}

/**
 * What a statement is about: a form, or the company, whatever its form: whether it should reorganise now at all. The two
 * questions are kept apart, since what a company has to mend first is the same for every form.
 */
export type FitSubject = DesignId | 'company';

/** One design of one company, as the rules about fit see it. */
export interface FitCase extends RuleContext {
  /** Whose statements count: those of the design; of today’s structure those of the form that it has. */
  readonly subject: FitSubject;
  readonly facts: CompanyFacts;
  /** The organisation in its new form; null where the design is impossible. */
  readonly view: View | null;
}

/** An answer that is not there and would tell. */
export interface Question {
  readonly key: string;
  readonly text: string;
}

/** Something that holds, with how sure that is. */
export interface Premise {
  /** As part of a sentence: what was read and where it is given. */
  readonly text: string;
  /** 0 to 1. At 0 the statement does not hold, and the rest need not be known. */
  readonly certainty: number;
  readonly at: Origin;
  /** Whether it was read from the data of the file, and not answered by somebody. */
  readonly derived: boolean;
  /** Whether the answer was half a yes. */
  readonly partly?: true;
  /** What would still be worth asking. */
  readonly ask?: Question;
}

/** What is not known, and the answer that would tell; without one, only more data would. */
export interface NotKnown {
  readonly ask: Question | null;
}

/** What could be read of something: that it holds, or that it is not known. */
export type Reading = Premise | NotKnown;

/** A statement of a rule: what it takes, and what follows for some designs. Of several, the first that holds counts. */
interface FitStatement {
  /** What weighs, in a few words: "a strategy that is not clear". */
  readonly when: string;
  /** What it is about: designs, or `company` alone. */
  readonly designs: readonly FitSubject[];
  /** How surely it follows that such a design suits, or that the company should reorganise (up to 1), or not (down to -1). Expert judgement. */
  readonly certainty: number;
  /** What would change this statement, where it is not what would change the others of the rule. */
  readonly change?: string;
  /** All of them must hold: the least certain counts. */
  premises(fit: FitCase): readonly Reading[];
}

/** What a change is tried on. */
interface Company {
  readonly baseline: View;
  /** How the customers of the clusters are grouped. */
  readonly basis?: ReportedBasis;
}

/** Something that could be decided or done, to be tried. */
export interface Lever {
  /** Where it stands in the file. */
  readonly key: string;
  /** What to do, as a sentence. */
  readonly text: string;
  /** The facts once it is done; null where it is done already, or not known. */
  apply(facts: CompanyFacts, company: Company): CompanyFacts | null;
  /** Whether it takes time rather than a decision: of changes that end as many misfits it comes last. */
  readonly takesTime?: true;
  /** Designs whose options it changes: they are made again with the facts of then. */
  readonly remakes?: readonly DesignId[];
  /** Today’s organisation once it is done, where it changes the chart and no design that is made of it. */
  rebuild?(organisation: Organisation): Organisation;
}

/** Whatever speaks for a design, its verdict is no better than this. */
export interface Cap {
  readonly at: 'suits, if' | 'rather not';
  /** As part of a sentence: what has to hold, or what rules the design out. */
  readonly text: string;
  readonly ask?: Question | null;
}

/** What makes a rule one about fit. */
export interface Fit {
  /** `policy.certainties` sets the certainty of the first one; the others follow in proportion. */
  readonly statements: readonly FitStatement[];
  /** Whether the rule is about this case at all; if not, it counts nowhere, confidence included. Always, if left out. */
  applies?(fit: FitCase): boolean;
  /** What caps the verdict on a case whatever else speaks for it; undefined for nothing. */
  cap?(fit: FitCase): Cap | undefined;
  /** Answers that it reads. */
  readonly reads: readonly FactKey[];
  /** What would change the verdict, as a sentence. */
  readonly change: string;
  /** Beside the practices it reads, which are levers by themselves. */
  readonly levers?: readonly Lever[];
}

/** The facts once options of a design are changed. */
export const withOptions = <D extends Exclude<DesignId, 'as-is'>>(
  facts: CompanyFacts,
  design: D,
  change: Partial<NonNullable<DesignOptions[D]>>,
): CompanyFacts => ({
  ...facts,
  options: { ...facts.options, [design]: { ...facts.options[design], ...change } },
});

/** The designs that go by the options of clusters: a matrix takes them where it has none of its own. */
export const BY_CLUSTER_OPTIONS: readonly DesignId[] = ['cluster', 'matrix'];

/** Every design but that of today. */
export const REDESIGNS = ['functional', 'lifecycle', 'cluster', 'account-team', 'matrix'] as const;

/** The facts of a company as it is. */
export const factsOf = ({ context, practices, options }: Organisation): CompanyFacts => ({
  context,
  practices,
  options,
});
