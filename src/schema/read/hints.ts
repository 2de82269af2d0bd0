import { misspelt, quoted } from '../../base/text.ts';
import { numbersMeant } from '../../base/written-number.ts';
import { answerOf } from '../../languages/answers.ts';
import { isFraction } from './columns.ts';
import { dateHint } from './dates.ts';
import { branches, type Shape } from './shape.ts';

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
  const answer = answerOf(text);
  const said = answer === undefined ? text : answer ? 'yes' : 'no';
  const meant = misspelt(choices.includes(said) ? said : text, choices);
  if (meant !== undefined) return meant;
  if (answer !== undefined && branches(shape).some(({ type }) => type === 'boolean'))
    return `Write ${answer}.`;
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

/** Per cent where a fraction is wanted, of full time as well, which some give in hours a week. */
function hintForNumber(value: number, shape: Shape): string | undefined {
  const most = shape.maximum ?? Infinity;
  if (shape.minimum !== 0 || most >= 2 || value <= 1 || value > 100) return undefined;
  const share = `${value} % is ${Number((value / 100).toPrecision(12))}`;
  if (most === 1) return `Write it as a fraction: ${share}.`;
  if (value < 10)
    return `One seat is at most ${most} of full time: give each of several posts a row of its own.`;
  const weekly =
    value >= 15 && value <= 60 ? ', and hours a week are to be divided by those of full time' : '';
  return `Write it as a fraction of full time: ${share}${weekly}.`;
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
  const { minimum = -Infinity, maximum = Infinity } = limits;
  const fitting = numbersMeant(text).filter((value) => value >= minimum && value <= maximum);
  const [most] = fitting;
  if (most !== undefined)
    return fitting.length > 1 ? `Write ${fitting.join(' for thousands, or ')}.` : `Write ${most}.`;
  if (/\d/.test(text) && /^[\s\d.,'_€$£¥A-Za-z+-]+$/.test(text)) {
    const example = isFraction(limits) ? '0.5' : '85000 or 0.5';
    return `Write a plain number, as ${example}: without separators, currency or unit.`;
  }
  return undefined;
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
