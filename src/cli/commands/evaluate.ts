import { formats } from '../../documents/report/document.ts';
import { defineCommand } from '../command.ts';
import { evaluation } from '../options/designs.ts';
import { judgementOptions, organisationFile } from '../options/documents.ts';
import { failOn } from '../options/limits.ts';
import { privacy } from '../options/privacy.ts';
import { reading } from '../options/reading.ts';

export const evaluate = defineCommand({
  name: 'evaluate',
  summary: 'compare an organisation as it is with other designs of it',
  description:
    'Measure an organisation as it is and as every design would have it, and say which is recommended, what it buys and costs, and how sure that is.',
  arguments: [organisationFile('<file>', ', or an extract of people as CSV or XLSX')],
  options: {
    ...evaluation,
    ...privacy,
    ...judgementOptions(
      formats,
      'only the answer and the options; with --full only the comparison and errors',
    ),
    failOn,
    ...reading,
  },
  formats,
  examples: [
    'orgdesign evaluate org.yaml',
    'orgdesign evaluate org.yaml --design cluster,lifecycle --fail-on warning',
    'orgdesign evaluate people.csv --customers customers.csv',
    'orgdesign evaluate org.yaml --full',
    'orgdesign evaluate org.yaml --section findings,risks',
    'orgdesign evaluate org.yaml --years 5 --section work',
    'orgdesign evaluate org.yaml --assume context.collaboration=good',
    'orgdesign evaluate org.yaml --set cluster.basis=territory --set minimum=3',
    'orgdesign evaluate org.yaml --format json --output report.json',
    'cat org.yaml | orgdesign evaluate - --stdin-filepath company/org.yaml',
  ],
  remarks: ['A first file is examples/halden/org.yaml; docs/guide.md shows how one is written.'],
  run: async (call) => (await import('../evaluate-file.ts')).evaluateFile(call),
});
