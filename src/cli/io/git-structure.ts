import { UserError } from '../../base/errors.ts';
import { printable, quoted } from '../../base/text.ts';
import type { Baseline } from '../../documents/check/index.ts';
import type { FileReader } from '../../source/files.ts';
import { type KnownFiles, loadStructure } from '../organisation-file.ts';
import { type Revision, revisionFor, revisionHere } from './git-files.ts';
import type { Io } from './io.ts';

const GIT = 'git:';

/** What stands behind `git:`. No revision holds a colon, but for searches, which name a commit by chance. */
interface Place {
  readonly revision: string;
  /** From the top of the repository, or from here where it begins with a dot, as git itself has it. */
  readonly path: string | undefined;
}

/** `git:REVISION` or `git:REVISION:PATH`; undefined for a file of the disk. */
export function gitPlace(argument: string): Place | undefined {
  if (!argument.startsWith(GIT)) return undefined;
  const [revision, ...rest] = argument.slice(GIT.length).split(':');
  return { revision: revision!, path: rest.length === 0 ? undefined : rest.join(':') };
}

/** What is wrong with a file in a revision is told as such: the one in the working tree may be sound. */
function inRevision(error: unknown, name: string): unknown {
  if (!(error instanceof UserError)) return error;
  return new UserError(
    error.problems.map((problem) => ({ ...problem, message: `In revision ${name}: ${problem.message}` })),
  );
}

async function load(
  argument: string,
  asked: string,
  revision: Revision,
  io: Io,
  despiteData: true | undefined,
): Promise<Baseline> {
  const { files, commit, name, filtered } = revision;
  try {
    const structure = await loadStructure(argument, files, undefined, despiteData);
    for (const [path, filter] of await filtered())
      io.stderr.write(
        `note  ${printable(path)} goes through the filter ${printable(filter)} of git, which is not run here: in ${printable(name)} it is read as it is stored.\n`,
      );
    return { structure, revision: { name: asked, commit } };
  } catch (error) {
    throw inRevision(error, name);
  }
}

/** A file of the working tree as it was in a revision; null where it was not there. */
export async function fromRevision(
  name: string,
  path: string,
  io: Io,
  despiteData?: true,
): Promise<Baseline | null> {
  const revision = await revisionFor(name, path, io);
  return revision === undefined ? null : load(path, `${GIT}${name}`, revision, io, despiteData);
}

/**
 * The structure of `FILE`, `FILE#design`, or `git:REVISION:FILE` of the repository that the current folder is in.
 * @throws UserError where it cannot be read.
 */
export async function structureAt(
  argument: string,
  files: FileReader,
  known: KnownFiles,
  io: Io,
  despiteData?: true,
): Promise<Baseline> {
  const place = gitPlace(argument);
  if (place === undefined)
    return { structure: await loadStructure(argument, files, known, despiteData), revision: null };
  const { revision: name, path = '' } = place;
  if (path === '')
    throw new UserError(
      `${printable(argument)} names no file.`,
      `Give one after the revision, as ${GIT}main:org.yaml.`,
    );
  const bare = path.replace(/#[^#/\\]*$/, '');
  const revision = (await revisionHere(name, path, io)) ?? (await revisionHere(name, bare, io));
  if (revision === undefined)
    throw new UserError(
      `There is no file ${quoted(bare)} in revision ${quoted(name)}.`,
      'Its path counts from the top of the repository; from the current folder where it begins with ./',
    );
  return load(path, `${GIT}${name}:${bare}`, revision, io, despiteData);
}
