import { UserError } from '../../base/errors.ts';
import { didYouMean, quoted } from '../../base/text.ts';

/** Fields to headers, of people and of customers, from `--map field="Header"`. */
export const columnOverrides = async (
  given: readonly string[],
): Promise<{ peopleColumns: Map<string, string>; customerColumns: Map<string, string> }> => {
  const [{ PEOPLE_FIELDS }, { CUSTOMER_FIELDS }] = await Promise.all([
    import('../../import/sources/source.ts'),
    import('../../import/customers/customer-fields.ts'),
  ]);
  const people: readonly string[] = PEOPLE_FIELDS;
  const customers: readonly string[] = CUSTOMER_FIELDS;
  const columns = { peopleColumns: new Map<string, string>(), customerColumns: new Map<string, string>() };
  for (const entry of given) {
    const at = entry.indexOf('=');
    const named = entry.slice(0, at).trim();
    const header = entry
      .slice(at + 1)
      .trim()
      .normalize('NFC');
    const prefix = /^(people|customers)\./.exec(named);
    const field = prefix === null ? named : named.slice(prefix[0].length);
    const ofPeople = prefix === null ? people.includes(field) : prefix[1] === 'people';
    if (!(ofPeople ? people : customers).includes(field)) {
      const known = [...people, ...customers.map((one) => `customers.${one}`)];
      throw new UserError(
        `--map: there is no field ${quoted(named)}.`,
        didYouMean(named, known) ?? `Fields: ${known.join(', ')}.`,
      );
    }
    (ofPeople ? columns.peopleColumns : columns.customerColumns).set(field, header);
  }
  return columns;
};
