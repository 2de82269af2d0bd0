import { defineCommand } from '../command.ts';
import { output, quiet } from '../options/index.ts';
import { argument, option } from '../options/option.ts';
import { reading } from '../options/reading.ts';

export const importCommand = defineCommand({
  name: 'import',
  summary: 'write an organisation file from what HR systems and CRMs export',
  description:
    'Read people, and customers, from CSV, XLSX, JSON (SCIM), YAML (Backstage) or files of teams (YAML, TOML), and write an organisation file. Says how each column was understood, and which rows could not be used.',
  arguments: [
    argument<readonly string[]>(
      '<people...>',
      'files of people, or a folder of YAML or TOML; - reads standard input',
    ),
  ],
  options: {
    ...reading,
    keepContactData: option<true | undefined>(
      '--keep-contact-data',
      'keep phones, e-mail and street addresses of customers as attributes',
    ),
    onto: option<string | undefined>(
      '--onto <file>',
      'take what was changed in a workbook of orgdesign export into this file, and write it as --output',
    ),
    name: option<string | undefined>('--name <name>', 'name of the organisation'),
    output: output('write to this file, and CSV files beside it above 300 rows; - is standard output'),
    quiet: quiet('only what is wrong with the whole, and how many rows could not be used'),
  },
  examples: `Examples:
  orgdesign import people.csv -o company/org.yaml
  orgdesign import people.xlsx --customers customers.csv -o company/org.yaml
  orgdesign import people.csv --map id="Staff Code" --map manager="Boss" -o org.yaml
  orgdesign import employees.csv --join departments.csv -o company/org.yaml
  orgdesign import senior.csv junior.csv -o ministry/org.yaml
  orgdesign import catalog/ --from backstage -o org.yaml
  orgdesign import plan.xlsx --onto org.yaml -o new.yaml`,
  async run(call) {
    const { importFiles } = await import('../import-files.ts');
    return importFiles(call);
  },
});
