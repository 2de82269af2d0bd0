import { brief, percent, whole } from '../../base/figures.ts';
import { counted } from '../../base/text.ts';
import { list, type Part, pairs, section, table, text, title, together, toned } from '../../render/block.ts';
import type { View } from '../../render/format.ts';
import type { ProgressDocument } from '../../schema/documents/progress.ts';
import { sideName } from '../diff/figures.ts';

const LIMIT = { most: 10, least: 2 };
const UNKNOWN = '–';

const shareText = (share: number | null): string => (share === null ? UNKNOWN : percent(share));
const figure = (value: number | null, counted: string | null): string =>
  value === null ? UNKNOWN : counted?.startsWith('fraction') ? percent(value) : brief(value);

type Move = ProgressDocument['list'][number];
type Deviation = ProgressDocument['deviations'][number];

const who = ({ id, name }: { readonly id: string; readonly name?: string | undefined }, more = ''): string =>
  `${name ?? id}${name === undefined && more !== '' ? ` (${more})` : ''}`;

const unitName = (unit: Move['to'] | undefined): string => unit?.name ?? 'no department';

const moveText = ({ person, title: job, from, to, now, state }: Move): string => {
  const plan = `${who(person, job)}: ${unitName(from)} → ${unitName(to)}`;
  if (state === 'elsewhere') return `${plan}; is in ${unitName(now)}`;
  return state === 'gone' ? `${plan}; is no longer there` : plan;
};

const told = (value: string | null): string => value ?? 'nothing';

const deviationText = ({ kind, entity, planned, now }: Deviation): string => {
  const name = who(entity);
  if (kind === 'moved')
    return `${name} is in ${now ?? 'no department'}; the plan leaves them in ${planned ?? 'none'}`;
  if (kind === 'manager') return `${name} reports to ${now ?? 'nobody'}; planned: ${planned ?? 'nobody'}`;
  if (kind === 'joined') return `${name} has joined ${now ?? 'without a department'}, and is not in the plan`;
  if (kind === 'left') return `${name} has left; the plan has them in ${planned ?? 'no department'}`;
  if (kind === 'unit-new') return `The unit ${name} is in neither the plan nor the organisation before`;
  return `${name}: the target is ${told(now)}, planned ${told(planned)}`;
};

const totals = ({ moves, managers, units, seats }: ProgressDocument): Part => {
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

const summary = ({ moves, stages: all, deviations, scorecards: cards }: ProgressDocument): string[] => {
  const reached = cards.filter(({ state }) => state === 'reached').length;
  return [
    moves.planned === 0
      ? 'The plan moves nobody.'
      : `${whole(moves.done)} of ${counted(moves.planned, 'move')} ${moves.done === 1 ? 'is' : 'are'} done (${shareText(moves.share)}).`,
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
  const groups = [
    ['Not done yet', moves.filter(({ state }) => state === 'open')],
    ['In another unit than planned', moves.filter(({ state }) => state === 'elsewhere')],
    ['No longer there', moves.filter(({ state }) => state === 'gone')],
  ] as const;
  return [
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
      groups.map(([heading, own]) =>
        own.length === 0
          ? false
          : section(heading, { count: counted(own.length, 'person', 'people'), folds: true }, [
              list(own.map(moveText), { limit: LIMIT }),
            ]),
      ),
    !quiet &&
      deviations.length > 0 &&
      section('Not as planned', { count: counted(deviations.length, 'deviation'), folds: true }, [
        list(deviations.map(deviationText), { limit: LIMIT }),
      ]),
    !quiet &&
      moves.length === 0 &&
      deviations.length === 0 &&
      text('Before, plan and now are the same organisation, or the plan only opens and closes seats.'),
    document.failed.length > 0 && together(text(toned('worst', 'Failed')), list(document.failed)),
  ];
};
