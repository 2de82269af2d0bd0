import { brief, percent, whole } from '../../base/figures.ts';
import { counted } from '../../base/text.ts';
import { list, type Part, pairs, section, table, text, title, together, toned } from '../../render/block.ts';
import type { View } from '../../render/format.ts';
import type { ProgressDocument } from '../../schema/documents/progress.ts';
import { sideName } from '../diff/figures.ts';
import { sidesQuality } from '../quality-blocks.ts';

const LIMIT = { most: 10, least: 2 };
const UNKNOWN = '–';

const shareText = (share: number | null): string => (share === null ? UNKNOWN : percent(share));
const figure = (value: number | null, counted: string | null): string =>
  value === null ? UNKNOWN : counted?.startsWith('fraction') ? percent(value) : brief(value);

type Move = ProgressDocument['list'][number];
type Deviation = ProgressDocument['deviations'][number];

const who = ({ id, name }: { readonly id: string; readonly name?: string | undefined }, more = ''): string =>
  `${name ?? id}${name === undefined && more !== '' ? ` (${more})` : ''}`;

const unitName = (unit: Move['to']): string => unit?.name ?? 'no department';

const moveText = ({ person, title: job, from, to }: Move): string =>
  `${who(person, job)}: ${unitName(from)} → ${unitName(to)}`;

const told = (value: string | null): string => value ?? 'nothing';

const deviationText = ({ kind, entity, title: job = '', from, planned, now }: Deviation): string => {
  const name = `${who(entity, job)}${from == null || kind === 'manager' ? '' : `, from ${from.name},`}`;
  if (kind === 'moved')
    return `${name} is in ${now ?? 'no department'}; the plan has them in ${planned ?? 'none'}`;
  if (kind === 'manager') return `${name} reports to ${now ?? 'nobody'}; planned: ${planned ?? 'nobody'}`;
  if (kind === 'joined') return `${name} has joined ${now ?? 'without a department'}, and is not in the plan`;
  if (kind === 'left') return `${name} has left; the plan has them in ${planned ?? 'no department'}`;
  if (kind === 'team')
    return now === null
      ? `${name} is no longer in a team that the plan keeps: ${planned}`
      : `${name} has a place in a team that is not planned: ${now}`;
  if (kind === 'unit-new') return `The unit ${name} is in neither the plan nor the organisation before`;
  if (kind === 'unit-gone') return `The unit ${name} is no longer there; the plan keeps it`;
  return `${name}: the target is ${told(now)}, planned ${told(planned)}`;
};

const totals = ({ moves, managers, teams, units, seats }: ProgressDocument): Part => {
  const row = (label: string, { planned, done, share }: ProgressDocument['moves']) => ({
    label,
    cells: [whole(planned), whole(done), shareText(share)],
  });
  const filled = {
    planned: seats.planned,
    done: seats.filled,
    share: seats.planned > 0 ? seats.filled / seats.planned : null,
  };
  return table(['planned', 'done', 'share'], {
    rows: [
      row('People in their new unit', moves),
      row('People with their new manager', managers),
      ...(teams === undefined ? [] : [row('Places in teams', teams)]),
      row('Units opened or closed', units),
      row('New seats filled', filled),
    ],
  });
};

const stages = ({ stages: all }: ProgressDocument): Part =>
  all.length > 0 &&
  table(['due', 'moves', 'done', 'share'], {
    title: 'Stages',
    rows: all.map(({ name, due, planned, done, share, late }) => ({
      label: name,
      cells: [
        due ?? UNKNOWN,
        whole(planned),
        whole(done),
        late === null ? shareText(share) : { text: `${shareText(share)} late`, tone: 'bad' as const },
      ],
    })),
  });

const scorecards = ({ scorecards: all }: ProgressDocument): Part =>
  all.length > 0 &&
  table(['before', 'now', 'target', 'of the way', ''], {
    title: 'Scorecards against their targets',
    rows: all.map(({ unit, metric, before, now, target, counted: of, share, state }) => ({
      label: `${unit.name}: ${metric}`,
      cells: [
        figure(before, of),
        figure(now, of),
        figure(target, of),
        shareText(share),
        state === 'reached'
          ? { text: 'reached', tone: 'good' as const }
          : state === 'not-known'
            ? 'not known'
            : '',
      ],
    })),
  });

const summary = ({
  moves,
  teams,
  stages: all,
  deviations,
  scorecards: cards,
}: ProgressDocument): string[] => {
  const reached = cards.filter(({ state }) => state === 'reached').length;
  return [
    moves.planned === 0
      ? 'The plan moves nobody to another unit.'
      : `${whole(moves.done)} of ${counted(moves.planned, 'move')} ${moves.done === 1 ? 'is' : 'are'} done (${shareText(moves.share)}).`,
    ...(teams === undefined || teams.planned === 0
      ? []
      : [
          `${whole(teams.done)} of ${counted(teams.planned, 'place')} in teams ${teams.done === 1 ? 'is' : 'are'} as planned (${shareText(teams.share)}).`,
        ]),
    ...all.flatMap(({ name, late }) => (late === null ? [] : [`Late: ${name}. ${late}`])),
    ...(all.length === 0
      ? [
          'What is late cannot be told without the stages: --stages names the folder that simulate --stages wrote.',
        ]
      : []),
    deviations.length === 0
      ? 'Nothing deviates from the plan.'
      : `${counted(deviations.length, 'deviation')} from the plan.`,
    ...(cards.length === 0
      ? []
      : [`${whole(reached)} of ${counted(cards.length, 'target')} ${reached === 1 ? 'is' : 'are'} reached.`]),
  ];
};

/** How far a plan is carried out: what matters first, figures, stages, targets, then what is open and what deviates. */
export const progressBlocks = (document: ProgressDocument, { quiet }: View): readonly Part[] => {
  const { before, plan, now, today, list: moves, deviations } = document;
  // Who is elsewhere, or gone, deviates.
  const open = moves.filter(({ state }) => state === 'open');
  return [
    sidesQuality([before, plan, now]),
    together(
      title(now.organisation),
      pairs([
        ['before', sideName(before)],
        ['plan', sideName(plan)],
        ['now', sideName(now)],
        ...(today === null ? [] : [['judged on', today] as const]),
      ]),
    ),
    list(summary(document)),
    totals(document),
    stages(document),
    scorecards(document),
    !quiet &&
      open.length > 0 &&
      section('Not done yet', { count: counted(open.length, 'person', 'people'), folds: true }, [
        list(open.map(moveText), { limit: LIMIT }),
      ]),
    !quiet &&
      deviations.length > 0 &&
      section('Not as planned', { count: counted(deviations.length, 'deviation'), folds: true }, [
        list(deviations.map(deviationText), { limit: LIMIT }),
      ]),
    !quiet &&
      [document.moves, document.managers, document.units, document.teams].every(
        (part) => (part?.planned ?? 0) === 0,
      ) &&
      deviations.length === 0 &&
      text('Before, plan and now are the same organisation, or the plan only opens and closes seats.'),
    document.failed.length > 0 && together(text(toned('worst', 'Failed')), list(document.failed)),
  ];
};
