import { given } from '../../base/given.ts';
import { pageFormats } from '../../documents/page/document.ts';
import { defineCommand } from '../command.ts';
import { CLEAN } from '../exit.ts';
import { progressOn } from '../io/progress.ts';
import { design, documentOptions, profile, set } from '../options/index.ts';
import { argument, option } from '../options/option.ts';
import { chosenDesigns, withSets } from '../options/values.ts';

export const report = defineCommand({
  name: 'report',
  summary: 'write a report with pictures, as one page that needs nothing else',
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
    ...documentOptions(pageFormats, 'the same'),
    format: option<string | undefined>(
      '-f, --format <format>',
      'html, markdown, json, table or csv; by the name of the output if left out, else html',
    ).choices([...pageFormats.keys()]),
  },
  formats: pageFormats,
  examples: `Examples:
  orgdesign report org.yaml -o report.html
  orgdesign report org.yaml -o report.md
  orgdesign report org.yaml -o figures.csv
  orgdesign report org.yaml --names --date 2026-11-30 -o report.html
  orgdesign evaluate org.yaml --seats --format json -o report.json
  orgdesign report report.json -o report.html

The page asks for nothing from anywhere, and reads without JavaScript.`,
  async run({ arguments: [file], options, io, read, settings, print }) {
    const { evaluate } = await import('../../index.ts');
    const { pageOf, readReport } = await import('../report-page.ts');
    const progress = progressOn(io.stderr);
    const asked = await chosenDesigns(options.design);
    const made = file.endsWith('.json')
      ? await readReport(file, read.files)
      : evaluate(await withSets(await read.organisation(file), asked, options.set), {
          ...settings,
          ...given({ designs: options.design === undefined ? undefined : asked, profile: options.profile }),
          seats: true,
          onDesign: progress.step,
        });
    progress.end();
    await print(pageOf(made, options.date));
    return CLEAN;
  },
});
