import { team } from './example-people.ts';

/** A company with a department of four for each trade, and a journey whose steps are done by some of them. */
export const departmentsByTrade = <Id extends string>(
  name: string,
  trades: readonly (readonly [id: Id, title: string])[],
  steps: readonly NoInfer<Id>[],
): string => `
version: 1
name: ${name}
departments: [${trades.map(([id]) => `{ id: ${id}, head: ${id}-1, accountable: true }`).join(', ')}]
journeys:
  - id: usual
    steps:
${steps.map((capability, at) => `      - { id: s${at}, phase: acquire, capability: ${capability}, hours: 10 }`).join('\n')}
people:
  - { id: chief, title: Chief Executive Officer }
${trades
  .map(
    ([id, title]) =>
      `  - { id: ${id}-1, title: ${title}, department: ${id}, manager: chief }\n${team(
        title,
        id,
        `${id}-1`,
        [2, 3, 4].map((n) => `${id}-${n}`),
      )}`,
  )
  .join('\n')}
customers: [{ id: c1 }]
`;
