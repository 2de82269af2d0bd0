import { describe, expect, test } from 'vitest';
import { EditedWorkbook } from '../import/plan/edited-workbook.ts';
import { command, type World } from './in-memory.ts';

const YAML = `version: 1 # ours
name: Small
people:
  - { id: p1, name: Ann, title: Sales Director } # the chief
  - { id: p2, name: Bo, title: Account Manager, manager: p1, department: desk }
customers:
  - { id: c1, owner: p2, revenue: 100, attributes: { industry: dairy } }
`;
const CSV = 'id,name,title,manager\np1,Ann,Chief,\np2,Bo,Clerk,p1\n';
const table: World['files'] = {
  'org.yaml': 'version: 1\nname: Small\npeople: { file: people.csv } # beside\n',
  'people.csv': CSV,
};

const exported = async (files: NonNullable<World['files']>, ...args: readonly string[]) => {
  const outcome = await command(['export', ...args, '-o', 'plan.xlsx'], { files });
  return { ...outcome, workbook: new EditedWorkbook(outcome.bytes.get('plan.xlsx')!) };
};
const imported = (files: NonNullable<World['files']>, workbook: EditedWorkbook, ...args: readonly string[]) =>
  command(['import', 'plan.xlsx', '--onto', 'org.yaml', '-o', 'new.yaml', ...args], {
    files: { ...files, 'plan.xlsx': workbook.bytes() },
  });

describe('a workbook that goes out and comes back', () => {
  test('names who changed what, and what could not be used, with exit code 1', async () => {
    const files = { 'org.yaml': YAML };
    const { workbook, stdout } = await exported(files, 'org.yaml');
    expect(stdout).toContain('People 2, Units 1, Customers 1, Measures');
    workbook
      .set('People', 'Title', 3, '=cmd')
      .set('People', 'Changed by', 3, 'Jo')
      .set('People', 'Manager', 2, 'p9');
    const back = await imported(files, workbook);
    expect(back.code).toBe(1);
    expect(back.stdout).toContain('People row 3, p2, Title: "Account Manager" → "=cmd", by Jo');
    expect(back.stdout).toContain('People row 2, p1, Manager: "p9" is nobody of the file.');
    expect(back.written.get('new.yaml')).toBe(YAML.replace('Account Manager', '"=cmd"'));
  });

  test('is the same bytes where nothing was changed, and the sheet is the same bytes twice', async () => {
    const files = { 'org.yaml': YAML };
    const [one, two] = [await exported(files, 'org.yaml'), await exported(files, 'org.yaml')];
    expect(one.bytes).toEqual(two.bytes);
    const back = await imported(files, one.workbook);
    expect([back.code, new TextDecoder().decode(back.bytes.get('new.yaml'))]).toEqual([0, YAML]);
  });

  test('writes a CSV file that changed beside the output, and leaves one that did not', async () => {
    const { workbook } = await exported(table!, 'org.yaml');
    expect([...(await imported(table!, workbook)).bytes.keys()]).toEqual(['new.yaml']);
    const back = await imported(table!, workbook.set('People', 'Title', 3, 'Head'));
    expect(back.written.get('new.people.csv')).toBe(CSV.replace('Clerk', 'Head'));
    expect(back.written.get('new.yaml')).toBe(
      String(table!['org.yaml']).replace('people.csv', 'new.people.csv'),
    );
  });

  test('goes back onto the design that it shows', async () => {
    const files = { 'org.yaml': YAML };
    const { workbook } = await exported(files, 'org.yaml#functional');
    const back = await imported(files, workbook);
    expect(back.stdout).toContain('The sheet shows the design "functional" of the file');
    const simulated = await command(['simulate', 'org.yaml', '--design', 'functional', '-o', 'new.yaml'], {
      files,
    });
    expect(back.written.get('new.yaml')).toBe(simulated.written.get('new.yaml'));
  });

  test('holds names unless they are left out', async () => {
    const held = async (...args: readonly string[]) =>
      (await exported({ 'org.yaml': YAML }, 'org.yaml', ...args)).workbook
        .text('xl/sharedStrings.xml')
        .includes('Ann');
    expect([await held(), await held('--without-names')]).toEqual([true, false]);
  });

  test('takes no options that are for other systems, nor a workbook of them', async () => {
    const files = { 'org.yaml': YAML, 'people.csv': CSV };
    const one = await command(['import', 'plan.xlsx', '--onto', 'org.yaml', '--map', 'id=x'], { files });
    expect([one.code, one.stderr]).toEqual([2, expect.stringContaining('--onto takes no --map')]);
    const two = await command(['import', 'people.csv', '--onto', 'org.yaml', '-o', 'new.yaml'], { files });
    expect([two.code, two.stderr]).toEqual([2, expect.stringContaining('is no workbook')]);
  });
});
