import { resolve } from 'node:path';
import { UserError } from '../base/errors.ts';
import { alternatives, printable } from '../base/text.ts';
import type { Baseline, CheckPolicy } from '../documents/check/index.ts';
import type { Structure } from '../documents/structure.ts';
import type { BinaryFormat, DocumentFormat } from '../render/document.ts';
import type { RenderOptions } from '../render/format.ts';
import type { Loaded } from '../schema/loaded.ts';
import type { FileReader } from '../source/files.ts';
import { findPolicy } from './io/find-policy.ts';
import { structureAt } from './io/git-structure.ts';
import type { Io } from './io/io.ts';
import type { FileToWrite } from './io/replace-file.ts';
import { exists, refuseInput, renderOptions } from './io/write-out.ts';
import type { FormatAndFile } from './options/documents.ts';
import { type KnownFiles, loadOnce, loadStructure, pathOf } from './organisation-file.ts';

/** The formats of a document, by name; the first is used where none is asked for. */
export type Formats<Document> = ReadonlyMap<string, DocumentFormat<Document> | BinaryFormat<Document>>;

/** What of a command's options says where a document comes from and where it goes. */
export interface Directions {
  readonly format?: string | readonly FormatAndFile[] | undefined;
  readonly output?: string | undefined;
  readonly names?: true | undefined;
  readonly quiet?: true | undefined;
  readonly color?: boolean | undefined;
  readonly stdinFilepath?: string | undefined;
  readonly despiteData?: true | undefined;
}

/** A format, where a document is printed, and the file that something is written to; `-` is standard output. */
interface Destination {
  readonly format: string;
  readonly output: string;
}

/** Files that somebody would open as something else than text. */
const OTHERWISE = /\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|odp|png|jpe?g|svg|html?|json)$/i;

/** Where each format goes. */
export function destinationsOf(
  { format, output = '-' }: Directions,
  formats: ReadonlyMap<string, Pick<DocumentFormat<never>, 'extension'>> | undefined,
): readonly Destination[] {
  if (typeof format === 'string') return [{ format, output }];
  const named = [...(formats ?? [])].find(([, { extension }]) => output.endsWith(`.${extension}`));
  // Where nobody says which, the name of the file does.
  if (format === undefined && named !== undefined) return [{ format: named[0], output }];
  if (format === undefined && formats !== undefined && OTHERWISE.test(output))
    throw new UserError(
      `${printable(output)} is named as what this command does not write.`,
      `Name it ${alternatives([...formats.values()].map(({ extension }) => `.${extension}`))}, or say --format.`,
    );
  const asked = format ?? [{ format: [...(formats?.keys() ?? [])][0] ?? '', file: undefined }];
  const without = asked.filter(({ file }) => file === undefined);
  if (output !== '-' && without.length !== 1)
    throw new UserError(
      `--output ${output} takes one format, and ${without.length} are without a file.`,
      'Give each its file: --format json:check.json',
    );
  return asked.map((one) => ({ format: one.format, output: one.file ?? output }));
}

/** Organisations by what an argument of the command line names; each file is read once. */
export interface Reader {
  readonly files: FileReader;
  /** `FILE` */
  organisation(path: string): Promise<Loaded>;
  /** `FILE` or `FILE#design` */
  structure(argument: string): Promise<Structure>;
  /** `FILE`, `FILE#design` or `git:REVISION:FILE` */
  revision(argument: string): Promise<Baseline>;
  /** The same, named by its revision where it is of one. */
  side(argument: string): Promise<Structure>;
  /** The policy that is asked for, or the nearest one of the files that some arguments name; null where there is none. */
  policy(asked: string | undefined, args: readonly string[]): Promise<CheckPolicy | null>;
}

/** Reads, and refuses at once a destination that would replace what was read. A revision is replaced by no file. */
export function organisationReader(
  { stdinFilepath, despiteData }: Directions,
  destinations: readonly Destination[],
  io: Io,
): Reader {
  const files: FileReader =
    stdinFilepath === undefined ? io.files : { ...io.files, stdinPath: stdinFilepath };
  const known: KnownFiles = new Map();
  const refuse = async (loaded: Loaded): Promise<void> => {
    for (const destination of destinations) await refuseInput(destination, loaded, io);
  };
  const revision = async (argument: string): Promise<Baseline> => {
    const found = await structureAt(argument, files, known, io, despiteData);
    if (found.revision === null) await refuse(found.structure.loaded);
    return found;
  };
  return {
    files,
    organisation: async (path) => {
      const loaded = await loadOnce(path, files, known, despiteData);
      await refuse(loaded);
      return loaded;
    },
    structure: async (argument) => {
      const structure = await loadStructure(argument, files, known, despiteData);
      await refuse(structure.loaded);
      return structure;
    },
    revision,
    side: async (argument) => {
      const { structure, revision: of } = await revision(argument);
      if (of === null) return structure;
      const { loaded } = structure;
      return { ...structure, loaded: { ...loaded, source: { ...loaded.source, name: of.name } } };
    },
    policy: async (asked, args) => {
      const path = asked ?? (await findPolicy(args.map(pathOf), files));
      if (path === undefined) return null;
      const { loadPolicy } = await import('../documents/check/index.ts');
      const policy = await loadPolicy(path, files);
      for (const { output } of destinations)
        if (output !== '-' && resolve(output) === resolve(path))
          throw new UserError(`${output} is the policy, and would be replaced.`, 'Name another file.');
      return policy;
    },
  };
}

interface Printing<Document> {
  readonly document: Document;
  readonly formats: Formats<Document>;
  readonly destinations: readonly Destination[];
  readonly options: Directions;
  /** What only the renderers of this document ask for. */
  readonly rendering?: Partial<RenderOptions>;
}

/**
 * Files that a format writes beside the one that was named.
 * @throws UserError where one of them is there and belongs to nothing that was written before: nobody has named it.
 */
async function filesBeside(
  output: string,
  extension: string,
  texts: Readonly<Record<string, string>>,
  io: Io,
): Promise<[path: string, text: string][]> {
  const ending = `.${extension}`;
  const stem = output.endsWith(ending) ? output.slice(0, -ending.length) : output;
  const files = Object.entries(texts).map(([name, text]): [string, string] => [
    `${stem}.${name}${ending}`,
    text,
  ]);
  if (await exists(output, io)) return files;
  for (const [path] of files)
    if (await exists(path, io))
      throw new UserError(
        `${printable(path)} would be written beside ${printable(output)}, and is there already.`,
        'Name another file, or remove it.',
      );
  return files;
}

/** Renders every format before any is written, to its file, all of it or nothing, or to standard output. */
export async function printDocument<Document>(
  { document, formats, destinations, options: { quiet, color = true }, rendering }: Printing<Document>,
  io: Io,
): Promise<void> {
  const files: FileToWrite[] = [];
  for (const { format, output } of destinations) {
    const printing = formats.get(format)!;
    const to = { output, color, ...(quiet === true ? { quiet } : {}) };
    const tell = (message: string) => io.stderr.write(`${printable(message)}\n`);
    const how = { ...renderOptions(to, io), tell, ...rendering };
    if ('loadBinary' in printing) {
      if (output === '-')
        throw new UserError(`--format ${format} is no text for a terminal.`, 'Name a file with --output.');
      files.push([output, await (await printing.loadBinary())(document, how)]);
      continue;
    }
    const { load, loadBeside, commands, extension } = printing;
    const text = (await load())(document, how);
    if (output !== '-') {
      const beside = (await loadBeside?.())?.(document) ?? {};
      files.push([output, text], ...(await filesBeside(output, extension, beside, io)));
    } else if (commands === true) io.stdout.write(text, 'commands');
    else io.stdout.write(text);
  }
  await io.writeFiles(files);
}
