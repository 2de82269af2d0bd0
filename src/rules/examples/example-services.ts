import { team } from './example-people.ts';

const practice = (from: string, to: string) =>
  `  - { from: ${from}, to: ${to}, what: what works, kind: best-practice }`;

/** A cluster with a centre of expertise for sales and a finance department beside it. */
export const clusterWithServices = (
  name: string,
  {
    remit = ', decides: [CRM fields]',
    customers = ', servesUnits: [retail]',
    heard = true,
    cluster = '',
  }: {
    /** What the centre decides and advises. */
    readonly remit?: string;
    /** Whom finance works for. */
    readonly customers?: string;
    /** Whether the cluster hears from the centre. */
    readonly heard?: boolean;
    /** More of the cluster. */
    readonly cluster?: string;
  } = {},
): string => `
version: 1
name: ${name}
departments:
  - { id: retail, name: Retail, kind: cluster, head: vp${cluster} }
  - { id: selling, name: Centre for sales, kind: centre-of-expertise, head: s3, servesUnits: [retail]${remit} }
  - { id: finance, name: Finance, kind: common-service, head: f1${customers} }
people:
  - { id: chief, title: Chief Executive Officer }
  - { id: vp, title: Customer Cluster VP, capability: leadership, department: retail, manager: chief }
${team('Marketing Specialist', 'retail', 'vp', ['m1', 'm2'])}
${team('Sales Executive', 'retail', 'vp', ['s1', 's2'])}
${team('Account Manager', 'retail', 'vp', ['a1', 'a2'])}
  - { id: s3, title: Head of Sales, department: selling, manager: chief }
${team('Sales Executive', 'selling', 's3', ['s4', 's5', 's6'])}
  - { id: f1, title: Finance Manager, department: finance, manager: chief }
${team('Accountant', 'finance', 'f1', ['f2', 'f3', 'f4'])}
flows:
${practice('retail', 'selling')}
${heard ? practice('selling', 'retail') : '  - { from: selling, to: retail, what: dates of trainings }'}
`;
