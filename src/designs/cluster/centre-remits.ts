/** What a centre of expertise mandates in all clusters, and what it only advises. */
interface Remit {
  readonly decides: readonly string[];
  readonly advises: readonly string[];
}

/**
 * What is common to all clusters for the customer, the law or the systems is mandated; how each works with its own customers is
 * advised. A judgement, proposed for the company to change.
 */
const REMITS: Readonly<Record<string, Remit>> = {
  marketing: {
    decides: ['brand and name', 'consent and data of customers', 'marketing systems'],
    advises: ['campaigns for its own customers', 'content', 'what to test'],
  },
  sales: {
    decides: ['stages of a sale and what is recorded of it', 'limits of discounts', 'sales systems'],
    advises: ['how to approach its own customers', 'negotiation', 'training'],
  },
  'account-management': {
    decides: ['the record of a customer', 'how renewals and risks are recorded'],
    advises: ['account plans', 'reviews with customers', 'training'],
  },
  support: {
    decides: ['priorities of requests and how they are escalated', 'the ticket system', 'the knowledge base'],
    advises: ['service hours for its own customers', 'how faults are prevented', 'training'],
  },
  operations: {
    decides: ['safety and quality standards', 'planning systems'],
    advises: ['schedules for its own customers', 'training'],
  },
};

const OTHERS: Remit = {
  decides: ['common processes', 'common systems and data'],
  advises: ['ways of working with its own customers', 'training'],
};

export const remitOf = (capability: string): Remit =>
  Object.hasOwn(REMITS, capability) ? REMITS[capability]! : OTHERS;
