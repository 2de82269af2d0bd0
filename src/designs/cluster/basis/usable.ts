import type { Attribute, Organisation } from '../../../model/organisation.ts';

/** More groups than this are identifiers rather than a way to group customers. */
const MOST_GROUPS = 60;

/** From so many customers on, an attribute of which nearly everyone has a value of their own is an identifier. */
const ENOUGH_TO_TELL = 10;
const NEARLY_UNIQUE = 0.8;

/** Names of attributes that say how to reach, pay or file a customer, never what customers have in common. */
const NO_BASIS =
  /\b(address|street|phone|telephone|mobile|fax|e ?mail|bank|iban|locale|notes?|remarks?|comments?|status)\b/;

/** Names of attributes that say how large a customer is: a basis only where the file declares it. */
const SIZE = /\b(turnover|revenue|headcount|employees|size|(floor|surface|sales) area)\b|^area$/;

/** A name in plain words: `AccountStatus` and `account_status` are "account status". */
const plain = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_\-./]/g, ' ')
    .toLowerCase();

const isNearlyUnique = ({ codes, values }: Attribute): boolean => {
  let given = 0;
  for (const code of codes) if (code >= 0) given++;
  return given >= ENOUGH_TO_TELL && values.length > NEARLY_UNIQUE * given;
};

/** Attributes that clusters may be built around: categorical, or declared so, or cut into declared classes. */
export function usableAttributes(organisation: Organisation): readonly Attribute[] {
  return organisation.customers.attributes.filter((attribute) => {
    const declared = organisation.attributeOptions[attribute.name]?.basis;
    if (declared === false) return false;
    if (attribute.values.length < 2 || attribute.values.length > MOST_GROUPS) return false;
    if (declared === true) return true;
    const name = plain(attribute.name);
    return !attribute.numeric && !NO_BASIS.test(name) && !SIZE.test(name) && !isNearlyUnique(attribute);
  });
}

/** What companies commonly group customers by, where data cannot choose, in this order. */
const CONVENTION: readonly RegExp[] = [
  /\b(industry|sector|branch)\b/,
  /\bsegment\b/,
  /\b(life ?stage|life ?cycle|stage)\b/,
  /\bbusiness model\b/,
  /\b(territory|region|country|state|market)\b/,
];

/** Place of an attribute in the order by convention; those that it does not name come last. */
export function conventionOf(attribute: string): number {
  const at = CONVENTION.findIndex((words) => words.test(plain(attribute)));
  return at < 0 ? CONVENTION.length : at;
}
