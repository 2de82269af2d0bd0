import { quoted } from '../../base/text.ts';
import { checkColumn, type References } from './references.ts';

/**
 * Who reports to whom, and who owns customers. What is not known there is a finding of a file that is read; of one that is refused
 * nothing would be told of it before the next run.
 */
export function checkLines(references: References): void {
  const { people, customers, person, problems } = references;
  const { rows } = people;
  const lines = [...rows.lines].flatMap(([row, all]) => all.map(({ to }) => ({ row, to })));
  checkColumn(
    references,
    person,
    rows.manager,
    (row, message, hint) => ({ ...people.problem(row, 'manager', message, hint), isFinding: true }),
    ['person', 'people'],
  );
  checkColumn(
    references,
    person,
    lines.map(({ to }) => to),
    (entry, message, hint) => ({
      ...people.problem(lines[entry]!.row, 'managers', message, hint),
      isFinding: true,
    }),
    ['person', 'people'],
  );
  const owners = [...customers.rows.owner].flatMap(([row, all]) => all.map((owner) => ({ row, owner })));
  checkColumn(
    references,
    person,
    owners.map(({ owner }) => owner),
    (entry, message, hint) => ({
      ...customers.problem(owners[entry]!.row, 'owner', message, hint),
      isFinding: true,
    }),
    ['customer', 'customers'],
  );
  const rowOf = new Map(rows.id.map((id, row) => [id, row]));
  const above = new Map<string, string>();
  rows.id.forEach((id, row) => {
    const all = rows.lines.get(row) ?? [];
    const first = all.find(({ weight }) => weight === Math.max(...all.map((line) => line.weight)));
    const to = rows.manager[row] || first?.to;
    if (to !== undefined && to !== '' && !above.has(id)) above.set(id, to);
  });
  for (const circle of circlesOf(above))
    problems.add('people who report to each other in a circle', () => ({
      ...people.problem(
        rowOf.get(circle[0]!)!,
        'manager',
        circle.length === 1
          ? `${quoted(circle[0]!)} reports to themselves.`
          : `People report to each other in a circle: ${shownCircle(circle)}.`,
        'Let one of them report to somebody else, or to nobody.',
      ),
      isFinding: true,
    }));
}

/** The ids of a circle, and the first of them again; of many the first six. */
export function shownCircle(circle: readonly string[]): string {
  const shown = circle.length > 7 ? [...circle.slice(0, 6), '…', circle[0]!] : [...circle, circle[0]!];
  return shown.map((name) => quoted(name)).join(' → ');
}

/** Those who are above themselves, each circle once, from where it was entered. Linear. */
export function circlesOf(above: ReadonlyMap<string, string>): string[][] {
  const checked = new Set<string>();
  const circles: string[][] = [];
  for (const start of above.keys()) {
    const chain: string[] = [];
    let at: string | undefined = start;
    while (at !== undefined && !checked.has(at)) {
      checked.add(at);
      chain.push(at);
      at = above.get(at);
    }
    const entered = at === undefined ? -1 : chain.indexOf(at);
    if (entered !== -1) circles.push(chain.slice(entered));
  }
  return circles;
}
