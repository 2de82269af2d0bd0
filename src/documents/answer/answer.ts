import { defer } from '../../base/deferred.ts';
import { limitPercent, percent, whole } from '../../base/figures.ts';
import { addTo, groupsBy } from '../../base/groups.ts';
import { lazy } from '../../base/memo.ts';
import { alternatives, midSentence, sentenceCase } from '../../base/text.ts';
import { SEVERITIES } from '../../schema/choices.ts';
import type { Answer } from '../../schema/documents/answer.ts';
import type { ReportedFinding } from '../../schema/documents/finding.ts';
import type { ReportedDesign } from '../../schema/documents/report.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import type { Assessment } from '../../verdicts/assess.ts';
import type { Candidate, Company } from '../../verdicts/candidate.ts';
import { coordination } from '../../verdicts/coordination.ts';
import { criteriaOf } from '../../verdicts/criteria.ts';
import { type DecisionOnDesign, decide, isEligible, NO, type Standing } from '../../verdicts/decision.ts';
import { DESIGN_NAMES } from '../../verdicts/design-names.ts';
import { tryQuestions } from '../../verdicts/questions.ts';
import { decidesWith, gains } from '../../verdicts/race.ts';
import { withoutDivision } from '../report/leading.ts';
import { againstInWords, figureToday, undoneInWords } from './against-in-words.ts';
import { commandsFor } from './commands.ts';
import { dataInWords } from './data-in-words.ts';
import { nameOf } from './design-in-words.ts';
import { detailOf } from './detail-in-words.ts';
import { rowLabel } from './figures-in-words.ts';
import { gainsThatShow, isSaving, pricesOf, type ReportWithoutAnswer } from './gains-and-prices.ts';
import { writerByTitle } from './people-by-title.ts';
import { lacksOwners, questionsOf } from './questions.ts';
import { unsuitedBy } from './stay-in-words.ts';

/** Findings on today that are told first. */
const MOST_FINDINGS = 5;
/** From so many findings of one rule on only the first is told, with how many more there are. */
const MANY = 3;
const MOST_AGAINST = 2;

/** Why a design could not be recommended, in one sentence. */
function refusalOf(design: ReportedDesign): string | undefined {
  const { id, status, missing, fit } = design;
  if (status === 'impossible') {
    const [lack] = missing;
    const told = firstSentence(design.summary[0] ?? '');
    return `not possible: ${told !== '' ? midSentence(told) : `${lack?.what} ${whole(lack?.needed ?? 0)} needed, ${whole(lack?.available ?? 0)} there.`}`;
  }
  // What to mend is said once, for all.
  if (status === 'cannot-judge') return 'cannot be judged from these data.';
  if (fit.verdict === 'cannot be judged') return `cannot be judged: ${fit.limits[0] ?? ''}`;
  if (id === 'as-is' || (fit.verdict !== 'rather not' && fit.verdict !== 'does not suit')) return undefined;
  const [first] = fit.against;
  const why = fit.limits.length > 0 ? fit.limits.join('; ') : (first?.premises[0]?.text ?? first?.when);
  return `${fit.verdict}${why === undefined ? '' : `: ${why}`}.`.replace(/\.\.$/, '.');
}

/** Up to the first full stop that ends a sentence. */
const firstSentence = (text: string): string => /^.*?[.!?](?=\s+[\p{Lu}]|$)/su.exec(text)?.[0] ?? text;

const gravestOf = (
  candidate: Candidate,
  reported: readonly ReportedFinding[],
  write: (text: string) => string,
) => {
  const all = candidate
    .findings()
    .map((finding, at) => ({ ...reported[at]!, text: write(firstSentence(finding.message)) }));
  const alike = ({ severity, rule }: (typeof all)[number]) => `${severity} ${rule}`;
  const byRule = groupsBy(all, alike);
  const told = all.flatMap((one) => {
    const same = byRule.get(alike(one))!;
    if (same.length < MANY) return [one];
    return same[0] === one ? [{ ...one, more: same.length - 1 }] : [];
  });
  return SEVERITIES.flatMap((severity) => told.filter((one) => one.severity === severity))
    .slice(0, MOST_FINDINGS)
    .map(({ rule, severity, text, count, at, more }: (typeof told)[number] & { more?: number }) => ({
      rule,
      severity,
      text,
      count,
      file: at.file,
      line: at.line,
      ...(more === undefined ? {} : { more }),
    }));
};

/** The priorities under which another design wins than the one that is recommended. */
function byProfile({ ranking }: Pick<ReportWithoutAnswer, 'ranking'>): string {
  const others = new Map<DesignId, string[]>();
  for (const [profile, design] of Object.entries(ranking?.byProfile ?? {}))
    if (design !== ranking?.winner) addTo(others, design, profile.replace('-', ' '));
  return [...others]
    .map(
      ([design, profiles]) =>
        `With ${alternatives(profiles)} ${DESIGN_NAMES[design].name} ${DESIGN_NAMES[design].wins}.`,
    )
    .join(' ');
}

/** What would make another design win: the smallest change of one weight. */
function changedBy({ ranking }: Pick<ReportWithoutAnswer, 'ranking'>): string {
  const flip = ranking?.flips[0];
  if (flip === undefined) return byProfile({ ranking: ranking ?? null });
  const { name, wins } = DESIGN_NAMES[flip.winner];
  const criterion = ranking?.criteria.find(({ id }) => id === flip.criterion);
  const label = rowLabel(criterion?.measure ?? flip.criterion);
  const way = flip.to > flip.from ? 'more' : 'less';
  const once = `${sentenceCase(name)} ${wins} once "${label}" counts ${way} than ${limitPercent(flip.to)}, now ${percent(flip.from)}.`;
  return [byProfile({ ranking: ranking ?? null }), once].filter((one) => one !== '').join(' ');
}

/** That today’s structure leads by priorities that are assumed, and why it is not kept; undefined where the ranking's winner is told. */
function despiteToday(
  { design }: DecisionOnDesign,
  { ranking, designs }: ReportWithoutAnswer,
): string | undefined {
  if (ranking?.winner !== 'as-is' || design === null || design === 'as-is') return undefined;
  return `Today’s structure leads with ${(ranking.profile ?? '').replace('-', ' ')}, which is assumed, but it ${unsuitedBy(designs[0]!, false)}.`;
}

const SENTENCES = {
  'not-decided': 'Not decided.',
  stay: 'Leave the structure as it is.',
  'cannot-judge': 'No design can be judged from these data.',
} as const;

function sentenceOf(
  { decision, design }: DecisionOnDesign,
  winner: DesignId | undefined,
  of: (id: DesignId) => ReportedDesign,
): string {
  if (decision === 'recommend') {
    const made = of(design!);
    return `Recommended${made.fit.conditions.length === 0 ? '' : ', on conditions'}: ${nameOf(made)}`;
  }
  if (decision === 'not-decided' && design !== null) {
    const { name, wins } = DESIGN_NAMES[design];
    const [leads, suits] = wins === 'wins' ? ['leads', 'suits'] : ['lead', 'suit'];
    return `${SENTENCES[decision]} ${sentenceCase(name)} ${design === winner ? leads : `${suits} the company better than today’s form`}.`;
  }
  return SENTENCES[decision];
}

/** Whether a ranking does not decide though nothing is assumed: it hangs on what designs fix by their definition. */
const isHeldByDefinitions = (ranking: ReportWithoutAnswer['ranking']): boolean =>
  ranking !== null && !ranking.decides && ranking.assumed.length === 0;

/** What a report comes to. As-is comes first among the candidates. */
export function answerOf(
  report: ReportWithoutAnswer,
  { today }: Company,
  candidates: readonly Candidate[],
  assessment: Assessment,
  names: boolean,
): Answer {
  const { organisation } = today;
  const without = withoutDivision(report.designs);
  const standings = report.designs.map(
    ({ id, status, fit }, at): Standing => ({
      id,
      status: without.includes(id) ? 'impossible' : status,
      word: fit.verdict,
      gains: gains(report.ranking?.criteria ?? [], candidates[at]!.measures(), candidates[0]!.measures()),
    }),
  );
  const of = (id: DesignId) => report.designs.find((one) => one.id === id)!;
  const write = writerByTitle(organisation, names);
  const asIs = report.designs[0]!;
  const found = decide(standings, report.ranking);
  // Each is tried, which takes time: only where one may decide, or an output asks them.
  const questions = lazy(() =>
    questionsOf(
      report,
      organisation,
      tryQuestions(candidates, assessment.questions),
      standings,
      found,
      found.decision === 'not-decided' && isHeldByDefinitions(report.ranking)
        ? (tried) => decidesWith(candidates, new Map([...assessment.verdicts, ...tried]), criteria())
        : undefined,
    ),
  );
  const criteria = lazy(() =>
    criteriaOf(
      today,
      report.ranking?.source === 'profile' ? (report.ranking.profile ?? undefined) : undefined,
    ),
  );
  const unsure = found.decision === 'recommend' && of(found.design!).fit.verdict === 'open';
  // Where one answer would make a design possible to recommend, or unmake it, it is asked first.
  const isOpen =
    (unsure ||
      (found.decision !== 'cannot-judge' && lacksOwners(organisation)) ||
      (found.decision === 'stay' && (!standings.some(isEligible) || NO.includes(standings[0]!.word)))) &&
    questions().some(({ decides }) => decides);
  const decided: DecisionOnDesign = isOpen ? { ...found, decision: 'not-decided' } : found;
  const { decision } = decided;
  const design = decided.design === null || decided.design === 'as-is' ? undefined : of(decided.design);
  const prices = design === undefined ? [] : pricesOf(report, asIs, design, organisation.currency ?? '');
  // Where designs are left out because nothing is known of them nobody wins.
  const leading = decided.design ?? (found.decision === 'stay' ? report.ranking?.winner : undefined);
  const share = leading === undefined ? undefined : report.ranking?.acceptability[leading]?.[0];
  const answer: Answer = {
    decision,
    design: decided.design,
    data: dataInWords(report, organisation),
    conditions: (design?.fit.conditions ?? []).map((one) => `${sentenceCase(write(one))}.`),
    sentence: sentenceOf(decided, report.ranking?.winner, of),
    detail: detailOf(decided, report, organisation.currency ?? ''),
    gains: design === undefined ? [] : [...gainsThatShow(asIs, design), ...prices.filter(isSaving)],
    prices: prices.filter((one) => !isSaving(one)),
    against:
      design === undefined
        ? []
        : [
            ...[undoneInWords(asIs, design) ?? []].flat(),
            ...design.fit.against.slice(0, MOST_AGAINST).map(({ premises, when }) =>
              againstInWords(
                when,
                premises.map(({ text }) => write(text)),
                (id) => figureToday(asIs, design, id),
              ),
            ),
          ],
    confidence:
      share === undefined || decision === 'cannot-judge'
        ? null
        : { share, changedBy: despiteToday(decided, report) ?? changedBy(report) },
    questions: [],
    mend: [...report.quality.mend],
    // Functions come with what lets them work together; else it is what does without a restructuring.
    coordination: coordination(
      (decision === 'recommend' &&
        candidates.find((one) => one.design.id === design?.id && design.id === 'functional')) ||
        candidates[0]!,
    ).map(({ mechanism, between, why }) => ({
      mechanism,
      between: [...between],
      why: write(why),
    })),
    refused: report.designs.flatMap((one) => {
      const reason =
        without.includes(one.id) && one.status !== 'impossible' && one.status !== 'cannot-judge'
          ? 'no design of their own: there would be one cluster only, for all customers.'
          : refusalOf(one);
      return reason === undefined ? [] : [{ design: one.id, reason: write(reason) }];
    }),
    findings: gravestOf(candidates[0]!, asIs.findings, write),
    next: commandsFor(report, decided),
  };
  defer(answer, 'questions', questions);
  return answer;
}
