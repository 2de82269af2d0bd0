import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import { SUBJECTS } from '../../src/rules/rule.ts';
import { rulesFor } from '../../src/rules/run.ts';
import { policy } from '../../src/schema/input/policy.ts';
import { findingsOf, findingsOfRule } from './findings.ts';

const files = readdirSync(new URL('../../src/rules', import.meta.url), { recursive: true }).map((path) =>
  basename(String(path)),
);

/** A number as messages show it: plain, or a fraction as a percentage. */
const shown = (value: number): readonly string[] => [
  value.toLocaleString('en'),
  `${(value * 100).toLocaleString('en', { maximumFractionDigits: 1 })} %`.replace(/^-0 %/, '0 %'),
];

test('ids are unique, in kebab case and the names of their files', () => {
  const ids = rules.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(30);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(files).toContain(`${id}.ts`);
  }
});

test('each has one subject, and those about data are asked by validate', () => {
  for (const subject of SUBJECTS) expect(rules.some(({ about }) => about === subject)).toBe(true);
  expect(rulesFor('validate')).toEqual(rules.filter(({ about }) => about === 'data'));
  expect(rulesFor('evaluate')).toEqual(rules.filter(({ validateOnly }) => validateOnly !== true));
  // What no command asks would never be said.
  expect(new Set([...rulesFor('validate'), ...rulesFor('evaluate')]).size).toBe(rules.length);
});

// Rules that speak for or against designs: test/fit.
const judging = rules.filter(({ fit }) => fit === undefined);

describe.each(judging.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const { bad, good, design } = rule.examples;
  const purpose = rule.validateOnly === true ? 'validate' : 'evaluate';
  const onPoorData = id === 'poor-data' || id === 'no-customers';
  const found = (yaml: string) =>
    onPoorData
      ? findingsOfRule(id, yaml, design, undefined, purpose)
      : findingsOf(yaml, design, undefined, purpose);

  test('says what it is about, why, and what it reads', () => {
    expect(rule.summary).toMatch(/^[A-Z].*\.$/);
    expect(rule.why.text).toMatch(/^[A-Z].*\.$/);
    expect(rule.why.source).not.toBe('');
    for (const option of rule.options) expect(Object.keys(policy.shape)).toContain(option);
  });

  test('fires on its bad example, and nothing else does', async () => {
    const findings = await found(bad);
    expect(findings.map(({ rule: fired, message }) => [fired, message])).toEqual([
      [id, expect.stringMatching(/\S\.$/)],
    ]);
    const [finding] = findings;
    const { message, value, limit, examples = [], count = 1 } = finding!;
    if (value !== null) expect(shown(value).some((text) => message.includes(text))).toBe(true);
    if (limit !== null) expect(shown(limit).some((text) => message.includes(text))).toBe(true);
    expect(examples.length).toBeLessThanOrEqual(5);
    expect(Number.isInteger(count) && count >= 1).toBe(true);
    expect(finding!.entity.id).not.toBe('');
    expect(finding!.at()).toMatchObject({ file: expect.any(String), line: expect.any(Number) });
  });

  test('is silent on its good example', async () => {
    const findings = await found(good);
    expect(findings.filter(({ rule: fired }) => fired === id)).toEqual([]);
  });

  test('can be set to another severity, and off', async () => {
    const set = (severity: string) =>
      /^policy:/m.test(bad)
        ? bad.replace(/^policy: \{/m, `policy: { rules: { ${id}: ${severity} },`)
        : `${bad}policy: { rules: { ${id}: ${severity} } }\n`;
    expect((await found(set('error'))).map(({ severity }) => severity)).toEqual(['error']);
    expect(await found(set('off'))).toEqual([]);
  });
});
