import { given } from '../../base/given.ts';
import { formats } from '../../documents/report/document.ts';
import type { Severity } from '../../schema/documents/finding.ts';
import type { Report } from '../../schema/documents/report.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import { defineCommand } from '../command.ts';
import { CLEAN, FINDINGS } from '../exit.ts';
import { progressOn } from '../io/progress.ts';
import {
  assume,
  design,
  despiteData,
  documentOptions,
  failOn,
  profile,
  set,
  years,
} from '../options/index.ts';
import { argument, listed, option } from '../options/option.ts';
import { privacy, privacyOf } from '../options/privacy.ts';
import { reading } from '../options/reading.ts';
import { chosenDesigns, chosenSections, fails, withAssumed, withSets } from '../options/values.ts';

/** Findings of today's organisation count, and those of the designs that were asked for by name. */
const hasFindings = ({ designs }: Report, asked: readonly DesignId[], severity: Severity): boolean =>
  designs.some(({ id, findings }) => (id === 'as-is' || asked.includes(id)) && fails(findings, severity));

export const evaluate = defineCommand({
  name: 'evaluate',
  summary: 'compare an organisation as it is with other designs of it',
  description:
    'Measure an organisation as it is and as every design would have it, and say which is recommended, what it buys and costs, and how sure that is.',
  arguments: [
    argument(
      '<file>',
      'organisation file in YAML, or an extract of people as CSV or XLSX; - reads standard input',
    ),
  ],
  options: {
    design: design(
      'designs to compare with, separated by commas; all if left out (orgdesign explain lists them)',
    ),
    set,
    profile,
    years,
    assume,
    full: option<true | undefined>('--full', 'everything there is to say, by sections'),
    section: option<readonly string[] | undefined>(
      '--section <names>',
      'some of it: measures, ranking, work, findings, fit, structure, assumptions, risks; separated by commas',
    ).argParser(listed),
    seats: option<true | undefined>('--seats', 'every seat in the JSON, for orgdesign report and for charts'),
    ...privacy,
    ...documentOptions(
      formats,
      'only the answer and the options; with --full only the comparison and errors',
    ),
    despiteData,
    failOn,
    ...reading,
  },
  formats,
  examples: `Examples:
  orgdesign evaluate org.yaml
  orgdesign evaluate org.yaml --design cluster,lifecycle --fail-on warning
  orgdesign evaluate people.csv --customers customers.csv
  orgdesign evaluate org.yaml --full
  orgdesign evaluate org.yaml --section findings,risks
  orgdesign evaluate org.yaml --years 5 --section work
  orgdesign evaluate org.yaml --assume context.collaboration=good
  orgdesign evaluate org.yaml --set cluster.basis=territory --set minimum=3
  orgdesign evaluate org.yaml --format json --output report.json
  cat org.yaml | orgdesign evaluate - --stdin-filepath company/org.yaml

A first file is examples/halden/org.yaml; docs/guide.md shows how one is written.`,
  async run({ arguments: [file], options, io, read, settings, print }) {
    const asked = await chosenDesigns(options.design);
    const sections = await chosenSections(options);
    const { evaluate } = await import('../../index.ts');
    const progress = progressOn(io.stderr);
    const { isExtract, organisationOfExtract } = await import('../extract.ts');
    const { loaded: found, lost } = isExtract(file, options)
      ? await organisationOfExtract(file, options, io)
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
    await print(report, { asked, sections });
    return lost || hasFindings(report, asked, options.failOn) ? FINDINGS : CLEAN;
  },
});
