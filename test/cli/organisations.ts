const person = (id: string, department: string, manager: string, title: string): string =>
  `  - { id: ${id}, name: Winnow ${id}, department: ${department}, manager: ${manager}, title: ${title} }`;

const DEPARTMENTS = [
  ['marketing', 'Marketing Specialist'],
  ['sales', 'Sales Representative'],
  ['accounts', 'Account Manager'],
  ['support', 'Customer Support Specialist'],
] as const;

/** A company where every department has a head and this many people below. */
const organisation = (name: string, sizes: Readonly<Record<string, number>>): string => {
  const people = DEPARTMENTS.flatMap(([department, title]) => [
    person(`${department}-0`, department, 'chief', title),
    ...Array.from({ length: sizes[department] ?? 5 }, (_, index) =>
      person(`${department}-${index + 1}`, department, `${department}-0`, title),
    ),
  ]);
  const customers = Array.from(
    { length: 8 },
    (_, index) =>
      `  - { id: c${index}, revenue: ${1000 + index}, market: b2b, owner: accounts-${(index % 4) + 1}, attributes: { industry: ${index % 2 === 0 ? 'retail' : 'energy'} } }`,
  );
  return `version: 1
name: ${name}
context: { staff: 400 }
people:
  - { id: chief, name: Winnow Chief, title: Chief Executive Officer }
${people.join('\n')}
customers:
${customers.join('\n')}
`;
};

export const CLEAN_ORGANISATION = organisation('Clean & Co', {});

/** A team of two. */
export const ORGANISATION_WITH_WARNING = organisation('Warning & Co', { support: 1 });
