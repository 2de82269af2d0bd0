import type { Draft, LeftOut } from './source.ts';
import { defineSource } from './source.ts';

const NOBODY = /^(?:n\/?[ad]|not (?:applicable|disclosed)|undisclosed)$/i;
const PAY = ['payFrom', 'payTo'] as const;

const VACANT = /^['"‘“]?vacan(?:t|cy)\b/i;
const QUOTES = '\'‘’"“”';

/** Without quotes around it. */
const unquoted = (text: string): string => {
  let [start, end] = [0, text.length];
  while (start < end && QUOTES.includes(text[start]!)) start++;
  while (end > start && QUOTES.includes(text[end - 1]!)) end--;
  return text.slice(start, end);
};

const mend = (draft: Draft): LeftOut | undefined => {
  draft.name = unquoted(draft.name).trim();
  if (/^eliminated\b/i.test(draft.name) || /\beliminated post\b/i.test(draft.remarks))
    return { leftOut: 'posts that were eliminated' };
  if (VACANT.test(draft.name) || VACANT.test(draft.title)) draft.vacant = 'yes';
  if (draft.vacant === 'yes' || NOBODY.test(draft.name)) draft.name = '';
  // Nothing is paid for a post that nobody holds, or by somebody else: that is no pay to reckon with.
  if (PAY.every((field) => /^[£\s]*0*(?:\.0*)?$/.test(draft[field])))
    for (const field of PAY) draft[field] = '';
  return undefined;
};

export const ukOrganogram = defineSource({
  id: 'uk-organogram',
  name: 'UK government organogram',
  notes: [
    'The senior and the junior file go together: `import senior.csv junior.csv`.',
    'Rows are posts: "Vacant" is an open seat, "Eliminated" is left out and counted, a reference that stands twice is several seats (a job share).',
    'A junior row stands for `Number of Posts in FTE` posts: its seats are `J42.1`, `J42.2`, …, where 42 is the row.',
    '`XX` and `N/A` name nobody. References that lost their leading zeros are matched where only one fits.',
    'Pay is the middle of its range times FTE, which is said to be assumed.',
  ],
  needs: [
    ['post unique reference', 'reporting senior post'],
    ['reports to senior post', 'reporting senior post'],
  ],
  columns: {
    id: ['post unique reference'],
    name: ['name'],
    email: ['contact e-mail'],
    title: ['job title', 'generic job title'],
    group: ['professional/occupational group'],
    department: ['unit'],
    division: ['organisation'],
    organisation: ['parent department'],
    manager: ['reports to senior post', 'reporting senior post'],
    fte: ['fte'],
    posts: ['number of posts in fte'],
    payFrom: ['actual pay floor (£)', 'payscale minimum (£)'],
    payTo: ['actual pay ceiling (£)', 'payscale maximum (£)'],
    location: ['office location', 'location'],
    remarks: ['notes'],
  },
  row: mend,
  posts: true,
});
