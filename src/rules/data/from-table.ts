/** An example for rules on how files are read: a department whose people stand in a table, with one more column. */
export const fromTable = (header: string, cell: string) => `
# With this people.csv beside it:
#   id,title,department,manager${header}
#   m1,Finance Manager,finance,${cell}
#   a1,Accountant,finance,m1${cell}
#   a2,Accountant,finance,m1${cell}
#   a3,Accountant,finance,m1${cell}
version: 1
name: From a table
people: { file: people.csv }
`;
