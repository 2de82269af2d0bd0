import { headerKey, sample } from '../../base/text.ts';
import { answerOf } from '../../languages/answers.ts';
import { isoDate, orderOfDates } from '../dates.ts';
import { apart } from '../people/other-people.ts';
import { type Columns, every, given } from './columns.ts';
import { marketOf } from './customer-fields.ts';

/** What a status says of a customer; `none` of a supplier or competitor, `unknown` where no language has the word. */
export type Standing = 'former' | 'none' | 'prospect' | 'customer' | 'unknown' | '';
/** Where several columns say something of a row, the first of these counts. */
const FIRST: readonly Standing[] = ['former', 'none', 'prospect', 'customer', 'unknown', ''];

const FORMER =
  /\b(?:ex|former|inactiv\w*|not active|no longer|terminated|deactivated|withdrawn|has left|churn\w*|lost|cancel\w*|ended|expired|discontinued|inaktiv|gekundigt|kundigung|ehemalig\w*|abgewandert|verloren|beendet|inactif|perdu|resilie\w*|ferme|ancien client|inactivo|bajas?|perdido|cancelad\w*|antiguo cliente|inactief|opgezegd|beeindigd|voormalig\w*|inattivo|cliente perso|cessat\w*|disdett\w*|chiuso)\b|^(?:closed|ancien)$/;
const PROSPECT =
  /^(?:(?:(?:marketing|sales) ?)?(?:qualified ?)?leads?|mql|sql|suspect|target|opportunity|subscriber|interessent\w*|zielkunde|akquise|piste)(?:\b|$)|\b(?:prospe[ck]t\w*|prospetto|potential|potenziell\w*|potentiel|potencial|potenziale|potentiele)\b/;
const CUSTOMER =
  /^(?:(?:current|existing|active|key|new|direct) )?(?:customer|client|kunde|cliente?|klant)(?:\b|$)|kunde$|^(?:current|existing|won|closed won|live|onboarding|at risk|renewal|renewed|evangelist|akti[fv]|activo|actief|attivo|active)$/;

const NONE =
  /^(?:supplier|vendor|competitor|lieferant(?:en)?|wettbewerber|konkurrent|fournisseur|concurrent|proveedor|competidor|leverancier|fornitore|concorrente)s?$/;

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function standingOf(text: string): Standing {
  const status = plain(text);
  if (status === '') return '';
  if (FORMER.test(status)) return 'former';
  if (PROSPECT.test(status)) return 'prospect';
  if (NONE.test(status)) return 'none';
  return CUSTOMER.test(status) ? 'customer' : 'unknown';
}

/** Headers of columns that may tell customers from those who are none. */
const HEADER =
  /status|statut|stat[ou]\b|estado|stage|phase|type|typ$|kind|art$|segment|life ?cycle|relation|beziehung/i;

/**
 * Whether a column tells customers from prospects and former ones: it holds some of these, and nothing else or, where its
 * header allows it, customers as such or little else.
 */
function tellsStanding(header: string, column: readonly string[]): boolean {
  const texts = [...new Set(column)].filter((text) => text !== '');
  const standings = texts.map(standingOf);
  const customers = texts.some((text) => CUSTOMER.test(plain(text)));
  if (!standings.some((one) => one === 'prospect' || one === 'former' || (one === 'none' && customers)))
    return false;
  const known = standings.filter((one) => one !== 'unknown').length;
  if (known === texts.length) return true;
  return HEADER.test(header) && (2 * known >= texts.length || customers);
}

/** Headers that say of the customer itself what it is, so that they count beside another. */
const OF_CUSTOMER =
  /^(?:(?:account|customer|client|company|business|kunden)[ _-]?)?(?:type|typ|kind|art|status|statut|relationship(?: type)?|relation|beziehung|lifecycle stage)$/i;
/** Headers of yes or no: whether a customer is one still, or is one no longer. */
const STILL = new Set([
  'active',
  'isactive',
  'activecustomer',
  'aktiv',
  'actif',
  'activo',
  'actief',
  'attivo',
  'iscustomer',
  'iscurrent',
  'current',
  'activeaccount',
  'activeclient',
  'kundeaktiv',
]);
const NO_LONGER = new Set([
  'inactive',
  'isinactive',
  'churned',
  'ischurned',
  'isdeleted',
  'deleted',
  'archived',
  'isarchived',
  'lost',
  'cancelled',
  'canceled',
  'closed',
  'deactivated',
  'loschvorm',
  'loschvormerkung',
  'geloscht',
  'gekundigt',
  'archiviert',
]);

const TICK = /^[x✓✔☑]$/i;

/**
 * The standing that each row of a column of yes and no has; undefined where it is none. Where rows are ticked, or not, one
 * without a tick says no; a word that is no answer may be a status, or is not known.
 */
function standingByFlag(header: string, column: readonly string[]): Standing[] | undefined {
  const key = headerKey(header);
  const still = STILL.has(key);
  if (!still && !NO_LONGER.has(key)) return undefined;
  const texts = [...new Set(given(column))];
  const words = texts.filter((text) => answerOf(text) === undefined);
  if (texts.length === 0 || words.length > texts.length / 2) return undefined;
  const ticked = texts.every((text) => TICK.test(text));
  return column.map((text) => {
    if (text === '') return still && ticked ? 'former' : '';
    const answer = answerOf(text);
    return answer === undefined ? standingOf(text) : answer === still ? 'customer' : 'former';
  });
}

const LEFT_ON =
  /churn|\blost\b|cancel+ation|cancel+ed|terminat|deactivat|inactive since|customer until|client until|k[üu]ndig|kunde bis|résilia|resilia|\bbaja\b|opzeg|opgezegd|disdett|cessat/i;

/** Days by which a customer may leave, or is to say so. */
const MAY_LEAVE = /frist|deadline|notice|next|nächst|m[öo]glich|possible|earliest|frühest/i;

/** The standing by a column of days on which customers left; undefined where it is none. */
function standingByDay(header: string, column: readonly string[], today: string): Standing[] | undefined {
  if (!LEFT_ON.test(apart(header)) || MAY_LEAVE.test(header)) return undefined;
  const texts = [...new Set(given(column))];
  const order = orderOfDates(texts) ?? 'dmy';
  const days = new Map(texts.map((text) => [text, isoDate(text, order)]));
  if (texts.length === 0 || [...days.values()].includes('')) return undefined;
  return column.map((text) => (text !== '' && days.get(text)! <= today ? 'former' : ''));
}

/** What each row is: a customer, a prospect or a former customer, where a column tells. */
export function takeStatus(columns: Columns, today: string): (at: number) => Standing {
  const { fields, attributes, journal } = columns;
  const own = fields.get('status');
  const ownHeader = own === undefined ? '' : columns.headerOf('status');
  const tells = own?.some((text) => /prospect|former/.test(standingOf(text))) === true;
  if (own !== undefined && !tells) {
    // Files of our own say it of customers as well.
    if (every(own, (text) => text === 'customer')) return () => '';
    columns.asAttribute('status');
  }
  const [header, column] =
    own !== undefined && tells
      ? [ownHeader, own]
      : ([...attributes].find(([name, texts]) => tellsStanding(name, texts)) ?? ['', []]);
  const flags = [...attributes].flatMap(([name, texts]) => {
    const standings = standingByFlag(name, texts) ?? standingByDay(name, texts, today);
    return standings === undefined ? [] : [{ name, texts, standings }];
  });
  const beside = [...attributes].flatMap(([name, texts]) =>
    name !== header && OF_CUSTOMER.test(name) && tellsStanding(name, texts)
      ? [{ name, texts, standings: texts.map(standingOf) }]
      : [],
  );
  const all = [
    ...(header === '' ? [] : [{ name: header, texts: column, standings: column.map(standingOf) }]),
    ...beside,
    ...flags,
  ];
  const [main, ...others] = all;
  if (main === undefined) return () => '';
  if (!tells) columns.take('status', main.name);
  if (others.length > 0)
    columns.say(
      `${sample(all.map(({ name }) => name))} together say who is a customer: one of them is enough for a former one, a prospect or none.`,
    );
  // What it says beside is kept: `Customer - Direct`, `Customer - Channel`.
  const kept = main.texts.filter((text, at) => text !== '' && !/prospect|former/.test(main.standings[at]!));
  if (new Set(kept).size > 1 || main.standings.includes('unknown')) attributes.set(main.name, main.texts);
  const standings = main.texts.map(
    (_, at) => FIRST.find((one) => all.some((each) => each.standings[at] === one)) ?? '',
  );
  const count = standings.filter((one) => one === 'prospect').length;
  if (count > 0)
    columns.say(
      `${count} of ${given(main.texts).length} rows are prospects: no customers yet, and in the file as such.`,
    );
  for (const { texts, standings: own } of all)
    own.forEach((one, at) => {
      const said = one === 'unknown' && standings[at] !== 'former' && standings[at] !== 'none';
      if (said && marketOf(texts[at]!) === undefined) journal.status(texts[at]!, 'customer');
    });
  return (at) => standings[at] ?? '';
}
