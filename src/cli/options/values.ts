import { UserError } from '../../base/errors.ts';
import { alternatives, didYouMean, quoted } from '../../base/text.ts';
import { SEVERITIES } from '../../schema/choices.ts';
import type { Severity } from '../../schema/documents/finding.ts';
import type { GivenValue } from '../../schema/input/answers.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import type { Loaded } from '../../schema/loaded.ts';

/** @throws UserError with every name that is none of those known. */
const refuseUnknown = (asked: readonly string[], what: string, known: readonly string[]): void => {
  const problems = asked
    .filter((name) => !known.includes(name))
    .map((name) => ({
      message: `There is no ${what} ${quoted(name)}.`,
      hint: didYouMean(name, known) ?? `A ${what} is ${alternatives(known)}.`,
    }));
  if (problems.length > 0) throw new UserError(problems);
};

/** The designs asked for, each once and in the order of the registry; as-is needs no asking. */
export const chosenDesigns = async (asked: readonly string[] | undefined): Promise<DesignId[]> => {
  if (asked === undefined) return [];
  const { DESIGN_IDS } = await import('../../schema/input/designs.ts');
  refuseUnknown(asked, 'design', DESIGN_IDS);
  return DESIGN_IDS.filter((id) => asked.includes(id));
};

/** The parts of a report that `--full` and `--section` ask for; none for its first screen. */
export const chosenSections = async ({
  full,
  section = [],
}: {
  readonly full: true | undefined;
  readonly section: readonly string[] | undefined;
}): Promise<readonly string[]> => {
  if (full !== true && section.length === 0) return [];
  const { SECTIONS } = await import('../../documents/report/sections.ts');
  refuseUnknown(section, 'section', SECTIONS);
  return full === true ? SECTIONS : section;
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

/** Answers to questions, as `key=answer`. @throws UserError with all that is wrong with them. */
export const answersGiven = async (
  entries: readonly string[],
  option = '',
): Promise<readonly GivenValue[]> => {
  const { readGiven } = await import('../../schema/input/answers.ts');
  const read = entries.map(readGiven);
  const problems = read.flatMap((one) =>
    'fault' in one ? [{ message: `${option}${one.fault}`, hint: one.hint }] : [],
  );
  if (problems.length > 0) throw new UserError(problems);
  return read.filter((one) => 'key' in one);
};

/** The organisation with the answers of `--assume` in the place of its own. */
export const withAssumed = async (
  loaded: Loaded,
  assumed: readonly string[] | undefined,
): Promise<Loaded> => {
  if (assumed === undefined) return loaded;
  const given = await answersGiven(assumed, '--assume: ');
  const { withGiven } = await import('../../schema/input/answers.ts');
  return { ...loaded, input: withGiven(loaded.input, given), assumed };
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
