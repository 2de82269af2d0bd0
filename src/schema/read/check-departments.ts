import { quoted } from '../../base/text.ts';
import { checkId, checkList, checkServes, checkUnique } from './check.ts';
import type { References } from './references.ts';

/** What departments name, and that none is above itself. */
export function checkDepartments(references: References): void {
  const { input, file, problems, departments, person, capabilities } = references;
  const list = input.departments ?? [];
  checkUnique(
    problems,
    'departments',
    list.map(({ id }) => id),
    (row, message) => file.problem(['departments', row, 'id'], message),
  );
  const parents = new Map<string, string>();
  list.forEach((department, index) => {
    const path = ['departments', index];
    checkId(references, departments, department.parent, [...path, 'parent']);
    checkId(references, person, department.head, [...path, 'head']);
    checkId(references, capabilities, department.capability, [...path, 'capability']);
    checkServes(references, department.serves, [...path, 'serves']);
    checkList(references, departments, department.servesUnits ?? [], [...path, 'servesUnits']);
    department.scorecard?.forEach(({ owner }, item) => {
      checkId(references, person, owner, [...path, 'scorecard', item, 'owner']);
    });
    if (department.parent !== undefined && !parents.has(department.id))
      parents.set(department.id, department.parent);
  });
  const checked = new Set<string>();
  list.forEach(({ id }, index) => {
    const chain: string[] = [];
    let at: string | undefined = id;
    while (at !== undefined && !checked.has(at)) {
      checked.add(at);
      chain.push(at);
      at = parents.get(at);
    }
    const start = at === undefined ? -1 : chain.indexOf(at);
    if (start === -1) return;
    const cycle = [...chain.slice(start), at!];
    const shown = cycle.length > 8 ? [...cycle.slice(0, 6), '…', at!] : cycle;
    const first = list.findIndex((department) => department.id === at);
    problems.add('departments that are above themselves', () =>
      file.problem(
        ['departments', first === -1 ? index : first, 'parent'],
        `The departments are above themselves: ${shown.map((name) => quoted(name)).join(' → ')}.`,
        'Let one of them have another parent, or none.',
      ),
    );
  });
}
