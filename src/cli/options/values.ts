import { UserError } from '../../base/errors.ts';
import { alternatives, didYouMean, quoted } from '../../base/text.ts';
import type { Severity } from '../../schema/documents/finding.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import type { Loaded } from '../../schema/loaded.ts';
import { SEVERITIES } from './index.ts';

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

/** The organisation with the options of `--set`; `asked` is empty where no design was named, and so all are meant. */
export const withSets = async (
  loaded: Loaded,
  asked: readonly DesignId[],
  sets: readonly string[] | undefined,
): Promise<Loaded> => {
  if (sets === undefined) return loaded;
  const [{ withSetOptions }, { DESIGN_IDS }] = await Promise.all([
    import('../../designs/options/options.ts'),
    import('../../schema/input/designs.ts'),
  ]);
  return withSetOptions(loaded, asked.length === 0 ? DESIGN_IDS : asked, sets);
};

/** Whether there is a finding as severe as asked, or more so. */
export const fails = (findings: readonly { readonly severity: Severity }[], failOn: Severity): boolean => {
  const failing = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1) as Severity[];
  return findings.some(({ severity }) => failing.includes(severity));
};

interface ColorChoice {
  /** False where the user said `--no-color`. */
  readonly flag: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
}

/** `--no-color`, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal. */
export const wantsColor = ({ flag, env, isTerminal }: ColorChoice): boolean => {
  if (!flag) return false;
  // The convention counts these only where they are not empty.
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '')
    return !['0', 'false'].includes(env.FORCE_COLOR);
  return isTerminal && env.TERM !== 'dumb';
};
