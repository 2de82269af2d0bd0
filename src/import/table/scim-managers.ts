import { isRecord } from './yaml-reading.ts';

/** The schema of RFC 7643, section 4.3, that has manager and department. */
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
/** Where managers beside the first stand once they were found. */
export const OTHERS = 'manager.others';

/** A key of that schema that is not in its map, but has its name before it. */
const FLAT = /enterprise:2\.0:User[:.](manager(?:id|[:.].+)?)$/i;

/** The manager of a SCIM user, however providers write it, as `manager.value` of the schema; others beside it. */
export function withScimManager(user: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const rest: Record<string, unknown> = Object.create(null);
  const given: unknown[] = [];
  const parts: Record<string, unknown> = Object.create(null);
  for (const [key, value] of Object.entries(user)) {
    const flat = FLAT.exec(key)?.[1]?.split(/[:.]/);
    if (/enterprise:2\.0:User$/i.test(key) && isRecord(value)) {
      const { manager, managerId, ...others } = value;
      given.push(manager, managerId);
      rest[ENTERPRISE] = others;
    } else if (flat === undefined) rest[key] = value;
    else if (flat.length === 1) given.push(value);
    else parts[flat[1]!] = value;
  }
  const [manager, ...others] = new Set([...given, parts].flatMap(namesOf));
  if (manager !== undefined) rest[`${ENTERPRISE}.manager.value`] = manager;
  if (others.length > 0) rest[`${ENTERPRISE}.${OTHERS}`] = others;
  return rest;
}

/** What names the managers in a value: an id where there is one, else a name. */
function namesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => (Array.isArray(one) ? [] : namesOf(one)));
  if (!isRecord(value)) return typeof value === 'string' || typeof value === 'number' ? textOf(value) : [];
  const { value: id, managerId, id: own, $ref, displayName } = value;
  const reference =
    typeof $ref === 'string' ? decoded($ref.split('/').findLast((part) => part !== '') ?? '') : '';
  const names = [id, managerId, own, reference, displayName].flatMap((one) =>
    typeof one === 'string' || typeof one === 'number' ? textOf(one) : [],
  );
  return names.slice(0, 1);
}

const textOf = (value: string | number): string[] => (String(value).trim() === '' ? [] : [String(value)]);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
