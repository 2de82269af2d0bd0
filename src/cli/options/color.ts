export interface ColorChoice {
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
