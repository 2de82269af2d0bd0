import { grouped } from '../base/grouped.ts';
import { alternatives, counted, printable, sample } from '../base/text.ts';
import type { Journal } from './journal.ts';
import { isContradiction } from './not-understood.ts';
import { managersOf, topsOf } from './people/tops.ts';
import type { Imported } from './result.ts';

const TITLES = 20;
const RANGES = 60;

const share = (part: number, whole: number): string =>
  whole === 0 ? '0 %' : `${Math.floor((100 * part) / whole)} %`;

/** What was read, how it was understood, and what could not be used. */
export function summaryOf(imported: Imported): string {
  const { wrong } = imported.journal;
  const lines = [
    ...(wrong.length === 0 ? [] : [...wrong, '']),
    ...imported.files.flatMap((file) => [
      `${file.file}: ${file.source.name} (${file.source.id}), ${file.why}; ${file.format}`,
      ...mapping(file.bound),
      ...ignored(file.ignored),
    ]),
    ...customerLines(imported),
    '',
    ...found(imported),
    ...unmapped(imported),
    ...section('Assumed', imported.journal.assumed),
    ...section('Noted', imported.journal.notes),
    ...books(imported.journal),
  ];
  return `${lines.map((line) => line.split('\n').map(printable).join('\n')).join('\n')}\n`;
}

interface Mapped {
  readonly field: string;
  readonly header: string;
  readonly byValues?: true;
}

const mapping = (bound: readonly Mapped[]): string[] => {
  const width = Math.max(0, ...bound.map(({ field }) => field.length));
  return bound.map(
    ({ field, header, byValues }) =>
      `  ${field.padEnd(width)} ← ${inOneLine(header)}${byValues === true ? ' (by its values)' : ''}`,
  );
};

/** A header may hold line breaks. */
const inOneLine = (header: string): string => header.replace(/\s+/g, ' ');

const ignored = (headers: readonly string[]): string[] =>
  headers.length === 0 ? [] : [`  not used: ${headers.map(inOneLine).join(', ')}`];

function customerLines({ customerFile, customers }: Imported): string[] {
  if (customerFile === undefined) return [];
  const kept = [...customerFile.attributes.keys()];
  return [
    `${customerFile.file}: customers; ${customerFile.format}`,
    ...mapping(customerFile.bound.filter(({ field }) => customerFile.fields.has(field))),
    ...mapping(
      customers.effort.map((capability) => ({ field: `effort.${capability}`, header: 'hours a month' })),
    ),
    ...(kept.length === 0 ? [] : [`  attributes: ${kept.map(inOneLine).join(', ')}`]),
  ];
}

function found(imported: Imported): string[] {
  const { people, byId, departments, coverage, customers, customerFile } = imported;
  const count = people.id.length;
  const managers = managersOf(people, byId);
  const leads = new Uint8Array(count);
  let [vacant, later, leading, contractors] = [0, 0, 0, 0];
  for (let at = 0; at < count; at++) {
    const lines = people.lines[at]!;
    const line =
      people.manager[at] === '' ? (lines.find(({ kind }) => kind === 'solid') ?? lines[0]) : undefined;
    const lead = line === undefined ? managers[at]! : (byId.get(line.to) ?? -1);
    if (lead !== -1 && leads[lead] === 0) {
      leads[lead] = 1;
      leading++;
    }
    if (people.vacant[at]) vacant++;
    else if (imported.asOf !== '' && people.start[at]! > imported.asOf) later++;
    if (people.workerType[at] === 'contractor') contractors++;
  }
  const tops = topsOf(people, byId).length;
  const divisions = departments.filter(({ id }) => id.startsWith('division/')).length;
  const { given, mapped, byDepartment, seats } = coverage;
  return [
    `${counted(count - vacant - later, 'person', 'people')}${contractors === 0 ? '' : ` (${counted(contractors, 'contractor')} among them)`}${vacant === 0 ? '' : ` and ${counted(vacant, 'open seat')}`}${later === 0 ? '' : `, ${later} more who ${later === 1 ? 'starts' : 'start'} later`}, ${counted(leading, 'manager')}, ${counted(tops, 'person', 'people')} at the top`,
    `${counted(departments.length - divisions, 'department')}${divisions === 0 ? '' : ` in ${counted(divisions, 'division')}`}`,
    ...(imported.teams.length === 0 ? [] : [teamsFound(imported.teams)]),
    `capability of ${share(given + mapped, seats)}: ${counted(mapped, 'seat')} by title or department${byDepartment === 0 ? '' : ` (${byDepartment} by department alone)`}${given === 0 ? '' : `, ${given} as given`}, ${seats - given - mapped} not mapped`,
    ...(customerFile === undefined ? [] : customersFound(customers)),
  ];
}

function teamsFound(teams: Imported['teams']): string {
  const counts = new Map<string, number>();
  for (const { members } of teams) for (const id of members) counts.set(id, (counts.get(id) ?? 0) + 1);
  const several = [...counts.values()].filter((count) => count > 1).length;
  return `${counted(teams.length, 'team')} beside the departments, of ${counted(counts.size, 'person', 'people')}; ${counted(several, 'person', 'people')} in several`;
}

function customersFound({ list, segments, turnover }: Imported['customers']): string[] {
  const total = list.reduce((sum, { count }) => sum + count, 0);
  const revenue = list.filter(({ figures }) => !Number.isNaN(figures.revenue)).length;
  return [
    `${counted(total, 'customer')} in ${counted(list.length, 'row')}; revenue known for ${revenue}`,
    ...(segments === undefined
      ? []
      : [
          `  ${counted(segments.rows, 'row')} of individuals without a name as ${counted(segments.into, 'segment')} by ${segments.by.length === 0 ? 'market' : alternatives(segments.by, 'and')}`,
        ]),
    ...(turnover.length === 0
      ? []
      : [
          `  ${sample(turnover)} may be what customers turn over themselves, and ${turnover.length === 1 ? 'is kept as an attribute' : 'are kept as attributes'}, not as revenue;`,
          `  is it what they pay you? Then say so: --map customers.revenue="${turnover.at(-1)}"`,
        ]),
  ];
}

function unmapped({ coverage }: Imported): string[] {
  const { unmapped: titles } = coverage;
  if (titles.length === 0) return [];
  const more = titles.length - TITLES;
  return [
    '',
    'Titles that say nothing of a capability (--capabilities table.yaml extends the table):',
    ...titles
      .slice(0, TITLES)
      .map(({ title, count }) => `  ${String(count).padStart(5)}  ${title || '(no title)'}`),
    ...(more > 0 ? [`         … and ${counted(more, 'more title')}`] : []),
  ];
}

const section = (title: string, texts: readonly string[]): string[] =>
  texts.length === 0 ? [] : ['', `${title}:`, ...texts.map((text) => `  • ${text}`)];

function books(journal: Journal): string[] {
  const of = (title: string, book: 'unusable' | 'leftOut' | 'doubtful') => {
    // A contradiction is told at the end.
    const kinds = [...journal[book]].filter(([what]) => !isContradiction(what));
    const lines = kinds.flatMap(([what, files]) =>
      [...files].map(([file, rows]) => `  ${grouped(rows.count)}  ${what}: ${file}, ${rows.text(RANGES)}`),
    );
    return lines.length === 0 ? [] : ['', `${title} (${counted(journal.count(book), 'row')}):`, ...lines];
  };
  return [
    ...of('Left out, as they hold nobody who is there', 'leftOut'),
    ...of('Used, but for something in them', 'doubtful'),
    ...of('Could not be used', 'unusable'),
  ];
}
