import { UserError } from '../base/errors.ts';
import { printable } from '../base/text.ts';
import type { Baseline, Target } from '../documents/check/index.ts';
import type { DesignId } from '../schema/input/designs.ts';
import type { FileReader } from '../source/files.ts';
import { fromRevision, gitPlace, structureAt } from './io/git-structure.ts';
import type { Io } from './io/io.ts';
import { type KnownFiles, loadOnce, splitDesign } from './structure-file.ts';

/** Gives the baseline of each file: one file for all, of the disk or of a revision, or the revision of each. */
function baselines(
  asked: string | undefined,
  files: FileReader,
  known: KnownFiles,
  io: Io,
): (path: string) => Promise<Baseline | null> {
  if (asked === undefined) return async () => null;
  const git = gitPlace(asked);
  if (git === undefined || git.path !== undefined) {
    let one: Promise<Baseline> | undefined;
    return () => {
      one ??= structureAt(asked, files, known, io);
      return one;
    };
  }
  const { revision } = git;
  const loaded = new Map<string, Promise<Baseline | null>>();
  return (path) => {
    const place = path === '-' ? files.stdinPath : path;
    if (place === undefined)
      throw new UserError(
        'Standard input has no revision.',
        'Say with --stdin-filepath which file it stands for.',
      );
    const found = loaded.get(place) ?? fromRevision(revision, place, io);
    loaded.set(place, found);
    return found;
  };
}

/** The files as they stand with the designs that are asked for, or the design that `FILE#design` names alone. */
export async function targetsOf(
  args: readonly string[],
  designs: readonly DesignId[],
  baseline: string | undefined,
  files: FileReader,
  io: Io,
): Promise<Target[]> {
  const { targetOf } = await import('../documents/check/index.ts');
  const known: KnownFiles = new Map();
  const baselineOf = baselines(baseline, files, known, io);
  const targets = new Map<string, Target>();
  for (const argument of args) {
    const { path, design } = await splitDesign(argument, files);
    const wanted = design === undefined ? [undefined, ...designs.filter((id) => id !== 'as-is')] : [design];
    const loaded = await loadOnce(path, files, known);
    for (const id of wanted) {
      const name = JSON.stringify([printable(path), id ?? 'as-is']);
      if (!targets.has(name)) targets.set(name, await targetOf(loaded, id, await baselineOf(path)));
    }
  }
  return [...targets.values()];
}
