import { brief, figureFormat, percent, whole } from '../../base/figures.ts';
import { byText, counted } from '../../base/text.ts';
import {
  chart,
  dim,
  list,
  type Part,
  section,
  strong,
  table,
  text,
  title,
  together,
} from '../../render/block.ts';
import type { ChartData, TreeNode } from '../../render/chart/chart.ts';
import type { View } from '../../render/format.ts';
import type { ConsultationDocument } from '../../schema/documents/consultation.ts';
import { sideName } from '../diff/figures.ts';

/** Stands on every page. */
export const SUBJECT = 'Subject to consultation';
const NO_ADVICE =
  'This document states facts as the organisation files give them. It is no legal advice: which duties of information and consultation apply, and whether this is enough for them, has to be established for the place and the people concerned.';
const TO_BE_FILLED = '[to be filled in]';
const LIMIT = { most: 20, least: 2 };
/** Boxes that can be read on one page. */
const MOST_BOXES = 40;
const UNKNOWN = '–';

type Unit = ConsultationDocument['current'][number];
type Post = ConsultationDocument['posts']['opened'][number];

const left = (heading: string) => ({ heading, left: true });
const value = (one: number | null, unit: string): string =>
  one === null ? UNKNOWN : unit === 'fraction' ? percent(one) : brief(one);

/** Units from the top down, as many levels as there is room for. */
const boxesOf = (units: readonly Unit[]): { shown: readonly Unit[]; deeper: number } => {
  const ids = new Set(units.map(({ id }) => id));
  let level = units.filter(({ parent }) => parent === null || !ids.has(parent));
  const shown = [...level.slice(0, MOST_BOXES)];
  while (level.length > 0) {
    const above = new Set(level.map(({ id }) => id));
    level = units.filter(({ parent }) => parent !== null && above.has(parent));
    if (shown.length + level.length > MOST_BOXES) break;
    shown.push(...level);
  }
  return { shown, deeper: units.length - shown.length };
};

const detail = ({ people, vacant }: Unit): string =>
  `${counted(people, 'person', 'people')}${vacant > 0 ? `, ${vacant} open` : ''}`;

/** @param other - What a unit is that stands on this side only. */
const unitChart = (
  heading: string,
  units: readonly Unit[],
  source: string,
  other: 'new' | 'would close',
): Part => {
  const { shown, deeper } = boxesOf(units);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const nodes = shown.map(
    (unit): TreeNode => ({
      id: unit.id,
      parent: unit.parent,
      title: unit.name,
      detail: unit.new && other !== 'new' ? `${detail(unit)}, ${other}` : detail(unit),
      colour: unit.kind.replaceAll('-', ' '),
      marks: unit.new && other === 'new' ? ['new'] : [],
    }),
  );
  const data: ChartData = { form: 'tree', nodes };
  // Where nothing stands below anything, a column for it would be empty.
  const nested = units.some(({ parent }) => parent !== null && names.has(parent));
  const rows = units.map((unit) => ({
    label: unit.name,
    cells: [
      ...(nested ? [names.get(unit.parent ?? '') ?? ''] : []),
      unit.leads ?? UNKNOWN,
      whole(unit.people),
      whole(unit.vacant),
    ],
    words: true,
  }));
  const twin = table(
    [...(nested ? [left('part of')] : []), left('led by'), 'people', 'open posts'],
    { rows },
    { corner: 'unit' },
  );
  return [
    chart(heading, data, { source, twin }),
    deeper > 0 &&
      text(dim(`${counted(deeper, 'unit')} further down ${deeper === 1 ? 'is' : 'are'} in the table only.`)),
  ];
};

const postTable = (heading: string, posts: readonly Post[]): Part =>
  posts.length === 0
    ? text(`${heading}: none.`)
    : table(
        [left('grade'), 'posts', left('units')],
        {
          title: heading,
          rows: posts.map(({ title: job, grade, posts: count, units }) => ({
            label: job === '' ? 'without a title' : job,
            cells: [grade === null ? UNKNOWN : brief(grade), whole(count), units.join(', ')],
            words: true,
          })),
        },
        { corner: 'title', limit: LIMIT },
      );

const affectedTable = ({ affected }: ConsultationDocument): Part => [
  table(
    ['people', 'another unit', 'another manager', left('grades of those affected')],
    {
      rows: affected.map(({ unit, people, moves, managers, grades }) => ({
        label: unit?.name ?? 'Without a department',
        cells: [
          whole(people),
          whole(moves),
          whole(managers),
          grades.map(({ grade, people: of }) => `${brief(grade)}: ${whole(of)}`).join(', ') || UNKNOWN,
        ],
      })),
    },
    {
      corner: 'unit today',
      legend: ['Grades are shown of groups of five and more.'],
    },
  ),
];

const reasonItems = (figures: ConsultationDocument['reasons']['better']): string[] =>
  figures.map(
    ({ label, unit, today, proposed }) =>
      `${label}: ${value(today, unit)} today, ${value(proposed, unit)} under the proposal`,
  );

const STATUS = {
  impossible: 'not possible',
  'cannot-judge': 'cannot be judged',
  'needs-hires': 'would need hires',
  staffed: '',
} as const;

const alternatives = ({ alternatives: all, measures }: ConsultationDocument): Part =>
  table(
    all.map(({ design, proposed }) => (proposed ? `${design.name} (proposed)` : design.name)),
    {
      rows: [
        {
          label: 'Whether it is possible',
          cells: all.map(({ status }) => STATUS[status] || 'yes'),
          words: true,
        },
        ...measures.map(({ id, label, unit }) => {
          const figures = all.map(({ figures: own }) => own[id] ?? null);
          const format = figureFormat(figures, unit);
          return { label, cells: figures.map(format) };
        }),
      ],
    },
    { divides: { repeat: 1, width: 12 } },
  );

const timetable = ({ stages }: ConsultationDocument): Part =>
  stages.length === 0
    ? text('No stages are given for this proposal; when and in which order it would be carried out is open.')
    : [
        text('The order that is proposed. Dates are open until the consultation is over.'),
        table(
          ['people who would move', 'new managers', 'posts to be filled before'],
          {
            rows: stages.map(({ name, moves, newManagers, toFill }) => ({
              label: name,
              cells: [moves, newManagers, toFill].map(whole),
            })),
          },
          { corner: 'stage' },
        ),
      ];

const people = ({ people: all }: ConsultationDocument): Part =>
  all !== undefined &&
  all.length > 0 &&
  section('Who would be affected, by name', { count: counted(all.length, 'person', 'people') }, [
    table(
      [left('title'), left('unit today'), left('unit proposed'), left('manager proposed')],
      {
        rows: [...all]
          .sort((a, b) => byText(a.person.id, b.person.id))
          .map(({ person, title: job, from, to, manager }) => ({
            label: person.name ?? person.id,
            cells: [job, from ?? UNKNOWN, to ?? UNKNOWN, manager ?? UNKNOWN],
            words: true,
          })),
      },
      { corner: 'person', limit: LIMIT },
    ),
  ]);

/** What staff and their representatives are told of a proposal; nothing in it reads as if it were settled. */
export const consultationBlocks = (document: ConsultationDocument, { quiet }: View): readonly Part[] => {
  const { organisation, date, before, after, current, proposed, posts, reasons, respond, affected } =
    document;
  const moved = affected.reduce((sum, { moves }) => sum + moves, 0);
  const managed = affected.reduce((sum, { managers }) => sum + managers, 0);
  const source = `${sideName(before)}; proposal: ${sideName(after)}`;
  const day =
    date === null ? 'The files do not both say of which one day they are.' : `Both charts are of ${date}.`;
  return [
    together(
      title(`${organisation}: a proposal for consultation`),
      text(strong(`${SUBJECT}. Nothing in this document has been settled.`)),
    ),
    list([
      `${counted(moved, 'person', 'people')} would change ${moved === 1 ? 'unit' : 'their unit'}; ${whole(managed)} would get another manager.`,
      `${counted(
        posts.opened.reduce((sum, one) => sum + one.posts, 0),
        'post',
      )} would open, ${whole(posts.closed.reduce((sum, one) => sum + one.posts, 0))} would close.`,
      day,
    ]),
    section('Today and the proposal', { spaced: true }, [
      unitChart('The organisation today', current, source, 'would close'),
      unitChart('The organisation as it is proposed', proposed, source, 'new'),
    ]),
    section('Posts', { spaced: true }, [
      postTable('Posts that would open', posts.opened),
      postTable('Posts that would close', posts.closed),
      postTable('Posts that would change (unit, manager or team)', posts.changed),
      text(dim('Grades are shown of groups of five and more.')),
    ]),
    section('Who would be affected', {}, [affectedTable(document)]),
    people(document),
    section('Reasons for the proposal, and what speaks against it', { spaced: true }, [
      list(reasonItems(reasons.better), {
        title: reasons.better.length === 0 ? 'No figure would be better.' : 'Figures that would be better:',
      }),
      list(reasonItems(reasons.worse), {
        title: reasons.worse.length === 0 ? 'No figure would be worse.' : 'Figures that would be worse:',
      }),
    ]),
    section('Alternatives that were considered', {}, [alternatives(document)]),
    section('Timetable', { spaced: true }, [timetable(document)]),
    section('How to respond', { spaced: true }, [
      text([
        'Questions, objections and other proposals can be sent to ',
        // An address has to be copied as it is.
        respond.to === null ? TO_BE_FILLED : { text: respond.to, tone: 'key' },
        ` until ${respond.by ?? TO_BE_FILLED}. They are looked at before anything is settled.`,
      ]),
    ]),
    !quiet && section('About this document', {}, [text(NO_ADVICE), text(`${SUBJECT}.`)]),
  ];
};
