import { misspelt, quoted } from '../../base/text.ts';
import { isFraction } from './columns.ts';
import { branches, type Shape } from './shape.ts';

/** What some editors make of yes and no. */
const YES_OR_NO: ReadonlyMap<string, string> = new Map([
  ['true', 'yes'],
  ['false', 'no'],
]);

/** Fields that hold money, by their keys and columns. */
export const AMOUNTS: ReadonlySet<string> = new Set([
  'revenue',
  'margin',
  'costPerYear',
  'hourlyPay',
  'acquisitionCost',
]);

/** A place of a file: what it may hold, by which key, and what the map around it may hold. */
interface HintPlace {
  readonly shape: Shape | undefined;
  readonly key: string | number | undefined;
  readonly parent: Shape | undefined;
}

/** What to write in place of a value that does not fit; undefined where that is not known. */
export function hintFor(input: unknown, { shape, key, parent }: HintPlace): string | undefined {
  if (shape === undefined) return undefined;
  const hint =
    typeof input === 'string'
      ? hintForText(input, shape, key)
      : typeof input === 'number'
        ? hintForNumber(input, shape)
        : hintForMany(input, shape, key, parent);
  if (hint !== undefined) return hint;
  const hasPart = shape.anyOf !== undefined || shape.type === 'object' || shape.const !== undefined;
  return hasPart ? shape.description : undefined;
}

function hintForText(text: string, shape: Shape, key: string | number | undefined): string | undefined {
  const choices = branches(shape).flatMap((branch) => (branch.enum ?? []).map(String));
  const meant = misspelt(YES_OR_NO.get(text) ?? text, choices);
  if (meant !== undefined) return meant;
  if (text === '') return 'Leave the key out where there is none.';
  if (shape.format === 'date') return dateHint(text);
  if (shape.type === 'number' || shape.type === 'integer')
    return numberHint(text, shape, AMOUNTS.has(String(key)));
  if (key === 'serves') return `Write [${quoted(text)}] for a list of one customer.`;
  if (key === 'currency') return currencyHint(text);
  const list = branches(shape).find(({ type }) => type === 'array');
  const entries = list?.items === undefined ? [] : branches(list.items);
  const first = entries[0]?.required?.[0];
  if (
    entries.some(
      ({ type, enum: allowed }) => type === 'string' && allowed?.map(String).includes(text) !== false,
    )
  )
    return `Write [${quoted(text)}] for a list of one.`;
  if (first === 'to') return `Write [{ to: ${quoted(text)} }] for a list of one.`;
  const isFile = /\.\w{3,4}$/.test(text);
  const [only] = branches(shape).flatMap(({ required = [] }) =>
    required.filter((key) => isFile || key !== 'file'),
  );
  return only === undefined ? undefined : `Write { ${only}: ${quoted(text)} }.`;
}

/** Per cent where a fraction is wanted, of full time as well. */
function hintForNumber(value: number, shape: Shape): string | undefined {
  const isShare = shape.minimum === 0 && (shape.maximum ?? Infinity) < 2;
  return isShare && value > 1 && value <= 100
    ? `Write it as a fraction: ${value} % is ${Number((value / 100).toPrecision(12))}.`
    : undefined;
}

/** A list or a map where one text is wanted: the key beside it that takes several, or the id alone. */
function hintForMany(
  input: unknown,
  shape: Shape,
  key: string | number | undefined,
  parent: Shape | undefined,
): string | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  const list = branches(shape).find(({ type }) => type === 'array');
  if (list?.items?.required?.includes('id') && !Array.isArray(input)) {
    const [id = 'a'] = Object.keys(input);
    return `Write each as an entry of a list: - { id: ${quoted(id)}, … }.`;
  }
  if (shape.type !== 'string') return undefined;
  if (!Array.isArray(input)) {
    const id: unknown = Reflect.get(input, 'id');
    return typeof id === 'string' ? `Write the id alone: ${quoted(id)}.` : undefined;
  }
  const several = Object.entries(parent?.properties ?? {}).find(
    ([name, { type }]) => type === 'array' && name.startsWith(String(key)),
  )?.[0];
  const [only]: readonly unknown[] = input;
  const one = typeof only === 'string' ? `Write one, without brackets: ${quoted(only)}` : 'Write one';
  return several === undefined ? `${one}.` : `${one}; several go into \`${several}\`.`;
}

/** How text that means a number is to be written as one. */
export function numberHint(
  text: string,
  limits: { readonly minimum?: number; readonly maximum?: number },
  isAmount: boolean,
): string | undefined {
  const percent = /^([\d.,]+)\s*%$/.exec(text)?.[1];
  if (percent !== undefined) {
    const value = Number(percent.replace(',', '.'));
    if (!Number.isFinite(value)) return undefined;
    if (isAmount) return 'It is an amount and no share: write what the per cent come to, as 35000.';
    return `Write it as a fraction: ${Number((value / 100).toPrecision(12))}.`;
  }
  if (/^-?\d+(\.\d+)?$/.test(text)) return 'Write it without quotes.';
  if (/\d/.test(text) && /^[\s\d.,'_€$£¥A-Za-z+-]+$/.test(text)) {
    const example = isFraction(limits) ? '0.5' : '85000 or 0.5';
    return `Write a plain number, as ${example}: without separators, currency or unit.`;
  }
  return undefined;
}

const DAY_FIRST = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;

/** A date as it is to be written; both ways where day and month cannot be told apart. */
function dateHint(text: string): string {
  const [, first = 0, second = 0, year = 0] = DAY_FIRST.exec(text)?.map(Number) ?? [];
  const written = [
    [first, second],
    [second, first],
  ]
    .filter(([day, month]) => day! >= 1 && day! <= 31 && month! >= 1 && month! <= 12)
    .map((parts) => [year, ...parts.reverse()].map((part) => String(part).padStart(2, '0')).join('-'));
  return written.length === 0
    ? 'Write year, month and day, as 2024-01-31.'
    : `Write ${[...new Set(written)].join(' or ')}.`;
}

/** The code of a currency that is given by its name. */
function currencyHint(text: string): string | undefined {
  const names = new Intl.DisplayNames('en', { type: 'currency' });
  const wanted = text.toLowerCase();
  const code = Intl.supportedValuesOf('currency').find(
    (one) => one.toLowerCase() === wanted || names.of(one)?.toLowerCase() === wanted,
  );
  return code === undefined ? undefined : `Write ${code}.`;
}
