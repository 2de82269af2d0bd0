import { get, type IncomingMessage, type RequestOptions, request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { type LivePage, serveLivePage } from '../../src/cli/io/live-page.ts';
import { command } from './in-memory.ts';

/** Status, headers and text of an answer; of a stream what came first. */
const answerOf = (address: string, options: RequestOptions = {}) =>
  new Promise<{ status: number; headers: IncomingMessage['headers']; text: string }>((resolve, reject) => {
    const sent = request(address, options, (response) => {
      let text = '';
      const done = () => {
        sent.destroy();
        resolve({ status: response.statusCode!, headers: response.headers, text });
      };
      response.on('data', (chunk) => {
        text += String(chunk);
        if (response.headers['content-type'] === 'text/event-stream') done();
      });
      response.on('end', done);
    });
    sent.on('error', reject).end();
  });

const withPage = async (use: (page: LivePage) => Promise<void>): Promise<void> => {
  const page = await serveLivePage();
  try {
    await use(page);
  } finally {
    await page.close();
  }
};

describe('a page that is served', () => {
  test('is there for who knows the token, on the loopback interface, and is kept nowhere', () =>
    withPage(async ({ address, show }) => {
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}\/$/);
      show('<p>one');
      const { status, headers, text } = await answerOf(address);
      expect({ status, text }).toEqual({ status: 200, text: '<p>one' });
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
        'cross-origin-resource-policy': 'same-origin',
      });
    }));

  test('is refused to every other name, origin, method and address', () =>
    withPage(async ({ address, show }) => {
      show('<p>secret');
      const { host, origin } = new URL(address);
      const asked: [string, RequestOptions, number][] = [
        [address, { headers: { Host: `evil.example:${new URL(address).port}` } }, 403],
        [address, { headers: { Host: host.replace('127.0.0.1', 'localhost') } }, 403],
        [address, { headers: { Origin: 'https://evil.example' } }, 403],
        [address, { headers: { Origin: 'null' } }, 403],
        [`${address}changes`, { headers: { Origin: 'https://evil.example' } }, 403],
        [address, { method: 'POST' }, 405],
        [`${origin}/`, {}, 404],
        [`${address}../`, {}, 404],
        [address.replace(/.\/$/, '/'), {}, 404],
        [`${address}?a`, {}, 404],
      ];
      for (const [where, options, status] of asked) {
        const answer = await answerOf(where, options);
        expect([where, options, answer.status]).toEqual([where, options, status]);
        expect(answer.text).toBe('Refused.\n');
      }
      expect((await answerOf(address, { headers: { Origin: origin } })).status).toBe(200);
    }));

  test('hears of another page, and of what hinders one, and of nothing where nothing changed', () =>
    withPage(async ({ address, show, tell }) => {
      show('<p>one');
      await answerOf(address);
      const heard: string[] = [];
      const until = (count: number) =>
        new Promise<void>((resolve) => {
          const look = setInterval(() => {
            if (heard.join('').split('\n\n').length <= count) return;
            clearInterval(look);
            resolve();
          }, 5);
        });
      get(`${address}changes`, (response) => response.on('data', (chunk) => heard.push(String(chunk))));
      await until(1);
      tell('line 3\nis no YAML');
      show('<p>one');
      show('<p>two');
      await until(4);
      expect(heard.join('').trimEnd().split('\n\n')).toEqual([
        'event: problem\ndata: ""',
        'event: problem\ndata: "line 3\\nis no YAML"',
        'event: problem\ndata: ""',
        'event: page\ndata: ""',
      ]);
      // Who asks only now saw the first page.
      expect((await answerOf(`${address}changes`)).text).toBe('event: page\ndata: ""\n\n');
    }));
});

describe('report --watch', () => {
  const people = (titles: readonly string[]) =>
    `version: 1\nname: Ledger\npeople:\n${titles.map((title, at) => `  - { id: p${at}, title: ${title}, department: books${at === 0 ? '' : ', manager: p0'} }`).join('\n')}\n`;

  const watching = async (
    args: readonly string[],
    script: readonly ((files: Record<string, string>) => void)[],
  ) => {
    const files: Record<string, string> = { 'org.yaml': people(['Director', 'Accountant']) };
    const steps = [...script];
    const [shown, told, opened]: string[][] = [[], [], []];
    let closed = 0;
    const outcome = await command(['report', ...args], {
      files,
      serve: async () => ({
        address: 'http://127.0.0.1:1/token/',
        show: (html) => void shown!.push(html),
        tell: (text) => void told!.push(text),
        close: async () => void closed++,
      }),
      open: async (address) => opened!.push(address) > 0,
      watch: () => ({
        stamp: async (path) => `1 ${files[path]}`,
        pause: async () => {
          const step = steps.shift();
          step?.(files);
          return step !== undefined;
        },
        close: () => {},
      }),
    });
    return { ...outcome, shown: shown!, told: told!, opened: opened!, closed };
  };

  test('makes the page anew on a save, says what cannot be read, and ends', async () => {
    const nothing = () => {};
    const save = (text: string) => (files: Record<string, string>) => {
      files['org.yaml'] = text;
    };
    const { code, stdout, stderr, shown, told, opened, closed } = await watching(
      ['org.yaml', '--watch', '--open'],
      [save('version: 1\nname: ['), nothing, save(people(['Director', 'Bookkeeper'])), nothing],
    );
    expect({ code, stdout, opened, closed }).toEqual({
      code: 0,
      stdout: 'http://127.0.0.1:1/token/\n',
      opened: ['http://127.0.0.1:1/token/'],
      closed: 1,
    });
    expect(shown.map((html) => /Accountant|Bookkeeper/.exec(html)?.[0])).toEqual([
      'Accountant',
      'Bookkeeper',
    ]);
    expect(shown[0]).toContain("connect-src 'self'");
    expect(told).toEqual([expect.stringMatching(/org\.yaml:2:\d+ {2}error/)]);
    expect(stderr).toContain(told[0]);
  });

  test.each([
    ['standard input', ['-', '--watch'], /standard input/],
    ['a form that is no page', ['org.yaml', '--watch', '-f', 'csv'], /not csv/],
    ['a file that is not there', ['absent.yaml', '--watch'], /no such file/],
    ['to open what is not written', ['org.yaml', '--open'], /Name a file/],
  ])('refuses %s', async (_, args, message) => {
    const { code, stdout, stderr } = await watching(args, []);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});
