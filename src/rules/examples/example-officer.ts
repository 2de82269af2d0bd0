import { team } from './example-people.ts';

interface Organised {
  /** Whom the officer reports to. */
  readonly cco: 'chief' | 'sales';
  readonly model?: string;
  /** Whom the heads of the two departments report to. */
  readonly heads?: 'chief' | 'cco';
}

/** A company of two departments that face customers, with an officer. */
export const organised = ({ cco, model = 'minister', heads = 'chief' }: Organised): string => `
version: 1
name: Officer
customerOfficer: { person: cco, model: ${model} }
people:
  - { id: chief, title: Chief Executive Officer }
  - { id: cco, title: Chief Customer Officer, department: ${cco === 'chief' ? 'office, manager: chief' : 'sales, manager: s1'} }
${team('Sales Executive', 'sales', heads, ['s1'])}
${team('Sales Executive', 'sales', 's1', ['s2', 's3', 's4'])}
${team('Account Manager', 'accounts', heads, ['a1'])}
${team('Account Manager', 'accounts', 'a1', ['a2', 'a3', 'a4'])}
`;
