import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const DEPARTMENTS = ['Sales', 'Marketing', 'Customer Support', 'Production', 'Finance', 'Engineering'];
const SPAN = 8;

/** People as a report of an HR system has them, a tree of span 8; gives the path of the file. */
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
