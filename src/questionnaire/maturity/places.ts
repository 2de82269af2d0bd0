import type { Origin } from '../../model/organisation.ts';
import type { Place } from '../../schema/documents/finding.ts';

/** A place as documents have it; null for none. */
export function placeOf(origin: Origin | undefined): Place {
  if (origin === undefined) return null;
  const { file, line, column, generated } = origin();
  return { file, line, column, ...(generated ? { generated } : {}) };
}
