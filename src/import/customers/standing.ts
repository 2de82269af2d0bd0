import { type Columns, every, given } from './columns.ts';
import { marketOf } from './customer-fields.ts';

/** What a status says of a customer; `unknown` where no language has the word. */
export type Standing = 'customer' | 'prospect' | 'former' | 'unknown' | '';

const FORMER =
  /\b(?:ex|former|inactiv\w*|not active|no longer|terminated|deactivated|withdrawn|has left|churn\w*|lost|cancel\w*|ended|expired|discontinued|inaktiv|gekundigt|kundigung|ehemalig\w*|abgewandert|verloren|beendet|inactif|perdu|resilie\w*|ferme|ancien client|inactivo|bajas?|perdido|cancelad\w*|antiguo cliente|inactief|opgezegd|beeindigd|voormalig\w*|inattivo|cliente perso|cessat\w*|disdett\w*|chiuso)\b|^(?:closed|ancien)$/;
const PROSPECT =
  /^(?:(?:(?:marketing|sales) ?)?(?:qualified ?)?leads?|mql|sql|suspect|target|opportunity|subscriber|interessent\w*|zielkunde|akquise|piste)(?:\b|$)|\b(?:prospe[ck]t\w*|prospetto|potential|potenziell\w*|potentiel|potencial|potenziale|potentiele)\b/;
const CUSTOMER =
  /^(?:(?:current|existing|active|key|new|direct) )?(?:customer|client|kunde|cliente?|klant)(?:\b|$)|kunde$|^(?:current|existing|won|closed won|live|onboarding|at risk|renewal|renewed|evangelist|akti[fv]|activo|actief|attivo|active)$/;

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
  if (!standings.some((one) => one === 'prospect' || one === 'former')) return false;
  const known = standings.filter((one) => one !== 'unknown').length;
  if (known === texts.length) return true;
  return (
    HEADER.test(header) && (2 * known >= texts.length || texts.some((text) => CUSTOMER.test(plain(text))))
  );
}

/** What each row is: a customer, a prospect or a former customer, where a column tells. */
export function takeStatus(columns: Columns): (at: number) => Standing {
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
  if (header === '') return () => '';
  if (!tells) columns.take('status', header);
  const standings = column.map(standingOf);
  // What it says beside is kept: `Customer - Direct`, `Customer - Channel`.
  const kept = column.filter((text, at) => text !== '' && !/prospect|former/.test(standings[at]!));
  if (new Set(kept).size > 1 || standings.includes('unknown')) attributes.set(header, column);
  const count = standings.filter((one) => one === 'prospect').length;
  if (count > 0)
    columns.say(
      `${count} of ${given(column).length} rows are prospects: no customers yet, and in the file as such.`,
    );
  standings.forEach((one, at) => {
    if (one === 'unknown' && marketOf(column[at]!) === undefined) journal.status(column[at]!, 'customer');
  });
  return (at) => standings[at] ?? '';
}
