import { describe, expect, it } from 'vitest';
import { BUILT_IN_CAPABILITY_IDS } from '../../src/schema/input/capability.ts';
import { loadOrganisation } from '../../src/schema/read/load.ts';
import { memoryFiles } from '../source/memory-files.ts';
import { linesOf, load } from './load-memory.ts';

const VALID = `version: 1
name: Acme
asOf: 2024-01-01
people:
  - { id: p1, department: d1, capability: sales, secondary: [welding], serves: [c1] }
  - { id: p2, manager: p1, department: d2 }
  - { id: gone, end: 2020-01-01 }
customers:
  - { id: c1, journey: j1, effort: { welding: 3 }, attributes: { industry: retail } }
capabilities: { welding: {} }
departments:
  - { id: d1, head: p1, capability: welding, serves: [c1] }
  - { id: d2, parent: d1, serves: { where: { industry: [retail] } } }
journeys:
  - id: j1
    serves: all
    steps:
      - { phase: identify, capability: marketing }
      - { id: close, phase: acquire, capability: welding, reworkTo: 1 }
attributes: { industry: { basis: true } }
interactions: [{ from: p1, to: p2 }]
designs:
  functional: { pinned: { p1: sales } }
  lifecycle: { shares: { welding: { acquire: 1 } }, pinned: { p2: retain } }
  cluster: { basis: industry, include: [welding], exclude: [operations], pinned: { p1: cluster/retail } }
policy: { rules: { team-too-small: off } }
`;

/** The valid file with one text in place of another. */
function changed(from: string, to: string): string {
  expect(VALID).toContain(from);
  return VALID.replace(from, to);
}

describe('references', () => {
  it('that hold are no problem', async () => {
    await load(VALID);
    for (const id of BUILT_IN_CAPABILITY_IDS) await load(changed('capability: sales', `capability: ${id}`));
  });

  it.each<[string, string, string]>([
    [
      'id: p2',
      'id: p1',
      'org.yaml:6:11 The id "p1" is given twice among the people; previously defined at line 5.',
    ],
    [
      'id: d2',
      'id: d1',
      'org.yaml:13:11 The id "d1" is given twice among the departments; previously defined at line 12.',
    ],
    [
      '- { id: c1,',
      '- { id: c1 }\n  - { id: c1,',
      'org.yaml:10:11 The id "c1" is given twice among the customers; previously defined at line 9.',
    ],
    [
      '- id: j1',
      '- { id: j1, steps: [{ phase: retain, capability: sales }] }\n  - id: j1',
      'The id "j1" is given twice among the journeys; previously defined at line 15.',
    ],
    [
      'id: close',
      'id: 1',
      'org.yaml:19:15 The id "1" is given twice among the steps of a journey; previously defined at line 18.',
    ],
    [
      'department: d2',
      'department: dd2',
      'org.yaml:6:40 "dd2" is not a department; 1 person names it. | Did you mean "d2"?',
    ],
    [
      'parent: d1',
      'parent: x9',
      'org.yaml:13:23 departments.parent: "x9" is not a department. | Declare it in `departments:`.',
    ],
    ['head: p1', 'head: pp1', 'departments.head: "pp1" is not a person. | Did you mean "p1"?'],
    [
      'head: p1',
      'head: gone',
      'departments.head: "gone" is not a person. | That person is not there on 2024-01-01 (asOf).',
    ],
    ['head: p1', 'parent: d2', 'org.yaml:12:23 The departments are above themselves: "d1" → "d2" → "d1".'],
    [
      'capability: sales',
      'capability: sale',
      'org.yaml:5:43 "sale" is not a capability; 1 person names it. | Did you mean "sales"?',
    ],
    [
      'secondary: [welding]',
      'secondary: [welbing]',
      '"welbing" is not a capability; 1 person names it. | Did you mean "welding"?',
    ],
    [
      'head: p1, capability: welding',
      'capability: brewing',
      'departments.capability: "brewing" is not a capability.',
    ],
    [
      'effort: { welding: 3 }',
      'effort: { brewing: 3 }',
      'org.yaml:9:38 effort: "brewing" is not a capability. | Declare it in `capabilities:`.',
    ],
    [
      'capability: marketing',
      'capability: marketting',
      'journeys.steps.capability: "marketting" is not a capability. | Did you mean "marketing"?',
    ],
    [
      'reworkTo: 1',
      'reworkTo: 3',
      'journeys.steps.reworkTo: "3" is not a step of this journey. | Steps: "1", "close".',
    ],
    [
      'journey: j1',
      'journey: j2',
      '"j2" is not a journey; 1 customer names it. | Declare it in `journeys:`.',
    ],
    [
      'serves: [c1] }\n  - { id: d2',
      'serves: [c9] }\n  - { id: d2',
      'departments.serves: "c9" is not a customer. | No customer of the file has this id.',
    ],
    [
      'where: { industry',
      'where: { industy',
      'departments.serves.where: "industy" is not an attribute. | Did you mean "industry"?',
    ],
    [
      'serves: all',
      'serves: { where: { market: b2b } }',
      'journeys.serves.where: "market" is not an attribute. | Attributes of the customers: "industry".',
    ],
    [
      'attributes: { industry: { basis',
      'attributes: { industri: { basis',
      'org.yaml:20:15 attributes: "industri" is not an attribute. | Did you mean "industry"?',
    ],
    ['to: p2 }', 'to: p3 }', 'interactions.to: "p3" is not a person. | No person of the file has this id.'],
    [
      'from: p1',
      'from: nobody',
      'interactions.from: "nobody" is not a person. | No person of the file has this id.',
    ],
    [
      'pinned: { p1: sales }',
      'pinned: { p7: sales }',
      'org.yaml:23:27 designs.functional.pinned: "p7" is not a person.',
    ],
    [
      'pinned: { p1: sales }',
      'pinned: { p1: sails }',
      'designs.functional.pinned.p1: "sails" is not a capability. | Did you mean "sales"?',
    ],
    ['pinned: { p2: retain }', 'pinned: { x: retain }', 'designs.lifecycle.pinned: "x" is not a person.'],
    [
      'pinned: { p1: cluster/retail }',
      'pinned: { x: retail }',
      'designs.cluster.pinned: "x" is not a person.',
    ],
    [
      'shares: { welding',
      'shares: { wedding',
      'designs.lifecycle.shares: "wedding" is not a capability. | Did you mean "welding"?',
    ],
    ['basis: industry', 'basis: size', 'designs.cluster.basis: "size" is not an attribute.'],
    [
      'industry: retail } }',
      'industry: "" } }',
      'org.yaml:25:21 designs.cluster.basis: "industry" is not an attribute that any customer has a value of. | Give the customers values of it, or name another attribute.',
    ],
    [
      'industry: { basis: true }',
      'industry: { stages: [{ value: new }, { value: new }] }',
      'The id "new" is given twice among the stages of an attribute; previously defined at line 20.',
    ],
    ['include: [welding]', 'include: [x]', 'designs.cluster.include: "x" is not a capability.'],
    [
      'exclude: [operations]',
      'exclude: [operation]',
      'designs.cluster.exclude: "operation" is not a capability. | Did you mean "operations"?',
    ],
    [
      'team-too-small: off',
      'team-to-small: off',
      'policy.rules: "team-to-small" is not a rule. | Did you mean "team-too-small"?',
    ],
  ])('%s → %s', async (from, to, expected) => {
    expect((await linesOf(changed(from, to))).join('\n')).toContain(expected);
  });

  it('are all reported at once', async () => {
    const yaml = changed('head: p1', 'head: x')
      .replace('reworkTo: 1', 'reworkTo: 9')
      .replace('to: p2 }', 'to: y }');
    expect(await linesOf(yaml)).toHaveLength(3);
  });

  it('leave rules alone where none are known', async () => {
    const files = memoryFiles({ 'org.yaml': changed('team-too-small', 'of-another-release') });
    expect((await loadOrganisation('org.yaml', files)).input.policy.rules).toEqual({
      'of-another-release': 'off',
    });
  });
});
