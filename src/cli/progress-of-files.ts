import { join } from 'node:path';
import { UserError } from '../base/errors.ts';
import { given } from '../base/given.ts';
import { printable } from '../base/text.ts';
import { transitionOf } from '../designs/transition/transition.ts';
import { buildProgress, type PlannedStage } from '../documents/progress/progress.ts';
import type { Structure } from '../documents/structure.ts';
import type { ProgressDocument } from '../schema/documents/progress.ts';
import type { Call } from './command.ts';
import type { Reader } from './documents.ts';
import { CLEAN, FINDINGS } from './exit.ts';
import type { Io } from './io/io.ts';
import type { planLimits } from './options/limits.ts';
import type { ValuesOf } from './options/option.ts';

type ProgressValues = ValuesOf<typeof planLimits>;

/** As `simulate --stages` calls its files. */
const STAGE_FILE = /^\d{2,}-(.+)\.yaml$/u;

/** The stages of a folder, in the order of their names. @throws UserError where it holds none. */
const stagesIn = async (
  folder: string,
  before: Structure,
  io: Io,
  read: Reader,
): Promise<readonly PlannedStage[]> => {
  const names = ((await io.listFolder(folder)) ?? []).filter((name) => STAGE_FILE.test(name)).sort();
  if (names.length === 0)
    throw new UserError(
      `--stages ${printable(folder)}: the folder holds no stages.`,
      'orgdesign simulate FILE --design ID --stages FOLDER writes them.',
    );
  const found: PlannedStage[] = [];
  for (const name of names) {
    const { loaded, organisation } = await read.structure(join(folder, name));
    const id = STAGE_FILE.exec(name)![1]!;
    const { asOf = null } = loaded.input;
    // The day of where it began says nothing.
    const due = asOf === before.loaded.input.asOf ? null : asOf;
    found.push({ id, name: id, due, organisation });
  }
  return found;
};

/** The stages of a plan that is a design of the file where it began. */
const stagesOfDesign = ({ design }: Structure): readonly PlannedStage[] =>
  design === undefined || design.id === 'as-is'
    ? []
    : transitionOf(design.baseline, design.id, design.result).stages.map(({ id, name, organisation }) => ({
        id,
        name,
        due: null,
        organisation,
      }));

/** Prints how far a plan is carried out; 1 where a stage is late, or a limit is not kept. */
export const progressOfFiles = async ({
  arguments: [before, plan, now],
  options,
  io,
  read,
  settings,
  print,
}: Call<readonly [string, string, string], ProgressValues, ProgressDocument>): Promise<number> => {
  const { structure: began } = await read.revision(before);
  const { structure: planned } = await read.revision(plan);
  const { structure: stands } = await read.revision(now);
  const stages =
    options.stages === undefined ? stagesOfDesign(planned) : await stagesIn(options.stages, began, io, read);
  const today = options.today ?? io.today();
  const document = buildProgress(began, planned, stands, {
    ...settings,
    today: stages.some(({ due }) => due !== null) ? today : null,
    stages,
    ...given({ minDone: options.minDone, maxDeviations: options.maxDeviations }),
  });
  await print(document);
  return document.failed.length > 0 ? FINDINGS : CLEAN;
};
