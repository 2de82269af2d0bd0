import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { LONGEST_COMMENT } from '../../src/check/formats/markdown.ts';
import { checkFormats } from '../../src/check/index.ts';
import { type Check, check as checkSchema, FINDING_STATES } from '../../src/schema/check.ts';
import { checked, company, findingsOf } from './checked.ts';
import { FRAGMENTS, hostile, NOTHING } from './hostile.ts';
import { gitlab } from './schemas/gitlab.ts';
import { parseJunit } from './schemas/junit.ts';
import { rdjson } from './schemas/rdjson.ts';
import { sarif } from './schemas/sarif.ts';

const plain = { columns: 80, color: false, quiet: false };
/** What a terminal acts upon, and halves of characters; the newline is the renderer's own. */
const CONTROLS =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const isCounting = ({ state }: { readonly state: string }) => state === 'new' || state === 'worse';
const allOf = (check: Check) => [...findingsOf(check), ...(check.policy?.findings ?? [])];
const present = (check: Check) => allOf(check).filter(({ state }) => state !== 'gone');
const counting = (check: Check) => allOf(check).filter(isCounting);

const COMMAND =
  /^::(?:error|warning|notice) (?:[a-zA-Z]+=(?:[^%:,]|%25|%3A|%2C)*(?:,|(?=::)))+::(?:[^%]|%25)*$/;

/** Whether a text is what it says it is; each throws where it is not. */
const valid: Readonly<Record<string, (text: string, check: Check) => void>> = {
  table: () => {},
  json: (text, check) => {
    expect(JSON.parse(text)).toEqual(check);
  },
  sarif: (text, check) => {
    const [run] = sarif.parse(JSON.parse(text)).runs;
    expect(run!.results.length).toBe(present(check).length);
  },
  gitlab: (text, check) => {
    expect(gitlab.parse(JSON.parse(text)).length).toBe(
      present(check).filter(({ state }) => state !== 'waived').length,
    );
  },
  rdjson: (text, check) => {
    expect(rdjson.parse(JSON.parse(text)).diagnostics.length).toBe(counting(check).length);
  },
  junit: (text, check) => {
    const { failures, skipped } = parseJunit(text).attributes;
    expect(failures > 0).toBe(!check.verdict.pass);
    expect(skipped).toBeGreaterThanOrEqual(allOf(check).filter(({ state }) => state === 'waived').length);
  },
  github: (text, check) => {
    const commands = text.split('\n').slice(0, -2);
    expect(commands.length).toBe(counting(check).length + (check.verdict.pass ? 0 : 1));
    for (const command of commands) expect(command).toMatch(COMMAND);
    expect(text.split('\n').at(-2)).toMatch(
      /^orgdesign check (passed|failed): \d+ findings? new or worse\.$/,
    );
  },
  markdown: (text) => {
    expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(LONGEST_COMMENT);
    const ours = /^(<!-- orgdesign check -->|<details>|<\/details>|<summary>[^<>]*<\/summary>)$/;
    const lines = text.split('\n');
    for (const line of lines) if (!ours.test(line)) expect(line).not.toMatch(/[<>]/);
    const at = (line: string) => lines.filter((one) => one === line).length;
    expect(at('<details>')).toBe(at('</details>'));
    // Each row of a table has as many cells as its head.
    const bars = (line: string) => line.replaceAll(/\\./g, '').split('|').length;
    lines.forEach((line, index) => {
      if (line.startsWith('| ') && lines[index - 1]?.startsWith('| '))
        expect(bars(line)).toBe(bars(lines[index - 1]!));
    });
  },
};

const samples: Record<string, Check> = { nothing: NOTHING };

beforeAll(async () => {
  const before = company({ two: 2, three: 3, four: 7, six: 2 });
  const after = company({ one: 2, two: 2, three: 5, four: 6 });
  const policy = `failOn: warning
maxWarnings: 0
maxMoved: 0.1
measures: { layers.count: { max: 1 } }
waivers:
  - { rule: team-too-small, entity: two, reason: two are to come, owner: Ada, expires: 2027-01-01 }
  - { rule: team-too-small, entity: zwei, reason: none, owner: Ada, expires: 2027-01-01 }`;
  samples.compared = await checked(after, { before, policy, names: true });
  samples.alone = await checked(after, {});
  samples.design = await checked(after, { design: 'functional', policy });
  const [structure] = samples.compared.structures;
  const [finding] = structure!.findings.filter(({ waiver }) => waiver === undefined);
  const waiver = structure!.findings.find((one) => one.waiver !== undefined)!.waiver!;
  // Every state there is, a suggestion, and something that a design made.
  samples.states = {
    ...samples.compared,
    structures: [
      {
        ...structure!,
        findings: FINDING_STATES.flatMap((state) => {
          const waived = state === 'waived' ? { waiver } : {};
          return [
            {
              ...finding!,
              ...waived,
              state,
              fails: false,
              fingerprint: state,
              before: { severity: 'note', value: null, count: 2 },
            },
            {
              ...finding!,
              ...waived,
              ...{ state, fails: isCounting({ state }), fingerprint: `${state} 2` },
              at: { ...finding!.at, generated: true },
              suggestion: { text: 'Join one and two.' },
            },
          ];
        }),
      },
    ],
  };
});

const text = fc
  .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'binary', maxLength: 8 })), {
    maxLength: 6,
  })
  .map((parts) => parts.join(''));

test('every format has its law', () => {
  expect(Object.keys(valid).sort()).toEqual([...checkFormats.keys()].sort());
  for (const { summary } of checkFormats.values()) expect(summary).toMatch(/^[A-Z].*\.$/);
});

describe.each([...checkFormats])('%s', (name, { load }) => {
  test('is valid, harmless and the same twice, whatever the names', async () => {
    const render = await load();
    const holds = (check: Check, words: string) => {
      const given = hostile(check, words);
      const first = render(given, plain);
      expect(first).toMatch(/[^\n]\n$/);
      expect(first).not.toMatch(CONTROLS);
      expect(render(structuredClone(given), plain)).toBe(first);
      expect(given).toEqual(hostile(check, words));
      valid[name]!(first, given);
    };
    for (const check of Object.values(samples)) {
      expect(checkSchema.safeParse(hostile(check, FRAGMENTS.join(''))).error?.issues ?? []).toEqual([]);
      for (const words of ['', FRAGMENTS.join(''), ...FRAGMENTS]) holds(check, words);
    }
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(samples)), text, (sample, words) => {
        holds(samples[sample]!, words);
      }),
      { numRuns: 60 },
    );
  });

  test('is as valid where it is quiet', async () => {
    const render = await load();
    for (const check of Object.values(samples)) valid[name]!(render(check, { ...plain, quiet: true }), check);
  });

  test('names nobody unless the document does', async () => {
    const render = await load();
    const given = { before: company({ one: 5 }), policy: 'failOn: warning' };
    const named = await checked(company({ one: 2, two: 2 }), { ...given, names: true });
    const unnamed = await checked(company({ one: 2, two: 2 }), given);
    expect(render(named, plain)).toContain('Winnow');
    expect(render(unnamed, plain)).not.toContain('Winnow');
  });
});
