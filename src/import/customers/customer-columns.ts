import { quoted } from '../../base/text.ts';
import { amount, decimalMark } from '../amounts.ts';
import type { Journal } from '../journal.ts';
import { FEWEST, MOST, NEARLY_ALL } from '../people/file-columns.ts';
import type { Likeness } from '../people/manager-columns.ts';
import type { People } from '../people/references.ts';
import { isMail } from '../people/short-ids.ts';
import type { Overrides } from '../sources/mapping.ts';
import { type CustomerField, marketOf } from './customer-fields.ts';
import type { CustomerFile } from './read-customers.ts';

/** What a header of owners has in it, in whatever language. */
const OWNER_HEADER =
  /owner|mgr|manager|\breps?\b|seller|sales ?person|executive|handler|advis[eo]r|relationship|account lead|betreu|zust[äa]ndig|ansprech|vertrieb|verk[äa]uf|commercial|comercial|charg[ée]|gestion|gestor|agent|beheerder|assigned|responsible|responsab/i;
/** Words of a header that are written as one, as in `SupportRepId`. */
const apart = (header: string): string => header.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replaceAll('_', ' ');
const STAFF_COUNT =
  /employees|staff|headcount|count|number of|qty|quantity|anzahl|mitarbeiter|effectif|empleados|medewerkers|dipendenti/i;
const MARKET_HEADER = /segment|type|typ$|kind|kundenart/i;
const PROSPECT =
  /^(?:prospect|suspect|lead|target|potential|opportunity|interessent|prospecto|prospetto|potentiel|potencial|potenziale)(?:\b.*)?$/i;
const CUSTOMER =
  /^(?:customer|client|active(?: customer| client)?|existing(?: customer| client)?|current|won|closed won|kunde|bestandskunde|cliente?|klant)$/i;

const CONTACT_HEADER =
  /e?mail|phone|mobile|telefon|telephone|handy|\bfax\b|courriel|correo|tel[ée]fono|t[ée]l[ée]phone|telefoon|cellulare|birth|geburts|naissance|nacimiento|geboorte|nascita|^(?:(?:.*[\s_.-])?(?:street|address(?: ?line)?(?: ?\d)?|stra(?:ß|ss)e|adresse|anschrift|direcci[óo]n|adres|straat|indirizzo)(?:[\s_.-].*)?|rue|calle|via|fax|tel|cell|contact(?: ?name| ?person)?|ansprechpartner)$/i;
const isPhone = (text: string): boolean =>
  /^(?:\+|\(?0)[\d\s()./-]{6,}$/.test(text) && text.replace(/\D/g, '').length >= 7;
const isStreet = (text: string): boolean =>
  text.length < 120 &&
  (/^\d{1,6}\w? \p{L}.*\b(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|way|court|blvd|boulevard|square)\b\.?/iu.test(
    text,
  ) ||
    /(?:straße|strasse|str\.|gasse|weg|platz|straat|laan) ?\d/i.test(text) ||
    /^(?:\d{1,5},? )?(?:rue|avenue|calle|via|piazza|plaza) \p{L}/iu.test(text));

export interface CustomerColumns {
  /** Where no column of owners was found, the one most like it. */
  readonly likeOwners: Likeness | undefined;
  /** Columns of contact data that are not copied. */
  readonly contactData: readonly string[];
  /** E-mail addresses of customers, where there are any. */
  readonly mails: readonly string[];
  readonly isProspect: (at: number) => boolean;
  /** Whether a row is a consumer by having a first and a last name and no company. */
  readonly consumers: boolean;
}

export interface CustomerColumnOptions {
  readonly overrides: Overrides;
  readonly keepContactData: boolean;
}

/** What columns of customers hold by their values: owners, markets, prospects, scales of satisfaction, contact data. */
export function settleColumns(
  file: CustomerFile,
  people: People,
  { overrides, keepContactData }: CustomerColumnOptions,
  journal: Journal,
): CustomerColumns {
  const columns = new Columns(file, journal);
  const market = file.fields.get('market');
  if (market !== undefined && !every(market, (text) => marketOf(text) !== undefined))
    columns.asAttribute('market');
  const likeOwners = takeOwners(columns, people, overrides);
  takeMarket(columns);
  const isProspect = takeStatus(columns);
  takeScale(columns);
  const consumers = takeNames(columns);
  const mails = [...file.attributes.values()].find((column) => every(column.slice(0, 1000), isMail)) ?? [];
  const contactData = keepContactData ? [] : dropContactData(columns);
  return { likeOwners, contactData, mails, isProspect, consumers };
}

const given = (column: readonly string[]): string[] => column.filter((text) => text !== '');
const every = (column: readonly string[], fits: (text: string) => boolean): boolean => {
  const values = new Set(column);
  values.delete('');
  return values.size > 0 && [...values].every(fits);
};

class Columns {
  readonly fields: Map<CustomerField, readonly string[]>;
  readonly attributes: Map<string, readonly string[]>;

  constructor(
    readonly file: CustomerFile,
    readonly journal: Journal,
  ) {
    this.fields = file.fields as Map<CustomerField, readonly string[]>;
    this.attributes = file.attributes;
  }

  asAttribute(field: CustomerField): void {
    this.attributes.set(this.headerOf(field), this.fields.get(field)!);
    this.fields.delete(field);
  }

  headerOf(field: CustomerField): string {
    return this.file.bound.find((one) => one.field === field)!.header;
  }

  say(text: string): void {
    this.journal.assume(`${this.file.file}: ${text}`);
  }
}

function takeOwners(columns: Columns, people: People, overrides: Overrides): Likeness | undefined {
  const { fields, attributes } = columns;
  const share = (column: readonly string[]) => {
    const texts = given(column).filter((text) => !people.nobody(text));
    const known = texts.filter((text) =>
      people.findAll(text).some((one) => people.find(one).id !== undefined),
    );
    return { people: known.length, given: texts.length };
  };
  const bound = (['owner', 'ownerOther'] as const).some((field) => {
    const found = fields.has(field) ? share(fields.get(field)!) : { people: 0, given: 0 };
    return found.people >= MOST * found.given && found.people > 0;
  });
  if (bound || overrides.has('owner')) return undefined;
  const found = [...attributes].flatMap(([header, column]) => {
    const hinted = OWNER_HEADER.test(apart(header));
    // A short number is a person's id by chance: only a header that says so makes it one.
    if (!hinted && (STAFF_COUNT.test(header) || given(column).every((text) => /^\d{1,3}$/.test(text))))
      return [];
    const start = given(column.slice(0, 200));
    if (share(start).people < MOST * start.length) return [];
    const { people: known, given: all } = share(column);
    return all < (hinted ? 1 : FEWEST) || known < MOST * all
      ? []
      : [{ header, column, people: known, given: all, hinted }];
  });
  const [best] = found.sort(
    (a, b) => Number(b.hinted) - Number(a.hinted) || b.people / b.given - a.people / a.given,
  );
  if (best === undefined) return undefined;
  if (best.people < NEARLY_ALL * best.given && !best.hinted) return best;
  fields.set('owner', best.column);
  attributes.delete(best.header);
  columns.file.bound.push({ field: 'owner', index: -1, header: best.header, byValues: true });
  columns.say(
    `${quoted(best.header)} holds the owners: ${best.people} of ${best.given} values are people of the organisation.`,
  );
  return undefined;
}

/** An attribute such as a segment may say that customers are consumers. */
function takeMarket(columns: Columns): void {
  const { fields, attributes } = columns;
  if (fields.has('market')) return;
  for (const [header, column] of attributes)
    if (MARKET_HEADER.test(header) && every(column, (text) => marketOf(text) !== undefined)) {
      fields.set('market', column);
      columns.say(`the market of customers follows from ${quoted(header)}.`);
      return;
    }
}

/** Which rows are prospects, where a column tells them from customers. */
function takeStatus(columns: Columns): (at: number) => boolean {
  const { fields, attributes } = columns;
  const tells = (column: readonly string[]) =>
    every(column, (text) => PROSPECT.test(text) || CUSTOMER.test(text)) &&
    column.some((text) => PROSPECT.test(text));
  const own = fields.get('status');
  if (own !== undefined && !tells(own)) {
    // Files of our own say it of customers as well.
    if (every(own, (text) => text === 'customer')) return () => false;
    columns.asAttribute('status');
  }
  const column = fields.get('status') ?? [...attributes.values()].find(tells);
  if (column === undefined || !tells(column)) return () => false;
  for (const [header, texts] of attributes) if (texts === column) attributes.delete(header);
  const count = column.filter((text) => PROSPECT.test(text)).length;
  columns.say(
    `${count} of ${given(column).length} rows are prospects: no customers yet, and in the file as such.`,
  );
  return (at) => PROSPECT.test(column[at] ?? '');
}

/** The scale of a score that has none: a net promoter score, per cent, or 0 to 10. */
function takeScale(columns: Columns): void {
  const { fields, file } = columns;
  const score = fields.get('satisfaction.score');
  if (score === undefined || fields.has('satisfaction.max') || fields.has('satisfaction.min')) return;
  const mark = decimalMark(score.slice(0, 10_000), file.delimiter);
  const values = given(score)
    .map((text) => amount(text, mark))
    .filter((value) => !Number.isNaN(value));
  const [low, high] = values.reduce(
    ([a, b], value) => [Math.min(a, value), Math.max(b, value)],
    [Infinity, -Infinity],
  );
  const header = columns.headerOf('satisfaction.score');
  const net = /nps|promoter/i.test(header);
  const answers = values.every((value) => Number.isInteger(value) && value >= 0 && value <= 10);
  if (net && answers && values.length > 0)
    columns.say(`${quoted(header)} holds answers from 0 to 10, and no net score.`);
  const scale: readonly [number, number] | undefined =
    (net && !answers) || low! < 0 ? [-100, 100] : high! > 10 ? [0, 100] : undefined;
  if (scale === undefined) return;
  fields.set(
    'satisfaction.min',
    score.map((text) => (text === '' ? '' : String(scale[0]))),
  );
  fields.set(
    'satisfaction.max',
    score.map((text) => (text === '' ? '' : String(scale[1]))),
  );
  columns.say(
    `${quoted(header)} is read as ${net ? 'a net promoter score' : 'satisfaction'} from ${scale[0]} to ${scale[1]}.`,
  );
}

/** Whether customers are people by their names: first and last ones, and no company. */
function takeNames(columns: Columns): boolean {
  const { fields } = columns;
  const [first, last] = [fields.get('firstName'), fields.get('lastName')];
  if (first === undefined && last === undefined) return false;
  const name = fields.get('name') ?? fields.get('company') ?? [];
  const rows = columns.file.rows.length;
  const whole = Array.from(
    { length: rows },
    (_, at) => name[at] || `${first?.[at] ?? ''} ${last?.[at] ?? ''}`.trim(),
  );
  const consumers = whole.filter((text, at) => (name[at] ?? '') === '' && text !== '').length;
  fields.set('name', whole);
  const market = fields.get('market');
  if (consumers === 0 || market !== undefined) return consumers > 0;
  fields.set(
    'market',
    whole.map((text, at) => ((name[at] ?? '') === '' && text !== '' ? 'b2c' : '')),
  );
  columns.say(
    `${consumers} of ${rows} rows are consumers, since they have a first and a last name and no company: b2c is assumed.`,
  );
  return true;
}

/** Takes out columns by which customers can be reached: an organisation file has no use for them. */
function dropContactData({ attributes }: Columns): string[] {
  const dropped: string[] = [];
  for (const [header, column] of attributes) {
    const texts = given(column.slice(0, 1000));
    const share = (fits: (text: string) => boolean) => texts.filter(fits).length >= 0.6 * texts.length;
    if (
      texts.length === 0 ||
      !(CONTACT_HEADER.test(header) || share(isMail) || share(isPhone) || share(isStreet))
    )
      continue;
    attributes.delete(header);
    dropped.push(header);
  }
  return dropped;
}
