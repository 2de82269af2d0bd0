import * as disk from 'node:fs/promises';
import { mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { UserError } from '../../../src/base/errors.ts';
import { appendToFile, replaceFiles } from '../../../src/cli/io/replace-file.ts';

vi.mock('node:fs/promises', async (original) => ({ ...(await original<typeof disk>()) }));

const replaceFile = (path: string, text: string) => replaceFiles([[path, text]]);

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orgdesign-replace-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

test('writes a new file, and one that is there', async () => {
  const file = join(folder, 'a.txt');
  for (const text of ['one', 'two, longer', 'x']) {
    await replaceFile(file, text);
    expect(await readFile(file, 'utf8')).toBe(text);
  }
  expect(await readdir(folder)).toEqual(['a.txt']);
});

test('keeps the permissions of a file', async () => {
  const file = join(folder, 'a.txt');
  await writeFile(file, 'one', { mode: 0o600 });
  await replaceFile(file, 'two');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('refuses a link, and leaves what it leads to', async () => {
  await writeFile(join(folder, 'real.txt'), 'one');
  for (const target of ['real.txt', 'not-there.txt']) {
    await symlink(join(folder, target), join(folder, 'link.txt'));
    await expect(replaceFile(join(folder, 'link.txt'), 'two')).rejects.toThrow(/it is a link/);
    expect((await disk.lstat(join(folder, 'link.txt'))).isSymbolicLink()).toBe(true);
    await rm(join(folder, 'link.txt'));
  }
  expect(await readFile(join(folder, 'real.txt'), 'utf8')).toBe('one');
  expect(await readdir(folder)).toEqual(['real.txt']);
});

test.skipIf(process.platform === 'win32')('writes to a device, and does not replace it', async () => {
  await replaceFile('/dev/null', 'text');
  expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
});

test('that fails leaves the old file, and nothing beside it', async () => {
  const file = join(folder, 'a.txt');
  await writeFile(file, 'old');
  vi.spyOn(disk, 'rename').mockRejectedValue(Object.assign(new Error('full'), { code: 'ENOSPC' }));
  await expect(replaceFile(file, 'new')).rejects.toThrow(/disk is full/);
  expect(await readFile(file, 'utf8')).toBe('old');
  expect(await readdir(folder)).toEqual(['a.txt']);
});

test.each([
  ['a folder', ''],
  ['a place in a folder that is not there', 'absent/a.txt'],
])('refuses %s, as something that the user can mend', async (_, path) => {
  await expect(replaceFile(join(folder, path), 'text')).rejects.toBeInstanceOf(UserError);
  expect(await readdir(folder)).toEqual([]);
});

test('several files are written together, or none of them', async () => {
  const [people, whole] = [join(folder, 'p.csv'), join(folder, 'p.yaml')];
  await replaceFiles([
    [people, 'one'],
    [whole, 'two'],
  ]);
  await disk.mkdir(join(folder, 'c.csv'));
  await expect(
    replaceFiles([
      [people, 'new'],
      [join(folder, 'c.csv'), 'new'],
      [whole, 'new'],
    ]),
  ).rejects.toThrow(/c\.csv: it is a folder/);
  await expect(replaceFiles([['.', 'new']])).rejects.toThrow('Cannot write .: it is a folder.');
  expect(await readFile(people, 'utf8')).toBe('one');
  expect(await readFile(whole, 'utf8')).toBe('two');
  expect((await readdir(folder)).sort()).toEqual(['c.csv', 'p.csv', 'p.yaml']);
});

test('writes at the end of a file, there or not', async () => {
  const file = join(folder, 'a.txt');
  for (const text of ['one\n', 'two\n']) await appendToFile(file, text);
  expect(await readFile(file, 'utf8')).toBe('one\ntwo\n');
  await expect(appendToFile(join(folder, 'none', 'a.txt'), 'x')).rejects.toThrow(UserError);
});
