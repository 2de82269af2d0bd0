/** People of the examples: accountants, whom no rule about serving customers looks at. */
export const accountants = (count: number, manager: string, prefix = 'a'): string =>
  Array.from(
    { length: count },
    (_, at) => `  - { id: ${prefix}${at + 1}, title: Accountant, department: finance, manager: ${manager} }`,
  ).join('\n');

/** People of one team who have a title in common. */
export const team = (title: string, department: string, manager: string, ids: readonly string[]): string =>
  ids
    .map((id) => `  - { id: ${id}, title: ${title}, department: ${department}, manager: ${manager} }`)
    .join('\n');
