import { basename } from 'node:path';
import { UserError } from '../base/errors.ts';
import { grouped } from '../base/grouped.ts';
import { printable } from '../base/text.ts';
import { structureFrom } from '../documents/structure.ts';
import { shownSheets } from '../documents/workbook/sheets.ts';
import { planTables, SHEETS } from '../import/plan/tables.ts';
import { planSheets } from '../import/plan/workbook.ts';
import { workbookBytes } from '../write/xlsx/workbook.ts';
import type { Call } from './command.ts';
import { CLEAN } from './exit.ts';
import { VERSION } from './package.ts';
import { hashOf, planOfDesign } from './plan-of.ts';
import { tellQuality } from './tell-quality.ts';

interface ExportValues {
  readonly output: string | undefined;
  readonly withoutNames: true | undefined;
  readonly quiet: true | undefined;
}

/** Writes an organisation, or a design of it, as a workbook that `import --onto` takes back. */
export const exportFile = async ({
  arguments: [argument],
  options: { output = '-', withoutNames, quiet },
  io,
  read,
}: Call<readonly [string], ExportValues, never>): Promise<number> => {
  if (!/\.xlsx$/i.test(output))
    throw new UserError(
      output === '-'
        ? 'A workbook goes into a file, and not to standard output.'
        : `${printable(output)} is no name of a workbook.`,
      'Name the file: -o plan.xlsx',
    );
  const names = withoutNames !== true;
  const structure = await read.structure(argument);
  const { loaded, design } = structure;
  const today = design === undefined ? structure : await structureFrom(loaded);
  const plan =
    design === undefined
      ? { loaded }
      : await planOfDesign(loaded, design.id, { stem: 'proposed', modeline: '' });
  const tables = planTables(plan.loaded, { personal: names });
  const { source, input } = loaded;
  const about: [string, string][] = [
    ['version', '1'],
    ['program', `orgdesign ${VERSION}`],
    ['organisation', input.name],
    ['file', basename(source.name)],
    ['sha256', hashOf(loaded)],
    ['design', design?.id ?? ''],
    ['asOf', input.asOf ?? ''],
    ['names', names ? 'yes' : 'no'],
    ['despiteData', loaded.despiteData === true ? 'yes' : 'no'],
  ];
  const { shown, hidden } = planSheets(tables, plan.loaded, about);
  const others = shownSheets(today, structure, { names, version: VERSION });
  const sheets = [...shown, ...others, ...hidden];
  tellQuality([structure], io);
  const title = design === undefined ? input.name : `${input.name}: ${design.name}`;
  await io.writeFiles([[output, workbookBytes(sheets, title)]]);
  if (quiet !== true) {
    const rows = [...shown, ...others].map(({ name, rows }) => `${name} ${grouped(rows.length)}`);
    io.stdout.write(
      [
        `Wrote ${printable(output)}, rows by sheet: ${rows.join(', ')}.`,
        ...(names
          ? [`It holds names and what seats cost, as the file does; --without-names leaves them out.`]
          : []),
        `What is changed in ${SHEETS.people}, ${SHEETS.departments} and ${SHEETS.customers} is taken back by`,
        `  orgdesign import ${printable(output)} --onto ${printable(argument)} -o new.yaml`,
        '',
      ].join('\n'),
    );
  }
  return CLEAN;
};
