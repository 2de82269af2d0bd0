import { grouped } from '../base/grouped.ts';
import { counted, printable, quoted, sample } from '../base/text.ts';
import type { Journal } from './journal.ts';
import type { Likeness } from './people/manager-columns.ts';
import { managersOf, topsOf } from './people/tops.ts';
import type { Imported } from './result.ts';

/** A column of so many different statuses is none. */
const MOST_STATUSES = 60;

/** What the source may well say, that matters, and that was not understood: one line each. */
export function notUnderstood(imported: Imported): string[] {
  return [
    ...contradictions(imported),
    ...circles(imported),
    ...imported.journal.questions,
    ...statuses(imported),
    ...owners(imported),
    ...contactData(imported),
  ].map(printable);
}

function looksLike(like: Likeness | undefined, field: string): string {
  return like === undefined
    ? `If there is one, name it: --map ${field}="Header".`
    : `${quoted(like.header)} looks like it: ${like.people} of ${counted(like.given, 'value')} are people. If so: --map ${field}=${quoted(like.header)}.`;
}

/** People who report to each other in a circle, as ids; the first of each circle is where it was found. Linear. */
function circlesOf({ people, byId }: Pick<Imported, 'people' | 'byId'>): string[][] {
  const managers = managersOf(people, byId);
  const visits = new Int32Array(managers.length).fill(-1);
  const found: string[][] = [];
  for (let start = 0; start < managers.length; start++) {
    let at = start;
    for (; at !== -1 && visits[at] === -1; at = managers[at]!) visits[at] = start;
    if (at === -1 || visits[at] !== start) continue;
    const circle = [at];
    for (let next = managers[at]!; next !== at; next = managers[next]!) circle.push(next);
    found.push(circle.map((member) => people.id[member]!));
  }
  return found;
}

function circles(imported: Imported): string[] {
  const found = circlesOf(imported);
  if (found.length === 0) return [];
  const [first] = found;
  const shown = first!.slice(0, 6).map((id) => quoted(id));
  const written = [...shown, first!.length > 6 ? '…' : shown[0]!].join(' → ');
  return [
    `${found.length === 1 ? 'People report to each other in a circle' : `${counted(found.length, 'circle')} of people who report to each other`}: ${written}${found.length > 1 ? ' and more' : ''}. ${found.length === 1 ? 'It is' : 'Each is'} cut, for figures, above the most senior: say who is the manager of whom.`,
  ];
}

/** Where hardly anybody reports to anybody, so that nothing can be done with the file as it is: why. */
export function withoutLines({
  people,
  byId,
  files,
  likeManagers,
  journal,
}: Pick<Imported, 'people' | 'byId' | 'files' | 'likeManagers' | 'journal'>): string | undefined {
  const count = people.id.length;
  if (count < 2) return undefined;
  const tops = topsOf(people, byId);
  const headers = files.flatMap(({ bound }) =>
    bound.flatMap(({ field, header }) => (MANAGERS.has(field) ? [header] : [])),
  );
  const named = (at: number) => people.manager[at] !== '' || people.lines[at]!.length > 0;
  if (files.every(({ source }) => source.withoutManagers === true) && tops.length === count)
    return 'Nobody reports to anybody: the source has no reporting lines. Fill in `manager:` in the file.';
  if (tops.length === count)
    return `Nobody reports to anybody: ${tops.some(named) ? 'no manager who is named is a person of the file. Is a part of the people missing?' : headers.length > 0 ? emptyManagers(headers[0]!, journal) : `no column of managers was found. ${looksLike(likeManagers, 'manager')}`}`;
  if (tops.length * 2 <= count || count < 3) return undefined;
  const lost = tops.filter(named).length;
  return `${counted(tops.length, 'person', 'people')} of ${grouped(count)} end up at the top: ${lost === 0 ? 'no manager is given for them' : `the managers of ${lost} are not in the file`}.`;
}

function emptyManagers(header: string, journal: Journal): string {
  const lost = [...journal.doubtful.keys()].find(
    (what) => what.includes('formula without its result') && what.includes(quoted(header)),
  );
  return lost === undefined
    ? `${quoted(header)} is empty.`
    : `${quoted(header)} holds formulas without their results. Open the workbook in a spreadsheet program, save it, and import it again.`;
}

const MANAGERS: ReadonlySet<string> = new Set(['manager', 'managerOther', 'managers']);

/** Whether a kind of doubtful rows is told in a line of its own. */
export const isContradiction = (what: string): boolean => what.startsWith('a manager whose id and name');

function contradictions({ journal }: Imported): string[] {
  return [...journal.doubtful].flatMap(([what, rows]) =>
    isContradiction(what) ? [...rows].map(([file, list]) => `${file}, ${list.text(20)}: ${what}.`) : [],
  );
}

/** What is not known, as what whoever has it counts, and what to write instead. */
const STATUSES = {
  person: ['A status', 'statuses', 'there', 'Who has left needs "Terminated" or a last day in the extract.'],
  customer: [
    'A status of customers',
    'statuses of customers',
    'a customer',
    'Who is none needs "Former" or "Prospect" in the extract.',
  ],
  seat: [
    'An answer to whether a seat is open',
    'answers to whether a seat is open',
    'filled',
    'Write yes or no in the extract.',
  ],
  job: [
    'An answer to whether a job is the main one',
    'answers to whether a job is the main one',
    'a further one',
    'Write yes or no in the extract.',
  ],
} as const;

function statuses({ journal }: Imported): string[] {
  return (['person', 'customer', 'seat', 'job'] as const).flatMap((of) => {
    const known = [...journal.statuses[of]].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));
    if (known.length === 0) return [];
    const shown = known.slice(0, MOST_STATUSES).map(([text, count]) => `${quoted(text)} (${grouped(count)})`);
    const [one, several, counts, advice] = STATUSES[of];
    const more = known.length - shown.length;
    return [
      `${known.length === 1 ? `${one} is` : `${known.length} ${several} are`} not known, and whoever has ${known.length === 1 ? 'it' : 'one'} counts as ${counts}: ${shown.join(', ')}${more > 0 ? ` and ${grouped(more)} more` : ''}. ${advice}`,
    ];
  });
}

function owners({ customerFile, customers, people, journal }: Imported): string[] {
  if (customerFile === undefined || customers.list.length === 0) return [];
  const ids = new Set(people.id);
  if (customers.list.some(({ owner }) => owner.some((id) => ids.has(id)))) return [];
  const given = customers.list.some(({ owner }) => owner.length > 0);
  // That several people have the name is told where the rows are.
  if ([...journal.doubtful.keys()].some((what) => what.startsWith('an owner whose name several'))) return [];
  return [
    given
      ? 'No owner of a customer is among the people: is a part of them missing, or are they called otherwise?'
      : `No column of owners of customers was found. ${looksLike(customers.likeOwners, 'customers.owner')}`,
  ];
}

function contactData({ customers }: Imported): string[] {
  if (customers.contactData.length === 0) return [];
  const shown = sample(customers.contactData);
  return [`Not copied, as they hold contact data of customers: ${shown} (--keep-contact-data copies them).`];
}
