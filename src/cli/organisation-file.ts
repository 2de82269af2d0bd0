import { UserError } from '../base/errors.ts';
import { alternatives, didYouMean, printable, quoted } from '../base/text.ts';
import type { Structure } from '../documents/structure.ts';
import type { DesignId } from '../schema/input/designs.ts';
import type { Loaded } from '../schema/loaded.ts';
import type { FileReader } from '../source/files.ts';
import { suitEngine } from './io/engine.ts';

/** Files that have been read, by path, so that a file and a design of it are read once, as standard input has to be. */
export type KnownFiles = Map<string, Promise<Loaded>>;

/** The file of `FILE#design`, whether it is there or not. */
export const pathOf = (argument: string): string => argument.replace(/#[^#/\\]*$/, '');

const exists = async (path: string, files: FileReader): Promise<boolean> => {
  try {
    if (path !== '-') await files.realPath(path);
    return true;
  } catch {
    return false;
  }
};

/**
 * `FILE#design`: what follows the last `#` where it is the id of a design and FILE is there. Else the whole is the name of
 * a file, which may hold a `#`.
 */
export async function splitDesign(
  argument: string,
  files: FileReader,
): Promise<{ path: string; design?: DesignId }> {
  const at = argument.lastIndexOf('#');
  if (at <= 0) return { path: argument };
  const { DESIGN_IDS } = await import('../schema/input/designs.ts');
  const [path, suffix] = [argument.slice(0, at), argument.slice(at + 1)];
  const design = DESIGN_IDS.find((id) => id === suffix);
  if (design !== undefined && ((await exists(path, files)) || !(await exists(argument, files))))
    return { path, design };
  if (design === undefined && !(await exists(argument, files)) && (await exists(path, files)))
    throw new UserError(
      `${printable(argument)}: there is no design ${quoted(suffix)}, and no file of that name.`,
      didYouMean(suffix, DESIGN_IDS) ?? `A design is ${alternatives(DESIGN_IDS)}.`,
    );
  return { path: argument };
}

/**
 * The organisation of a file, with every rule known that its policy may name.
 * @param known - Pass the same one for several files, so that none is read twice.
 * @param despiteData - True where figures are wanted that the data cannot bear.
 */
export async function loadOnce(
  path: string,
  files: FileReader,
  known: KnownFiles,
  despiteData?: true,
): Promise<Loaded> {
  const [{ loadOrganisation }, { rules }, { measures }] = await Promise.all([
    import('../schema/read/load.ts'),
    import('../rules/index.ts'),
    import('../measures/index.ts'),
  ]);
  const load = async () => {
    const loaded = await loadOrganisation(path, files, {
      ruleIds: rules.map(({ id }) => id),
      measureIds: measures.map(({ id }) => id),
    });
    suitEngine(loaded.people.id.length);
    return despiteData === undefined ? loaded : { ...loaded, despiteData };
  };
  const loading = known.get(path) ?? load();
  known.set(path, loading);
  return loading;
}

/**
 * What `FILE` or `FILE#design` stands for: an organisation as its file gives it, or as a design would have it with the
 * options under `designs:` of the file.
 * @param known - Pass the same one for several arguments, so that no file is read twice.
 * @throws UserError where the file cannot be read, or the design is not possible.
 */
export async function loadStructure(
  argument: string,
  files: FileReader,
  known: KnownFiles = new Map(),
  despiteData?: true,
): Promise<Structure> {
  const { path, design } = await splitDesign(argument, files);
  const { structureFrom } = await import('../documents/structure.ts');
  return structureFrom(await loadOnce(path, files, known, despiteData), design);
}
