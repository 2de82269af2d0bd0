import { UserError } from '../base/errors.ts';
import { alternatives, quoted } from '../base/text.ts';
import { sweepFormats } from '../documents/sweep/document.ts';
import { buildSweep } from '../documents/sweep/sweep.ts';
import { simulateDesign } from '../proposal/simulate.ts';
import { summaryOf } from '../proposal/summary.ts';
import { DESIGN_IDS, type DesignId } from '../schema/input/designs.ts';
import type { Loaded } from '../schema/loaded.ts';
import type { Call } from './command.ts';
import { destinationsOf, printDocument } from './documents.ts';
import { CLEAN, FINDINGS } from './exit.ts';
import { progressOn } from './io/progress.ts';
import type { simulation } from './options/designs.ts';
import type { ValuesOf } from './options/option.ts';
import { chosenDesigns, withSets } from './options/values.ts';
import { schemaModeline } from './package.ts';
import { writeStages } from './stages.ts';
import { nextSteps, stemOf, takenNames, writeProposal } from './write-proposal.ts';

type SimulateValues = ValuesOf<typeof simulation> & {
  readonly color: boolean;
  readonly output: string;
  readonly quiet: true | undefined;
};

type SimulateCall = Call<readonly [string], SimulateValues, never>;

/** The one design to be written: today's organisation has its file already. */
const oneDesign = async (asked: readonly string[] | undefined): Promise<DesignId> => {
  const designs = await chosenDesigns(asked);
  const [design, second] = designs;
  const hint = `Give one of ${alternatives(DESIGN_IDS.filter((id) => id !== 'as-is'))}.`;
  if (design === undefined) throw new UserError('--design is missing.', hint);
  if (second !== undefined)
    throw new UserError(`--design: a file holds one design, and ${designs.length} are given.`, hint);
  if (design === 'as-is')
    throw new UserError('--design as-is: the organisation as it is has its file already.', hint);
  return design;
};

/** Tries the values of one or two options of a design, and prints what comes of each. */
const printSweep = async (
  loaded: Loaded,
  design: DesignId,
  sweeps: readonly string[],
  { options, io, settings: { version } }: SimulateCall,
): Promise<number> => {
  const formats = [...sweepFormats.keys()];
  const { format } = options;
  if (format !== undefined && !sweepFormats.has(format))
    throw new UserError(
      `--format: there is no format ${quoted(format)}.`,
      `A sweep is printed as ${alternatives(formats)}.`,
    );
  const progress = progressOn(io.stderr);
  const document = buildSweep(loaded, { design, sweeps, version, onRow: progress.step });
  progress.end();
  await printDocument(
    { document, formats: sweepFormats, destinations: destinationsOf(options, sweepFormats), options },
    io,
  );
  return document.rows.every(({ status }) => status === 'impossible' || status === 'cannot-judge')
    ? FINDINGS
    : CLEAN;
};

/** Writes the organisation of a file as a design would have it; or a sweep of the design, or the way to it in stages. */
export const simulateFile = async (call: SimulateCall): Promise<number> => {
  const { options, io, read } = call;
  const [file] = call.arguments;
  const { output, sweep, stages, quiet } = options;
  const design = await oneDesign(options.design);
  const loaded = await withSets(await read.organisation(file), [design], options.set);
  if (sweep !== undefined) return printSweep(loaded, design, sweep, call);
  if (stages !== undefined) return writeStages(loaded, design, stages, options, io);
  if (options.format !== undefined)
    throw new UserError('--format is for --sweep: a proposal is written as YAML.', 'Leave it out.');
  const toFile = output !== '-';
  const simulated = simulateDesign(loaded, design, {
    modeline: schemaModeline(output),
    stem: stemOf(output),
    inline: !toFile,
    taken: await takenNames(output, loaded, io),
  });
  const said = toFile ? io.stdout : io.stderr;
  const { proposal } = simulated;
  if (proposal === null) {
    said.write(summaryOf(simulated));
    return FINDINGS;
  }
  let paths: readonly string[] = [];
  if (toFile) paths = await writeProposal(proposal, output, loaded, '--output', io);
  else io.stdout.write(proposal.yaml);
  if (quiet !== true) {
    said.write(summaryOf(simulated));
    if (toFile) said.write(nextSteps(file, paths));
  }
  return CLEAN;
};
