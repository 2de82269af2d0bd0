import { alternatives, quoted } from '../../base/text.ts';
import { branches, type Shape } from './shape.ts';

/** What a value must be, in words: `a number from 0 to 1`, `one of "b2b" or "b2c"`. */
export function expected(shape: Shape): string {
  return alternatives([...new Set(branches(shape).map(expectedBranch))]);
}

function expectedBranch(shape: Shape): string {
  if (shape.const !== undefined)
    return typeof shape.const === 'string' ? quoted(shape.const) : String(shape.const);
  if (shape.enum !== undefined) return alternatives(shape.enum.map((choice) => quoted(String(choice))));
  if (shape.format === 'date') return 'a date as 2024-01-31';
  if (shape.type === 'array') return 'a list';
  if (shape.type === 'object') {
    const keys = Object.keys(shape.properties ?? {});
    return keys.length > 0 && keys.length < 5 ? `a map with ${alternatives(keys, 'and')}` : 'a map';
  }
  if (shape.type === 'boolean') return 'true or false';
  if (shape.type === 'number' || shape.type === 'integer') return expectedNumber(shape);
  return 'text';
}

interface Limits {
  readonly type?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}

/** `a whole number of at least 1`, `a number above 0 and at most 1`. */
export function expectedNumber(limits: Limits): string {
  const noun = limits.type === 'integer' ? 'a whole number' : 'a number';
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = limits;
  const top = maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? undefined : maximum;
  const bottom = minimum === undefined || minimum <= Number.MIN_SAFE_INTEGER ? undefined : minimum;
  if (bottom !== undefined && top !== undefined) return `${noun} from ${bottom} to ${top}`;
  const parts: string[] = [];
  if (bottom !== undefined) parts.push(`of at least ${bottom}`);
  if (exclusiveMinimum !== undefined) parts.push(`above ${exclusiveMinimum}`);
  if (exclusiveMaximum !== undefined) parts.push(`below ${exclusiveMaximum}`);
  if (top !== undefined) parts.push(`at most ${top}`);
  return [noun, parts.join(' and ')].filter(Boolean).join(' ');
}

/** A value as it was found, in words: `text "abc"`, `the number 3`, `a list`. */
export function foundText(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string') return value === '' ? 'empty text' : `text ${quoted(value)}`;
  if (typeof value === 'number') return `the number ${value}`;
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  return typeof value === 'object' ? 'a map' : String(value);
}

/** How text that means a number is to be written as one. */
export function numberHint(text: string): string | undefined {
  const percent = /^([\d.,]+)\s*%$/.exec(text)?.[1];
  if (percent !== undefined) {
    const value = Number(percent.replace(',', '.'));
    return Number.isFinite(value)
      ? `Write it as a fraction: ${Number((value / 100).toPrecision(12))}.`
      : undefined;
  }
  if (/^-?\d+(\.\d+)?$/.test(text)) return 'Write it without quotes.';
  if (/\d/.test(text) && /^[\s\d.,'_€$£¥A-Za-z+-]+$/.test(text)) {
    return 'Write a plain number, as 85000 or 0.5: without separators, currency or unit.';
  }
  return undefined;
}
