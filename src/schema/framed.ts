import { type Problem, UserError } from '../base/errors.ts';
import type { Loaded } from './loaded.ts';

/** What is made of files that were read; where a user has to mend something in them, with the lines around it. */
export function framed<T>({ source, includes }: Pick<Loaded, 'source' | 'includes'>, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const files = [source, ...includes];
    throw new UserError(
      error.problems.map((problem): Problem => {
        const { at, frame } = problem;
        const file =
          at === undefined || frame !== undefined ? undefined : files.find(({ name }) => name === at.file);
        return file === undefined ? problem : { ...problem, frame: file.frame(at!) };
      }),
    );
  }
}
