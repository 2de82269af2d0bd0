import { Chalk, type ChalkInstance } from 'chalk';
import { sentenceCase } from '../../base/text.ts';
import { hanging } from '../../render/table-text.ts';
import { type Entry, KINDS, type Kind } from './entry.ts';
import { entriesNamed, reference } from './index.ts';

interface TextOptions {
  readonly columns: number;
  readonly color: boolean;
}

const TITLES = {
  measure: 'Measures',
  rule: 'Rules about',
  officer: 'Chief Customer Officer',
  design: 'Designs',
  risk: 'Risks',
  criterion: 'Criteria',
  ranking: 'Ranking',
  work: 'Work',
  threshold: 'Thresholds',
  practice: 'Practices',
  readiness: 'Readiness',
  key: 'Keys of the file',
} as const satisfies Record<Kind, string>;

/** Rules are listed by what they are about, everything else by kind. */
const titleOf = ({ kind, facts }: Entry): string =>
  kind === 'rule' ? `${TITLES.rule} ${facts.about}` : TITLES[kind];

const inWords = (key: string): string => {
  const words = key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return sentenceCase(words);
};

const fact = (key: string, value: string | readonly string[], width: number, columns: number): string[] => {
  const label = `${inWords(key)}  `.padEnd(width);
  if (typeof value === 'string') return hanging(label, value, columns);
  if (value.length === 1 || value.every((text) => !text.includes(' ')))
    return hanging(label, value.join(', '), columns);
  const blank = ' '.repeat(width);
  return value.flatMap((text, index) => hanging(`${index === 0 ? label : blank}• `, text, columns));
};

const example = (title: string, text: string, paint: ChalkInstance): string[] => [
  '',
  paint.bold(`${inWords(title)} example`),
  ...text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`.trimEnd()),
];

const describe = (
  { kind, id, summary, facts, examples = {} }: Entry,
  columns: number,
  paint: ChalkInstance,
) => {
  const width = Math.max(...Object.keys(facts).map((key) => inWords(key).length)) + 2;
  return [
    `${paint.bold(id)}  ${paint.dim(kind)}`,
    '',
    ...hanging('', summary, columns),
    '',
    ...Object.entries(facts).flatMap(([key, value]) => fact(key, value, width, columns)),
    ...Object.entries(examples).flatMap(([title, text]) => example(title, text, paint)),
  ].join('\n');
};

const describeEntries = (entries: readonly Entry[], { columns, color }: TextOptions): string => {
  const paint = new Chalk({ level: color ? 1 : 0 });
  return `${entries.map((entry) => describe(entry, columns, paint)).join('\n\n')}\n`;
};

const listEntries = (entries: readonly Entry[], { columns, color }: TextOptions): string => {
  const paint = new Chalk({ level: color ? 1 : 0 });
  const width = Math.max(...entries.map(({ id }) => id.length)) + 4;
  const titles = new Set(
    KINDS.flatMap((kind) => entries.filter((entry) => entry.kind === kind)).map(titleOf),
  );
  const groups = [...titles].map((title) => [
    paint.bold(title),
    ...entries
      .filter((entry) => titleOf(entry) === title)
      .flatMap(({ id, summary }) => hanging(`  ${id}`.padEnd(width), summary, columns)),
  ]);
  return `${groups.map((lines) => lines.join('\n')).join('\n\n')}\n`;
};

/** What an id means, or without one all that there is: as text, or as JSON. */
export const explained = (id: string | undefined, format: string, options: TextOptions): string => {
  const entries = id === undefined ? reference() : entriesNamed(id);
  if (format === 'json') return `${JSON.stringify({ version: 1, entries }, null, 2)}\n`;
  return id === undefined ? listEntries(entries, options) : describeEntries(entries, options);
};
