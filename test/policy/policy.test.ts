import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { UserError } from '../../src/base/errors.ts';
import { policySchema } from '../../src/policy/policy.ts';
import { presets } from '../../src/rules/presets.ts';
import { policyOf } from '../documents/check/checked.ts';
import { ruleIds } from '../support/organisations.ts';

const problemsOf = async (text: string): Promise<string[]> => {
  try {
    await policyOf(text);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.problems.map(
      ({ at, message, hint }) =>
        `${at === undefined ? '' : `${at.line}:${at.column} `}${message} | ${hint ?? ''}`,
    );
  }
  throw new Error('It was read without a problem.');
};

describe('a policy', () => {
  test('is read whole', async () => {
    const policy = await policyOf(`version: 1
extends: [recommended, clusters]
failOn: warning
maxWarnings: 3
maxMoved: 0.25
rules:
  team-too-small: error
  span-too-wide: { severity: note, maximumSpan: 10 }
  waiver-unused: off
overrides:
  - { departments: [00123], kinds: [cluster], rules: { team-too-small: { minimumTeam: 3 } } }
measures:
  silos.effective: { max: 2, tolerance: 0.1 }
  spans.median: {}
waivers:
  - { rule: team-too-small, entity: 0x1F, reason: Because, owner: Ada, expires: 2027-01-31 }
`);
    expect(policy).toMatchObject({
      extends: ['recommended', 'clusters'],
      failOn: 'warning',
      maxWarnings: 3,
      maxMoved: 0.25,
      overrides: [{ departments: ['00123'], kinds: ['cluster'] }],
      waivers: [{ entity: '0x1F', expires: '2027-01-31' }],
    });
    expect(policy.rules['span-too-wide']).toEqual({ severity: 'note', maximumSpan: 10 });
    expect(policy.at(['waivers', 0])).toMatchObject({ file: 'orgdesign.config.yaml', line: 16, column: 5 });
  });

  test('tells what it does not know, where, and what was probably meant', async () => {
    expect(
      await problemsOf(`version: 1
extends: recomended
rules:
  team-to-large: error
  team-too-small: eror
  span-too-wide: { maximumspan: 3 }
measures:
  silos.efective: { max: 2 }
  silos.count: { maximum: 2 }
waivers: [{ rule: team-to-small, entity: a, reason: b }]
`),
    ).toEqual([
      expect.stringMatching(/^2:10 extends: expected .* \| Did you mean "recommended"\?$/),
      '4:3 Unknown key "team-to-large" in rules. | Did you mean "team-too-large"?',
      expect.stringMatching(/^5:19 rules\.team-too-small: expected .* \| Did you mean "error"\?$/),
      '6:20 Unknown key "maximumspan" in rules.span-too-wide. | Did you mean "maximumSpan"?',
      '8:3 Unknown key "silos.efective" in measures. | Did you mean "silos.effective"?',
      expect.stringMatching(/^9:18 Unknown key "maximum" in measures\.silos\.count\./),
      expect.stringMatching(/^10:11 waivers\.owner is missing\./),
      expect.stringMatching(/^10:19 waivers\.rule: "team-to-small" is not the id of a rule\./),
    ]);
  });

  test('tells what has no meaning', async () => {
    expect(
      await problemsOf(`version: 1
overrides: [{ rules: { team-too-small: off } }]
measures:
  silos.count: { min: 3, max: 2 }
  spans.median: { tolerance: 1 }
waivers:
  - { rule: team-to-small, reason: a, owner: b }
`),
    ).toEqual([
      expect.stringMatching(/^2:13 overrides: it names neither departments nor kinds/),
      expect.stringMatching(/^4:16 measures\.silos\.count: the least, 3, is above the most, 2\./),
      expect.stringMatching(/^5:17 measures\.spans\.median: neither a higher nor a lower figure/),
      '7:13 waivers.rule: "team-to-small" is not the id of a rule. | Did you mean "team-too-small"?',
    ]);
  });

  test('of another version is refused as such', async () => {
    expect(await problemsOf('version: 2\nnew: key\n')).toEqual([
      expect.stringMatching(/^1:10 version: expected 1, found the number 2\./),
    ]);
  });

  test('names in every preset only rules that there are, and no preset can be changed', () => {
    expect([...presets.keys()]).toEqual(['recommended', 'strict', 'clusters', 'lifecycle']);
    for (const preset of presets.values()) {
      expect(ruleIds).toEqual(expect.arrayContaining(Object.keys(preset)));
      expect(Object.isFrozen(preset)).toBe(true);
    }
    expect(Object.keys(presets.get('recommended')!).sort()).toEqual([...new Set(ruleIds)].sort());
    expect(presets.get('strict')).toMatchObject({ 'team-large': 'warning', 'team-too-small': 'error' });
  });

  test('is shown in the guide as it can be read', async () => {
    const guide = readFileSync(new URL('../../docs/guide.md', import.meta.url), 'utf8');
    const [, text] = /```yml\n(# yaml-language-server[\s\S]*?)```/.exec(guide) ?? [];
    expect((await policyOf(text!)).waivers).toHaveLength(1);
  });

  test('gives editors every rule with what it is for', () => {
    const schema = z.toJSONSchema(policySchema(), { io: 'input', target: 'draft-07' }) as unknown as {
      properties: { rules: { properties: Record<string, { description: string }> } };
    };
    const { properties } = schema.properties.rules;
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(ruleIds));
    expect(properties['team-too-small']!.description).toContain('fewer people');
  });
});
