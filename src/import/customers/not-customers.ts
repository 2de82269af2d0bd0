import { UserError } from '../../base/errors.ts';
import { headerKey, quoted } from '../../base/text.ts';
import type { Overrides } from '../sources/mapping.ts';

/** Headers of what is sold once: of deals, of which a customer has several. */
const DEAL =
  /^(?:opportunit(?:y|ies)|deals?|verkaufschancen?|opportunité|oportunidad|opportunità)(?:id|no|nr|name|stage|owner|phase)?$/;
const OF_A_DEAL =
  /^(?:stage|probability|closedate|dealstage|amount|phase|betrag|montant|importe|importo|bedrag)$/;
/** Headers of hours that were worked, and of the day. */
const HOURS =
  /^(?:hours|hrs|hoursworked|timespent|duration|stunden|std|dauer|aufwand|heures|durée|horas|uren|ore|hoursbooked)$/;
const DAY = /^(?:date|day|workdate|bookingdate|datum|tag|buchungsdatum|jour|fecha|giorno|data|dag)$/;

/**
 * Refuses rows that are deals or hours and no customers: their stages and owners would be those of customers, and their sums
 * nobody's. Whoever names the column of customers has looked at it.
 * @throws UserError where rows are something that customers have several of.
 */
export function refuseEvents(
  file: string,
  header: readonly string[],
  /** Of each row, the customer that it names. */
  customers: readonly string[],
  overrides: Overrides,
): void {
  if (overrides.has('id') || overrides.has('name')) return;
  const keys = header.map((one) => headerKey(one.replace(/\s{0,4}[[(][^\])]{0,40}[\])]/g, '')));
  const repeat = new Set(customers).size < customers.length;
  const deals = keys.filter((key) => DEAL.test(key));
  if (deals.length > 0 && keys.some((key) => OF_A_DEAL.test(key)) && (repeat || deals.length > 1))
    throw new UserError(
      `${file} holds deals and no customers: ${quoted(header[keys.indexOf(deals[0]!)]!)} is one of several that a customer may have.`,
      'Take the list of accounts, and as revenue of each the sum of the deals it won in a year. If each row is a customer all the same: --map customers.name="Header".',
    );
  if (repeat && keys.some((key) => HOURS.test(key)) && keys.some((key) => DAY.test(key)))
    throw new UserError(
      `${file} holds hours that were worked and no customers: a customer stands in several rows.`,
      'Sum the hours of each customer by skill into a list of customers, in columns of hours a month such as "effort.support". If each row is a customer all the same: --map customers.name="Header".',
    );
}
