import { Chalk } from 'chalk';
import { counted, printable, withoutCommands } from '../../base/text.ts';
import { bullet, hanging, type Style } from '../../render/table-text.ts';
import type { Suggestions } from '../../schema/documents/suggestions.ts';
import type { RenderOptions } from '../report/index.ts';
import { CAVEAT, effortInWords, resultInWords, WHY_LEFT } from './words.ts';

const MOST_LEFT = 10;

const position = ({ file, line }: Suggestions['left'][number]['finding']['at']) => `${file}:${line}`;

function numbered(document: Suggestions, { columns, paint }: Style): string[] {
  return document.suggestions.flatMap(({ text, clears }, at) => {
    const number = `${`${at + 1}.`.padStart(4)} `;
    const blank = ' '.repeat(number.length);
    return [
      ...hanging(number, text, columns),
      ...hanging(blank, `clears ${clears.rule}: ${clears.message} · ${position(clears.at)}`, columns).map(
        (line) => paint.dim(line),
      ),
    ];
  });
}

function remaining({ left }: Suggestions, style: Style): string[] {
  if (left.length === 0) return [];
  const more = left.length - MOST_LEFT;
  return [
    '',
    style.paint.bold(`Left  ${counted(left.length, 'finding')}`),
    ...left
      .slice(0, MOST_LEFT)
      .flatMap(({ finding, why }) => bullet(`${finding.message} (${finding.rule}: ${WHY_LEFT[why]})`, style)),
    ...(more > 0 ? [style.paint.dim(`  and ${more.toLocaleString('en')} more, see --format json`)] : []),
  ];
}

/** Suggestions at a terminal: each change, what it clears, and what stays. */
export function renderSuggestions(document: Suggestions, options: RenderOptions): string {
  const paint = new Chalk({ level: options.color ? 1 : 0 });
  const style: Style = { columns: options.columns, paint };
  const where = document.design === null ? '' : `, ${document.design.name.toLowerCase()}`;
  const effort = effortInWords(document);
  const lines = [
    paint.bold(printable(`${document.organisation}${where}`)),
    ...hanging(
      '',
      `${resultInWords(document)}${effort === '' ? '' : ` ${effort[0]!.toUpperCase()}${effort.slice(1)}.`}`,
      options.columns,
    ),
    ...(document.suggestions.length === 0 ? [] : ['', ...numbered(document, style)]),
    ...(options.quiet ? [] : remaining(document, style)),
    ...(options.quiet || document.suggestions.length === 0
      ? []
      : ['', ...hanging('', CAVEAT, options.columns).map((line) => paint.dim(line))]),
  ];
  return withoutCommands(`${lines.join('\n')}\n`);
}
