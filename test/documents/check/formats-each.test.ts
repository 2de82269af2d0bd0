import { describe, expect, test } from 'vitest';
import { renderGithub } from '../../../src/render/ci/github.ts';
import { renderGitlab } from '../../../src/render/ci/gitlab.ts';
import { renderJunit } from '../../../src/render/ci/junit.ts';
import { renderRdjson } from '../../../src/render/ci/rdjson.ts';
import { MOST_RESULTS, renderSarif } from '../../../src/render/ci/sarif.ts';
import type { Check, CheckedFinding } from '../../../src/schema/documents/check.ts';
import { renderCheckMarkdown } from '../../support/rendered.ts';
import { checked, company, findingsOf } from './checked.ts';
import { NOTHING } from './hostile.ts';
import { parseJunit } from './schemas/junit.ts';
import { parseSarif } from './schemas/sarif.ts';

const SMALL = 'team-too-small';
const before = company({ two: 2, three: 2, four: 3 });
const after = company({ one: 2, two: 2, four: 3 });
const policy = `failOn: warning
waivers: [{ rule: ${SMALL}, entity: two, reason: two are to come, owner: Ada, expires: 2027-01-01 }]`;

/** `one` is new, `two` waived, `three` gone. */
const sample = () => checked(after, { before, policy });

const withFindings = async (change: (one: CheckedFinding) => CheckedFinding[]): Promise<Check> => {
  const check = await sample();
  const [structure] = check.structures;
  const [finding] = findingsOf(check, SMALL);
  return { ...check, structures: [{ ...structure!, findings: change(finding!) }] };
};

const runOf = (check: Check) => parseSarif(renderSarif(check)).runs[0]!;

const statesOf = (check: Check) =>
  findingsOf(check, SMALL).map(({ entity, state }) => `${entity.id} ${state}`);

test('the sample is as it is said to be', async () => {
  expect(statesOf(await sample())).toEqual(['one new', 'two waived', 'three gone']);
});

describe('SARIF', () => {
  test('has what is there, by baseline and waiver', async () => {
    const { results } = runOf(await sample());
    const small = results.filter(({ ruleId }) => ruleId === SMALL);
    expect(
      small.map(({ locations, baselineState, suppressions }) => [
        locations[0]!.logicalLocations[0]!.fullyQualifiedName,
        baselineState,
        ...suppressions.map(({ justification }) => justification),
      ]),
    ).toEqual([
      ['one', 'new'],
      ['two', 'unchanged', 'two are to come (Ada, until 2027-01-01)'],
    ]);
  });

  test('says nothing of a baseline where there is none', async () => {
    const { results } = runOf(await checked(after));
    expect(results.length).toBeGreaterThan(0);
    expect(results.every(({ baselineState }) => baselineState === undefined)).toBe(true);
  });

  test('has columns only where they are known', async () => {
    const regions = async (at: Partial<CheckedFinding['at']>) => {
      const place = { file: 'a b.yaml', line: 7, column: 5, ...at };
      const check = await withFindings((finding) => [{ ...finding, at: place }]);
      return runOf(check).results[0]!.locations[0]!.physicalLocation;
    };
    expect(await regions({ endLine: 7, endColumn: 20 })).toEqual({
      artifactLocation: { uri: 'a%20b.yaml' },
      region: { startLine: 7, startColumn: 5, endLine: 7, endColumn: 20 },
    });
    expect((await regions({})).region).toEqual({ startLine: 7, startColumn: 5 });
    expect((await regions({ generated: true, endLine: 7, endColumn: 20 })).region).toEqual({ startLine: 7 });
  });

  test.each([
    ['./org/a.yaml', 'org/a.yaml'],
    ['../a:b#c?.yaml', '../a%3Ab%23c%3F.yaml'],
    ['/data/ä.yaml', 'file:///data/%C3%A4.yaml'],
    ['C:\\data\\a.yaml', 'file:///C:/data/a.yaml'],
  ])('names %s as a URI', async (file, uri) => {
    const check = await withFindings((finding) => [{ ...finding, at: { ...finding.at, file } }]);
    expect(runOf(check).results[0]!.locations[0]!.physicalLocation.artifactLocation.uri).toBe(uri);
  });

  test('ends where GitHub would refuse it, the gravest being in it', async () => {
    const check = await withFindings((finding) => [
      ...Array.from({ length: MOST_RESULTS + 1 }, (_, at) => ({
        ...finding,
        fails: false,
        fingerprint: String(at),
      })),
      { ...finding, severity: 'error', fingerprint: 'grave' },
    ]);
    const { results, invocations } = runOf(check);
    expect(results.length).toBe(MOST_RESULTS);
    expect(results[0]!.partialFingerprints).toEqual({
      'orgdesign/v1': 'grave',
      primaryLocationLineHash: 'grave:1',
    });
    expect(invocations[0]!.toolExecutionNotifications).toMatchObject([
      { message: { text: '2 more results are left out.' } },
    ]);
  });
});

test('workflow commands escape what would end them', async () => {
  const check = await withFindings((finding) => [
    {
      ...finding,
      ...{ message: '100 % of a:b, c::d\n::error::x', rule: 'a,b:c' },
      at: { file: 'x%0A,y:z.yaml', line: 3, column: 2 },
    },
  ]);
  expect(renderGithub(check).split('\n')).toEqual([
    '::error title=orgdesign check::org.yaml: 1 finding at warning or above.',
    '::warning file=x%250A%2Cy%3Az.yaml,line=3,col=2,title=a%2Cb%3Ac::100 %25 of a:b, c::d\ufffd::error::x',
    expect.stringMatching(/^Judged by the policy orgdesign\.config\.yaml \(sha256 [0-9a-f]{7}\)\.$/),
    'orgdesign check failed: 1 finding new or worse.',
    '',
  ]);
});

test('GitLab is told what is there and not waived, reviewdog what counts', async () => {
  const check = await withFindings((finding) => [
    { ...finding, fingerprint: 'a' },
    { ...finding, fingerprint: 'b', state: 'unchanged', severity: 'error' },
    { ...finding, fingerprint: 'c', state: 'gone' },
    { ...finding, fingerprint: 'd', state: 'waived' },
  ]);
  expect(
    JSON.parse(renderGitlab(check)).map((one: { fingerprint: string; severity: string }) => [
      one.fingerprint,
      one.severity,
    ]),
  ).toEqual([
    ['a', 'minor'],
    ['b', 'major'],
  ]);
  expect(JSON.parse(renderRdjson(check)).diagnostics).toEqual([
    {
      message: expect.stringContaining('The team of one'),
      location: { path: 'org.yaml', range: { start: { line: 5 } } },
      severity: 'WARNING',
      code: { value: SMALL },
    },
  ]);
});

test('a suite has a test for each finding that counts or is waived', async () => {
  const [suite] = parseJunit(renderJunit(await sample())).children;
  expect(suite!.children.map(({ attributes, children }) => [attributes.name, children[0]!.name])).toEqual([
    [`${SMALL} (person one)`, 'failure'],
    [`${SMALL} (person two)`, 'skipped'],
  ]);
});

test('more warnings than may be are a failure that no finding tells', async () => {
  const check = await checked(after, { policy: 'maxWarnings: 1' });
  const { attributes, children } = parseJunit(renderJunit(check));
  expect(attributes.failures).toBe(1);
  expect(children.at(-1)!.children.map(({ attributes: { name } }) => name)).toEqual(['max-warnings']);
});

describe('the comment', () => {
  test('has the verdict, what counts and who moves in sight, and folds the rest', async () => {
    const moving = after.replace('department: four, manager: four', 'department: one, manager: one');
    const text = renderCheckMarkdown(await checked(moving, { before: after, policy }), {
      columns: 80,
      color: false,
      quiet: false,
    });
    const folded = /<details>[\s\S]*?<\/details>/g;
    const [sight, hidden] = [text.replace(folded, ''), text.match(folded)!.join('\n')];
    expect(sight).toContain('### Organisation check: ');
    expect(sight).toContain('1 of 11 people moves to another unit (9 %); 0 new, 0 gone.');
    expect(sight).toContain('| four | one | 1 |');
    expect(sight).toMatch(/^\| Teams below minimum \| 2 \| 2 \|/m);
    expect(hidden).toContain('waived by Ada until 2027-01-01: two are to come');
    expect(sight).not.toContain('waived by');
  });

  test('names who moves only where the document does', async () => {
    const moving = after.replace(
      'title: Finance Manager, department: four',
      'title: Finance Manager, department: one',
    );
    const textOf = async (names: boolean) =>
      renderCheckMarkdown(await checked(moving, { before: after, names }), {
        columns: 80,
        color: false,
        quiet: false,
      });
    expect(await textOf(true)).toContain('- Winnow four (four): four → one');
    expect(await textOf(false)).not.toContain('Who moves');
  });

  test('is as long as a comment may be, and says how many more there are', async () => {
    const check = await withFindings((finding) =>
      Array.from({ length: 2_000 }, (_, at) => ({ ...finding, fingerprint: String(at) })),
    );
    const text = renderCheckMarkdown(check, { columns: 80, color: false, quiet: false, mostBytes: 60_000 });
    expect(text.length).toBeGreaterThan(50_000);
    expect(text.length).toBeLessThanOrEqual(60_000);
    const shown = text.match(/^- .*The team of one/gm)!.length;
    expect(text).toContain(`And ${(2_000 - shown).toLocaleString('en')} more.`);
    expect(text).toContain('parts are left out.');
  });

  test('of nothing is a verdict', () => {
    expect(renderCheckMarkdown(NOTHING, { columns: 80, color: false, quiet: false })).toBe(
      '<!-- orgdesign check -->\n### Organisation check: passed\n\nJudged by the rules as they are built in: there is no policy.\n',
    );
  });
});
