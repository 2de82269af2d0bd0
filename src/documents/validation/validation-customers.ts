import { grouped } from '../../base/grouped.ts';
import { quoted } from '../../base/text.ts';
import { COVERS } from '../../designs/cluster/basis/candidates.ts';
import { usableAttributes } from '../../designs/cluster/basis/usable.ts';
import { REVENUE_KNOWN } from '../../measures/summarise.ts';
import { effortOf } from '../../model/effort.ts';
import type { Attribute, Customers, Organisation } from '../../model/organisation.ts';
import type { ProfiledField } from '../../schema/documents/validation.ts';
import { type Count, filled, gap, known, percent } from './validation-gaps.ts';

/** What ways to group customers are compared by, beside what they need. */
const OUTCOMES = {
  margin: 'a margin',
  retention: 'a retention rate',
  satisfaction: 'a satisfaction score',
} as const;

const UNUSED = 'no figure rests on it yet';

/** Why customers are not grouped by an attribute although it is given. */
function unusable(attribute: Attribute, { attributeOptions }: Organisation): string {
  const name = quoted(attribute.name);
  if (attributeOptions[attribute.name]?.basis === false) return '';
  if (attribute.values.length < 2) return `${name} is the same for all: it does not group customers.`;
  if (attribute.numeric)
    return `${name} is a number, and clusters are built around it only if \`attributes\` says so.`;
  return `${name} has ${grouped(attribute.values.length)} values, too many for clusters to be built around it.`;
}

function profileAttributes(counting: Count, organisation: Organisation): ProfiledField[] {
  const { customers } = organisation;
  if (customers.attributes.length === 0)
    return [
      gap(
        counting,
        'attributes',
        'an attribute',
        0,
        () => 'customers can be grouped only by what else is known of them, if anything is',
      ),
    ];
  const usable = new Set(usableAttributes(organisation));
  const all = customers.customers.reduce((sum, number) => sum + number, 0);
  return customers.attributes.map((attribute) => {
    const field = `attributes.${attribute.name}`;
    let given = 0;
    let covered = 0;
    attribute.codes.forEach((code, row) => {
      if (code < 0) return;
      given++;
      covered += customers.customers[row]!;
    });
    if (given > 0 && !usable.has(attribute))
      return filled(counting, field, given, unusable(attribute, organisation));
    return gap(counting, field, `a value of ${quoted(attribute.name)}`, given, (none) => {
      if (none) return 'customers cannot be grouped by it';
      return covered < COVERS * all
        ? `it covers ${percent(covered / all)} of the customers, and clusters are chosen by what covers ${percent(COVERS)}`
        : 'in clusters built around it they are a group of their own';
    });
  });
}

/** Rows with hours for any capability. */
function withEffort({ effort, count }: Customers): number {
  const columns = [...effort.values()];
  let given = 0;
  for (let row = 0; row < count; row++) if (columns.some((hours) => !Number.isNaN(hours[row]!))) given++;
  return given;
}

/** How complete the fields of customers are, and what the gaps do to the results. Linear in the rows. */
export function profileCustomers(organisation: Organisation): ProfiledField[] {
  const { customers, relationships, context } = organisation;
  const counting: Count = {
    entity: 'customer',
    of: customers.count,
    one: 'row of customers',
    many: 'rows of customers',
  };
  if (customers.count === 0)
    return [
      filled(
        counting,
        'id',
        0,
        'The file has no customers: the departments they deal with, hand-offs and every other figure of a journey are not known, and there are no clusters.',
      ),
    ];
  let owned = 0;
  for (let row = 0; row < customers.count; row++)
    if (relationships.start[row + 1]! > relationships.start[row]!) owned++;
  // A prospect has no revenue that could be known.
  const all = customers.prospect.every((one) => one === 1);
  const paying = customers.revenue.filter((_, row) => all || customers.prospect[row] === 0);
  const revenues = known(paying);
  const spread = effortOf(organisation).by === 'revenue' ? 'revenue' : 'number';
  const outcome = (field: keyof typeof OUTCOMES) =>
    gap(counting, field, OUTCOMES[field], known(customers[field]), (none) =>
      none
        ? `clusters are chosen without regard to ${field}`
        : `they are left out where ways to group customers are compared by ${field}`,
    );
  return [
    gap(counting, 'name', 'a name', known(customers.name), () => 'they are shown by id'),
    gap(counting, 'owner', 'an owner', owned, (none) =>
      none
        ? 'how many customer relationships a design keeps is not known'
        : 'customer relationships kept are those of the others',
    ),
    gap(
      counting,
      'market',
      'a market',
      customers.market.reduce((sum, market) => sum + (market >= 0 ? 1 : 0), 0),
      (none) => {
        if (context.market !== undefined) return '';
        return none
          ? 'whether clusters suit the market is not judged'
          : 'the mix of markets is that of the others';
      },
    ),
    gap({ ...counting, of: paying.length }, 'revenue', 'a revenue', revenues, () =>
      revenues < REVENUE_KNOWN * paying.length
        ? `figures are weighted by number only, where ${percent(REVENUE_KNOWN)} would let them be weighted by revenue`
        : 'they weigh nothing where figures are weighted by revenue',
    ),
    outcome('margin'),
    outcome('retention'),
    outcome('satisfaction'),
    gap(counting, 'acquisitionCost', 'an acquisition cost', known(customers.acquisitionCost), () => UNUSED),
    gap(counting, 'effort', 'hours of effort', withEffort(customers), (none) =>
      none
        ? `clusters cannot be chosen by need, and effort is spread over customers by ${spread}`
        : `their effort is spread by ${spread}`,
    ),
    ...profileAttributes(counting, organisation),
  ];
}
