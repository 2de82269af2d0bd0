import { describe, expect, it } from 'vitest';
import { readBytes } from '../../src/source/files.ts';
import { resolveInclude } from '../../src/source/include.ts';
import { memoryFiles } from './memory-files.ts';

const failing = (code: string) => ({
  read: () => Promise.reject(Object.assign(new Error('no'), { code })),
  realPath: () => Promise.reject(Object.assign(new Error('no'), { code })),
});

describe('reading', () => {
  it.each([
    ['ENOENT', 'Cannot read a\ufffdb: there is no such file.'],
    ['EISDIR', 'Cannot read a\ufffdb: it is a folder, not a file.'],
    ['EACCES', 'Cannot read a\ufffdb: there is no permission to read it.'],
    ['EFBIG', 'Cannot read a\ufffdb: it is larger than 2 MiB, the most that is read.'],
    ['EIO', 'Cannot read a\ufffdb: EIO.'],
  ])('says why it failed: %s', async (code, message) => {
    await expect(readBytes(failing(code), 'a\x1bb', 2 * 1024 * 1024)).rejects.toThrow(message);
  });

  it('passes on what is a fault of ours', async () => {
    await expect(readBytes(failing('ERR_OURS'), 'a', 1)).rejects.toThrow('no');
  });

  it('takes no more than it should', async () => {
    await expect(readBytes(memoryFiles({ a: 'xy' }), 'a', 1)).rejects.toThrow('larger than');
  });
});

describe('a file named in another', () => {
  it('is found beside it, also through a link that stays there', async () => {
    const files = memoryFiles(
      { 'org/a.yaml': '', 'org/data/p.csv': 'id' },
      { '/files/org/link.csv': '/files/org/data/p.csv' },
    );
    expect(await resolveInclude('org/a.yaml', 'data/../data/p.csv', files)).toEqual({
      name: 'org/data/p.csv',
      path: '/files/org/data/p.csv',
    });
    expect(await resolveInclude('org/a.yaml', 'link.csv', files)).toEqual({
      name: 'org/link.csv',
      path: '/files/org/data/p.csv',
    });
  });

  it('is not reached by a link that leaves the folder', async () => {
    const files = memoryFiles(
      { 'org/a.yaml': '', 'org2/p.csv': 'id', '/etc/passwd': '' },
      { '/files/org/l.csv': '/etc/passwd', '/files/org/m.csv': '/files/org2/p.csv' },
    );
    for (const file of ['l.csv', 'm.csv', '../org2/p.csv', 'x/../../org2/p.csv']) {
      expect(await resolveInclude('org/a.yaml', file, files)).toHaveProperty('fault');
    }
  });
});
