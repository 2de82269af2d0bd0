import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cachePlace, codeCache } from '../../../src/cli/io/code-cache.ts';

const CODE = Buffer.from('compiled code');
const TASKS = [7, 123_456];

let caches: string;
let folder: string;

beforeEach(() => {
  caches = mkdtempSync(join(tmpdir(), 'orgdesign-caches-'));
  folder = join(caches, 'orgdesign');
});

afterEach(() => {
  chmodSync(caches, 0o700);
  rmSync(caches, { recursive: true, force: true });
});

const cache = (key = 'v1') => codeCache({ folder, asked: false }, key);

const written = () => {
  cache().write(TASKS, () => CODE);
  return join(folder, 'v1.v8code');
};

/** The code was not asked for, since there was nowhere to keep it. */
const refuse = () => {
  throw new Error('compiled for nothing');
};

describe('compiled code', () => {
  test('is read as it was written, and nobody else may read or write it', () => {
    written();
    expect(cache().read()).toEqual({ tasks: TASKS, code: CODE });
    expect(readdirSync(folder)).toEqual(['v1.v8code']);
  });

  test('is not read where a bit of it is another, wherever that is, or the end is missing', () => {
    const path = written();
    const good = readFileSync(path);
    for (let at = 0; at < good.length; at += 1) {
      const bad = Buffer.from(good);
      bad[at]! ^= 1;
      writeFileSync(path, bad);
      expect(cache().read()).toBeUndefined();
    }
    for (const length of [0, 3, 63, 64, good.length - 1]) {
      writeFileSync(path, good.subarray(0, length));
      expect(cache().read()).toBeUndefined();
    }
    writeFileSync(path, good);
    expect(cache().read()).toBeDefined();
  });

  test('is not read for another program, whatever its file is called', () => {
    writeFileSync(join(folder, 'v2.v8code'), readFileSync(written()));
    expect(cache('v2').read()).toBeUndefined();
  });

  test('stays where there is nothing better, and remembers fifteen things that were asked for', () => {
    written();
    cache().write([8], () => undefined);
    expect(cache().read()?.tasks).toEqual(TASKS);
    const many = Array.from({ length: 20 }, (_, at) => at + 1);
    cache().write([1, ...many], () => CODE);
    expect(cache().read()?.tasks).toEqual(many.slice(0, 15));
  });

  test('goes when there are twelve that are newer, and nothing else of the folder does', () => {
    mkdirSync(join(folder, 'folder'), { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, 'mine.txt'), 'mine');
    utimesSync(join(folder, 'mine.txt'), 0, 0);
    const keys = [...'abcdefghijklmn'];
    for (const [index, key] of keys.entries()) {
      cache(key).write(TASKS, () => CODE);
      utimesSync(join(folder, `${key}.v8code`), index, index);
    }
    cache('z').write(TASKS, () => CODE);
    const kept = [...keys.slice(-11), 'z'].map((key) => `${key}.v8code`);
    expect(readdirSync(folder).sort()).toEqual([...kept, 'folder', 'mine.txt'].sort());
  });

  test('is not kept where there is no home, and none is made', () => {
    const home = join(caches, 'nobody', 'home');
    codeCache({ folder: join(home, '.cache', 'orgdesign'), asked: false }, 'v1').write(TASKS, refuse);
    expect(readdirSync(caches)).toEqual([]);
  });

  test('is missed in silence where something else is in its way', () => {
    expect(cache().read()).toBeUndefined();
    writeFileSync(folder, 'a file');
    expect(cache().read()).toBeUndefined();
    cache().write(TASKS, refuse);
    rmSync(folder);
    mkdirSync(join(folder, 'v1.v8code'), { recursive: true, mode: 0o700 });
    expect(cache().read()).toBeUndefined();
    cache().write(TASKS, () => CODE);
    expect(readdirSync(folder)).toEqual(['v1.v8code']);
  });

  describe.skipIf(process.platform === 'win32')('where files have owners', () => {
    test('lies where only the user can write', () => {
      const path = written();
      chmodSync(path, 0o620);
      expect(cache().read()).toBeUndefined();
      chmodSync(path, 0o600);
      chmodSync(folder, 0o702);
      expect(cache().read()).toBeUndefined();
      cache().write(TASKS, refuse);
      chmodSync(folder, 0o700);
      expect(cache().read()).toBeDefined();
    });

    test.skipIf(process.getuid?.() === 0)('is not made where nothing can be written', () => {
      chmodSync(caches, 0o500);
      cache().write(TASKS, refuse);
      expect(readdirSync(caches)).toEqual([]);
    });
  });
});

describe('the place for it', () => {
  const place = (env: Record<string, string>, platform: NodeJS.Platform = 'linux', home = '/home/ada') =>
    cachePlace(env, platform, home)?.folder;

  test('is where each system has the caches of a user', () => {
    expect(place({})).toBe('/home/ada/.cache/orgdesign');
    expect(place({ XDG_CACHE_HOME: '/fast' })).toBe('/fast/orgdesign');
    expect(place({ XDG_CACHE_HOME: 'not/absolute' })).toBe('/home/ada/.cache/orgdesign');
    expect(place({ XDG_CACHE_HOME: '/fast' }, 'darwin')).toBe('/home/ada/Library/Caches/orgdesign');
    expect(place({}, 'linux', '')).toBeUndefined();
  });

  test('is what Node is told, and nowhere if Node is told so', () => {
    expect(place({ NODE_COMPILE_CACHE: '/there' })).toBe('/there/orgdesign');
    expect(place({ NODE_COMPILE_CACHE: '/there', NODE_DISABLE_COMPILE_CACHE: '1' })).toBeUndefined();
  });
});
