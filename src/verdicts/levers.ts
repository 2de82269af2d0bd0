import { given } from '../base/given.ts';
import { memo } from '../base/memo.ts';
import { type View, viewOf } from '../model/view.ts';
import type { FitRule } from '../rules/fit/fit-rule.ts';
import {
  type CompanyFacts,
  type FitCase,
  type Lever,
  REDESIGNS,
  withOptions,
} from '../rules/fit/statement.ts';
import type { DesignId, DesignOptions } from '../schema/input/designs.ts';
import type { OfficerModel } from '../schema/input/officer.ts';
import { PRACTICES, type PracticeId } from '../schema/input/practices.ts';
import { candidateById, caseOf } from './candidate.ts';
import { withForms } from './form.ts';
import { officerAdvice } from './officer.ts';

/** The facts of a company, and each of its designs with them. */
export interface Trial {
  readonly facts: CompanyFacts;
  readonly cases: readonly FitCase[];
}

/** A design made with other options, asked for again with each action. */
const madeWith = memo((today: View, design: DesignId, options: string) =>
  caseOf(candidateById({ today, measures: [] }, design, JSON.parse(options) as DesignOptions)),
);

/** No other fact goes into a design. */
const remade = ({ baseline, design }: FitCase, facts: CompanyFacts): FitCase => ({
  ...madeWith(baseline, design, JSON.stringify(facts.options)),
  facts,
});

const rebuilt = memo((baseline: View, rebuild: NonNullable<Lever['rebuild']>) =>
  viewOf(rebuild(baseline.organisation)),
);

/**
 * A change really made: the facts go to every rule, options go into the designs that they belong to, which are made
 * again, and a change of the chart into today’s organisation. null where there is nothing to change. Cost: that of the designs
 * that are made again, which are none for most changes.
 */
export function tryLever({ apply, remakes = [], rebuild }: Lever, { facts, cases }: Trial): Trial | null {
  const { baseline } = cases[0]!;
  const basis = cases.find(({ design }) => design === 'cluster')?.basis;
  const changed = apply(facts, given({ baseline, basis }));
  if (changed === null) return null;
  const today = rebuild === undefined ? baseline : rebuilt(baseline, rebuild);
  const tried = cases.map((fit) => {
    // A matrix that is there already stays one, whatever is done about it today.
    const isToday = fit.view === baseline && fit.design !== 'matrix';
    const next = { ...fit, facts: changed, baseline: today, view: isToday ? today : fit.view };
    return remakes.includes(fit.design) ? remade(next, changed) : next;
  });
  // Another chart may have another form.
  return { facts: changed, cases: rebuild === undefined ? tried : withForms(today, tried) };
}

const INSTEAD: Readonly<Record<OfficerModel, string>> = {
  'full-department': 'Give the Chief Customer Officer the heads of all customer-facing units.',
  minister: 'Make the Chief Customer Officer a minister without portfolio.',
  middle: 'Give the Chief Customer Officer customer insight and the centres of expertise, and no more.',
};

/** The designs that are made with the officer of this one’s options. */
const alsoRemade = (design: DesignId): readonly DesignId[] =>
  design === 'cluster' ? ['cluster', 'matrix'] : [design];

/**
 * What can be changed about the officers that designs get: the model that suits in place of another one, and none where none
 * suits. That a company appoints one ends no misfit, so it is advised elsewhere.
 */
function officerLevers(cases: readonly FitCase[]): readonly Lever[] {
  return REDESIGNS.flatMap((design): readonly Lever[] => {
    const fit = cases.find((one) => one.design === design && one.view !== null);
    const option = fit?.facts.options[design]?.customerOfficer;
    if (fit === undefined || option === undefined) return [];
    const { best } = officerAdvice(fit);
    if (best === option.model) return [];
    const lever = { remakes: alsoRemade(design) };
    const key = `designs.${design}.customerOfficer`;
    return best === null
      ? [
          {
            ...lever,
            key,
            text: 'Appoint no Chief Customer Officer yet.',
            apply: (facts) => withOptions(facts, design, { customerOfficer: undefined }),
          },
        ]
      : [
          {
            ...lever,
            key: `${key}.model`,
            text: INSTEAD[best],
            apply: (facts) => withOptions(facts, design, { customerOfficer: { ...option, model: best } }),
          },
        ];
  });
}

/** What customers feel is what the rest leads to, and nothing that could be decided. */
const RESULTS: ReadonlySet<PracticeId> = new Set(['one-organisation-felt']);

/** Answers that are given and could be better. */
const practiceLevers = (rules: readonly FitRule[]): Lever[] => {
  const read = new Set(rules.flatMap(({ fit }) => fit.reads));
  return PRACTICES.filter(({ id }) => read.has(`practices.${id}`) && !RESULTS.has(id)).map(
    ({ id, step }) => ({
      key: `practices.${id}`,
      text: step,
      apply(facts) {
        const given = facts.practices.get(id);
        if (given === undefined || given.answer === 'yes' || given.answer === 'unknown') return null;
        return { ...facts, practices: new Map(facts.practices).set(id, { ...given, answer: 'yes' }) };
      },
    }),
  );
};

/** Everything that can be changed, each once. */
export function leversOf(rules: readonly FitRule[], cases: readonly FitCase[]): Lever[] {
  const found = new Map<string, Lever>();
  const ofRules = rules.flatMap(({ fit }) => fit.levers ?? []);
  for (const lever of [...practiceLevers(rules), ...ofRules, ...officerLevers(cases)])
    if (!found.has(lever.key)) found.set(lever.key, lever);
  return [...found.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}
