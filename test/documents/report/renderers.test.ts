import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { formats } from '../../../src/documents/report/document.ts';
import type { Report } from '../../../src/schema/documents/report.ts';
import { report as reportSchema } from '../../../src/schema/documents/report.ts';
import { emptyReport, hostileReport, sampleReport } from './sample-report.ts';

const HOSTILE =
  '\u001b[31mred\u001b[0m \u202etxt.exe\u202c\r\nline two\u2028three \u0000\u0007\u009b <script>alert(1)</script> 表';
const LONG = 'without-a-space-'.repeat(20);

const samples: readonly (readonly [string, () => Report])[] = [
  ['all designs', () => sampleReport()],
  ['nothing in it', emptyReport],
  ['hostile text', () => hostileReport(HOSTILE)],
  ['long words', () => hostileReport(LONG)],
  ['empty text', () => hostileReport('')],
];

/** What a terminal acts upon; the newline is the renderer's own. */
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]/;

const plain = { columns: 80, color: false, quiet: false };

/** Measured by another library than the renderer's. */
const tooWide = (text: string, columns: number): string[] =>
  text.split('\n').filter((line) => stringWidth(line) > columns);

test('the samples are reports', () => {
  for (const [, make] of samples) expect(reportSchema.safeParse(make()).error?.issues ?? []).toEqual([]);
});

test('formats say what they are', () => {
  expect([...formats.keys()]).toEqual(expect.arrayContaining(['table', 'json']));
  for (const { summary } of formats.values()) expect(summary).toMatch(/^[A-Z].*\.$/);
});

describe.each([...formats])('%s', (_, { load }) => {
  describe.each(samples)('of %s', (_name, make) => {
    test.each([false, true])('ends in one newline (quiet %s)', async (quiet) => {
      expect((await load())(make(), { ...plain, quiet })).toMatch(/[^\n]\n$/);
    });

    test('gives the same text twice and leaves the report alone', async () => {
      const render = await load();
      const report = make();
      expect(render(report, plain)).toBe(render(report, plain));
      expect(report).toEqual(make());
    });

    test('holds nothing that a terminal would act upon', async () => {
      expect((await load())(make(), plain)).not.toMatch(CONTROLS);
    });

    test('colours change nothing but the colours', async () => {
      const render = await load();
      const colored = render(make(), { ...plain, color: true }).replace(/\u001b\[\d+m/g, '');
      expect(colored.replace(/ +$/gm, '')).toBe(render(make(), plain).replace(/ +$/gm, ''));
    });
  });
});

describe.each([80, 100, 140, 200])('the table at %i columns', (columns) => {
  test.each(samples)('is no wider, with %s', async (_, make) => {
    const render = await formats.get('table')!.load();
    for (const quiet of [false, true])
      expect(tooWide(render(make(), { ...plain, columns, quiet }), columns)).toEqual([]);
  });
});

test('JSON gives the report back', async () => {
  const report = hostileReport(HOSTILE);
  expect(JSON.parse((await formats.get('json')!.load())(report, plain))).toEqual(report);
});
