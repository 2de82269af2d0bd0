import { reportFormats } from '../../documents/page/document.ts';
import { defineCommand } from '../command.ts';
import { comparison } from '../options/designs.ts';
import { documentOptions, formatByName, organisationFile, quiet, unoffered } from '../options/documents.ts';
import { pageOptions } from '../options/page.ts';

export const report = defineCommand({
  name: 'report',
  summary: 'write a report with pictures, as one page that needs nothing else, or as slides',
  description:
    'Write a report to be shown and printed: the answer, the options, charts of today and of what is proposed, findings and sources. One page, offline, without names unless they are asked for.',
  arguments: [organisationFile('<file>', ', or JSON that evaluate --seats wrote')],
  options: {
    ...comparison(),
    ...pageOptions,
    ...documentOptions(reportFormats, ''),
    quiet: unoffered(quiet('the same')),
    format: formatByName(
      reportFormats,
      'html, markdown, json, table, csv, ppttc or pptx; by the name of the output if left out, else html',
    ),
  },
  formats: reportFormats,
  examples: [
    'orgdesign report org.yaml -o report.html',
    'orgdesign report org.yaml -o report.md',
    'orgdesign report org.yaml -o figures.csv',
    'orgdesign report org.yaml -o deck.pptx',
    'orgdesign report org.yaml --template firm.pptx -o deck.pptx',
    'orgdesign report org.yaml --template firm.pptx -o deck.ppttc',
    'orgdesign report org.yaml --names --date 2026-11-30 -o report.html',
    'orgdesign report org.yaml --watch --open        while editing',
    'orgdesign report org.yaml --pay --anonymise --key ~/orgdesign.key -o report.html',
    'orgdesign evaluate org.yaml --seats --format json -o report.json',
    'orgdesign report report.json -o report.html',
  ],
  remarks: ['The page asks for nothing from anywhere, and reads without JavaScript.'],
  run: async (call) => (await import('../report-file.ts')).reportFile(call),
});
