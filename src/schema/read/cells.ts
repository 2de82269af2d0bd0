import { alternatives, misspelt, quoted } from '../../base/text.ts';
import { answerOf } from '../../languages/answers.ts';
import { LINE_KINDS } from '../input/person.ts';
import type { JourneyShare, LineRow } from '../loaded.ts';
import { type ColumnDefinition, isFraction } from './columns.ts';
import { AMOUNTS, numberHint } from './hints.ts';
import { expectedNumber } from './shape.ts';

/** Why a cell does not fit its column. */
export interface Fault {
  /** What was expected, the same for all cells of a column that fail alike. */
  readonly expected: string;
  readonly hint?: string | undefined;
}

/** How numbers are written in a file. */
export interface NumberStyle {
  /** Whether a comma may be the decimal mark. */
  readonly decimalComma: boolean;
  /** Whether a point may group thousands, so that `85.000` could be 85 or 85,000. */
  readonly groupingPoint: boolean;
}

const PLAIN = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const COMMA = /^[+-]?\d*,\d+$/;
const GROUPED = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;

/** The number in a cell that is not empty. */
export function parseNumber(cell: string, definition: ColumnDefinition, style: NumberStyle): number | Fault {
  const digits = wholeNumber(cell);
  if (digits >= 0 && digits >= definition.minimum && digits <= definition.maximum) return digits;
  let text = cell;
  let scale = 1;
  if (isFraction(definition) && text.endsWith('%')) {
    text = text.slice(0, -1).trimEnd();
    scale = 100;
  }
  if (style.decimalComma && text.includes(',') && COMMA.test(text)) {
    if (GROUPED.test(text)) return readInTwoWays(text);
    text = text.replace(',', '.');
  } else if (style.groupingPoint && text.includes('.') && GROUPED.test(text)) return readInTwoWays(text);
  const number = PLAIN.test(text) ? Number(text) / scale : Number.NaN;
  const { minimum, maximum, integer } = definition;
  if (
    number >= minimum &&
    number <= maximum &&
    Number.isFinite(number) &&
    (!integer || Number.isInteger(number))
  ) {
    return number;
  }
  const type = integer ? 'integer' : 'number';
  const hint = Number.isNaN(number)
    ? numberHint(text, definition, AMOUNTS.has(definition.field))
    : maximum === 1
      ? 'Write it as 0.93 or 93 %.'
      : undefined;
  return { expected: expectedNumber({ type, ...finite({ minimum, maximum }) }), hint };
}

/** The value of a cell of up to 15 digits, -1 for any other: the quick way for what most cells are. */
function wholeNumber(cell: string): number {
  if (cell.length > 15) return -1;
  let value = 0;
  for (let at = 0; at < cell.length; at++) {
    const digit = cell.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function finite(limits: { minimum: number; maximum: number }): { minimum?: number; maximum?: number } {
  return {
    ...(Number.isFinite(limits.minimum) ? { minimum: limits.minimum } : {}),
    ...(Number.isFinite(limits.maximum) ? { maximum: limits.maximum } : {}),
  };
}

/** An amount whose mark may stand between thousands or before a fraction. */
export function readInTwoWays(text: string): Fault {
  const whole = text.replace(/[.,]/, '');
  const fraction = `${text.replace(',', '.')}0`;
  return {
    expected: 'a number that cannot be read in two ways',
    hint: `Write ${whole} for thousands or ${fraction} for a fraction.`,
  };
}

const YES = new Set(['true', 'yes', '1']);
const NO = new Set(['false', 'no', '0']);

export function parseBoolean(cell: string): boolean | Fault {
  const word = cell.toLowerCase();
  if (YES.has(word)) return true;
  if (NO.has(word)) return false;
  const answer = answerOf(cell);
  const hint = answer === undefined ? undefined : `Write ${answer ? 'yes' : 'no'}.`;
  return { expected: 'true, yes, 1, false, no or 0', hint };
}

/** The choice that a cell names, whatever its case. */
export function parseChoice(cell: string, choices: readonly string[]): string | Fault {
  const word = cell.toLowerCase();
  return (
    choices.find((choice) => choice === word) ?? {
      expected: alternatives(choices.map((choice) => quoted(choice))),
      hint: misspelt(cell, choices),
    }
  );
}

/** The entries of a list cell, without empty ones. */
export function parseList(cell: string): string[] {
  return cell
    .split(';')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** Reporting lines as `p7:0.7:solid;p9:0.3:dotted`; an id that holds a colon needs weight or kind after it. */
export function parseLines(cell: string): LineRow[] | Fault {
  const lines: LineRow[] = [];
  for (const entry of parseList(cell)) {
    const parts = entry.split(':').map((part) => part.trim());
    const job = isKind(parts.at(-2)) && parts.length > 2 && !isKind(parts.at(-1)) ? parts.pop() : undefined;
    const last = parts.at(-1)!.toLowerCase();
    let kind: LineRow['kind'] = 'solid';
    if (parts.length > 1 && (last === 'solid' || last === 'dotted')) {
      kind = last;
      parts.pop();
    } else if (parts.length > 1 && misspelt(last, LINE_KINDS) !== undefined) {
      return { expected: '"solid" or "dotted" as the kind of a line', hint: misspelt(last, LINE_KINDS) };
    }
    let weight = 0;
    const given = parts.length > 1 ? parts.at(-1)! : undefined;
    if (given === '') parts.pop();
    else if (given !== undefined && PLAIN.test(given)) {
      weight = Number(given);
      parts.pop();
      if (!(weight > 0 && weight <= 1)) return { expected: 'a weight above 0 and at most 1 in each line' };
    }
    const to = parts.join(':');
    if (to === '') return { expected: 'lines as p7:0.7:solid;p9:0.3:dotted' };
    lines.push({ to, kind, weight, ...(job === undefined || job === '' ? {} : { job }) });
  }
  return lines;
}

const isKind = (part: string | undefined): boolean =>
  part !== undefined && (LINE_KINDS as readonly string[]).includes(part.toLowerCase());

/** Journeys as `sale:0.2;question:0.8`; an id that holds a colon needs its share after it. */
export function parseShares(cell: string): JourneyShare[] | Fault {
  const shares: JourneyShare[] = [];
  for (const entry of parseList(cell)) {
    const at = entry.lastIndexOf(':');
    const last = at < 0 ? '' : entry.slice(at + 1).trim();
    if (at < 0 || (last !== '' && !PLAIN.test(last))) {
      shares.push({ id: entry, share: 0 });
      continue;
    }
    const share = last === '' ? 0 : Number(last);
    if (last !== '' && !(share >= 0 && share <= 1))
      return { expected: 'a share from 0 to 1 after each journey' };
    shares.push({ id: entry.slice(0, at).trim(), share });
  }
  return shares;
}
