import { memo } from '../../../base/memo.ts';
import { unfitByName, unfitByValues } from '../../../languages/customer-attributes.ts';
import type { Attribute, Organisation, People } from '../../../model/organisation.ts';

/** More groups than this are identifiers rather than a way to group customers. */
const MOST_GROUPS = 60;

/** From so many customers on, an attribute of which nearly everyone has a value of their own is an identifier. */
const ENOUGH_TO_TELL = 10;
const NEARLY_UNIQUE = 0.8;

const isNearlyUnique = ({ codes, values }: Attribute): boolean => {
  let given = 0;
  for (const code of codes) if (code >= 0) given++;
  return given >= ENOUGH_TO_TELL && values.length > NEARLY_UNIQUE * given;
};

const arePeople = memo(({ id, name }: People, values: readonly string[]): boolean => {
  const left = new Set(values);
  for (let seat = 0; seat < id.length; seat++) {
    left.delete(name[seat]!);
    left.delete(id[seat]!);
  }
  return left.size * 2 < values.length;
});

/** Whether its values are people of the company: who works for a customer is what a design decides. */
export const namesPeople = ({ people }: Organisation, { values }: Attribute): boolean =>
  arePeople(people, values);

/** Attributes that clusters may be built around: categorical, or declared so, or cut into declared classes. */
export function usableAttributes(organisation: Organisation): readonly Attribute[] {
  return organisation.customers.attributes.filter((attribute) => {
    const declared = organisation.attributeOptions[attribute.name]?.basis;
    if (declared === false) return false;
    if (attribute.values.length < 2 || attribute.values.length > MOST_GROUPS) return false;
    if (declared === true) return true;
    return (
      !attribute.numeric &&
      unfitByName(attribute.name) === undefined &&
      !unfitByValues(attribute.values) &&
      !isNearlyUnique(attribute) &&
      !namesPeople(organisation, attribute)
    );
  });
}
