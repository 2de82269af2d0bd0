import { expect, test } from 'vitest';
import { findingsOfRule } from '../findings.ts';

/** A unit of two below the chief, of this kind. */
const pair = (kind: string) => `
version: 1
name: Two of them
departments:
  - { id: unit, name: Unit${kind} }
  - { id: unit2, name: Others }
people:
  - { id: chief, title: Chief Executive Officer }
  - { id: lead, title: Sales Manager, department: unit, manager: chief }
  - { id: other, title: Sales Executive, department: unit, manager: lead }
  - { id: m1, title: Marketing Director, department: unit2, manager: chief }
  - { id: m2, title: Finance Director, department: unit2, manager: chief }
`;

test('the head of a centre of expertise of two is no manager of one: so small it is meant to be', async () => {
  expect(await findingsOfRule('one-report-manager', pair(', kind: centre-of-expertise'))).toEqual([]);
  expect(await findingsOfRule('one-report-manager', pair(', kind: common-service'))).toHaveLength(1);
});
