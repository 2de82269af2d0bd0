import { brief, figureFormat, percent } from '../../base/figures.ts';
import { groupsBy } from '../../base/groups.ts';
import { dim, list, listIfAny, type Part, table, text } from '../../render/block.ts';
import type { ConsultationDocument } from '../../schema/documents/consultation.ts';

const UNKNOWN = '–';

const value = (one: number | null, unit: string): string =>
  one === null ? 'not known' : unit === 'fraction' ? percent(one) : brief(one);

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

/** Every design that was considered, by whether it is possible, suits, and its figures. */
export const alternatives = ({ alternatives: all, measures }: ConsultationDocument): Part =>
  table(
    all.map(({ design, proposed }) => (proposed ? `${design.name} (proposed)` : design.name)),
    {
      rows: [
        {
          label: 'Whether it is possible',
          cells: all.map(({ status }) => STATUS[status] || 'yes'),
          words: true,
        },
        {
          label: 'Whether it suits the company',
          cells: all.map(({ verdict }) => verdict ?? UNKNOWN),
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

/** What gets better and worse, what is not called either and why, and what else speaks against it: not compared is not "none". */
export const reasonParts = ({ reasons }: ConsultationDocument): readonly Part[] => {
  const { better, worse, notCompared = [], unknown = [], against = [], risks = [] } = reasons;
  const none = (which: string) =>
    notCompared.length === 0
      ? `No figure would be ${which}.`
      : `No figure is known to be ${which}: see those that are not compared.`;
  return [
    list(reasonItems(better), {
      title: better.length === 0 ? none('better') : 'Figures that would be better:',
    }),
    list(reasonItems(worse), { title: worse.length === 0 ? none('worse') : 'Figures that would be worse:' }),
    [...groupsBy(notCompared, ({ reason = '' }) => reason)].map(([reason, figures]) => [
      list(reasonItems(figures), {
        title: 'Figures that would change, and are called neither better nor worse:',
      }),
      reason !== '' &&
        text(dim(figures.length > 1 ? reason.replace('behind it are', 'behind them are') : reason)),
    ]),
    listIfAny(
      unknown.map(({ today, reason = '', ...one }) => ({
        text: `${reasonItems([{ ...one, today }])[0]!}`,
        notes: reason === '' ? [] : [{ text: reason }],
      })),
      { title: 'Figures that are known of one side only:' },
    ),
    listIfAny(against, { title: 'What else speaks against it:' }),
    listIfAny(
      risks.map(({ text: risk, remedy, covered }) => ({
        text: `${risk}.`.replace(/\.\.$/, '.'),
        notes: [{ text: `${covered ? 'Answered as done' : 'What helps'}: ${remedy}` }],
      })),
      { title: 'Risks to watch:' },
    ),
  ];
};
