import { UserError } from '../base/errors.ts';
import { CLEAN, describeUserError } from './exit.ts';
import type { Io } from './io/io.ts';
import { watch } from './io/watch.ts';

/** What a report is written to while it is watched: the page that is served. */
const nowhere: Io['stdout'] = { write: () => {}, isTerminal: false, columns: undefined };

/**
 * Serves the page, and makes it anew whenever a file that it was made from changes, until somebody ends it. What is wrong with
 * a file is said here and on the page, which stays as it was.
 * @param make - Reads with the files of the world it is given, and returns the page.
 * @returns the exit code of the last page.
 * @throws UserError where the command itself needs mending.
 */
export async function liveReport(
  make: (io: Io) => Promise<string>,
  { open }: { readonly open?: true | undefined },
  io: Io,
): Promise<number> {
  const page = await io.serve();
  try {
    let begun = false;
    return await watch(
      async (world) => {
        try {
          page.show(await make(world));
        } catch (error) {
          if (error instanceof UserError) page.tell(describeUserError(error));
          throw error;
        }
        if (!begun) {
          io.stdout.write(`${page.address}\n`);
          if (open === true && !(await io.open(page.address)))
            io.stderr.write('No browser could be started; open the address yourself.\n');
        }
        begun = true;
        return CLEAN;
      },
      { ...io, stdout: nowhere },
    );
  } finally {
    await page.close();
  }
}

/** @throws UserError where the page could not be served, or nothing changes. */
export function refuseLive(file: string, format: string | undefined): void {
  if (file === '-') throw new UserError('--watch cannot watch standard input.', 'Name a file.');
  if (format !== undefined && format !== 'html')
    throw new UserError(`--watch shows a page, not ${format}.`, 'Leave --format and --output out.');
}
