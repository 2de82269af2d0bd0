import { areAlike } from '../../base/figures.ts';
import { given } from '../../base/given.ts';
import { sentenceCase } from '../../base/text.ts';
import type { ConsultationDocument } from '../../schema/documents/consultation.ts';
import type { Report, ReportedDesign } from '../../schema/documents/report.ts';
import { againstInWords, figureToday, undoneInWords } from '../answer/against-in-words.ts';
import type { buildDiff } from '../diff/report.ts';

type Reasons = ConsultationDocument['reasons'];
type Figure = Reasons['better'][number];
type Diff = ReturnType<typeof buildDiff>;

/** The figures that all documents show: by revenue where these are. */
const shownOf = ({ id, label, unit, byRevenue, before, after }: Diff['measures'][number]): Figure => ({
  id,
  label,
  unit,
  today: byRevenue?.before ?? before,
  proposed: byRevenue?.after ?? after,
});

/** Keys of the file and commands, which say nothing to staff. */
const KEY =
  / \((?:orgdesign [^()]{1,60}|(?:context|practices|policy|designs|customers|people|capabilities)\.[\w.-]{1,80}(?:: [^()]{1,300})?)\)/g;
/** On which side a figure is not known, which its own side says. */
const ONE_SIDE = /^Not known (?:before|after): /;
const inPlainWords = (text: string): string => text.replaceAll(KEY, '').replace(/\.\.$/, '.');

/** Whether a design suits the company, and what rules a better word out. */
export const verdictOf = ({ fit, mend }: Pick<ReportedDesign, 'fit' | 'mend'>): string =>
  mend !== undefined
    ? 'cannot be judged'
    : fit.conditions.length > 0
      ? `${fit.verdict} ${fit.conditions.join(' and ')}`
      : fit.verdict;

/** What speaks against a design beside figures that get worse: what it does not suit by, what nobody does, rules, in this order. */
function argumentsAgainst(today: ReportedDesign, proposed: ReportedDesign): string[] {
  const { fit } = proposed;
  return [
    ...(fit.limits.length === 0 ? [] : [`${sentenceCase(fit.verdict)}: ${fit.limits.join('; ')}.`]),
    ...[undoneInWords(today, proposed) ?? []].flat(),
    ...fit.against.map(({ premises, when }) =>
      againstInWords(
        when,
        premises.map(({ text }) => text),
        (id) => figureToday(today, proposed, id),
      ),
    ),
  ].map(inPlainWords);
}

/**
 * What a proposal would make better and worse, what is not compared or not known and why, and what else speaks against it. Without a design the
 * proposal is what its own file says of itself.
 */
export function reasonsFor(diff: Diff, { designs }: Report, proposed: ReportedDesign | undefined): Reasons {
  const figures = (verdict: Diff['measures'][number]['verdict']) =>
    diff.measures.flatMap((one) => (one.verdict === verdict ? [shownOf(one)] : []));
  const untold = diff.measures.flatMap((one) =>
    one.verdict === 'not-compared'
      ? [
          {
            ...shownOf(one),
            ...given({ reason: one.reason?.replace(/^They cover/, 'Today and the proposal cover') }),
          },
        ]
      : [],
  );
  const notCompared = untold.filter(
    ({ today: was, proposed: then }) => was !== null && then !== null && !areAlike(was, then),
  );
  const today = designs[0]!;
  return {
    better: figures('better'),
    worse: figures('worse'),
    notCompared,
    why: [...new Set(notCompared.flatMap(({ reason }) => reason ?? []))],
    unknown: untold
      .filter(({ today: was, proposed: then }) => (was === null) !== (then === null))
      .map(({ reason, ...one }) => ({ ...one, ...given({ reason: reason?.replace(ONE_SIDE, '') }) })),
    ...(proposed === undefined
      ? {}
      : {
          against: argumentsAgainst(today, proposed),
          risks: (proposed.risks ?? []).map(({ text, remedy, covered }) => ({
            text,
            remedy: inPlainWords(remedy),
            covered,
          })),
        }),
  };
}
