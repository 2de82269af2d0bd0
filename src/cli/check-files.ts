import { dirname, join } from 'node:path';
import { UserError } from '../base/errors.ts';
import { counted, printable } from '../base/text.ts';
import type { Baseline, CheckPolicy, Target } from '../documents/check/index.ts';
import type { Check } from '../schema/documents/check.ts';
import type { DesignId } from '../schema/input/designs.ts';
import type { FileReader } from '../source/files.ts';
import type { Call } from './command.ts';
import type { Reader } from './documents.ts';
import { CLEAN, FINDINGS } from './exit.ts';
import { POLICY_FILE } from './io/find-policy.ts';
import { fromRevision, gitPlace } from './io/git-structure.ts';
import type { Io } from './io/io.ts';
import { refuseWatch, watch } from './io/watch.ts';
import type { FormatAndFile } from './options/documents.ts';
import type { judging } from './options/limits.ts';
import type { ValuesOf } from './options/option.ts';
import { chosenDesigns } from './options/values.ts';
import { pathOf, splitDesign } from './organisation-file.ts';
import { schemaModeline } from './package.ts';

type CheckValues = ValuesOf<typeof judging> & {
  readonly quiet: true | undefined;
  readonly despiteData: true | undefined;
  readonly format: readonly FormatAndFile[] | undefined;
};

/** Gives the baseline of each file: one file for all, of the disk or of a revision, or the revision of each. */
function baselines(
  asked: string | undefined,
  read: Reader,
  io: Io,
  despiteData: true | undefined,
): (path: string) => Promise<Baseline | null> {
  if (asked === undefined) return async () => null;
  const git = gitPlace(asked);
  if (git === undefined || git.path !== undefined) {
    let one: Promise<Baseline> | undefined;
    return () => {
      one ??= read.revision(asked);
      return one;
    };
  }
  const { revision } = git;
  const loaded = new Map<string, Promise<Baseline | null>>();
  return (path) => {
    const place = path === '-' ? read.files.stdinPath : path;
    if (place === undefined)
      throw new UserError(
        'Standard input has no revision.',
        'Say with --stdin-filepath which file it stands for.',
      );
    const found = loaded.get(place) ?? fromRevision(revision, place, io, despiteData);
    loaded.set(place, found);
    return found;
  };
}

/** Nobody can be told to move, or to be gone, without something to compare with. */
const refuseShares = ({ maxMoved, maxGone, baseline }: CheckValues, targets: readonly Target[]): void => {
  const option = maxMoved !== undefined ? '--max-moved' : maxGone !== undefined ? '--max-gone' : undefined;
  if (option !== undefined && baseline === undefined && targets.every(({ design }) => design === null))
    throw new UserError(
      `${option} compares with a baseline, and there is none.`,
      'Give one with --baseline, as a file or as git:origin/main.',
    );
};

/** The files as they stand with the designs that are asked for, or the design that `FILE#design` names alone. */
async function targetsOf(
  args: readonly string[],
  designs: readonly DesignId[],
  { baseline, despiteData }: CheckValues,
  read: Reader,
  io: Io,
): Promise<readonly Target[]> {
  const { targetOf } = await import('../documents/check/index.ts');
  const baselineOf = baselines(baseline, read, io, despiteData);
  const targets = new Map<string, Target>();
  for (const argument of args) {
    const { path, design } = await splitDesign(argument, read.files);
    const wanted = design === undefined ? [undefined, ...designs.filter((id) => id !== 'as-is')] : [design];
    const loaded = await read.organisation(path);
    for (const id of wanted) {
      const name = JSON.stringify([printable(path), id ?? 'as-is']);
      if (!targets.has(name)) targets.set(name, await targetOf(loaded, id, await baselineOf(path)));
    }
  }
  return [...targets.values()];
}

/** The job summary of a GitHub workflow, which may hold more than annotations do; nothing outside of one. */
async function appendSummary(check: Check, quiet: boolean, io: Io): Promise<void> {
  const file = io.env.GITHUB_STEP_SUMMARY;
  if (file === undefined || file === '') return;
  const { checkFormats, LONGEST_SUMMARY } = await import('../documents/check/document.ts');
  const render = await checkFormats.get('markdown')!.load();
  await io.appendFile(file, render(check, { columns: 80, color: false, quiet, mostBytes: LONGEST_SUMMARY }));
}

interface Adoption {
  /** Checks by a policy. */
  run(policy: CheckPolicy | null): Check;
  readonly policy: CheckPolicy | null;
  readonly owner: string;
  /** The first file that is checked, which a policy is written beside where there is none. */
  readonly first: string;
  readonly files: FileReader;
  readonly io: Io;
}

/** Writes waivers for what fails, and checks again by the policy that has them. */
async function adoptWaivers({ run, policy, owner, first, files, io }: Adoption): Promise<Check> {
  const { loadPolicy, waiversFor, withWaivers } = await import('../documents/check/index.ts');
  if (owner.trim() === '')
    throw new UserError('--update-waivers needs an owner, who answers for the waivers.', 'Give a name.');
  const check = run(policy);
  const waivers = waiversFor(check, policy?.waivers ?? [], owner.trim());
  if (waivers.length === 0) {
    io.stderr.write('Nothing to waive that has no waiver: the policy stays as it is.\n');
    return check;
  }
  const beside = pathOf(first);
  const folder = dirname(beside === '-' ? (files.stdinPath ?? '.') : beside);
  const path = policy?.source.name ?? join(folder, POLICY_FILE);
  const begun = `${schemaModeline(path, 'policy')}\nversion: 1\nextends: recommended\n`;
  const text = withWaivers(policy?.source.text ?? begun, waivers);
  const bytes = new TextEncoder().encode(text);
  // Read before it is written: what cannot be read back is not to replace what could.
  const written = await loadPolicy(path, {
    ...files,
    read: (name, most) => (name === path ? Promise.resolve(bytes) : files.read(name, most)),
  });
  const after = run(written);
  await io.writeFiles([[path, text]], { over: path });
  io.stderr.write(
    `${counted(waivers.length, 'waiver')} written to ${printable(path)}, until ${waivers[0]!.expires}: give each its reason.\n`,
  );
  return after;
}

type CheckCall = Call<readonly [readonly string[]], CheckValues, Check>;

/** Checks files once: by a policy and against a baseline, with waivers written where they are asked for. */
async function checkOnce({
  arguments: [args],
  options,
  io,
  read,
  settings,
  print,
}: CheckCall): Promise<number> {
  const { baseline, failOn, maxWarnings, maxMoved, maxGone, updateWaivers: owner } = options;
  const [designs, { buildCheck }, { suggestEach }] = await Promise.all([
    chosenDesigns(options.design),
    import('../documents/check/index.ts'),
    import('../documents/suggestions/for-check.ts'),
  ]);
  const policy = await read.policy(options.policy, args);
  const targets = await targetsOf(args, designs, options, read, io);
  refuseShares(options, targets);
  const run = (by: CheckPolicy | null): Check =>
    buildCheck(targets, {
      ...settings,
      ...{ failOn, maxWarnings, maxMoved, maxGone, baseline, policy: by },
      today: options.today ?? io.today(),
      suggest: suggestEach,
    });
  const check =
    owner === undefined
      ? run(policy)
      : await adoptWaivers({ run, policy, owner, first: args[0]!, files: read.files, io });
  await print(check);
  if (options.format?.some(({ format }) => format === 'github'))
    await appendSummary(check, options.quiet === true, io);
  return check.verdict.pass ? CLEAN : FINDINGS;
}

/** Checks files, and with `--watch` again whenever one of them changes. */
export async function checkFiles(call: CheckCall): Promise<number> {
  if (call.options.watch !== true) return checkOnce(call);
  refuseWatch(call.arguments[0].map(pathOf), call.options.updateWaivers);
  return watch((io) => checkOnce(call.in(io)), call.io);
}
