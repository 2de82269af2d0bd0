import { type FitCase, type Lever, REDESIGNS, withOptions } from '../rules/fit/statement.ts';
import type { DesignId } from '../schema/input/designs.ts';
import type { OfficerModel } from '../schema/input/officer.ts';
import { officerAdvice } from './officer.ts';

const INSTEAD: Readonly<Record<OfficerModel, string>> = {
  'full-department': 'Give the Chief Customer Officer the heads of all customer-facing units.',
  minister: 'Make the Chief Customer Officer a minister without portfolio.',
  middle: 'Give the Chief Customer Officer customer insight and the centres of expertise, and no more.',
};

/** The designs that are made with the officer of this one’s options. */
const madeWith = (design: DesignId): readonly DesignId[] =>
  design === 'cluster' ? ['cluster', 'matrix'] : [design];

/**
 * What can be changed about the officers that designs get: the model that suits in place of another one, and none where none
 * suits. That a company appoints one ends no misfit, so it is advised elsewhere.
 */
export function officerLevers(cases: readonly FitCase[]): readonly Lever[] {
  return REDESIGNS.flatMap((design): readonly Lever[] => {
    const fit = cases.find((one) => one.design === design && one.view !== null);
    const option = fit?.facts.options[design]?.customerOfficer;
    if (fit === undefined || option === undefined) return [];
    const { best } = officerAdvice(fit);
    if (best === option.model) return [];
    const lever = { remakes: madeWith(design) };
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
