import { reportFormats } from '../../documents/page/document.ts';
import { defineCommand } from '../command.ts';
import { design, documentOptions, formatByName, profile, set } from '../options/index.ts';
import { argument, option } from '../options/option.ts';
import { privacy } from '../options/privacy.ts';

export const report = defineCommand({
  name: 'report',
  summary: 'write a report with pictures, as one page that needs nothing else, or as slides',
  description:
    'Write a report to be shown and printed: the answer, the options, charts of today and of what is proposed, findings and sources. One page, offline, without names unless they are asked for.',
  arguments: [
    argument(
      '<file>',
      'organisation file in YAML, or JSON that evaluate --seats wrote; - reads standard input',
    ),
  ],
  options: {
    design: design('designs to compare with, separated by commas; all if left out'),
    set,
    profile,
    date: option<string | undefined>(
      '--date <date>',
      'the day that stands on it, as 2026-11-30; none if left out',
    ),
    template: option<string | undefined>(
      '--template <file>',
      'presentation whose masters, layouts and theme a .pptx takes, behind whose slides it stands; or that a .ppttc fills, by its path or address',
    ),
    listNames: option<true | undefined>(
      '--list-names',
      'print the names of the elements that a .ppttc fills, for a template to have, and write nothing',
    ),
    ...privacy,
    watch: option<true | undefined>(
      '-w, --watch',
      'serve the page on this machine, and make it anew whenever a file that is read is saved, until Ctrl-C',
    ),
    open: option<true | undefined>('--open', 'open it in the browser'),
    ...documentOptions(reportFormats, 'the same'),
    format: formatByName(
      reportFormats,
      'html, markdown, json, table, csv, ppttc or pptx; by the name of the output if left out, else html',
    ),
  },
  formats: reportFormats,
  examples: `Examples:
  orgdesign report org.yaml -o report.html
  orgdesign report org.yaml -o report.md
  orgdesign report org.yaml -o figures.csv
  orgdesign report org.yaml -o deck.pptx
  orgdesign report org.yaml --template firm.pptx -o deck.pptx
  orgdesign report org.yaml --template firm.pptx -o deck.ppttc
  orgdesign report org.yaml --names --date 2026-11-30 -o report.html
  orgdesign report org.yaml --watch --open        while editing
  orgdesign report org.yaml --pay --anonymise --key ~/orgdesign.key -o report.html
  orgdesign evaluate org.yaml --seats --format json -o report.json
  orgdesign report report.json -o report.html

The page asks for nothing from anywhere, and reads without JavaScript.`,
  async run(call) {
    const { reportFile } = await import('../report-file.ts');
    return reportFile(call);
  },
});
