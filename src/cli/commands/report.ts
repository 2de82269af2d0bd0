import { resolve } from 'node:path';
import { UserError } from '../../base/errors.ts';
import { given } from '../../base/given.ts';
import { printable } from '../../base/text.ts';
import { pageFormats, reportFormats } from '../../documents/page/document.ts';
import { defineCommand } from '../command.ts';
import { CLEAN } from '../exit.ts';
import { design, documentOptions, profile, set } from '../options/index.ts';
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
    format: option<string | undefined>(
      '-f, --format <format>',
      'html, markdown, json, table, csv, ppttc or pptx; by the name of the output if left out, else html',
    ).choices([...reportFormats.keys()]),
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
    const {
      arguments: [file],
      options,
      io,
    } = call;
    const { makePage, templateBytes } = await import('../report-page.ts');
    const template = await templateBytes(call);
    if (options.watch === true) {
      const { liveReport, refuseLive } = await import('../live-report.ts');
      refuseLive(file, options.format);
      return liveReport(
        async (world) => {
          const own = call.in(world);
          const page = await makePage(own);
          if (options.output !== '-')
            await own.print(page, given({ template: options.template, templateBytes: template }));
          const render = await pageFormats.get('html')!.load();
          return render(page, { columns: 80, color: false, quiet: false, live: true });
        },
        options,
        io,
      );
    }
    if (options.open === true && options.output === '-')
      throw new UserError('--open opens what is written, and nothing is.', 'Name a file: -o report.html');
    const page = await makePage(call);
    if (options.listNames === true) {
      const { elementNames } = await import('../../documents/page/ppttc.ts');
      io.stdout.write(elementNames(page));
      return CLEAN;
    }
    await call.print(page, given({ template: options.template, templateBytes: template }));
    if (options.open === true && !(await io.open(resolve(options.output))))
      io.stderr.write(`No program could be started to open ${printable(options.output)}.\n`);
    return CLEAN;
  },
});
