import { counted } from '../../base/text.ts';
import { isDivision } from '../../model/units.ts';
import { accountants } from '../examples/companies.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';

const company = (more: string) => `
version: 1
name: An empty department
departments:
  - { id: finance, name: Finance }
${more}people:
  - { id: m1, title: Finance Manager, department: finance }
${accountants(3, 'm1')}
`;

export const emptyDepartment = defineRule({
  id: 'empty-department',
  about: 'data',
  severity: 'warning',
  summary: 'Departments have nobody in them, nor in any department below.',
  why: {
    text: 'Either the department was closed and the file still has it, or its people are missing: then every figure is wrong by them.',
    source: 'orgdesign, model section 2',
  },
  examples: { bad: company('  - { id: legal, name: Legal }\n'), good: company('') },
  *check(view) {
    const { organisation } = view;
    const { units } = organisation;
    const { start } = view.members();
    const filled = new Uint8Array(units.length);
    units.forEach((_, unit) => {
      if (start[unit + 1]! === start[unit]!) return;
      for (let at = unit; at >= 0 && filled[at] === 0; at = units[at]!.parent) filled[at] = 1;
    });
    // A cluster or phase with nobody in it is told as too small.
    const empty = units.filter(
      (unit, index) =>
        filled[index] === 0 && !isDivision(unit) && unit.kind !== 'cluster' && unit.kind !== 'phase',
    );
    if (empty.length === 0) return;
    yield {
      message: `${counted(empty.length, 'department has', 'departments have')} nobody in ${empty.length === 1 ? 'it' : 'them'}, nor in any department below.`,
      count: empty.length,
      examples: examplesOf(empty, ({ name }) => name),
      at: empty[0]!.origin,
    };
  },
});
