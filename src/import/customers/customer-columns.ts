import { quoted, sample } from '../../base/text.ts';
import { isContactPerson } from '../../languages/customer-attributes.ts';
import { amount, decimalMark } from '../amounts.ts';
import type { Journal } from '../journal.ts';
import { FEWEST, MOST, NEARLY_ALL } from '../people/file-columns.ts';
import type { Likeness } from '../people/manager-columns.ts';
import { apart, isOtherPerson } from '../people/other-people.ts';
import type { People } from '../people/references.ts';
import { isMail } from '../people/short-ids.ts';
import type { Overrides } from '../sources/mapping.ts';
import { Columns, every, given } from './columns.ts';
import { isTurnover, marketOf } from './customer-fields.ts';
import type { CustomerFile } from './read-customers.ts';
import { type Standing, takeStatus } from './standing.ts';

/** What a header of owners has in it, in whatever language. */
const OWNER_HEADER =
  /owner|mgr|manager|\breps?\b|seller|sales ?person|executive|handler|advis[eo]r|relationship|account (?:lead|team)|team member|betreu|zust[äa]ndig|ansprech|vertrieb|verk[äa]uf|commercial|comercial|charg[ée]|gestion|gestor|agent|beheerder|assigned|responsible|responsab/i;
export const isOwnerHeader = (header: string): boolean => OWNER_HEADER.test(apart(header));
const OWNER_ID_HEADER = /\b(?:id|no|nr|num|number|nummer|code|key|matricule|num[ée]ro|n[úu]mero)$/i;
/** Headers of how many people something has. */
export const STAFF_COUNT =
  /employees|staff|headcount|(?<!ac)count|number of|qty|quantity|anzahl|mitarbeiter|effectif|empleados|medewerkers|dipendenti/i;
const MARKET_HEADER = /segment|type|typ$|kind|kundenart/i;
const SEGMENT_HEADER = /segment|group|grupp|groupe|grupo|groep/i;
const CONTACT_HEADER =
  /e?mail|phone|mobile|telefon|telephone|handy|\bfax\b|courriel|correo|tel[ée]fono|t[ée]l[ée]phone|telefoon|cellulare|birth|geburts|naissance|nacimiento|geboorte|nascita|^(?:(?:.*[\s_.-])?(?:street|address(?: ?line)?(?: ?\d)?|stra(?:ß|ss)e|adresse|anschrift|direcci[óo]n|adres|straat|indirizzo)(?:[\s_.-].*)?|rue|calle|via|fax|tel|cell|contact(?: ?name| ?person)?|ansprechpartner)$/i;
/** Of an address, what tells regions apart and reaches nobody. */
const PLACE_HEADER =
  /country|region|province|\bstate\b|county|\bcity\b|\btown\b|\bland\b|bundesland|\bort\b|stadt|\bpays\b|ville|pa[íi]s|ciudad|provinc|paese|citt[àa]|plaats/i;
/** First and last name, in either order. */
const isPersonName = (text: string): boolean =>
  /^\p{Lu}[\p{L}.'’-]*(?:,? (?:\p{Lu}[\p{L}.'’-]*|d[aei]|v[ao]n|de[lnr]|la)){1,4}$/u.test(text);
const isDay = (text: string): boolean => /^\d{1,2}([./-])\d{1,2}\1(?:\d\d|\d{4})$/.test(text);
const isPhone = (text: string): boolean =>
  !isDay(text) && /^(?:\+|\(?0)[\d\s()./-]{6,}$/.test(text) && text.replace(/\D/g, '').length >= 7;
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
  readonly standing: (at: number) => Standing;
  /** Whether a row is a consumer by having a first and a last name and no company. */
  readonly consumers: boolean;
}

export interface CustomerColumnOptions {
  readonly overrides: Overrides;
  readonly keepContactData: boolean;
  /** Who left up to it is a former customer. */
  readonly today: string;
}

/** What columns of customers hold by their values: owners, markets, prospects, scales of satisfaction, contact data. */
export function settleColumns(
  file: CustomerFile,
  people: People,
  { overrides, keepContactData, today }: CustomerColumnOptions,
  journal: Journal,
): CustomerColumns {
  const columns = new Columns(file, journal);
  const market = file.fields.get('market');
  if (market !== undefined && !every(market, (text) => marketOf(text) !== undefined))
    columns.asAttribute('market');
  const likeOwners = takeOwners(columns, people, overrides);
  if (likeOwners === undefined) dropStaff(columns, people);
  takeSegments(columns);
  takeMarket(columns);
  const standing = takeStatus(columns, today);
  takeScale(columns);
  const consumers = takeNames(columns);
  const mails = [...file.attributes.values()].find((column) => every(column.slice(0, 1000), isMail)) ?? [];
  const contactData = keepContactData ? [] : dropContactData(columns);
  return { likeOwners, contactData, mails, standing, consumers };
}

function takeOwners(columns: Columns, people: People, overrides: Overrides): Likeness | undefined {
  const { fields, attributes } = columns;
  const share = (column: readonly string[]) => peopleIn(column, people);
  // Beside a column of names one of ids says for sure who it is.
  const ids = [...attributes].find(
    ([header, column]) =>
      OWNER_ID_HEADER.test(apart(header)) && isOwnerHeader(header) && isNearlyAll(share(column)),
  );
  if (ids !== undefined && fields.has('owner') && !fields.has('ownerOther') && !overrides.has('owner')) {
    columns.rebind('owner', 'ownerOther');
    columns.take('owner', ids[0]);
    columns.say(
      `${quoted(ids[0])} holds the owners; ${quoted(columns.headerOf('ownerOther'))} counts where it names nobody.`,
    );
    return undefined;
  }
  const bound = (['owner', 'ownerOther'] as const).some((field) => {
    return fields.has(field) && isNearlyAll(share(fields.get(field)!));
  });
  if (bound || overrides.has('owner')) return undefined;
  const found = [...attributes].flatMap(([header, column]) => {
    if (isOtherPerson(header)) return [];
    const hinted = isOwnerHeader(header);
    // A short number is a person's id by chance: only a header that says so makes it one.
    if (!hinted && (STAFF_COUNT.test(header) || given(column).every((text) => /^\d{1,3}$/.test(text))))
      return [];
    const start = given(column.slice(0, 200)).filter((text) => !people.nobody(text));
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
  columns.take('owner', best.header);
  columns.say(
    `${quoted(best.header)} holds the owners: ${best.people} of ${best.given} values are people of the organisation.`,
  );
  return undefined;
}

/** How many values of a column are people of the organisation. */
function peopleIn(column: readonly string[], people: People): { people: number; given: number } {
  const texts = given(column).filter((text) => !people.nobody(text));
  const known = texts.filter((text) => people.findAll(text).some((one) => people.isNamed(one)));
  return { people: known.length, given: texts.length };
}

/** Takes out columns of names and addresses of people of the organisation beside the owners: they say nothing of customers. */
function dropStaff(columns: Columns, people: People): void {
  const staff = [...columns.attributes].flatMap(([header, column]) => {
    const texts = [...new Set(given(column.slice(0, 1000)))];
    if (!texts.every((text) => isMail(text) || /\p{L}[,.]? \p{L}/u.test(text))) return [];
    const found = peopleIn(texts, people);
    return found.people > 0 && found.people >= NEARLY_ALL * found.given ? [header] : [];
  });
  if (staff.length === 0) return;
  for (const header of staff) columns.attributes.delete(header);
  columns.say(
    `${sample(staff)} ${staff.length === 1 ? 'holds' : 'hold'} people of the organisation who are not the owners, and ${staff.length === 1 ? 'is' : 'are'} not used; where they serve the customers: --map customers.owner=${quoted(staff[0]!)}.`,
  );
}

const isNearlyAll = (found: { readonly people: number; readonly given: number }): boolean =>
  found.people > 0 && found.people >= MOST * found.given;

/** Where rows stand for many customers each, their money is what they bring, and the segment is the name. */
function takeSegments(columns: Columns): void {
  const { fields, attributes } = columns;
  if (!every(fields.get('count') ?? [], (text) => text !== '1')) return;
  const money = [...attributes.keys()].find(isTurnover);
  if (money !== undefined && !fields.has('revenue')) {
    columns.take('revenue', money);
    columns.say(`${quoted(money)} is taken as what segments bring, as rows stand for several customers.`);
  }
  if (!fields.has('id') || fields.has('name')) return;
  for (const [header, column] of attributes)
    if (SEGMENT_HEADER.test(header) && new Set(given(column)).size === column.length) {
      columns.take('name', header);
      attributes.set(header, column);
      return;
    }
}

/** An attribute such as a segment may say that customers are consumers. */
function takeMarket(columns: Columns): void {
  const { fields, attributes } = columns;
  if (fields.has('market')) return;
  for (const [header, column] of attributes)
    if (MARKET_HEADER.test(header) && every(column, (text) => marketOf(text) !== undefined)) {
      columns.take('market', header);
      attributes.set(header, column);
      columns.say(`the market of customers follows from ${quoted(header)}.`);
      return;
    }
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
  if (fields.has('company')) {
    if (fields.has('name')) columns.asAttribute('company');
    else columns.rebind('company', 'name');
  }
  const [first, last] = [fields.get('firstName'), fields.get('lastName')];
  if (first === undefined || last === undefined) {
    if ((first ?? last) !== undefined) takeName(columns, first === undefined ? 'lastName' : 'firstName');
    return false;
  }
  const name = fields.get('name') ?? [];
  const rows = columns.file.rows.length;
  const whole = Array.from({ length: rows }, (_, at) => name[at] || `${first[at]} ${last[at]}`.trim());
  const consumers = whole.filter((text, at) => (name[at] ?? '') === '' && text !== '').length;
  if (consumers === 0) {
    columns.contacts.push(columns.asAttribute('firstName'), columns.asAttribute('lastName'));
    return false;
  }
  fields.set('name', whole);
  if (fields.has('market')) return true;
  fields.set(
    'market',
    whole.map((text, at) => ((name[at] ?? '') === '' && text !== '' ? 'b2c' : '')),
  );
  columns.say(
    `${consumers} of ${rows} rows are consumers, since they have a first and a last name and no company: b2c is assumed.`,
  );
  return true;
}

/** A single column of names, as "Nom" or "Nombre", is that of the customers; what was taken for it may hold their ids. */
function takeName(columns: Columns, field: 'firstName' | 'lastName'): void {
  const { fields } = columns;
  const name = fields.get('name');
  if (name !== undefined && !fields.has('id') && every(name, (text) => /\d/.test(text) && !/\s/.test(text)))
    columns.rebind('name', 'id');
  if (fields.has('name')) columns.asAttribute(field);
  else columns.rebind(field, 'name');
}

/** Takes out columns by which customers can be reached: an organisation file has no use for them. */
function dropContactData({ attributes, contacts }: Columns): string[] {
  const dropped: string[] = [];
  for (const [header, column] of attributes) {
    const texts = given(column.slice(0, 1000));
    const share = (fits: (text: string) => boolean) => texts.filter(fits).length >= 0.6 * texts.length;
    if (
      texts.length === 0 ||
      !(
        contacts.includes(header) ||
        (CONTACT_HEADER.test(header) && !PLACE_HEADER.test(header)) ||
        (isContactPerson(header) && share(isPersonName)) ||
        share(isMail) ||
        share(isPhone) ||
        share(isStreet)
      )
    )
      continue;
    attributes.delete(header);
    dropped.push(header);
  }
  return dropped;
}
