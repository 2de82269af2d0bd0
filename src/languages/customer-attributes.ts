/**
 * What the name of a customer attribute says of it, in English, German, French, Spanish, Dutch and Italian: that customers are reached,
 * paid or filed by it, and have nothing in common through it; how large they are; who looks after them; or one of the things that
 * companies commonly group customers by. Names are compared without accents, and words that are joined are found as parts.
 */

/** A name in plain words: `AccountStatus`, `account_status` and `Straße` are "account status" and "strasse". */
const plain = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[_\-./'’]/g, ' ')
    .toLowerCase();

/** How to reach, pay or file a customer. Whole words first, then parts of words. */
const FILING: readonly RegExp[] = [
  /\b(address|street|post(al)? ?code|zip( code)?|phone|tel|telephone|mobile|fax|e ?mail|mail|web ?site|web|url|domain|bank|iban|bic|swift|locale|language|time ?zone|currency|payment|tax|vat|duns|note|notes|remarks?|comments?|description|status|created|modified|updated|date|credit|(account|lead) source|last activity)\b/,
  /adress|anschrift|strasse|\bplz\b|postleitzahl|hausnummer|telefon|handy|\bmobil|\bfax|\be ?mail|webseite|\binternet|\bbank|konto|sprache|zeitzone|wahrung|waehrung|zahlung|steuer|\bust\b|notiz|bemerkung|anmerkung|kommentar|hinweis|beschreibung|status|datum|angelegt|geandert|bonitat|kredit/,
  /\badresse|\brue\b|code postal|\bportable\b|courriel|site web|banque|\blangue\b|fuseau|devise|monnaie|paiement|reglement|\btva\b|siren|siret|commentaire|remarque|observation|statut/,
  /direccion|domicilio|\bcalle\b|codigo postal|\bcp\b|movil|correo|sitio web|\bbanco|cuenta|idioma|zona horaria|moneda|divisa|\bpago|\bnif\b|\bcif\b|fiscal|\brfc\b|\bnotas?\b|comentario|observacion|descripcion|estatus|fecha/,
  /\badres|straat|huisnummer|telefoon|mobiel|\btaal\b|tijdzone|valuta|betaal|betaling|\bbtw\b|\bkvk\b|opmerking|notitie|toelichting|omschrijving/,
  /indirizzo|\bvia\b|\bcap\b|cellulare|\bpec\b|\bsito\b|\bbanca|lingua\b|\bfuso\b|pagamento|partita iva|\bcommento|osservazion|descrizione|\bdata (di |creazione|ultim)/,
];

const SIZE: readonly RegExp[] = [
  /\b(turnover|revenue|head ?count|employees|staff|size|(floor|surface|sales) area)\b|^area$/,
  /umsatz|mitarbeiter|beschaftigte|\bgrosse|groesse|flache\b|flaeche/,
  /effectif|chiffre d affaires|\btaille\b|salaries|superficie|\bsurface\b/,
  /\btamano|empleados|facturacion|ingresos|plantilla/,
  /omzet|medewerkers|werknemers|grootte|\bomvang\b|oppervlakte/,
  /fatturato|ricavi|dipendenti|addetti|dimension/,
];

/** Who looks after them: groups by that are groups of people of the company, not of customers. */
const KEEPER =
  /\b(owner|sales ?rep\w*|(account|key account|customer success) ?manager|representative|account ?rep\w*|(account|sales|rep|service|success|support|coverage|relationship|delivery) ?teams?|(assigned|responsible) \w+|advis[eo]r|consultant)\b|(kunden|vertriebs|verkaufs|betreuungs)team|zustandig|equipe (commerciale|client)|equipo (comercial|de ventas|de cuenta)|(verkoop|account|klant)team|squadra (commerciale|vendite)|team (commerciale|vendite)|betreuer|aussendienst|vertriebler|vertreter|commercial responsable|charge d affaires|\bberater(in)?\b|kundenberater|conseill[ei]\w*|asesor|consulente|adviseur|vendedor|comercial asignado|gestor|accountmanager|verkoper|venditore|agente\b/;

/** What companies commonly group customers by, where data cannot choose, in this order. */
const CONVENTION: readonly RegExp[] = [
  /\b(industry|industries|sector|vertical|branch|nace|naics|sic)\b|branche|wirtschaftszweig|secteur|industrie\b|\bsector\b|industria\b|\bramo\b|\brubro\b|bedrijfstak|settore/,
  /segment|kundengruppe|klantgroep|groupe client|grupo de cliente|gruppo cliente/,
  /\b(life ?stage|life ?cycle|stage)\b|lebensphase|lebenszyklus|\bphase\b|cycle de vie|\betape\b|ciclo de vida|\betapa\b|levensfase|\bfase\b|ciclo di vita/,
  /business model|geschaftsmodell|geschaeftsmodell|modele (economique|d affaires)|modelo de negocio|verdienmodel|bedrijfsmodel|modello di business/,
  /\b(territory|region|country|state|market|land|gebiet|bezirk|kanton|bundesland|pays|territoire|departement|pais|provincia|territorio|regio|provincie|gebied|paese|regione)\b|vertriebsgebiet|verkaufsgebiet/,
];

const CONTACT =
  /(?<!\b(first|last|next|previous|erst|letzt)\w* )\b(contact|kontakt|contacto|contatto|(voorkeurs)?contact(persoon)?|interlocut\w+|referente|decision maker|buyer|sponsor|einkaufer\w*|acheteu\w+|comprador|inkoper)( (full )?(name|person))?( (privilegie|principale?|prefer\w{1,4}))?( ?\d)?$|ansprechp(artner|erson)|kontaktperson|bezugsperson/;

/** Whether a name says that its values are the people to talk to at a customer. */
export const isContactPerson = (name: string): boolean => CONTACT.test(plain(name));

/** Why an attribute is no basis by its name, where it is none. */
export function unfitByName(name: string): 'filing' | 'size' | 'keeper' | undefined {
  const words = plain(name);
  if (CONTACT.test(words) || FILING.some((pattern) => pattern.test(words))) return 'filing';
  if (SIZE.some((pattern) => pattern.test(words))) return 'size';
  return KEEPER.test(words) ? 'keeper' : undefined;
}

/** Place of an attribute in the order by convention; those that it does not name come last. */
export function conventionOf(attribute: string): number {
  const words = plain(attribute);
  const at = CONVENTION.findIndex((pattern) => pattern.test(words));
  return at < 0 ? CONVENTION.length : at;
}

/** Words that say whether a customer is still one. */
const STATUS =
  /^(in)?activ[eoa]?$|^(in)?akti[vf]$|^(in)?actief$|^(in)?actif$|^(in)?attivo$|^(closed|open|lost|won|former|baja|cerrado|geschlossen|ferme|gesloten|chiuso)$/;
const DATED =
  /^\d{4}-\d{1,2}(-\d{1,2})?|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$|^\d{1,2}[- .]+[a-z]{3,9}[- .]+\d{2,4}$/;
const REACHED = /@|^https?:|^www\.|^\+?[\d ()/-]{7,}$/;

/** Whether the values say that customers are filed by them: statuses, dates, addresses of mail or pages, phones. */
export function unfitByValues(values: readonly string[]): boolean {
  const all = (pattern: RegExp) =>
    values.length > 0 && values.every((value) => pattern.test(plainValue(value)));
  return all(STATUS) || all(DATED) || all(REACHED);
}

const plainValue = (value: string) => value.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Stages that say of a customer whether it leaves. */
const LEAVING =
  /\b(leaving|left|lost|churn\w*|at risk|exit\w*|ending|ended|cancel\w*|former|declin\w*|gekundigt|kundigung|abwander\w*|perdu|resili\w*|partant|baja|perdido|en riesgo|vertrek\w*|opgezegd|verloren|perso|disdett\w*)\b/;

/** Outcomes that the name of an attribute says it is made from. */
const MADE_FROM: readonly (readonly [string, RegExp])[] = [
  ['retention', /churn|retention|renewal|loyal|health|abwander|bindung|fidel|behoud|fedel/],
  ['margin', /margin|profit|marge\b|rentab|winst|redditiv/],
  ['satisfaction', /satisf|\bnps\b|\bcsat\b|promot|zufrieden|tevreden|soddisf/],
];

/**
 * Outcomes that an attribute encodes, so that its groups differ in them by definition: classes of retention, margin or satisfaction by
 * their name, and stages one of which is to leave.
 */
export function encodedOutcomes(name: string, values: readonly string[]): readonly string[] {
  const words = plain(name);
  const found = MADE_FROM.flatMap(([outcome, pattern]) => (pattern.test(words) ? [outcome] : []));
  if (!found.includes('retention') && values.some((value) => LEAVING.test(plain(value))))
    found.push('retention');
  return found;
}
