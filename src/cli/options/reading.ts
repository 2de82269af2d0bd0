import { UserError } from '../../base/errors.ts';
import { quoted } from '../../base/text.ts';
import { option, repeated } from './option.ts';

/** Ids of src/import/sources/sources.ts, which is not loaded for --help; a test compares them. */
export const FROM = [
  'auto',
  'workday',
  'successfactors',
  'bamboohr',
  'adp',
  'peoplesoft',
  'viva',
  'google-workspace',
  'orgplus',
  'visio',
  'uk-organogram',
  'scim',
  'backstage',
  'team-files',
  'generic',
];

const fieldAndHeader = (value: string, before: readonly string[] | undefined): string[] => {
  if (!value.includes('='))
    throw new UserError(`--map ${quoted(value)} is no field="Header".`, 'As in --map id="Staff Code".');
  return [...(before ?? []), value];
};

/** How the files of other systems are read. */
export const reading = {
  customers: option<string | undefined>(
    '-c, --customers <file>',
    'file of customers: one, with the rows of all',
  ),
  join: option<readonly string[] | undefined>(
    '--join <file>',
    'table of departments or the like whose columns people get, by a column that both have; may be repeated',
  ).argParser(repeated),
  from: option<string>('--from <system>', 'the system that people come from; told by the headers if left out')
    .choices(FROM)
    .default('auto'),
  map: option<readonly string[] | undefined>(
    '--map <field=header>',
    'take a field from this column, named by its header or number; customers.FIELD for customers; may be repeated',
  ).argParser(fieldAndHeader),
  sheet: option<readonly string[] | undefined>(
    '--sheet <name>',
    'sheet of a workbook, by its name or number; customers.NAME for customers, here and below',
  ).argParser(repeated),
  delimiter: option<readonly string[] | undefined>(
    '--delimiter <character>',
    'what parts the cells of a CSV file: one character, or tab',
  ).argParser(repeated),
  encoding: option<readonly string[] | undefined>(
    '--encoding <name>',
    'encoding of a text file, as in windows-1250',
  ).argParser(repeated),
  headerRow: option<readonly string[] | undefined>(
    '--header-row <number>',
    'row that holds the headers',
  ).argParser(repeated),
  capabilities: option<string | undefined>(
    '--capabilities <file>',
    'table from titles and departments to capabilities, in YAML',
  ),
  groupBy: option<string | undefined>(
    '--group-by <attributes>',
    'attributes that individuals without a name are grouped by, separated by commas',
  ),
};

/** How they are taken into an organisation file. */
export const importing = {
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
};
