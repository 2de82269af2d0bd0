import { formats } from '../../documents/report/document.ts';
import { defineCommand } from '../command.ts';
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
import { privacy } from '../options/privacy.ts';
import { reading } from '../options/reading.ts';

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
  async run(call) {
    const { evaluateFile } = await import('../evaluate-file.ts');
    return evaluateFile(call);
  },
});
