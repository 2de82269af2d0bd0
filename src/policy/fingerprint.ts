import { createHash } from 'node:crypto';
import type { Cause } from '../rules/same-cause.ts';

const LENGTH = 32;

/**
 * Gives each finding the same mark in every run: a hash of its rule and of what it is on, with what tells structures apart
 * where several are checked. Of several with one cause the second and later ones are numbered.
 */
export function fingerprints(): (structure: readonly string[], cause: Cause) => string {
  const seen = new Map<string, number>();
  return (structure, { rule, entity: { kind, id } }) => {
    // As for the ratchet, an organisation that gets another name is still the organisation.
    const parts = [...structure, rule, kind, kind === 'organisation' ? '' : id];
    const key = JSON.stringify(parts);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    const text = nth === 1 ? key : JSON.stringify([...parts, nth]);
    return createHash('sha256').update(text).digest('hex').slice(0, LENGTH);
  };
}
