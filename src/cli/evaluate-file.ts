import { given } from '../base/given.ts';
import { evaluate } from '../evaluate.ts';
import type { Severity } from '../schema/documents/finding.ts';
import type { Report } from '../schema/documents/report.ts';
import type { DesignId } from '../schema/input/designs.ts';
import type { Call } from './command.ts';
import { CLEAN, FINDINGS } from './exit.ts';
import type { ReadingValues } from './import-options.ts';
import { progressOn } from './io/progress.ts';
import type { evaluation } from './options/designs.ts';
import type { ValuesOf } from './options/option.ts';
import { type Privacy, privacyOf } from './options/privacy.ts';
import { chosenDesigns, chosenSections, fails, withAssumed, withSets } from './options/values.ts';

/** What an organisation file is not called. */
const EXTRACT = /\.(?:csv|tsv|txt|xls[bmx]?|ods|numbers)$/i;

const GIVEN: readonly (keyof ReadingValues)[] = [
  'customers',
  'join',
  'map',
  'sheet',
  'delimiter',
  'encoding',
  'headerRow',
  'capabilities',
  'groupBy',
];

type ExtractValues = ReadingValues & { readonly stdinFilepath: string | undefined };

/** Whether a file is what another system exported: it is called so, or the options say how it is to be read. */
const isExtract = (path: string, { stdinFilepath, ...options }: ExtractValues): boolean =>
  EXTRACT.test(path === '-' ? (stdinFilepath ?? path) : path) ||
  options.from !== 'auto' ||
  GIVEN.some((key) => options[key] !== undefined);

/** Findings of today's organisation count, and those of the designs that were asked for by name. */
const hasFindings = ({ designs }: Report, asked: readonly DesignId[], severity: Severity): boolean =>
  // Looked for in no other designs: they are worked out when they are read.
  designs.some(
    (design) => (design.id === 'as-is' || asked.includes(design.id)) && fails(design.findings, severity),
  );

type EvaluateValues = ExtractValues &
  Privacy &
  ValuesOf<typeof evaluation> & {
    readonly quiet: true | undefined;
    readonly despiteData: true | undefined;
    readonly failOn: Severity;
  };

/** Compares the organisation of a file, or of an extract, with other designs of it. */
export async function evaluateFile({
  arguments: [file],
  options,
  io,
  read,
  settings,
  print,
}: Call<readonly [string], EvaluateValues, Report>): Promise<number> {
  const asked = await chosenDesigns(options.design);
  const sections = await chosenSections(options);
  const progress = progressOn(io.stderr);
  const { loaded: found, lost } = isExtract(file, options)
    ? await (await import('./extract.ts')).organisationOfExtract(file, options, io)
    : { loaded: await read.organisation(file), lost: false };
  const judged = options.despiteData === undefined ? found : { ...found, despiteData: options.despiteData };
  const loaded = await withAssumed(await withSets(judged, asked, options.set), options.assume);
  const designs = options.design === undefined ? undefined : asked;
  const report = evaluate(loaded, {
    ...settings,
    ...(await privacyOf(options, io)),
    ...given({ designs, profile: options.profile, years: options.years, seats: options.seats }),
    onDesign: progress.step,
  });
  progress.end();
  await print(report, { asked, sections, years: options.years !== undefined });
  return lost || hasFindings(report, asked, options.failOn) ? FINDINGS : CLEAN;
}
