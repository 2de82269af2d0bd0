import { defineCommand } from '../command.ts';
import {
  despiteData,
  names,
  organisationFile,
  quiet,
  stdinFilepath,
  unoffered,
} from '../options/documents.ts';
import { option } from '../options/option.ts';

export const exportCommand = defineCommand({
  name: 'export',
  summary: 'write an organisation as a workbook that can be edited and taken back',
  description:
    'Write people, units, customers, measures, findings and moves as sheets of a workbook, for people who work in a spreadsheet; import --onto takes back what they change.',
  arguments: [organisationFile('<file>', ', or FILE#design')],
  options: {
    output: option<string | undefined>('-o, --output <file>', 'the workbook to write, as plan.xlsx'),
    names: unoffered(names),
    withoutNames: option<true | undefined>('--without-names', 'leave out names and what seats cost'),
    quiet: quiet('say nothing but what is wrong'),
    stdinFilepath,
    despiteData,
  },
  examples: [
    'orgdesign export org.yaml -o plan.xlsx',
    'orgdesign export org.yaml#cluster -o clusters.xlsx',
    'orgdesign import plan.xlsx --onto org.yaml -o new.yaml',
    'orgdesign diff org.yaml new.yaml',
  ],
  remarks: [
    'People, Units and Customers can be edited: unit, manager and capability are chosen from lists, ids are locked. A new row with an id of its own is a new seat; a row that is deleted is a seat that goes. Who fills in "Changed by" is named when the sheet is taken back. Names and what seats cost are in it, as they are in the file, for those who edit it; --without-names leaves them out of what is handed on.',
  ],
  run: async (call) => (await import('../export-file.ts')).exportFile(call),
});
