/*
 * Figures as English writes them, digit for digit as Intl.NumberFormat does (test/base/grouped.test.ts holds the two to one
 * another): V8 takes longer to begin with that than it takes to read an organisation.
 */

const THOUSANDS = ['', 'K', 'M', 'B', 'T'];

/** Digits before the point, by threes. */
function byThousands(digits: string): string {
  let text = digits.slice(-3);
  for (let end = digits.length - 3; end > 0; end -= 3)
    text = `${digits.slice(Math.max(0, end - 3), end)},${text}`;
  return text;
}

/** A number above 0 in digits; JavaScript writes very large and very small ones with an exponent. */
function written(value: number): string {
  if (value < 1e-6) return '0';
  const [digits, power] = String(value).split('e+') as [string, string?];
  return power === undefined ? digits : digits.replace('.', '').padEnd(Number(power) + 1, '0');
}

/** A number above 0 with so many decimals, rounded half up by the digits that it is printed with, as `[before, after]`. */
function rounded(value: number, decimals: number): [string, string] {
  const [before, after = ''] = written(value).split('.') as [string, string?];
  if (after.length <= decimals) return [before, after];
  const up = after[decimals]! >= '5' ? 1n : 0n;
  const digits = String(BigInt(before + after.slice(0, decimals)) + up).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  return [digits.slice(0, point), digits.slice(point)];
}

/**
 * A figure with its thousands apart and only the decimals that it has: `1,234.5`, `-0.125`.
 * @param most - Decimals at most, up to 5.
 * @param least - Decimals at least; zeros fill them.
 */
export function grouped(value: number, most = 3, least = 0): string {
  if (!Number.isFinite(value)) return String(value).replace('Infinity', '∞');
  const [before, after] = rounded(Math.abs(value), most);
  let end = after.length;
  while (end > least && after[end - 1] === '0') end -= 1;
  const decimals = after.slice(0, end).padEnd(least, '0');
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  return `${sign}${byThousands(before)}${decimals === '' ? '' : `.${decimals}`}`;
}

/**
 * A large figure in few digits: `12.3K`, `1.2M`.
 * @param value - Of 1,000 or more, or -1,000 or less, up to a thousand billions.
 * @param digits - Digits that count, at most 3.
 * @param all - Whether zeros fill them: `1.00M`.
 */
export function compact(value: number, digits: number, all = false): string {
  const size = Number(Math.abs(value).toPrecision(digits));
  const step = Math.min(Math.floor(Math.log10(size) / 3 + 1e-9), THOUSANDS.length - 1);
  const scaled = size / 1000 ** step;
  const decimals = Math.max(0, digits - String(Math.floor(scaled)).length);
  return `${grouped(value < 0 ? -scaled : scaled, decimals, all ? decimals : 0)}${THOUSANDS[step]}`;
}
