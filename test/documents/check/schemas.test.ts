import { describe, expect, test } from 'vitest';
import { elementsOf } from '../../support/markdown-elements.ts';
import { commandsIn } from '../../support/workflow-commands.ts';
import { parseGitlab } from './schemas/gitlab.ts';
import { parseJunit } from './schemas/junit.ts';
import { parseRdjson } from './schemas/rdjson.ts';
import { checkSarif, corrected, published } from './schemas/sarif.ts';

// What the formats are held to has to refuse what is wrong.

describe('SARIF', () => {
  const log = (result: object, more: object = {}) => ({
    version: '2.1.0',
    runs: [
      { tool: { driver: { name: 'a' } }, results: [{ message: { text: 'b' }, ...result }] },
      ...Object.values(more),
    ],
  });
  const at = (region: object, uri = 'a.yaml') => ({
    locations: [{ physicalLocation: { artifactLocation: { uri }, region } }],
  });

  test('the schema is that of OASIS', () => {
    expect(published.title).toBe('Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema');
    const { definitions } = published;
    expect(Object.keys(definitions).length).toBe(52);
    // No object but the bag of properties takes keys that the standard does not have.
    const open = Object.entries(definitions).filter(
      ([, one]) => !('additionalProperties' in one) || one.additionalProperties !== false,
    );
    expect(open.map(([name]) => name)).toEqual(['propertyBag']);
    expect(Object.keys(corrected.definitions)).toEqual(Object.keys(definitions));
  });

  test('takes what the standard has', () => {
    expect(() => checkSarif(log(at({ startLine: 1, startColumn: 1 })))).not.toThrow();
  });

  test.each([
    ['a key of its own', log({ colour: 'red' })],
    ['another level', log({ level: 'fatal' })],
    ['line 0', log(at({ startLine: 0 }))],
    ['a region that begins nowhere', log(at({ endLine: 1 }))],
    ['a path that is no URI', log(at({ startLine: 1 }, 'a b.yaml'))],
    ['a suppression of no kind', log({ suppressions: [{}] })],
    ['a run of no tool', log({}, { run: {} })],
    ['another version', { ...log({}), version: '2.0.0' }],
  ])('refuses %s', (_, wrong) => {
    expect(() => checkSarif(wrong)).toThrow();
  });
});

describe('GitLab', () => {
  const violation = {
    description: 'a',
    check_name: 'b',
    fingerprint: 'c',
    severity: 'minor',
    location: { path: 'd', lines: { begin: 1 } },
  };
  const parse = (...all: object[]) => parseGitlab(JSON.stringify(all));

  test('takes a report', () => {
    expect(parse(violation, { ...violation, fingerprint: 'e' }).length).toBe(2);
  });

  test.each([
    ['a fingerprint twice', [violation, violation]],
    ['another severity', [{ ...violation, severity: 'error' }]],
    ['a key of its own', [{ ...violation, url: 'x' }]],
    ['a path from the folder', [{ ...violation, location: { path: './d', lines: { begin: 1 } } }]],
    ['no line', [{ ...violation, location: { path: 'd' } }]],
    ['an empty description', [{ ...violation, description: '' }]],
  ])('refuses %s', (_, wrong) => {
    expect(() => parse(...wrong)).toThrow();
  });
});

describe('rdjson', () => {
  const diagnostic = {
    message: 'a',
    location: { path: 'b', range: { start: { line: 2 }, end: { line: 3 } } },
    severity: 'INFO',
    code: { value: 'c' },
  };
  const parse = (one: object) =>
    parseRdjson(JSON.stringify({ source: { name: 'd' }, severity: 'ERROR', diagnostics: [one] }));

  test('takes a result', () => {
    expect(parse(diagnostic).diagnostics.length).toBe(1);
  });

  test.each([
    ['a key of its own', { ...diagnostic, rule: 'x' }],
    ['another severity', { ...diagnostic, severity: 'note' }],
    ['line 0', { ...diagnostic, location: { path: 'b', range: { start: { line: 0 } } } }],
    [
      'an end before the start',
      { ...diagnostic, location: { path: 'b', range: { start: { line: 2 }, end: { line: 1 } } } },
    ],
    ['no URL', { ...diagnostic, code: { value: 'c', url: 'x y' } }],
  ])('refuses %s', (_, wrong) => {
    expect(() => parse(wrong)).toThrow();
  });
});

describe('JUnit', () => {
  const parse = (inside: string, counts = 'tests="1" failures="0" errors="0" skipped="0"') =>
    parseJunit(
      `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="a" ${counts}><testsuite name="b" ${counts}>${inside}</testsuite></testsuites>`,
    );

  test('takes a run', () => {
    expect(parse('<testcase name="c" classname="d"/>').attributes.tests).toBe(1);
  });

  test.each([
    ['counts that are wrong', '<testcase name="c" classname="d"><skipped/></testcase>'],
    ['a name that is empty', '<testcase name="" classname="d"/>'],
    ['an attribute of its own', '<testcase name="c" classname="d" colour="e"/>'],
    ['an element of its own', '<testcase name="c" classname="d"/><note/>'],
    ['text where none is', 'text<testcase name="c" classname="d"/>'],
  ])('refuses %s', (_, wrong) => {
    expect(() => parse(wrong)).toThrow();
  });
});

test.each([
  '<script>a</script>',
  '[a](b)',
  '![a](b)',
  'https://example.org',
  'www.example.org',
  'a@example.org',
  '@someone',
  'see #1',
  'GH-1',
  '~~a~~',
  '> a',
  '---',
])('a document is not to have %s', (text) => {
  expect(() => elementsOf(`a\n\n${text}\n`)).toThrow();
});

test('commands are found where the runner finds them', () => {
  expect(commandsIn('a ::b::\n a##[b]c\n#\u200b#[b]\n  \u200b::error file=a%2Cb,line=3::c%0Ad%25')).toEqual({
    of: [{ name: 'error', properties: { file: 'a,b', line: '3' }, message: 'c\nd%' }],
    legacy: [' a##[b]c', '#\u200b#[b]'],
  });
});
