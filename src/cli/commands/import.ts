import { defineCommand } from '../command.ts';
import { output, quiet } from '../options/documents.ts';
import { argument } from '../options/option.ts';
import { importing } from '../options/reading.ts';

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
    ...importing,
    output: output('write to this file, and CSV files beside it above 300 rows; - is standard output'),
    quiet: quiet('only what is wrong with the whole, and how many rows could not be used'),
  },
  examples: [
    'orgdesign import people.csv -o company/org.yaml',
    'orgdesign import people.xlsx --customers customers.csv -o company/org.yaml',
    'orgdesign import people.csv --map id="Staff Code" --map manager="Boss" -o org.yaml',
    'orgdesign import employees.csv --join departments.csv -o company/org.yaml',
    'orgdesign import senior.csv junior.csv -o ministry/org.yaml',
    'orgdesign import catalog/ --from backstage -o org.yaml',
    'orgdesign import plan.xlsx --onto org.yaml -o new.yaml',
  ],
  run: async (call) => (await import('../import-files.ts')).importFiles(call),
});
