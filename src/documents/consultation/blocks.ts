import { brief, whole } from '../../base/figures.ts';
import { byText, counted } from '../../base/text.ts';
import { dim, list, type Part, section, strong, table, text, title, together } from '../../render/block.ts';
import type { View } from '../../render/format.ts';
import type { ConsultationDocument } from '../../schema/documents/consultation.ts';
import { sideName } from '../diff/figures.ts';
import { sidesQuality } from '../quality-blocks.ts';
import { alternatives, reasonParts } from './reason-blocks.ts';
import { unitChart } from './unit-chart.ts';

/** Stands on every page. */
export const SUBJECT = 'Subject to consultation';
const NO_ADVICE =
  'This document states facts as the organisation files give them. It is no legal advice: which duties of information and consultation apply, and whether this is enough for them, has to be established for the place and the people concerned.';
const TO_BE_FILLED = '[to be filled in]';
const LIMIT = { most: 20, least: 2 };
const UNKNOWN = '–';

const GRADES =
  'Grades are shown of groups of five and more, as the files have them: the higher the number, the more senior.';

type Post = ConsultationDocument['posts']['opened'][number];

const left = (heading: string) => ({ heading, left: true });
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

/** People who would join, leave or come to lead a team. */
const inTeams = (affected: ConsultationDocument['affected']): number =>
  affected.reduce((sum, { teams = 0 }) => sum + teams, 0);

const teamTable = (heading: string, teams: NonNullable<ConsultationDocument['teams']>['new']): Part =>
  teams.length > 0 &&
  table(
    [left('led by'), 'people'],
    {
      title: heading,
      rows: teams.map(({ name, lead, people: size }) => ({
        label: name,
        cells: [lead ?? UNKNOWN, whole(size)],
        words: true,
      })),
    },
    { corner: 'team', limit: LIMIT },
  );

const teamSection = ({ teams }: ConsultationDocument): Part =>
  teams !== undefined &&
  section('Teams', { spaced: true }, [
    teamTable('Teams that would begin', teams.new),
    teamTable('Teams that would end', teams.closed),
    teamTable('Teams that would have other members, or another lead', teams.changed),
  ]);

const affectedTable = ({ affected }: ConsultationDocument): Part => [
  table(
    [
      'people',
      'another unit',
      'another manager',
      ...(inTeams(affected) > 0 ? ['another team'] : []),
      left('grades of those affected'),
    ],
    {
      rows: affected.map(({ unit, people, moves, managers, teams = 0, grades }) => ({
        label: unit?.name ?? 'Without a department',
        cells: [
          whole(people),
          whole(moves),
          whole(managers),
          ...(inTeams(affected) > 0 ? [whole(teams)] : []),
          grades.map(({ grade, people: of }) => `${brief(grade)}: ${whole(of)}`).join(', ') || UNKNOWN,
        ],
      })),
    },
    {
      corner: 'unit today',
      legend: [GRADES],
    },
  ),
];

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
  const { organisation, date, before, after, current, proposed, posts, respond, affected, teams } = document;
  const moved = affected.reduce((sum, { moves }) => sum + moves, 0);
  const managed = affected.reduce((sum, { managers }) => sum + managers, 0);
  const source = `${sideName(before)}; proposal: ${sideName(after)}`;
  const day =
    date !== null
      ? `Both charts are of ${date}.`
      : before.file === after.file
        ? 'The file does not say of which day it is.'
        : 'The files do not both say of which one day they are.';
  const numberOf = (list: readonly Post[]) => list.reduce((sum, one) => sum + one.posts, 0);
  const leads = numberOf(posts.leads ?? []);
  const closing = current.filter(({ new: only }) => only).length;
  const opening = proposed.filter(({ new: only }) => only).length;
  const joining = inTeams(affected);
  return [
    sidesQuality([before, after]),
    together(
      title(`${organisation}: a proposal for consultation`),
      text(strong(`${SUBJECT}. Nothing in this document has been settled.`)),
    ),
    list([
      `${counted(moved, 'person', 'people')} would change ${moved === 1 ? 'unit' : 'their unit'}; ${whole(managed)} would get another manager.`,
      ...(leads === 0
        ? []
        : [
            `${counted(leads, 'person', 'people')} would lose the lead of a unit, or of everybody they lead.`,
          ]),
      ...(teams === undefined
        ? []
        : [
            `${counted(teams.new.length, 'team')} would begin, ${whole(teams.closed.length)} would end; ${counted(joining, 'person', 'people')} would join or leave a team, or come to lead one.`,
          ]),
      `${counted(numberOf(posts.opened), 'post')} would open, ${whole(numberOf(posts.closed))} would close.`,
      ...(opening + closing === 0
        ? []
        : [`${counted(opening, 'unit')} would be new, ${whole(closing)} would close.`]),
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
      (posts.leads ?? []).length > 0 &&
        postTable('Of these, whose holders would lose the lead of a unit or of people', posts.leads!),
      text(dim(GRADES)),
    ]),
    teamSection(document),
    section('Who would be affected', {}, [affectedTable(document)]),
    people(document),
    section('Reasons for the proposal, and what speaks against it', { spaced: true }, [
      ...reasonParts(document),
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
