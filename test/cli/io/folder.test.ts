import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UserError } from '../../../src/base/errors.ts';
import { listFolder, removeFile } from '../../../src/cli/io/folder.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orgdesign-folder-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('a folder is listed, one that is not there is nothing, and a file is no folder', async () => {
  const inner = join(folder, 'way');
  expect(await listFolder(inner)).toBeUndefined();
  await mkdir(inner);
  expect(await listFolder(inner)).toEqual([]);
  await writeFile(join(inner, '02-b.yaml'), '');
  await writeFile(join(inner, '01-a.yaml'), '');
  expect(await listFolder(inner)).toEqual(['01-a.yaml', '02-b.yaml']);
  await expect(listFolder(join(inner, '01-a.yaml'))).rejects.toThrow(UserError);
});

test('a file is removed, whether it is there or not', async () => {
  const path = join(folder, 'once.yaml');
  await writeFile(path, '');
  await removeFile(path);
  await removeFile(path);
  expect(await listFolder(folder)).not.toContain('once.yaml');
});
