import { basename, dirname, join, resolve } from 'node:path';
import { UserError } from '../base/errors.ts';
import { grouped } from '../base/grouped.ts';
import { counted, printable, quoted } from '../base/text.ts';
import { applied, type OrganisationText } from '../import/plan/apply.ts';
import { changesIn } from '../import/plan/changes.ts';
import { type PlanChange, placeOf } from '../import/plan/plan-change.ts';
import { openPlan, type ReturnedWorkbook, readPlan } from '../import/plan/read-workbook.ts';
import { type PlanList, planTables } from '../import/plan/tables.ts';
import { readSmall } from '../import/table/open-table.ts';
import { DESIGN_IDS } from '../schema/input/designs.ts';
import type { Loaded } from '../schema/loaded.ts';
import { decode } from '../source/decode.ts';
import { MEBIBYTE, readBytes } from '../source/files.ts';
import { YamlText } from '../write/yaml-text.ts';
import { CLEAN, FINDINGS } from './exit.ts';
import type { Io } from './io/io.ts';
import type { FileToWrite } from './io/replace-file.ts';
import { exists, refuseInput } from './io/write-out.ts';
import { loadOnce, splitDesign } from './organisation-file.ts';
import { schemaModeline } from './package.ts';
import { hashOf, loadTexts, planOfDesign } from './plan-of.ts';
import { stemOf, takenNames } from './write-proposal.ts';

interface OntoValues {
  readonly onto: string;
  readonly output: string;
  readonly quiet: true | undefined;
}

const MOST_BYTES = 512 * MEBIBYTE;
const LISTS = ['people', 'customers'] as const;

/** An organisation that changes go onto, as its text. */
interface Target {
  readonly loaded: Loaded;
  readonly text: OrganisationText;
  /** What its YAML calls the CSV files. */
  readonly names: ReadonlyMap<PlanList, string>;
  /** The bytes that were read; left out where it is a design, which is written anew. */
  readonly bytes?: ReadonlyMap<PlanList | 'yaml', Uint8Array>;
}

const MARK = '\ufeff';
const decoded = (bytes: Uint8Array): string => {
  const found = decode(bytes, { byLetters: true, guessWide: true });
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return typeof found === 'string' ? '' : (marked ? MARK : '') + found.text;
};
const unmarked = (text: string): string => (text.startsWith(MARK) ? text.slice(1) : text);

const targetOfFile = async (path: string, loaded: Loaded, io: Io): Promise<Target> => {
  const bytes = new Map<PlanList | 'yaml', Uint8Array>([
    ['yaml', await readBytes(io.files, path, MOST_BYTES)],
  ]);
  const yaml = decoded(bytes.get('yaml')!);
  const values = new YamlText(unmarked(yaml)).values();
  const tables = new Map<PlanList, string>();
  const names = new Map<PlanList, string>();
  for (const list of LISTS) {
    const { file } = (values[list] ?? {}) as { file?: string };
    if (file === undefined) continue;
    names.set(list, file);
    bytes.set(list, await readBytes(io.files, loaded[list].source.name, MOST_BYTES));
    tables.set(list, decoded(bytes.get(list)!));
  }
  return { loaded, text: { yaml, tables }, names, bytes };
};

/** The organisation of `--onto`; where it names the file that the sheet shows a design of, that design of it. */
const targetOf = async (
  { onto, output }: OntoValues,
  { about }: Pick<ReturnedWorkbook, 'about'>,
  io: Io,
): Promise<{ target: Target; read: Loaded; notes: string[] }> => {
  const asked = await splitDesign(onto, io.files);
  const despiteData = about.get('despiteData') === 'yes' || undefined;
  const read = await loadOnce(asked.path, io.files, new Map(), despiteData);
  const notes: string[] = [];
  const exported = DESIGN_IDS.find((id) => id === about.get('design'));
  const same = about.get('sha256') === hashOf(read) || about.get('file') === basename(read.source.name);
  const design = asked.design ?? (same ? exported : undefined);
  if (design !== asked.design)
    notes.push(`The sheet shows the design ${quoted(design!)} of the file, so its changes go onto that.`);
  if (about.size === 0)
    notes.push(
      'The sheet does not say what it held when it was exported: it was compared with the file as it is.',
    );
  else if (about.get('sha256') !== hashOf(read) && exported === design)
    notes.push('The sheet was exported from another version of the file; what has changed in both was left.');
  if (design === undefined || design === 'as-is')
    return { target: await targetOfFile(asked.path, read, io), read, notes };
  const stem = stemOf(output);
  const taken = await takenNames(output, read, io);
  const { loaded, written } = await planOfDesign(read, design, {
    stem,
    modeline: schemaModeline(output),
    taken,
  });
  return { target: { loaded, text: written!, names: written!.names }, read, notes };
};

/** A name beside the output that nothing has. */
const freeName = async (
  output: string,
  list: PlanList,
  taken: readonly string[],
  io: Io,
): Promise<string> => {
  for (let n = 1; ; n++) {
    const name = `${stemOf(output)}.${list}${n === 1 ? '' : `-${n}`}.csv`;
    const path = join(dirname(output), name);
    if (!taken.includes(name) && ((await exists(output, io)) || !(await exists(path, io)))) return name;
  }
};

/** The files to be written, the YAML last: as they were to the byte where nothing is changed in them. */
const filesFor = async (
  output: string,
  target: Target,
  changed: OrganisationText,
  read: Loaded,
  io: Io,
): Promise<{ files: FileToWrite[]; texts: Map<string, string> }> => {
  const { text, names, bytes } = target;
  let { yaml } = changed;
  const taken = await takenNames(output, read, io);
  const sameFolder = bytes !== undefined && resolve(dirname(read.source.name)) === resolve(dirname(output));
  const files: FileToWrite[] = [];
  const texts = new Map([[output, yaml]]);
  for (const [list, table] of changed.tables) {
    const isSame = table === text.tables.get(list) && bytes !== undefined;
    let name = names.get(list)!;
    const free = bytes === undefined || (!sameFolder && !(await exists(join(dirname(output), name), io)));
    if (!free && !(isSame && sameFolder)) {
      name = await freeName(output, list, taken, io);
      const renamed = new YamlText(unmarked(yaml)).edited([
        { kind: 'set', path: [list, 'file'], value: name },
      ]);
      if (!('text' in renamed))
        throw new UserError(`The name of the file of ${list} cannot be changed.`, 'Write it by hand.');
      yaml = (yaml.startsWith(MARK) ? MARK : '') + renamed.text;
    }
    const path = join(dirname(output), name);
    texts.set(path, table);
    if (isSame && sameFolder) continue;
    files.push([path, isSame ? bytes!.get(list)! : table]);
  }
  texts.set(output, yaml);
  files.push([output, yaml === text.yaml && bytes !== undefined ? bytes.get('yaml')! : yaml]);
  return { files, texts: new Map([...texts].map(([path, one]) => [path, unmarked(one)])) };
};

const told = (text: string): string => (text === '' ? 'nothing' : quoted(text));

const changeText = (change: PlanChange): string => {
  const who = change.by === '' ? '' : `, by ${printable(change.by)}`;
  if (change.kind === 'add') return `${placeOf(change)}: is new${who}`;
  if (change.kind === 'remove') return `${placeOf(change)}: is gone${who}`;
  const what = change.personal ? 'is another' : `${told(change.from)} → ${told(change.to)}`;
  return `${placeOf(change, change.heading)}: ${what}${who}`;
};

/** Takes what was changed in a workbook into the file that it was exported from, with all that the workbook does not hold. */
export const importOnto = async (files: readonly string[], options: OntoValues, io: Io): Promise<number> => {
  const { output, quiet } = options;
  const [file = '', second] = files;
  if (second !== undefined) throw new UserError('--onto takes one workbook.', 'Import one after the other.');
  if (options.onto === '-')
    throw new UserError('--onto takes a file, and standard input is none.', 'Name the file.');
  const toFile = output !== '-';
  const opened = await openPlan(file, await readSmall(file, io.sources));
  const { target, read, notes } = await targetOf(options, opened, io);
  await refuseInput({ output }, read, io);
  const tables = planTables(target.loaded, { personal: true, every: true });
  const workbook = await readPlan(opened, tables);
  const { changes, unusable } = changesIn(workbook, target.loaded, tables);
  const bare = {
    yaml: unmarked(target.text.yaml),
    tables: new Map([...target.text.tables].map(([list, one]) => [list, unmarked(one)])),
  };
  const result = applied(bare, target.loaded, changes);
  const marked = (before: string, after: string): string => (before.startsWith(MARK) ? MARK : '') + after;
  const changed: OrganisationText = {
    yaml: marked(target.text.yaml, result.yaml),
    tables: new Map(
      [...result.tables].map(([list, one]) => [list, marked(target.text.tables.get(list)!, one)]),
    ),
  };
  if (!toFile && changed.tables.size > 0)
    throw new UserError(
      'The organisation has CSV files, which cannot go to standard output.',
      'Name a file: -o new.yaml',
    );
  const written = await filesFor(output, target, changed, read, io);
  // What comes of it is read before anything is written: the changes may not go together.
  if (changes.length > 0) await loadTexts(written.texts);
  if (toFile) {
    await io.makeFolder(dirname(output));
    await io.writeFiles(written.files);
  } else io.stdout.write(changed.yaml);
  const impossible = new Set(result.impossible.map(({ change }) => change));
  const made = changes.filter((change) => !impossible.has(change));
  const unused = [
    ...unusable,
    ...result.impossible.map(({ change, why }) => ({
      place: placeOf(change, change.kind === 'set' ? change.heading : ''),
      why,
    })),
  ];
  const said = toFile ? io.stdout : io.stderr;
  const lines = (list: readonly string[]): string => list.map((line) => `  ${printable(line)}\n`).join('');
  if (quiet !== true) {
    said.write(`${[...notes, ...workbook.remarks].map((note) => `${printable(note)}\n`).join('')}`);
    said.write(
      made.length === 0
        ? 'Nothing was changed.\n'
        : `${counted(made.length, 'change')}:\n${lines(made.map(changeText))}`,
    );
  }
  if (unused.length > 0)
    said.write(
      `Not used, ${grouped(unused.length)}:\n${lines(unused.map(({ place, why }) => `${place}: ${why}`))}`,
    );
  if (quiet !== true && toFile)
    said.write(
      `\nWrote ${printable(written.files.map(([path]) => path).join(', '))}. Next:\n  orgdesign diff ${printable(options.onto)} ${printable(output)}\n`,
    );
  return unused.length > 0 ? FINDINGS : CLEAN;
};
