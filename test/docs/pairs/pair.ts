import { designs } from '../../../src/designs/index.ts';
import {
  assess,
  type CharterDocument,
  charter,
  evaluate,
  type Loaded,
  type Report,
} from '../../../src/index.ts';
import { buildOrganisation } from '../../../src/model/build.ts';
import { rules } from '../../../src/rules/index.ts';
import type { Assessment } from '../../../src/schema/documents/assessment.ts';
import type { DesignId } from '../../../src/schema/input/designs.ts';
import type { OfficerModel } from '../../../src/schema/input/officer.ts';
import { loadOrganisation } from '../../../src/schema/read/load.ts';
import { memoryFiles } from '../../source/memory-files.ts';

/** What is said of one small company, each part worked out when it is asked for. */
export class Outputs {
  readonly #loaded: Loaded;
  readonly #reports = new Map<DesignId, Report>();
  #assessment: Assessment | undefined;

  constructor(loaded: Loaded) {
    this.#loaded = loaded;
  }

  report(design: DesignId): Report {
    const found =
      this.#reports.get(design) ?? evaluate(this.#loaded, { version: '0.0.0', designs: [design] });
    this.#reports.set(design, found);
    return found;
  }

  design(id: DesignId) {
    return this.report(id).designs.find((design) => design.id === id)!;
  }

  assessment(): Assessment {
    this.#assessment ??= assess(this.#loaded, { version: '0.0.0' });
    return this.#assessment;
  }

  charter(unit: string): CharterDocument['units'][number] {
    // Without a design nothing has to be worked out, and the structure is there at once.
    const organisation = buildOrganisation(this.#loaded);
    return charter({ loaded: this.#loaded, organisation }, { unit, version: '0.0.0' }).units[0]!;
  }

  /** Who is where in a design: the unit and the capability of each person. */
  seats(design: DesignId): readonly { readonly unit: string; readonly capability: string }[] {
    const today = buildOrganisation(this.#loaded);
    const { organisation } = designs.find(({ id }) => id === design)!.apply(today);
    if (organisation === null) return [];
    const { people, capabilities, units, unitOf } = organisation;
    return [...people.capability].flatMap((at, seat) =>
      people.vacant[seat] === 1
        ? []
        : [{ unit: units[unitOf[seat]!]?.id ?? '', capability: capabilities[at]?.id ?? '' }],
    );
  }
}

export async function outputsOf(content: string | object): Promise<Outputs> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return new Outputs(
    await loadOrganisation('org.yaml', memoryFiles({ 'org.yaml': text }), {
      ruleIds: rules.map(({ id }) => id),
    }),
  );
}

/** A company of which a claim holds, one of which it does not, and where that is read. */
export interface Pair {
  readonly claim: string;
  readonly holds: string | object;
  readonly not: string | object;
  reads(of: Outputs): unknown;
  /** What is read of the first, and of the second. */
  readonly shows: readonly [holds: unknown, not: unknown];
}

type Says = 'for' | 'against' | 'nothing';

/** Whether a rule speaks for or against a design, in the report. */
export const says =
  (design: DesignId, rule: string) =>
  (of: Outputs): Says => {
    const { fit } = of.design(design);
    if (fit.for.some((item) => item.rule === rule)) return 'for';
    return fit.against.some((item) => item.rule === rule) ? 'against' : 'nothing';
  };

/** Whether a rule speaks against any reorganisation of the company, or for one; an officer of a design comes with that design. */
export const saysOfCompany =
  (rule: string, design: DesignId = 'as-is') =>
  (of: Outputs): Says => {
    const { reorganise } = of.report(design);
    if (reorganise.for.some((item) => item.rule === rule)) return 'for';
    return reorganise.against.some((item) => item.rule === rule) ? 'against' : 'nothing';
  };

/** Whether a rule has found something in a design. */
export const finds =
  (rule: string, design: DesignId = 'as-is') =>
  (of: Outputs): boolean =>
    of.design(design).findings.some((finding) => finding.rule === rule);

/** A figure, to four digits. */
export const figure =
  (measure: string, design: DesignId = 'as-is') =>
  (of: Outputs): number | null | undefined => {
    const value = of.design(design).measures[measure]?.value;
    return typeof value === 'number' ? Number(value.toPrecision(4)) : value;
  };

/** The state of something that clusters, or phases, need. */
export const ready =
  (item: string, design: DesignId = 'cluster') =>
  (of: Outputs): string | undefined =>
    of
      .report(design)
      .readiness.find((one) => one.design === design)
      ?.parts.flatMap(({ items }) => items)
      .find(({ id }) => id === item)?.state;

/** How an item of the questionnaire is answered, by somebody or by the data. */
export const answered =
  (item: string) =>
  (of: Outputs): string | undefined =>
    of.report('as-is').maturity.answers.find((one) => one.item === item)?.answer;

export const remarks =
  (id: string) =>
  (of: Outputs): boolean =>
    of.report('as-is').maturity.remarks.some((one) => one.id === id);

/** Whether a statement speaks for or against a model of a Chief Customer Officer, in the structure of today. */
export const officer =
  (model: OfficerModel, statement: string) =>
  (of: Outputs): Says => {
    const found = of.assessment().officer.structures[0]!.models.find((one) => one.model === model)!;
    if (found.for.some((item) => item.statement === statement)) return 'for';
    return found.against.some((item) => item.statement === statement) ? 'against' : 'nothing';
  };

/** Whether a risk of a design is told, and whether something covers it. */
export const risk =
  (design: DesignId, id: string) =>
  (of: Outputs): 'open' | 'covered' | 'none' => {
    const found = of.design(design).risks?.find((one) => one.id === id);
    return found === undefined ? 'none' : found.covered ? 'covered' : 'open';
  };

/** Whether a part of the business plan of a unit is there. */
export const planned =
  (unit: string, part: string) =>
  (of: Outputs): string | undefined =>
    of.charter(unit).parts.find(({ id }) => id === part)?.state;

/** The examples of a rule, read in the report: it speaks of the first, and not of the second. */
export function byRule(claim: string, id: string, speaks?: Says, otherwise: Says = 'nothing'): Pair {
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`There is no rule ${id}.`);
  const { bad, good, design = 'as-is' } = rule.examples;
  // What a rule says of the company holds for every design, and is said once.
  const ofCompany = rule.fit?.statements[0]?.designs.includes('company') === true;
  const reads =
    speaks === undefined ? finds(id, design) : ofCompany ? saysOfCompany(id, design) : says(design, id);
  return {
    claim,
    holds: bad,
    not: good,
    reads,
    shows: speaks === undefined ? [true, false] : [speaks, otherwise],
  };
}

/** Ids of the units in which a design has people of a capability, sorted. */
export const unitsWith =
  (capability: string, design: DesignId) =>
  (of: Outputs): readonly string[] => {
    const there = of.seats(design).filter((seat) => seat.capability === capability);
    return [...new Set(there.map(({ unit }) => unit))].sort();
  };
