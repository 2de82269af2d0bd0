import { UserError } from '../../base/errors.ts';
import { alternatives, didYouMean, quoted } from '../../base/text.ts';
import type { DesignId } from '../../schema/input/designs.ts';

/** Collects `--design a,b --design c`. */
export const collectIds = (value: string, before: readonly string[] | undefined): string[] => [
  ...(before ?? []),
  ...value.split(',').map((id) => id.trim()),
];

/** The designs asked for, each once and in the order of the registry; as-is needs no asking. */
export const chosenDesigns = async (asked: readonly string[] | undefined): Promise<DesignId[]> => {
  if (asked === undefined) return [];
  const { DESIGN_IDS } = await import('../../schema/input/designs.ts');
  const problems = asked
    .filter((id) => !(DESIGN_IDS as readonly string[]).includes(id))
    .map((id) => ({
      message: `There is no design ${quoted(id)}.`,
      hint: didYouMean(id, DESIGN_IDS) ?? `A design is ${alternatives(DESIGN_IDS)}.`,
    }));
  if (problems.length > 0) throw new UserError(problems);
  return DESIGN_IDS.filter((id) => asked.includes(id));
};
