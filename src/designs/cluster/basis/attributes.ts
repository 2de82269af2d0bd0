import type { Attribute, Organisation } from '../../../model/organisation.ts';

/** Share of customers that must have a value of the attribute. */
export const COVERS = 0.9;
/** More groups than this are identifiers rather than a way to group customers. */
const MOST_GROUPS = 60;

/** Attributes that clusters may be built around: categorical, or declared so, or cut into declared classes. */
export function usableAttributes(organisation: Organisation): readonly Attribute[] {
  return organisation.customers.attributes.filter((attribute) => {
    const option = organisation.attributeOptions[attribute.name];
    if (option?.basis === false) return false;
    if (attribute.values.length < 2 || attribute.values.length > MOST_GROUPS) return false;
    return !attribute.numeric || option?.basis === true;
  });
}
