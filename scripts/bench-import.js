// Time and memory of an import, against papaparse reading the same bytes in the same process.
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { load } from './load.js';

const DEPARTMENTS = ['Sales', 'Marketing', 'Customer Support', 'Production', 'Finance', 'Engineering'];
const SPAN = 8;

/** People as a Workday report has them, a tree of span 8. */
export const writeExtract = (folder, people) => {
  mkdirSync(folder, { recursive: true });
  const id = (index) => String(index + 1).padStart(6, '0');
  const rows = Array.from({ length: people }, (_, index) => {
    const department = DEPARTMENTS[index % DEPARTMENTS.length];
    const manager = index === 0 ? '' : id(Math.floor((index - 1) / SPAN));
    const title = index * SPAN + 1 < people ? `${department} Manager` : `${department} Specialist`;
    return `${id(index)},"Person ${index}, ${department}",${title},${department},Division ${index % 3},${manager},2020-0${1 + (index % 9)}-15,${(20 + (index % 50)).toFixed(2)},1.0,Site ${index % 12}`;
  });
  const file = join(folder, 'employees.csv');
  writeFileSync(
    file,
    `Employee ID,Name,Business Title,Department,Division,Manager ID,Hire Date,Hourly Pay,FTE,Location\n${rows.join('\n')}\n`,
  );
  return file;
};

const seconds = async (action) => {
  const begin = process.hrtime.bigint();
  await action();
  return Number(process.hrtime.bigint() - begin) / 1e9;
};

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Median seconds of an import, from bytes to the texts of its files, and of papaparse alone, taken in turns. */
export const importSeconds = async (file, times) => {
  const { importOrganisation, peopleCsv, organisationYaml, summaryOf } = await load(`
    export { importOrganisation } from './src/import/import.ts';
    export { peopleCsv } from './src/import/write-csv.ts';
    export { organisationYaml } from './src/import/write-yaml.ts';
    export { summaryOf } from './src/import/summary.ts';
  `);
  const reader = {
    open: async () => ({
      size: statSync(file).size,
      chunks: (async function* () {
        yield readFileSync(file);
      })(),
    }),
    list: async () => undefined,
  };
  const options = { people: [file], from: 'auto', peopleColumns: new Map(), customerColumns: new Map() };
  const [whole, alone] = [[], []];
  for (let round = 0; round < times; round++) {
    alone.push(await seconds(() => Papa.parse(readFileSync(file, 'utf8'), { header: true })));
    whole.push(
      await seconds(async () => {
        const imported = await importOrganisation(options, reader);
        if (imported.people.length < 1000) throw new Error('the import lost people');
        peopleCsv(imported.people);
        organisationYaml(imported, { modeline: '', name: 'Bench', peopleFile: 'people.csv' });
        summaryOf(imported);
      }),
    );
  }
  return { whole: median(whole), alone: median(alone) };
};
